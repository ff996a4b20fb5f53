"""What people may try on the SQL page and must not get through, by what it is after."""

import duckdb
import pytest

from leaderboard.boards.sandbox import run_sql
from leaderboard.errors import UsageError
from leaderboard.warehouse import build, connect

WRITES = [
    "create table t (i int)",
    "create or replace table claims as select 1",
    "create temp table t as select 1",
    "create temporary view v as select 1",
    "create view v as select 1",
    "create macro m(x) as x + 1",
    "create temp macro m(x) as x + 1",
    "create sequence s",
    "create type mood as enum ('ok')",
    "create schema s",
    "create index i on claims (value)",
    "insert into claims select * from claims",
    "update claims set value = 1",
    "delete from claims",
    "truncate claims",
    "drop table claims",
    "alter table claims add column x int",
    "merge into claims using boards on true when matched then delete",
    "with gone as (delete from claims returning *) select * from gone",
    "comment on table claims is 'mine'",
    "select nextval('s')",
]
FILES = [
    "copy claims to 'out.csv'",
    "copy claims from 'in.csv'",
    "copy (select 1) to '/tmp/out.parquet'",
    "export database 'folder'",
    "import database 'folder'",
    "attach 'other.duckdb'",
    "attach ':memory:' as m",
    "detach leaderboard",
    "select * from read_csv('/etc/passwd')",
    "select * from read_csv_auto('/etc/passwd')",
    "select * from read_text('/etc/passwd')",
    "select * from \"read_text\"('/etc/passwd')",
    "select * from read_blob('/etc/passwd')",
    "select * from read_parquet('x.parquet')",
    "select * from parquet_metadata('x.parquet')",
    "select * from read_json('x.json')",
    "select * from read_ndjson_objects('x.json')",
    "select * from read_duckdb('x.duckdb')",
    "select * from sniff_csv('/etc/passwd')",
    "select * from '/etc/passwd'",
    "select * from '/etc/passwd' as claims",
    'select * from "/etc/passwd.csv"',
    'with "/etc/passwd" as (select 1) select * from "/etc/passwd"',
    "from '/etc/hosts' select *",
    "select * from glob('/*')",
    "select * from claims, lateral (select * from read_text('/etc/passwd'))",
    "select (select content from read_text('/etc/passwd'))",
    "select * from query('from read_text(''/etc/passwd'')')",
    "select * from query_table('/etc/passwd')",
    "select * from sqlite_scan('x.db', 't')",
    "select * from seq_scan('claims')",
    "select * from python_map_function(1)",
]
NETWORK = [
    "select * from 'https://example.org/x.csv'",
    "select * from read_csv('https://example.org/x.csv')",
    "select * from read_text('s3://bucket/x')",
    "attach 'https://example.org/x.duckdb'",
    "create secret s (type s3, key_id 'x', secret 'y')",
    "select * from postgres_scan('host=127.0.0.1', 'public', 't')",
]
EXTENSIONS = [
    "install httpfs",
    "load httpfs",
    "force install httpfs from 'https://example.org'",
    "update extensions",
    "select * from duckdb_extensions()",
    "select * from add_grammar_extension('x')",
]
SETTINGS = [
    "set threads = 1",
    "set global enable_external_access = true",
    "reset threads",
    "set variable x = 1",
    "use memory",
    "pragma database_list",
    "pragma show_databases",
    "pragma version",
    "pragma table_info('claims')",
    "pragma enable_profiling",
    "call pragma_version()",
    "call pragma_database_size()",
    "call enable_logging()",
    "select * from pragma_database_size()",
    "select * from pragma_database_list",
    "select * from pragma_platform()",
    "select getenv('HOME')",
    "select getvariable('x')",
    "select current_setting('home_directory')",
    "select 'home_directory'.current_setting()",
    "select \"current_setting\"('temp_directory')",
    "select system.main.current_setting('temp_directory')",
    "select '--', current_setting('secret_directory')",
    "select '/*', current_setting('secret_directory'), '*/'",
    "select current_setting/* /* */ */('secret_directory')",
    "select current_setting\n--\n('secret_directory')",
    "select * from duckdb_settings()",
    "select * from duckdb_settings",
    "select '--', * from duckdb_databases()",
    "select * from duckdb_secrets()",
    "select * from which_secret('x', 's3')",
    "select * from duckdb_logs",
    "select * from duckdb_temporary_files()",
    "select * from duckdb_variables()",
    "select * from pg_catalog.pg_settings",
    "select * from pg_catalog.pg_database",
    "select * from information_schema.schemata",
    "select * from system.information_schema.schemata",
    "select * from sqlite_master",
    "with duckdb_databases as (select 1), t as (select * from duckdb_databases) select * from t",
    "select * from (with duckdb_settings as (select 1) select * from duckdb_settings), duckdb_settings",
    "show databases",
    "show all tables",
    "select write_log('x')",
    "select setseed(0.5)",
]
STATEMENTS = [
    "select 1; select 2",
    "select 1; drop table claims",
    "select 1;; set threads = 1;",
    "explain analyze select 1",
    "explain select 1",
    "prepare p as select 1",
    "execute p",
    "begin transaction",
    "commit",
    "checkpoint",
    "force checkpoint",
    "vacuum",
    "analyze",
    "select $1",
    "select ?",
    "select sleep_ms(600000)",
    "select pg_sleep(600)",
    "",
    "   ",
    "-- nothing",
    "not sql at all",
    "select 1 \0 from claims",
    "select " + "(" * 5_000 + "1" + ")" * 5_000,
    "select '" + "x" * 200_000 + "'",
]
ATTEMPTS = [*WRITES, *FILES, *NETWORK, *EXTENSIONS, *SETTINGS, *STATEMENTS]


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("db")
    source = folder / "papers.jsonl"
    source.write_text('{"title": "FooNet: Fast", "abstract": "FooNet reaches 81.5% accuracy on CIFAR-10."}\n')
    build([source], folder / "x.duckdb")
    with connect(folder / "x.duckdb", seconds=2) as opened:
        yield opened


@pytest.mark.parametrize("sql", ATTEMPTS, ids=lambda sql: sql[:60])
def test_what_would_leave_the_database_or_change_it_is_refused(con, sql: str) -> None:
    with pytest.raises(UsageError) as refused:
        run_sql(con, sql)
    assert "\n" not in str(refused.value)
    assert run_sql(con, "select count(*) from claims").rows.item() == 1


def test_the_list_of_attempts_is_long() -> None:
    assert len(set(ATTEMPTS)) >= 100


def test_the_connection_itself_refuses_files_where_the_fence_would_not(con) -> None:
    """Behind the fence the file is read-only and has no access to anything else: both must hold by themselves."""
    cursor = con.cursor()
    cursor.execute("use leaderboard")
    for sql in (
        "select * from read_text('/etc/passwd')",
        "copy claims to 'out.csv'",
        "install httpfs",
        "set enable_external_access = true",
        "delete from claims",
        "attach 'other.duckdb'",
    ):
        with pytest.raises(duckdb.Error):
            cursor.execute(sql)

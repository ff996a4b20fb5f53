import pytest

from leaderboard.boards.sandbox import run_sql
from leaderboard.errors import UsageError
from leaderboard.warehouse import build, connect

ATTEMPTS = [
    "create table t (i int)",
    "create temp table t as select 1",
    "create view v as select 1",
    "insert into claims select * from claims",
    "update claims set value = 1",
    "delete from claims",
    "drop table claims",
    "alter table claims add column x int",
    "attach 'other.duckdb'",
    "detach leaderboard",
    "use memory",
    "copy claims to 'out.csv'",
    "copy claims from 'in.csv'",
    "export database 'folder'",
    "import database 'folder'",
    "install httpfs",
    "load httpfs",
    "set threads = 1",
    "reset threads",
    "pragma database_list",
    "pragma show_databases",
    "call pragma_version()",
    "select 1; select 2",
    "select 1; drop table claims",
    "select * from read_csv('/etc/passwd')",
    "select * from read_text('/etc/passwd')",
    "select * from read_blob('/etc/passwd')",
    "select * from read_parquet('x.parquet')",
    "select * from read_json('x.json')",
    "select * from '/etc/passwd'",
    'select * from "/etc/passwd.csv"',
    "select * from glob('/*')",
    "select * from 'https://example.org/x.csv'",
    "select getenv('HOME')",
    "select current_setting('home_directory')",
    "select * from duckdb_settings()",
    "select * from duckdb_secrets()",
    "select * from duckdb_databases()",
    "select * from query('drop table claims')",
    "select * from sqlite_scan('x.db', 't')",
    "explain analyze select 1",
    "prepare p as select 1",
    "execute p",
    "begin transaction",
    "checkpoint",
    "vacuum",
    "set variable x = 1",
    "",
    "not sql at all",
]


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("db")
    source = folder / "papers.jsonl"
    source.write_text('{"title": "FooNet: Fast", "abstract": "FooNet reaches 81.5% accuracy on CIFAR-10."}\n')
    build([source], folder / "x.duckdb")
    with connect(folder / "x.duckdb", seconds=2) as opened:
        yield opened


@pytest.mark.parametrize("sql", ATTEMPTS)
def test_what_would_leave_the_database_or_change_it_is_refused(con, sql: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UsageError):
        run_sql(con, sql)
    assert run_sql(con, "select count(*) from claims").rows.item() >= 1


def test_an_endless_query_ends(con) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UsageError, match=r"too long|memory|limit"):
        run_sql(
            con,
            "with recursive r as (select 1 as i union all select i + 1 from r) select max(i) from r",
            seconds=1,
        )


def test_rows_are_cut_and_said(con) -> None:  # type: ignore[no-untyped-def]
    answer = run_sql(con, "select * from range(50)", limit=10)
    assert answer.rows.height == 10
    assert answer.truncated


def test_a_reading_query_passes(con) -> None:  # type: ignore[no-untyped-def]
    answer = run_sql(con, "with own as (select * from claims where is_own) select metric, value from own")
    assert answer.rows.rows() == [("accuracy", 81.5)]
    assert not answer.truncated

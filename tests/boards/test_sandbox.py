from datetime import date
from decimal import Decimal

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
    "select '--', current_setting('home_directory')",
    "select E'\\'', current_setting('home_directory')",
    "select \"Current_Setting\" ('home_directory')",
    "select current_setting/* x */('home_directory')",
    "select ('home_directory').current_setting()",
    "from duckdb_databases",
    "select * from pragma_database_list",
    "select * from information_schema.schemata",
    "select * from claims, '/etc/passwd'",
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


@pytest.mark.parametrize(
    "sql",
    [
        "select count(*) from claims where kind in ('score', 'change')",
        "select replace(title, 'FooNet', 'read_csv(x)') from documents",
        "select 1 as query /* read_text(*/ -- glob(",
        "from claims select count(*)",
        "with found as (select 'attach' as word) select word from found",
    ],
)
def test_words_in_texts_and_comments_are_no_offence(con, sql: str) -> None:  # type: ignore[no-untyped-def]
    assert run_sql(con, sql).rows.height == 1


@pytest.mark.parametrize(
    ("sql", "value"),
    [
        ("select interval 1 day as v", "1 day"),
        ("select union_value(k := 1) as v", "1"),
        ("select [interval 1 day] as v", "[1 day]"),
        ("select 10::bignum as v", "10"),
        ("select 'x'::blob as v", "x"),
        ("select 1.5 as v", Decimal("1.5")),
        ("select date '2024-02-29' as v", date(2024, 2, 29)),
        ("select null::timestamp as v", None),
    ],
)
def test_types_that_no_frame_holds_come_as_text(con, sql: str, value: object) -> None:  # type: ignore[no-untyped-def]
    assert run_sql(con, sql).rows["v"].to_list() == [value]


@pytest.mark.parametrize("sql", ["select 'infinity'::date", "select timestamp '20000-01-01 00:00:00'"])
def test_a_date_that_python_has_not_is_said(con, sql: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UsageError, match="beyond the years 1 to 9999"):
        run_sql(con, sql)

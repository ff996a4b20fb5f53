import pytest

from leaderboard import boards
from leaderboard.boards.sandbox import run_sql
from leaderboard.errors import UsageError
from leaderboard.warehouse import build, connect


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("db")
    source = folder / "papers.jsonl"
    source.write_text('{"title": "FooNet: Fast", "abstract": "FooNet reaches 81.5% accuracy on CIFAR-10."}\n')
    build([source], folder / "x.duckdb")
    with connect(folder / "x.duckdb", seconds=2) as opened:
        yield opened


@pytest.mark.parametrize(
    "sql",
    [
        "select count(*) from claims;",
        "from leaderboard.main.claims select kind",
        "with own as (select * from claims where is_own), b as (from boards) select count(*) from own, b",
        "with recursive r as (select 1 as i union all select i + 1 from r where i < 5) select * from r",
        "select * from range(3) as r(n) join generate_series(1, 3) as g(n) using (n)",
        "select unnest(cues) from families",
        "select list_transform([1, 2], lambda x: x + 1), case when true then 1 end, (select max(value) from claims)",
        "select table_name from information_schema.tables",
        "select * from duckdb_columns()",
        "select resolve_name('benchmark', 'cifar 10')",
        "describe claims",
        "summarize claims",
        "unpivot (select value, confidence from claims) on value, confidence",
        "values (1), (2)",
        "table boards",
        "select 'read_text(''/etc/passwd''); drop table claims' as said",
        "select value as current_setting, '--' as getenv from claims -- read_csv('x')",
    ],
)
def test_a_reading_query_passes(con, sql: str) -> None:
    assert run_sql(con, sql).rows.height >= 1


def test_the_rows_are_those_of_the_table(con) -> None:
    answer = run_sql(con, "with own as (select * from claims where is_own) select metric, value from own")
    assert answer.rows.rows() == [("accuracy", 81.5)]
    assert not answer.truncated


def test_rows_are_cut_and_said(con) -> None:
    answer = run_sql(con, "select * from range(50)", limit=10)
    assert answer.rows.height == 10
    assert answer.truncated


def test_an_unknown_table_is_named_with_the_near_one(con) -> None:
    with pytest.raises(UsageError, match=r"'claim' is no table .* did you mean 'claims'"):
        run_sql(con, "select * from claim")


@pytest.mark.parametrize("name", list(boards.catalogue()))
def test_every_shipped_query_passes_as_one_statement_and_gives_the_same_rows(con, name: str) -> None:
    answer = run_sql(con, boards.statement(name), limit=100_000)
    assert answer.rows.equals(boards.run(con, name))


def test_parameters_stand_in_the_statement(con) -> None:
    sql = boards.statement("claim_list", kind=["score"], search="O'Hara", baselines=False)
    assert "getvariable" not in sql
    assert "lower('O''Hara')" in sql
    assert run_sql(con, boards.statement("claim_list", kind=["score"])).rows.height == 1
    assert run_sql(con, sql).rows.height == 0

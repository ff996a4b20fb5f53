import json

import pytest

from leaderboard.boards import catalogue
from leaderboard.boards.values import _LISTED_BY, SORTS
from leaderboard.cli.words import _OWN_OPTIONS, split
from leaderboard.errors import UsageError
from leaderboard.warehouse.sqlfile import Parameter, Query

ENDLESS = "with recursive r as (select 1 as i union all select i + 1 from r) select max(i) from r"


@pytest.fixture
def ask(run, database):
    return lambda *words: run("query", *words, "--db", database)


def test_without_a_name_the_queries_are_listed(ask):
    rows = json.loads(ask("-f", "json").stdout)
    assert [row["name"] for row in rows] == list(catalogue())
    assert all(row["title"] and row["description"] for row in rows)
    assert "benchmark" in next(row["parameters"] for row in rows if row["name"] == "leaderboard")


def test_the_list_shows_every_parameter_on_a_narrow_terminal(ask, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    result = ask()
    assert result.stderr == ""
    assert max(map(len, result.stdout.split("\n"))) <= 80
    for query in catalogue().values():
        assert f"\n{query.name} " in result.stdout
        assert all(parameter.name in result.stdout for parameter in query.parameters)


def test_the_list_needs_no_database(run, tmp_path):
    assert run("query", "--db", tmp_path / "absent.duckdb").exit_code == 0


@pytest.mark.parametrize("name", catalogue())
def test_every_query_runs(ask, name):
    result = ask(name, "-f", "jsonl")
    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize("words", [["leaderboard", "-h"], ["--help", "leaderboard"]])
def test_the_help_of_a_query_is_its_parameters(ask, words):
    shown = ask(*words).stdout
    query = catalogue()["leaderboard"]
    assert shown.startswith(f"{query.title}: {query.description}\n")
    assert "Usage: leaderboard query leaderboard [OPTIONS]" in shown
    for parameter in query.parameters:
        assert f"  --{parameter.name.replace('_', '-')} " in shown
        assert parameter.description in shown


def test_a_query_takes_its_parameters_in_any_place_and_spelling(ask):
    expected = ask("leaderboard", "--benchmark", "mmlu", "--top", "1", "-f", "csv").stdout
    assert expected.count("\n") == 2
    assert ask("--benchmark=MMLU", "--top=1", "leaderboard", "--format", "csv").stdout == expected
    assert (
        ask("-f", "csv", "leaderboard", "--top", "1", "--benchmark", "mmlu", "--min-confidence", "0").stdout
        == expected
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["leaderboard", "--benchmark", "mmlx"], "unknown benchmark 'mmlx'; did you mean 'MMLU'"),
        (["leaderboard", "--board", "nosuch"], "unknown board 'nosuch' (see the query `boards`)"),
        (["leaderboard", "--top", "few"], "parameter 'top' is a whole number from 0 on, not 'few'"),
        (["leaderboard", "--top", "-5"], "parameter 'top' is a whole number from 0 on, not '-5'"),
        (["leaderboard", "--top"], "--top needs a value"),
        (["leaderboard", "--benchmark", "--top=5"], "--benchmark needs a value"),
        (["leaderboard", "extra"], "unexpected 'extra'"),
        (["--benchmark", "mmlu"], "--benchmark needs the name of a query"),
        (["leaderboard", "--sql", "select 1"], "not both"),
        (["--sql", "selekt 1"], "not SQL: "),
        (["--sql", "select * from claimz"], "claims"),
        (["--sql", "select 1; select 2"], "one SQL statement, not 2"),
        (["--sql", ""], "one SQL statement, not 0"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(ask, words, message):
    result = ask(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr


def test_sql_of_ones_own(ask):
    rows = ask(
        "--sql", "select doc_id, [1, 2] as list, 1.5 as number from documents order by doc_id", "-f", "jsonl"
    )
    assert json.loads(rows.stdout.split("\n")[0]) == {
        "doc_id": "arxiv:2401.00001",
        "list": [1, 2],
        "number": 1.5,
    }


def test_columns_of_one_name_are_told_apart(ask):
    assert ask("--sql", "select 1 as a, 2 as a", "-f", "csv").stdout == "a,a_1\n1,2\n"


@pytest.mark.parametrize(
    "sql",
    [
        "create table leaderboard.t as select 1 as a",
        "delete from claims",
        "copy (select 1) to 'x.csv'",
        "select * from read_csv('/etc/passwd')",
        "select * from '/etc/passwd'",
        "attach 'other.duckdb'",
        "install httpfs",
        "set enable_external_access = true",
    ],
)
def test_sql_may_only_read_the_database(ask, sql):
    result = ask("--sql", sql)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_rows_beyond_the_limit_are_left_out_and_said(ask):
    result = ask("--sql", "select i from range(25000) as t(i)", "-f", "csv")
    assert (result.stdout.count("\n"), result.stderr) == (25001, "")
    cut = ask("--sql", "select i from range(25000) as t(i)", "-f", "csv", "--limit", "10")
    assert cut.exit_code == 0
    assert cut.stdout.count("\n") == 11
    assert "only the first 10 rows" in cut.stderr


def test_sql_that_never_ends_is_ended(ask):
    result = ask("--sql", ENDLESS, "--seconds", "0.5")
    assert result.exit_code == 2
    assert "too long" in result.stderr


def test_a_missing_database_names_the_command_that_makes_it(run, tmp_path):
    result = run("query", "boards", "--db", tmp_path / "absent.duckdb")
    assert result.exit_code == 1
    assert "leaderboard build --db" in result.stderr


def test_a_script_runs_as_it_stands(ask, database):
    import duckdb

    script = ask("leaderboard", "--benchmark", "MMLU", "--top", "1", "--script").stdout
    with duckdb.connect(database, read_only=True) as con:
        assert con.execute(script).fetchall()[0][0] == 1


def test_no_parameter_of_a_query_has_the_name_of_an_option():
    taken = {name for query in catalogue().values() for name in (p.name for p in query.parameters)}
    assert not taken & set(_OWN_OPTIONS)


def _query(*parameters):
    return Query("q", "Title", "Description", "grain", parameters, "", None)


@pytest.mark.parametrize(
    ("words", "name", "parameters"),
    [
        ([], None, {}),
        (["q"], "q", {}),
        (["q", "--on"], "q", {"on": "true"}),
        (["q", "--no-on", "--top", "-3"], "q", {"on": "false", "top": "-3"}),
        (["q", "--on", "no", "--a-name", "--", "--top=5"], None, None),
        (["q", "--a-name=--x", "--top=5"], "q", {"a_name": "--x", "top": "5"}),
        (["q", "--a-name", "x", "--a-name", "y"], "q", {"a_name": ["x", "y"]}),
        (["--top", "5", "q", "--on"], "q", {"on": "true", "top": "5"}),
    ],
)
def test_how_words_are_told_apart(words, name, parameters):
    query = _query(
        Parameter("top", "integer", 5, ""),
        Parameter("on", "boolean", False, ""),
        Parameter("a_name", "texts", None, ""),
    )
    if parameters is None:
        with pytest.raises(UsageError):
            split(words, lambda _: query)
        return
    found = split(words, lambda _: query)
    assert (found.name, found.parameters) == (name, parameters)


def test_every_name_that_a_parameter_takes_is_listed_by_a_query():
    domains = {parameter.domain for query in catalogue().values() for parameter in query.parameters} - {None}
    names = {domain for domain in domains if domain in SORTS or domain == "document" or "." in domain}
    assert names == set(_LISTED_BY)
    assert set(_LISTED_BY.values()) <= set(catalogue())

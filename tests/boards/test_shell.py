"""The built file in the DuckDB shell that people have, one version behind: it opens, and every query runs pasted."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from leaderboard import resources
from leaderboard.boards import catalogue, run, script
from leaderboard.rows import jsonable
from leaderboard.warehouse import build, connect

FILES = sorted(resources.queries().rglob("*.sql"))


def _shell():
    beside = Path(sys.executable).parent / "duckdb"
    return str(beside) if beside.exists() else shutil.which("duckdb")


pytestmark = pytest.mark.skipif(
    _shell() is None, reason="needs the DuckDB shell (duckdb-cli, in the test extra)"
)


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    file = tmp_path_factory.mktemp("shell") / "leaderboard.duckdb"
    build([resources.sample() / "papers.jsonl"], file)
    return file


def pasted(db, text):
    """Return the rows that the shell prints for a text that is typed into it."""
    done = subprocess.run(
        [_shell(), "-readonly", "-json", str(db)],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout) if done.stdout.strip() else []


def asked(db, name, **parameters):
    with connect(db) as con:
        return [jsonable(row) for row in run(con, name, **parameters).iter_rows(named=True)]


def plain(rows):
    """Return rows without what the shell writes differently: times with a space, numbers of any type."""
    return json.loads(regex.sub(r"(\d{4}-\d\d-\d\d)T(?=\d\d:)", r"\1 ", json.dumps(rows)), parse_int=float)


@pytest.mark.parametrize("name", catalogue())
def test_a_file_pasted_into_the_shell_gives_the_rows_of_the_query(db, name):
    assert plain(pasted(db, catalogue()[name].path.read_text("utf-8"))) == plain(asked(db, name))


def test_a_script_with_its_parameters_set_does_too(db):
    words = {"benchmark": "VerilogEval", "top": 2, "min_confidence": 0.1, "family": ["code generation"]}
    rows = pasted(db, script("leaderboard", **words))
    assert plain(rows) == plain(asked(db, "leaderboard", **words))
    assert len(rows) == 2


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_file_of_sql_ends_its_last_statement(path):
    assert path.read_text("utf-8").rstrip().endswith(";")


def test_the_shell_resolves_names_as_the_queries_do(db):
    assert pasted(db, "select resolve_name('benchmark', 'human-eval') as name;") == [{"name": "HumanEval"}]

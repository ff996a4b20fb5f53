"""Every integrity check finds what it is there for: each fault is laid over a sound database, in a temporary table."""

import duckdb
import pytest

from leaderboard import resources
from leaderboard.warehouse import build
from leaderboard.warehouse.checks import run_checks

from .conftest import write_papers

FAULTS = {
    "best_results": ("boards", "* replace (1.0 as best_value)"),
    "counts": ("boards", "* replace (results + 1 as results)"),
    "dates": ("documents", "* replace ('2024' as date)"),
    "mixed_boards": ("claims", "* replace ('number' as comparable_unit)"),
    "orphan_claims": ("claims", "* replace ('title:0' as doc_id)"),
    "orphan_names": ("claims", "* replace ('nobody knows it' as method_name)"),
    "quoted_spans": ("claims", "* replace (start + 1 as start)"),
    "roles": ("claims", "* replace (not is_own as is_own)"),
    "sentences": ("claims", '* replace ("end" - 1 as sentence_end)'),
    "sourceless_documents": ("readings", "* replace ('title:0' as doc_id)"),
    "strange_numbers": ("claims", "* replace ('inf'::double as value)"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("checks")
    build([write_papers(folder / "papers.jsonl")], folder / "x.duckdb")
    return folder / "x.duckdb"


@pytest.fixture
def con(built):
    with duckdb.connect() as con:
        con.execute(f"attach '{built}' as built (read_only)")
        con.execute("use built")
        yield con


def test_there_is_a_fault_for_every_check():
    assert set(FAULTS) == {path.stem for path in (resources.queries() / "checks").glob("*.sql")}


def test_a_sound_database_passes(con):
    assert [check.name for check in run_checks(con) if check.offending] == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_and_shown(con, name):
    table, columns = FAULTS[name]
    con.execute(f"create temp table {table} as select {columns} from built.{table}")
    found = {check.name: check for check in run_checks(con)}[name]
    assert found.offending
    assert 1 <= len(found.examples) <= found.offending

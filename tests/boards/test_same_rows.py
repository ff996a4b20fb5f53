"""Queries written for speed give the rows of the same questions asked plainly, as the files of `plain/` do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import generate
import pytest

from leaderboard.boards import find, run
from leaderboard.warehouse import connect
from leaderboard.warehouse.sqlfile import read_folder

PLAIN = read_folder(Path(__file__).parent / "plain")
USUAL = {"min_confidence": 0.5, "year_from": 2019, "year_to": 2025}
QUESTIONS: dict[str, list[dict[str, Any]]] = {
    "boards": [{"search": "gsm"}, {"search": "qa f1"}, {"search": "F-1"}, {"search": "naïve"}, {"min_results": 2}],
    "papers": [
        {"search": "attention graph"},
        {"search": " Dense  net "},
        {"search": "ü"},
        {"search": "a b c d e f g h"},
        {"search": "nothing like this"},
        {"year_from": 2022, "with_claims": True, "skip": 30, "top": 7},
        {"family": ["FAMILY", "OTHER"], "top": 500},
    ],
    "claim_list": [
        {"search": "graph"},
        {"search": "NET"},
        {"search": "accuracy"},
        {"search": "qa"},
        {"search": "nothing like this"},
        {"kind": ["score", "ratio"], "own": "baseline", "skip": 3},
        {"family": ["FAMILY"], "baselines": False, **USUAL},
        {"top": 10_000},
    ],
    "method": [{"method": "METHOD"}, {"method": "OWN"}, {"method": "METHOD", "top": 3}, {"min_confidence": 0.9}],
    "gain_groups": [{"unnamed": True}, {"kind": "ratio"}, {"family": ["FAMILY"], **USUAL}, {"top": 5}],
    "compare": [
        {"methods": ["METHOD", "OWN"]},
        {"methods": ["METHOD", "SECOND", "THIRD"], "shared_only": True},
        {"papers": ["PAPER", "PAPER2", "PAPER3"]},
        {"methods": ["METHOD", "SECOND", "THIRD"], "top": 7},
        {"methods": ["METHOD"], "papers": ["PAPER"], "min_confidence": 0.4},
    ],
    "gains": [
        {"top": 10_000},
        {"basis": "absolute"},
        {"unnamed": True, "top": 20},
        {"baseline": "METHOD", **USUAL},
        {"metric": "accuracy", "family": ["FAMILY"]},
    ],
    "parameter_counts": [{"top": 10_000}, {"top": 5}, {"family": ["FAMILY"]}, {"min_confidence": 0.7}],
    "trade_offs": [
        {"x": "speed_up"},
        {"x": "parameters", "min_confidence": 0.4},
        {"same_sentence": True},
        {"top": 5},
        {"family": ["FAMILY"], "year_from": 2015},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    db = tmp_path_factory.mktemp("made-up") / "made-up.duckdb"
    generate.generate(db, 1_500, 6_000)
    with connect(db) as opened:
        yield opened


@pytest.fixture(scope="module")
def names(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The names that the questions leave open, the most reported ones, so that every question has answers."""
    methods = run(con, "methods", top=3)["method"].to_list()
    families = run(con, "families", used_only=True).sort("claims", descending=True)["family"].to_list()
    papers = run(con, "papers", top=3)["doc_id"].to_list()
    own = con.execute("select method_name from methods where documents = 1 order by claims desc, 1 limit 1")
    return {
        **dict(zip(("METHOD", "SECOND", "THIRD"), methods, strict=True)),
        **dict(zip(("PAPER", "PAPER2", "PAPER3"), papers, strict=True)),
        "FAMILY": families[0],
        "OTHER": families[1],
        "OWN": own.fetchall()[0][0],
    }


def named(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [names.get(item, item) for item in value]
    return names.get(value, value) if isinstance(value, str) else value


def test_every_plain_question_is_one_of_the_queries() -> None:
    assert set(PLAIN) == set(QUESTIONS)
    for name, plain in PLAIN.items():
        assert plain.parameters == find(name).parameters


@pytest.mark.parametrize(
    ("name", "parameters"),
    [(name, parameters) for name, all_of_it in QUESTIONS.items() for parameters in [{}, *all_of_it]],
    ids=str,
)
def test_same_rows_as_asked_plainly(con, names, name: str, parameters: dict[str, Any]) -> None:  # type: ignore[no-untyped-def]
    given = {key: named(value, names) for key, value in parameters.items()}
    plain, fast = run(con, PLAIN[name], **given), run(con, name, **given)
    assert fast.schema == plain.schema
    assert fast.rows() == plain.rows()
    if "nothing" not in str(given):
        assert fast.height, "a question without an answer compares nothing"


@pytest.mark.parametrize("column", ["doc_id", "arxiv_id", "doi", "title"])
def test_a_paper_is_found_by_each_of_its_names(con, column: str) -> None:  # type: ignore[no-untyped-def]
    said, doc_id = con.execute(
        f"select {column}, doc_id from documents where {column} is not null order by doc_no limit 1"
    ).fetchall()[0]
    spelled = said if column in ("doc_id", "arxiv_id") else said.upper()
    assert run(con, "paper", document=spelled)["doc_id"].to_list() == [doc_id]


def test_a_board_is_found_in_any_case(con) -> None:  # type: ignore[no-untyped-def]
    board = run(con, "boards", top=1)["board"][0]
    assert run(con, "leaderboard", board=board.upper(), top=1)["board"].to_list() == [board]

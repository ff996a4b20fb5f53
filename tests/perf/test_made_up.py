from pathlib import Path

import generate
import made_up
import pytest
from made_up import how_many, number_of, paper

from leaderboard.warehouse import connect

TABLES = ("documents", "claims", "boards", "document_families", "trade_off_pairs", "aliases", "coverage")


@pytest.mark.parametrize("number", [0, 3, 977, 399_999])
def test_a_paper_is_the_same_each_time_and_its_spans_quote_its_text(number: int) -> None:
    document, claims = paper(number, 4.0)
    assert (document, claims) == paper(number, 4.0)
    assert number_of(document) == number
    for claim in claims:
        assert document.abstract[claim.start : claim.end] == claim.text
        assert document.abstract[claim.sentence_start : claim.sentence_end] == claim.sentence


def test_two_papers_in_five_claim_nothing_and_the_mean_is_the_one_asked() -> None:
    counts = [how_many(made_up.Random(number), 2.5) for number in range(20_000)]
    assert sum(counts) / len(counts) == pytest.approx(2.5, rel=0.03)
    assert counts.count(0) / len(counts) == pytest.approx(0.4, abs=0.02)
    assert max(counts) > 20


def test_a_database_passes_every_check_and_is_the_same_each_time(tmp_path: Path) -> None:
    rows = []
    for name in ("one.duckdb", "two.duckdb"):
        report = generate.generate(tmp_path / name, 200, 500)
        assert not report.failed_checks
        assert report.documents == 200  # four of them stand in two sources
        with connect(tmp_path / name) as con:
            rows.append([con.sql(f"select * from {table}").fetchall() for table in TABLES])
    assert rows[0] == rows[1]

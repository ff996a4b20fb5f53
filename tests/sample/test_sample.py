"""The bundled sample: 85 digests in our own words, whose gold claims stand in them."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from leaderboard.resources import sample

SHARED = Path(__file__).parents[2] / "../shared"
PAGE = SHARED / "corpus/seed.txt"
KINDS = {"score", "change", "ratio", "bit_width", "parameters", "resource", "count"}
FIELDS = {
    *("doc", "text", "start", "end", "kind", "value", "value_max", "unit", "direction", "basis", "metric"),
    *("benchmark", "method", "model", "baseline", "setting", "qualifier", "role", "target", "optional"),
}

needs_shared = pytest.mark.skipif(
    not PAGE.exists(), reason="needs ../shared, which is not part of the project"
)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@cache
def papers() -> dict[str, dict[str, Any]]:
    return {paper["title"]: paper for paper in lines(sample() / "papers.jsonl")}


@cache
def gold() -> list[dict[str, Any]]:
    return lines(sample() / "claims.jsonl")


def claims() -> list[dict[str, Any]]:
    return [line for line in gold() if line.get("claims") != 0]


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Return every run of so many words."""
    words = re.findall(r"[^\W_]+(?:['.@%-][^\W_]+)*", text.lower())
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_sample_holds_85_papers_with_different_titles() -> None:
    assert len(lines(sample() / "papers.jsonl")) == len(papers()) == 85


def test_every_digest_says_that_it_is_one_in_three_to_seven_sentences() -> None:
    for title, paper in papers().items():
        assert paper["digest"] is True
        assert set(paper) <= {"title", "abstract", "url", "arxiv_id", "date", "digest"}
        assert 3 <= len(re.findall(r"[.?!](?:\s|$)", paper["abstract"])) <= 8, title


def test_links_are_web_addresses() -> None:
    links = [paper["url"] for paper in papers().values() if "url" in paper]
    assert len(links) == 27
    assert all(re.fullmatch(r"https://[\w./-]+", link) for link in links)


def test_every_paper_has_a_line_of_gold_and_every_line_a_paper() -> None:
    assert {line["doc"] for line in gold()} == set(papers())
    assert all(set(line) == {"doc", "claims"} for line in gold() if line.get("claims") == 0)


def test_claims_quote_the_digest_at_their_place() -> None:
    for claim in claims():
        assert papers()[claim["doc"]]["abstract"][claim["start"] : claim["end"]] == claim["text"]


def test_claims_have_the_fields_of_the_gold_format() -> None:
    for claim in claims():
        assert set(claim) <= FIELDS
        assert claim["kind"] in KINDS
        assert isinstance(claim["value"], float)
        assert claim.get("optional") or "unit" in claim


@needs_shared
def test_titles_are_those_of_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"\n{title}\n" in page for title in papers())


@needs_shared
def test_digests_share_no_wording_with_the_page() -> None:
    theirs = runs(PAGE.read_text(encoding="utf-8"), 8)
    shared = {title: runs(paper["abstract"], 8) & theirs for title, paper in papers().items()}
    assert {title: wording for title, wording in shared.items() if wording} == {}


@needs_shared
def test_gold_has_the_figures_of_the_page() -> None:
    def figures(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
        kept = (row for row in rows if row.get("claims") != 0)
        return sorted((row["doc"], row["kind"], row["value"], row.get("value_max") or 0) for row in kept)

    assert figures(gold()) == figures(lines(SHARED / "gold/seed.jsonl"))

"""Abstracts of the field that were annotated for this project, measured where the corpus they come from is at hand.

`gold/wild.jsonl` holds what careful readers took from them, in the gold format of `leaderboard.evaluation` with the
document's id for its title and offsets instead of text. The rules were made with the sets marked `developed`; those
marked `held out` were never looked at and say how the rules fare on text that they do not know.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from leaderboard.evaluation import Report, read_gold, score
from leaderboard.extraction import extract
from leaderboard.model import Claim, Document

GOLD = Path(__file__).parent / "gold" / "wild.jsonl"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "wild.jsonl"

pytestmark = pytest.mark.skipif(
    not CORPUS.is_file(), reason="the annotated abstracts are in ../shared/corpus, which is not here"
)


@cache
def sets() -> dict[str, str]:
    rows = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    return {row["doc"]: row["set"] for row in rows}


def claims(wanted: set[str]) -> Iterator[Claim]:
    with CORPUS.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] in wanted:
                for claim in extract(Document(row["id"], row["title"], row["abstract"])):
                    yield replace(claim, doc=row["id"])


def measured(which: str) -> Report:
    wanted = {doc for doc, name in sets().items() if name == which}
    gold = {doc: findings for doc, findings in read_gold(GOLD).items() if doc in wanted}
    return score(gold, list(claims(wanted)))


@pytest.mark.parametrize(("which", "found", "whole"), [("developed", 0.97, 0.86), ("held out", 0.93, 0.75)])
def test_numbers_found_and_claims_right(which: str, found: float, whole: float) -> None:
    figures = measured(which).as_json()
    assert figures["found"]["f"] >= found
    assert figures["tuple"]["f"] >= whole

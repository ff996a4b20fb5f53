"""Abstracts of the field that were annotated for this project, measured where the corpus they come from is at hand.

`gold/*.jsonl` hold what careful readers took from them, in the gold format of `leaderboard.evaluation`, with a
document's id in place of its title and offsets in place of text. The rules were made with `developed`; nobody looked at
the errors in `held_out`, which says how the rules fare on text that they do not know.
"""

from pathlib import Path

import pytest

from leaderboard.evaluation.published import measured

GOLD = Path(__file__).parent / "gold"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "wild.jsonl"


@pytest.mark.skipif(not CORPUS.is_file(), reason="the annotated abstracts are in ../shared/corpus, not here")
@pytest.mark.parametrize(("name", "found", "whole"), [("developed", 0.97, 0.85), ("held_out", 0.93, 0.75)])
def test_numbers_found_and_claims_right(name: str, found: float, whole: float) -> None:
    figures = measured(GOLD / f"{name}.jsonl", str(CORPUS))
    assert figures["found"]["f"] >= found
    assert figures["tuple"]["f"] >= whole

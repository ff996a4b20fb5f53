import json
from pathlib import Path

import pytest

from leaderboard import resources
from leaderboard.evaluation.published import block, measured

SHARED = Path(__file__).parents[3] / "shared"
SETS = {"seed": "seed.txt", "dev": "dev.jsonl"}
HELD_OUT = Path(__file__).parent / "gold" / "held_out.jsonl"
GOALS = {"seed": (0.98, 0.94), "dev": (0.97, 0.90)}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gold is not beside this checkout")
@pytest.mark.parametrize("name", SETS)
def test_accuracy_reaches_what_was_asked(name: str) -> None:
    figures = measured(SHARED / "gold" / f"{name}.jsonl", str(SHARED / "corpus" / SETS[name]))
    assert figures["found"]["f"] >= GOALS[name][0]
    assert figures["tuple"]["f"] >= GOALS[name][1]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gold is not beside this checkout")
def test_published_table_is_what_is_measured() -> None:
    figures = {
        name: measured(SHARED / "gold" / f"{name}.jsonl", str(SHARED / "corpus" / source))
        for name, source in SETS.items()
    } | {"held out": measured(HELD_OUT, str(SHARED / "corpus" / "wild.jsonl"))}
    assert json.loads((resources.root() / "data" / "accuracy" / "accuracy.json").read_text()) == figures
    assert block(figures) in (resources.root() / "README.md").read_text()


def test_sample_has_its_own_gold() -> None:
    folder = resources.sample()
    figures = measured(folder / "claims.jsonl", str(folder / "papers.jsonl"))
    assert figures["found"]["f"] >= 0.9
    assert figures["tuple"]["f"] >= 0.7

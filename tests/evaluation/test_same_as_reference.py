"""Our figures are those of the reference scorer on the same input, however well or badly the claims fit."""

import importlib.util
import json
import random
from pathlib import Path

import pytest

from leaderboard.evaluation import SLOTS, read_gold, score
from leaderboard.model import KINDS, Claim, as_row

GOLD = Path(__file__).parents[2] / "../shared/gold"
needs_gold = pytest.mark.skipif(
    not GOLD.is_dir(), reason="needs ../shared/gold, which is not part of the project"
)


@pytest.fixture(scope="module")
def reference():
    spec = importlib.util.spec_from_file_location("reference_score", GOLD / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoiled(rows, chance):
    """Return claims made from gold rows, of which some are dropped, doubled, moved or changed."""
    pools = {slot: [r[slot] for r in rows if isinstance(r.get(slot), str)] for slot in SLOTS}
    for row in rows:
        if "kind" not in row or chance.random() < 0.1:
            continue
        claim = {"doc_id": "x", "section": "abstract"}
        claim |= {k: row.get(k) for k in ("doc", "kind", "text", "start", "end", "value", "value_max")}
        for slot in SLOTS:
            value = row.get(slot)
            claim[slot] = chance.choice(value) if isinstance(value, list) else value
            if pools[slot] and chance.random() < 0.15:
                claim[slot] = chance.choice([None, "unknown", "", "the best " + chance.choice(pools[slot])])
        if chance.random() < 0.1:
            change = chance.choice(
                [{"value": claim["value"] + 1}, {"kind": chance.choice(KINDS)}, {"end": 10**6}]
            )
            claim |= change | {"start": claim["start"] + chance.choice([-3, 0, 3])}
        if chance.random() < 0.05:
            claim["section"] = "results"
        yield Claim(**claim)
        if chance.random() < 0.15:
            yield Claim(**claim | {"benchmark": chance.choice(pools["benchmark"]), "metric": None})


@needs_gold
@pytest.mark.parametrize("name", ["seed", "dev"])
@pytest.mark.parametrize("seed", range(10))
def test_the_same_figures_as_the_reference(reference, name, seed):
    path = GOLD / f"{name}.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    claims = list(spoiled(rows, random.Random(seed)))
    count, slots, kinds, errors = reference.score(rows, [as_row(claim) for claim in claims])
    ours = score(read_gold(path), claims)
    said = count["hit"] + count["extra"]
    assert (ours.found.right, ours.found.gold, ours.found.said) == (count["hit"], count["gold"], said)
    assert ours.whole.right == count["tuple"]
    assert {s: [r.right, r.gold] for s, r in ours.slots.items()} == {s: v for s, v in slots.items() if v[1]}
    assert {k: [r.gold, r.right, r.said - r.right] for k, r in ours.kinds.items()} == dict(kinds)
    assert [d.what for d in ours.disagreements] == [what for what, _, _ in errors]
    assert 0.3 < ours.found.f1 < 1

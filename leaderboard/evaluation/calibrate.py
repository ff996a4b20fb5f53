"""Fit the confidence of claims on gold and measure how far it can be believed.

`python -m leaderboard.evaluation.calibrate GOLD.jsonl SOURCE [GOLD SOURCE …] [--held-out GOLD SOURCE …]` writes
`data/confidence.json` (the weights), `data/accuracy/reliability.json` (of the claims said with 0.9, how many are right)
and `data/accuracy/rules.json` (precision of every rule). Logistic regression with a ridge penalty, by gradient descent;
no random choice, so the same gold gives the same weights. Rules do better on the text that they were made with: where
held-out gold is given, the weights are shifted as a whole to be right on average there, and reliability is measured
there; without it, by cross-validation over documents.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from leaderboard import resources
from leaderboard.documents import read
from leaderboard.evaluation.agreement import same_slot, same_value
from leaderboard.evaluation.findings import Finding, of_claim
from leaderboard.evaluation.gold import name_of, names_in, read_gold
from leaderboard.extraction.confidence import features, probability
from leaderboard.extraction.pipeline import Extractor, claim_of
from leaderboard.model import Document
from leaderboard.taxonomy import default
from leaderboard.text.clean import clean

Example = tuple[list[str], bool, str, str]
"""Features, whether the claim is right, its rule, and its document."""

_NEEDED = ("unit", "metric", "benchmark")
_NEEDED_OF_DIFFERENCES = (*_NEEDED, "direction", "baseline")
_BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def examples(gold_path: Path, source: str) -> list[Example]:
    """Return an example a claim that the extractor makes of the gold's documents; optional numbers are left out."""
    gold = read_gold(gold_path)
    names = names_in(gold)
    extractor = Extractor(default())
    found: list[Example] = []
    for document in read([source]):
        name = name_of(document, names) if isinstance(document, Document) else None
        if not isinstance(document, Document) or name is None:
            continue
        text = clean(document.abstract)
        for reading in extractor.readings(text, document.title):
            said = of_claim(claim_of(document, text, reading))
            right = _judged(gold[name], said)
            if right is not None:
                found.append(
                    (features(reading, reading.strength), right, reading.rule.split("+")[0], document.title)
                )
    return found


def _judged(gold: Sequence[Finding], said: Finding) -> bool | None:
    """Tell whether a claim is right as a whole; None where readers could take the number either way."""
    for want in gold:
        if (
            want.optional
            or want.kind != said.kind
            or not same_value(want, said)
            or not (want.once or want.overlaps(said))
        ):
            continue
        needed = _NEEDED_OF_DIFFERENCES if said.kind in ("change", "ratio") else _NEEDED
        return all(
            same_slot(slot, want.slots[slot], said.slots[slot]) for slot in needed if slot in want.slots
        )
    if any(spare.optional and spare.touches(said) for spare in gold):
        return None
    return False


def fit(
    data: Sequence[Example], ridge: float = 6.0, rounds: int = 400, step: float = 2.0
) -> dict[str, float]:
    """Return the weights of a ridge-penalised logistic regression of rightness on features."""
    counts = Counter(name for names, _, _, _ in data for name in names)
    weights = dict.fromkeys(counts, 0.0)
    for _ in range(rounds):
        slope: dict[str, float] = defaultdict(float)
        for names, right, _, _ in data:
            error = float(right) - probability_exact(names, weights)
            for name in names:
                slope[name] += error
        for name in weights:
            penalty = 0.0 if name == "bias" else ridge * weights[name]
            weights[name] += step * (slope[name] - penalty) / (counts[name] + 10.0)
    return {name: round(weight, 3) for name, weight in sorted(weights.items())}


def probability_exact(names: Sequence[str], table: dict[str, float]) -> float:
    """Return the logistic function of the summed weights without rounding."""
    from math import exp

    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, sum(table.get(name, 0.0) for name in names)))))


def reliability(data: Sequence[Example], folds: int = 5) -> list[dict[str, float]]:
    """Return for each band of confidence how many claims fell into it and how many were right, cross-validated."""
    documents = sorted({title for _, _, _, title in data})
    fold_of = {title: place % folds for place, title in enumerate(documents)}
    said: list[tuple[float, bool]] = []
    for fold in range(folds):
        table = fit([example for example in data if fold_of[example[3]] != fold])
        said += [
            (probability(names, table), right) for names, right, _, title in data if fold_of[title] == fold
        ]
    return in_bands(said)


def in_bands(said: Sequence[tuple[float, bool]]) -> list[dict[str, float]]:
    """Return for each band of confidence how many claims fell into it and how many were right."""
    bands: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in said:
        band = max(place for place, low in enumerate(_BINS[:-1]) if confidence >= low)
        bands[band].append((confidence, right))
    rows = []
    for band in sorted(bands):
        members = bands[band]
        rows.append(
            {
                "from": _BINS[band],
                "to": min(_BINS[band + 1], 1.0),
                "claims": len(members),
                "mean_confidence": round(sum(mean for mean, _ in members) / len(members), 3),
                "right": round(sum(right for _, right in members) / len(members), 3),
            }
        )
    return rows


def shifted(table: dict[str, float], held_out: Sequence[Example]) -> dict[str, float]:
    """Return the weights with the bias that makes the mean confidence on held-out claims the share that is right."""
    goal = sum(right for _, right, _, _ in held_out) / len(held_out)
    low, high = -6.0, 6.0
    for _ in range(40):
        middle = (low + high) / 2
        moved = {**table, "bias": table.get("bias", 0.0) + middle}
        mean = sum(probability_exact(names, moved) for names, _, _, _ in held_out) / len(held_out)
        low, high = (middle, high) if mean < goal else (low, middle)
    return {**table, "bias": round(table.get("bias", 0.0) + (low + high) / 2, 3)}


def rules(data: Sequence[Example]) -> list[dict[str, object]]:
    """Return each rule's precision on the gold: claims made, share right as a whole."""
    made: dict[str, list[bool]] = defaultdict(list)
    for _, right, rule, _ in data:
        made[rule].append(right)
    rows = [
        {"rule": rule, "claims": len(rights), "right": round(sum(rights) / len(rights), 3)}
        for rule, rights in sorted(made.items())
    ]
    return sorted(rows, key=lambda row: (-int(str(row["claims"])), str(row["rule"])))


def main(arguments: Sequence[str]) -> int:
    """Fit on pairs of gold and source, write the data files and print the reliability table."""
    at = arguments.index("--held-out") if "--held-out" in arguments else len(arguments)
    pairs, held = arguments[:at], arguments[at + 1 :]
    if len(pairs) < 2 or len(pairs) % 2 or len(held) % 2:
        print(
            "usage: python -m leaderboard.evaluation.calibrate GOLD.jsonl SOURCE [GOLD SOURCE …] [--held-out GOLD SOURCE …]",
            file=sys.stderr,
        )
        return 2
    data, held_out = _all_examples(pairs), _all_examples(held)
    folder = resources.root() / "data"
    table = fit(data)
    if held_out:
        table = shifted(table, held_out)
        bands = in_bands([(probability(names, table), right) for names, right, _, _ in held_out])
    else:
        bands = reliability(data)
    sizes = {"claims": len(data), "documents": len({title for *_, title in data})}
    _write(folder / "confidence.json", {**sizes, "held_out": len(held_out), "weights": table})
    _write(folder / "accuracy" / "reliability.json", {"claims": len(held_out or data), "bands": bands})
    _write(folder / "accuracy" / "rules.json", {"claims": len(data), "rules": rules(data)})
    for band in bands:
        print(
            f"{band['from']:.1f}-{band['to']:.1f}  claims {band['claims']:5.0f}  said {band['mean_confidence']:.2f}  right {band['right']:.2f}"
        )
    return 0


def _all_examples(pairs: Sequence[str]) -> list[Example]:
    return [
        example
        for gold, source in zip(pairs[::2], pairs[1::2], strict=True)
        for example in examples(Path(gold), source)
    ]


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Confidence: the estimated probability that a claim is right in kind, value, unit, metric, benchmark and baseline.

A logistic model over what linking found, fitted by `python -m leaderboard.evaluation.calibrate` and kept as data in
`data/confidence.json`. `probability({"bias", "kind:score", "metric:known"})` is the sum of their weights through the
logistic function.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from leaderboard import resources

if TYPE_CHECKING:
    from leaderboard.extraction.linking.reading import Reading


@cache
def weights() -> Mapping[str, float]:
    """Return the fitted weight of every feature; an empty mapping where none was fitted yet."""
    path = resources.root() / "data" / "confidence.json"
    if not path.is_file():
        return {}
    fitted: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return fitted


def features(reading: "Reading", strength: float) -> list[str]:
    """Return what the probability depends on: the rule, and how each slot was filled."""
    rule, _, listed = reading.rule.partition("+")
    why = reading.why
    found = [
        "bias",
        "kind:" + reading.kind,
        "rule:" + rule,
        "unit:"
        + (
            reading.unit
            if reading.unit in ("%", "points", "x")
            else "bare"
            if reading.unit is None
            else "other"
        ),
        "metric:"
        + (
            why.get("metric", "none")
            if reading.metric is None or "." not in why.get("metric", ".")
            else "own words"
        ),
        "benchmark:" + (why.get("benchmark", "none") if reading.benchmark else "none"),
    ]
    if listed:
        found.append("listed")
    if strength < 0.65:
        found.append("weak")
    if reading.kind in ("change", "ratio"):
        found.append("baseline:" + (why.get("baseline", "own words") if reading.baseline else "none"))
        found.append("direction:" + (reading.direction or "none"))
    if reading.metric is not None and len(reading.metric.split()) > 3:
        found.append("metric:long")
    return found


def probability(names: Iterable[str], table: Mapping[str, float] | None = None) -> float:
    """Return the logistic function of the summed weights, rounded to two places; 0.5 without a fit.

    >>> probability(["bias"], {"bias": 0.0})
    0.5
    """
    table = weights() if table is None else table
    total = 0.0
    for name in names:
        total += table.get(name, 0.0)
    return round(1.0 / (1.0 + exp(-max(-30.0, min(30.0, total)))), 2)


def confidence(reading: "Reading", strength: float) -> float:
    """Return the probability that a reading is right."""
    return probability(features(reading, strength))

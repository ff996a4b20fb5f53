"""What a confidence is worth, as measured on claims that people checked."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl

from leaderboard import resources


@dataclass(frozen=True, slots=True)
class Band:
    """Of `claims` with a confidence from `low` to `high`, the share `right` was right."""

    low: float
    high: float
    claims: int
    confidence: float
    right: float


@cache
def bands() -> tuple[Band, ...]:
    """Return the published bands, lowest first; none where no accuracy was published."""
    file = resources.root() / "data" / "accuracy" / "reliability.json"
    if not file.is_file():
        return ()
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["bands"]
    return tuple(Band(b["from"], b["to"], b["claims"], b["mean_confidence"], b["right"]) for b in found)


def frame() -> pl.DataFrame:
    """Return the bands as a frame with `from`, `to`, `claims`, `confidence`, `right`."""
    return pl.DataFrame(
        [
            {"from": b.low, "to": b.high, "claims": b.claims, "confidence": b.confidence, "right": b.right}
            for b in bands()
        ]
    )


def words(confidence: float) -> str:
    """Return what a confidence is worth in words: `of 187 checked claims like this, 99 of 100 were right`."""
    for band in bands():
        if band.low <= confidence < band.high or (confidence >= band.high >= 1):
            return f"of {band.claims} checked claims with {band.low:g} to {band.high:g}, {band.right:.0%} were right"
    return ""


@cache
def accuracy() -> pl.DataFrame:
    """Return the published accuracy: a row a part of claims, a column a set of papers, shares from 0 to 1."""
    file = resources.root() / "data" / "accuracy" / "accuracy.json"
    if not file.is_file():
        return pl.DataFrame()
    published: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    parts: dict[str, dict[str, float | None]] = {}
    for name, figures in published.items():
        for part, score in _parts(figures):
            parts.setdefault(part, dict.fromkeys(published))[name] = round(score, 3)
    return pl.DataFrame([{"part": part, **scores} for part, scores in parts.items()])


def _parts(figures: dict[str, Any]) -> list[tuple[str, float]]:
    found = [
        ("numbers found (F1)", figures["found"]["f"]),
        ("whole claims right (F1)", figures["tuple"]["f"]),
    ]
    found += [(f"{kind.replace('_', ' ')} (F1)", score["f"]) for kind, score in figures["kinds"].items()]
    found += [(f"{slot} right", score) for slot, score in figures["slots"].items()]
    return [(part, float(score)) for part, score in found if score is not None]

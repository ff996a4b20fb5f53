"""The figures of a comparison: precision, recall and F1 by kind, share right by slot, and what went wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from leaderboard.errors import UsageError, did_you_mean
from leaderboard.evaluation.findings import Finding, Names


@dataclass(frozen=True, slots=True)
class Rates:
    """How many were right, expected and said: `Rates(8, gold=10, said=9).recall` is 0.8."""

    right: int
    gold: int
    said: int

    @property
    def precision(self) -> float:
        """The share of what was said that is right; 0 where nothing was said."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of what was expected that was said; 0 where nothing was expected."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class SlotRate:
    """Of the claims that were found and have the slot in gold, how many have it right."""

    right: int
    gold: int

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.gold


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A number missed, invented (`extra`), or found with wrong slots (`got` is what was said there)."""

    what: Literal["missed", "extra", "slots"]
    finding: Finding
    got: Mapping[str, Names] = field(default_factory=dict)

    def row(self) -> dict[str, Any]:
        """Return it as a flat row: what, document, number, kind, place, and what was wanted and got."""
        start, end = self.finding.spans[0]
        return {
            "what": self.what,
            "doc": self.finding.doc,
            "text": self.finding.text,
            "kind": self.finding.kind,
            "start": start,
            "end": end,
            "wanted": _said({slot: self.finding.slots[slot] for slot in self.got}),
            "got": _said(self.got),
        }


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of one comparison: `report.found.f1`, `report.slots["metric"].share`.

    `found` is over numbers with kind, value and place; in `whole` (`tuple` in the gold format) unit, metric,
    benchmark and, for changes and ratios, direction and baseline must be right too.
    """

    found: Rates
    whole: Rates
    kinds: Mapping[str, Rates]
    slots: Mapping[str, SlotRate]
    disagreements: tuple[Disagreement, ...]

    def figure(self, name: str) -> float:
        """Return one figure by name: the F1 of `found`, `tuple` or a kind, or the share of a slot."""
        rates = {"found": self.found, "tuple": self.whole, **self.kinds}
        if name in rates:
            return rates[name].f1
        if name in self.slots:
            return self.slots[name].share
        known = [*rates, *self.slots]
        raise UsageError(f"unknown figure {name!r}{did_you_mean(name, known)} (one of {', '.join(known)})")

    def rows(self) -> list[dict[str, Any]]:
        """Return a row a figure: what it measures, how many in gold, said and right, and the rates."""
        rows = [_rates_row("found", "", self.found)]
        rows += [_rates_row("kind", kind, rates) for kind, rates in self.kinds.items()]
        rows += [
            {"figure": "slot", "name": slot, "gold": rate.gold, "said": None, "right": rate.right}
            | {"precision": None, "recall": None, "f1": None, "share": rate.share}
            for slot, rate in self.slots.items()
        ]
        return [*rows, _rates_row("tuple", "", self.whole)]

    def as_json(self) -> dict[str, Any]:
        """Return the figures as one object: p, r and f of `found`, `tuple` and each kind, shares by slot."""
        return {
            "found": _prf(self.found),
            "tuple": _prf(self.whole),
            "gold": self.found.gold,
            "said": self.found.said,
            "slots": {slot: rate.share for slot, rate in self.slots.items()},
            "kinds": {kind: _prf(rates) for kind, rates in self.kinds.items()},
        }


def _rates_row(figure: str, name: str, rates: Rates) -> dict[str, Any]:
    counts = {"figure": figure, "name": name, "gold": rates.gold, "said": rates.said, "right": rates.right}
    return {**counts, "precision": rates.precision, "recall": rates.recall, "f1": rates.f1, "share": None}


def _prf(rates: Rates) -> dict[str, float]:
    return {"p": rates.precision, "r": rates.recall, "f": rates.f1}


def _said(slots: Mapping[str, Names]) -> str:
    return "; ".join(f"{slot}: {' | '.join(_shown(names))}" for slot, names in slots.items())


def _shown(names: Names) -> list[str]:
    return list(dict.fromkeys("nothing" if name is None else name for name in names))

"""Explain: for any text, which numbers were taken, why each slot got its value, and why a number was not taken.

`Extractor.explain("It reaches 79.3% on HumanEval.")` gives one sentence with one quantity, its claim and its steps.
"""

from dataclasses import dataclass

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.edges import left_edge, right_edge
from leaderboard.extraction.sentence import Sentence
from leaderboard.model import Claim

_SLOTS = (
    "metric",
    "benchmark",
    "method",
    "model",
    "baseline",
    "setting",
    "qualifier",
    "direction",
    "basis",
    "role",
    "target",
)


@dataclass(frozen=True, slots=True)
class Step:
    """Why a slot has its value: `Step("benchmark", "HumanEval", "named after it")`."""

    slot: str
    value: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class QuantityTrace:
    """A number of a sentence with the claim made of it, or the reason why none was; offsets count the raw text."""

    text: str
    start: int
    end: int
    claim: Claim | None
    refused: str | None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class MentionTrace:
    """A name of the taxonomy in a sentence: a benchmark, a metric or a model."""

    start: int
    end: int
    text: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class SentenceTrace:
    """A sentence with its quantities and mentions."""

    text: str
    quantities: tuple[QuantityTrace, ...] = ()
    mentions: tuple[MentionTrace, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the rules made of a text, sentence by sentence."""

    sentences: tuple[SentenceTrace, ...] = ()


def steps_of(claim: Claim, why: dict[str, str]) -> tuple[Step, ...]:
    """Return why each filled slot of a claim has its value."""
    steps = [Step("kind", claim.kind, why.get("kind", claim.rule))]
    for slot in _SLOTS:
        value = getattr(claim, slot)
        if value is not None:
            steps.append(Step(slot, str(value), why.get(slot, "the words around the number")))
    return tuple(steps)


def why_not(view: Sentence, place: int) -> str:
    """Return in words why no claim was made of the number at a place."""
    number = view.numbers[place]
    _left, _ = left_edge(view, place)
    right, _ = right_edge(view, place)
    after = view.word(right)
    if view.is_name_number(place):
        return f"part of the name that '{view.raw[place - 1]}' begins"
    if number.unit is None and number.value == int(number.value) and 1900 <= number.value <= 2100:
        return "a year"
    if number.scale and after:
        return f"an amount of '{after}', not of parameters"
    if number.unit == "%" and after == "of":
        return f"a share of '{view.word(right + 1)}', not a level of a metric"
    if number.dimension == "factor":
        return "repetitions or a size, no comparison stands beside it"
    if number.dimension is not None and number.unit != "%":
        return "an amount that no cost, speed or change explains"
    if view.word(place - 1) == "(" and view.word(place + 1) == ")":
        return "a number in brackets without a metric before it"
    if view.flag(right) & (lx.DATA_SHARE | lx.DATASET_WORD) or after.endswith("s"):
        return f"counts '{after}', and how many were used is no result"
    return "no metric, change or cost is named for it"

"""The nouns that travel between the stages: documents, refusals and claims; frozen, typed, without behaviour.

All spans are half-open character offsets, and `text[start:end]` is always the evidence that is shown.
"""

from dataclasses import dataclass, field, fields
from typing import Any, Literal

Kind = Literal["score", "change", "ratio", "bit_width", "parameters", "resource", "count"]
KINDS: tuple[Kind, ...] = ("score", "change", "ratio", "bit_width", "parameters", "resource", "count")
Direction = Literal["up", "down"]
Basis = Literal["absolute", "relative"]
DatePrecision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as it was read: `Document(id="arxiv:2312.01234", title="…", abstract="…")`.

    `id` is `arxiv:…` or `doi:…` where known, else `title:` and a hash of the normalised title.
    `date` is ISO text cut to its precision (`2024-03-17`, `2024-03`, `2024`). `source` is the file it came from and
    `place` where in it (`line 12`, `entry 3`, `characters 120-1800`).
    """

    id: str
    title: str
    abstract: str
    authors: tuple[str, ...] = ()
    date: str | None = None
    date_precision: DatePrecision | None = None
    url: str | None = None
    venue: str | None = None
    arxiv_id: str | None = None
    doi: str | None = None
    source: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in a source that could not be read: `Refusal("dump.jsonl", "line 7", "not JSON: …")`."""

    source: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One number that a text asserts about a system, with the slots of the gold format and its evidence.

    `start` and `end` count characters of the abstract as it was read; `text` is the number there. `value` is in `unit`
    (`79.27` and `%`, `1.45` and `x`, `7.5e9` and `parameters`). A number reported on several benchmarks is one claim for
    each. `rule` names the rule that took it, `confidence` is the estimated probability that the claim is right.
    """

    doc_id: str
    doc: str
    kind: Kind
    text: str
    start: int
    end: int
    value: float
    value_max: float | None = None
    unit: str | None = None
    direction: Direction | None = None
    basis: Basis | None = None
    metric: str | None = None
    benchmark: str | None = None
    method: str | None = None
    model: str | None = None
    baseline: str | None = None
    setting: str | None = None
    qualifier: str | None = None
    role: str | None = None
    target: str | None = None
    section: str = "abstract"
    sentence: str = ""
    sentence_start: int = 0
    sentence_end: int = 0
    rule: str = ""
    confidence: float = 0.0


def as_row(record: Document | Claim | Refusal) -> dict[str, Any]:
    """Return the fields of a record in their declared order, ready for JSON, CSV or a frame."""
    return {f.name: getattr(record, f.name) for f in fields(record)}


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of characters with its text."""

    start: int
    end: int
    text: str = field(default="", compare=False)

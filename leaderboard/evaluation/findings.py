"""What is compared: a number with its kind and slots, either expected by gold or said by an extractor."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from leaderboard.model import Claim

Names = tuple[str | None, ...]

SLOTS = (
    "unit",
    "direction",
    "basis",
    "metric",
    "benchmark",
    "baseline",
    "method",
    "model",
    "setting",
    "qualifier",
    "role",
)
"""The slots that are compared, in the order of the report."""

ONCE_A_DOCUMENT = frozenset({"bit_width", "parameters"})
"""Kinds that count once a document and value, however often the text repeats them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A number: `Finding(doc="A title", kind="score", value=79.3, slots={"unit": ("%",)}, …)`.

    A slot holds its alternatives: in gold any of them is right, in a finding merged from several claims they
    are what all of them said. A slot missing from `slots` is not compared. `spans` are half-open character
    offsets into the abstract.
    """

    doc: str
    kind: str
    value: float
    value_max: float | None
    spans: tuple[tuple[int, int], ...]
    text: str
    slots: Mapping[str, Names]
    optional: bool = False

    @property
    def once(self) -> bool:
        """Whether it counts once a document, wherever it stands."""
        return self.kind in ONCE_A_DOCUMENT

    def overlaps(self, other: "Finding") -> bool:
        """Return whether the first places of the two findings share a character."""
        return _overlap(self.spans[0], other.spans[0])

    def touches(self, other: "Finding") -> bool:
        """Return whether the first place of this finding shares a character with any place of the other."""
        return any(_overlap(self.spans[0], span) for span in other.spans)


def of_claim(claim: Claim) -> Finding:
    """Return a claim as a finding with one name in every slot."""
    return Finding(
        doc=claim.doc,
        kind=claim.kind,
        value=claim.value,
        value_max=claim.value_max,
        spans=((claim.start, claim.end),),
        text=claim.text,
        slots={slot: (getattr(claim, slot),) for slot in SLOTS},
    )


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """Make one finding of those that speak of the same number, say of one claim a benchmark.

    The same number is the same kind, value and start; for the kinds that count once a document, the same kind
    and value. The merged finding has the first one's place, every span, and all their names in each slot.
    """
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        key = (
            (finding.kind, finding.value, finding.value_max)
            if finding.once
            else (finding.kind, round(finding.value, 9), finding.spans[0][0])
        )
        groups.setdefault(key, []).append(finding)
    return [_one(group) for group in groups.values()]


def _one(group: list[Finding]) -> Finding:
    if len(group) == 1:
        return group[0]
    return replace(
        group[0],
        spans=tuple(span for finding in group for span in finding.spans),
        slots={slot: tuple(n for f in group for n in f.slots.get(slot, (None,))) for slot in SLOTS},
    )


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]

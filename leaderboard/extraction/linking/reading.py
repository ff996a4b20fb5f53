"""A reading: a claim in the making, with clean offsets and the reasons for its slots; and the sentence being linked."""

from dataclasses import dataclass, field
from typing import Protocol

from leaderboard.extraction.frames.frame import Item
from leaderboard.extraction.mentions.benchmark_lists import Group
from leaderboard.extraction.mentions.systems import Own
from leaderboard.extraction.sentence import Sentence
from leaderboard.model import Basis, Direction, Kind

MEASURED = frozenset(("score", "change", "ratio", "count"))


@dataclass(slots=True)
class Reading:
    """A number with its slots, before it becomes a claim of a document."""

    sentence: Sentence
    start: int
    end: int
    kind: Kind
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
    rule: str = ""
    confidence: float = 0.0
    strength: float = 1.0
    place: int = 0
    row: int = -1
    why: dict[str, str] = field(default_factory=dict)


class Context(Protocol):
    """What linking may ask about the text before a sentence."""

    def recent(self) -> list[Reading]:
        """Return the last readings."""

    def nearest_names(self, own: frozenset[str], reach: int = 3) -> list[str]:
        """Return the benchmark names of the nearest earlier sentence that has any."""

    def background(self) -> bool:
        """Tell whether the authors have not begun to speak of their own work by the end of the sentence."""


@dataclass(slots=True)
class Linker:
    """The sentence that is being linked, with what was found in it once for all its numbers."""

    s: Sentence
    items: list[Item]
    own: Own
    context: Context
    groups: list[Group]
    models: list[tuple[int, int]]
    readings: list[Reading] = field(default_factory=list)

    def measured(self) -> list[Item]:
        """Return the items that measure something: all but bit-widths and parameter counts."""
        return [item for item in self.items if item.frame.kind not in ("bit_width", "parameters")]

    def next_measure(self, item: Item) -> int:
        """Return the place of the next number of another list, or the end of the sentence."""
        for other in self.items:
            if (
                other.place > item.place
                and other.place not in item.number.members
                and other.frame.kind not in ("bit_width", "parameters")
            ):
                return other.place
        return self.s.size

    def clause_start(self, place: int) -> int:
        """Return the place of the last `;`, `while`, `whereas` or `but` before a place, or 0."""
        for at in range(place - 1, -1, -1):
            if self.s.words[at] in CLAUSE:
                return at
        return 0


CLAUSE = frozenset((";", "while", "whereas", "but"))

"""A frame: what a construction takes a number for, with the slots that its own words give."""

from dataclasses import dataclass, field
from typing import NamedTuple

from leaderboard.extraction import lexicon as lx
from leaderboard.model import Basis, Direction, Kind
from leaderboard.text.tokens import Quantity


class Measure(NamedTuple):
    """What is measured: its name as the text has it, its tokens, and whether less of it is better."""

    name: str
    first: int
    last: int
    lower: bool = False
    known: bool = True  # named as a measure by its head or by the taxonomy, not only by its place


@dataclass(slots=True)
class Number:
    """A number with its surroundings; places count tokens.

    `left` is the place of the word before its list and the list's qualifiers, `right` that of the word after them;
    `members` are the places of the numbers listed with it, itself among them.
    """

    place: int
    quantity: Quantity
    left: int
    right: int
    members: tuple[int, ...]
    qualifiers: tuple[str, ...] = ()
    own_left: int = -1
    own_right: int = -1

    @property
    def bare(self) -> bool:
        """Whether it has no unit."""
        return self.quantity.unit is None

    @property
    def spelled(self) -> bool:
        """Whether it is written in letters: `two points`, `five-fold`."""
        return self.quantity.text[:1].isalpha()

    @property
    def decimal(self) -> bool:
        """Whether it is written with a decimal point or a plus sign."""
        return self.quantity.sign == "+" or "." in self.quantity.text


@dataclass(slots=True)
class Frame:
    """What a construction took a number for; what stays None is linked later."""

    kind: Kind
    rule: str
    measure: Measure | None = None
    settled: bool = False  # the words say which measure, or that there is none to name
    direction: Direction | None = None
    basis: Basis | None = None
    baseline: tuple[int, int] | None = None
    benchmark: tuple[int, int] | None = None
    owner: tuple[int, int] | None = None
    role: str | None = None
    target: str | None = None
    unit: str | None = None
    value: float | None = None
    flags: int = 0  # of the word that says how the measure moves
    verb: int = -1  # the place of the verb that governs the number
    close: int = -1  # the place after the last token that the construction used
    strength: float = 1.0
    own: bool = True  # its own words make the kind sure, so that a row does not


@dataclass(slots=True)
class Item:
    """A number with its frame, and the row of parallel numbers that it stands in."""

    number: Number
    frame: Frame
    row: int = -1
    place: int = field(init=False)
    """The place of the number."""

    def __post_init__(self) -> None:
        """Keep the place at hand: it is asked for everywhere."""
        self.place = self.number.place


def moves(flags: int, lower: bool) -> Direction | None:
    """Return where a word of change with these flags moves a measure: an improved error goes down."""
    if flags & (lx.VERB_WORSE | lx.NOUN_WORSE | lx.COMP_BAD):
        return "up" if lower else "down"
    if flags & (lx.VERB_DOWN | lx.NOUN_DOWN | lx.COMP_DOWN | lx.COMP_COST | lx.COMP_SLOW | lx.VERB_SLOWER):
        return "down"
    if flags & (lx.VERB_IMPROVE | lx.NOUN_IMPROVE | lx.COMP_GOOD | lx.VERB_COMPARE):
        return "down" if lower else "up"
    if flags & (lx.NOUN_DIFF | lx.VERB_DIFF):
        return None
    return "up"

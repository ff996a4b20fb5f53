"""Units that stand further on: `2, 3 and 4 bits`, `2.51-, 1.73- and 1.58-bit`, `76 accuracy points`."""

from dataclasses import replace
from typing import TYPE_CHECKING

from leaderboard.extraction import lexicon as lx
from leaderboard.taxonomy import Taxonomy, default
from leaderboard.text.tokens import Quantity

if TYPE_CHECKING:
    from leaderboard.extraction.sentence import Sentence

_LIST_JOINTS = ([","], ["and"], ["or"], [",", "and"], [",", "or"], ["/"])


# dimensions of `units.csv` that mean something to the rules; every other is a physical one
_DIMENSIONS = {
    "share": "percent", "points": "points", "ratio": "factor", "bits": "bits", "parameters": "parameters", "time": "time", "memory": "memory", "rate": "rate",
    "frequency": "rate", "money": "money", "energy": "energy", "power": "power", "compute time": "compute", "operations": "operations", "tokens": "tokens",
    "devices": "devices", "area": "area", "length": "length", "angle": "angle",
}  # fmt: skip


def own_units(taxonomy: Taxonomy) -> dict[str, tuple[str, str]]:
    """Return the one-word spellings, in lower case, of the units that a user's folder adds, with symbol and dimension."""
    shipped = {unit.symbol for unit in default().units} if len(taxonomy.folders) > 1 else set()
    found: dict[str, tuple[str, str]] = {}
    for unit in taxonomy.units if len(taxonomy.folders) > 1 else ():
        if unit.symbol not in shipped:
            for spelling in (unit.symbol, *unit.names):
                found[spelling.lower()] = (unit.symbol, _DIMENSIONS.get(unit.dimension, "physical"))
    return found


def finish(s: "Sentence") -> None:
    """Give the numbers of a sentence the units that words further on give them, and tag those that are part of a name."""
    numbers = s.numbers
    if any(number.dimension == "suspended" for number in numbers.values()):
        _suspended(s)
    for place, number in list(numbers.items()):
        if number.dimension in (None, "percent") and not number.scale:
            _metric_points(s, place, number)
    if len(numbers) > 1:
        _share_units(s)
    for place in numbers:
        if s.is_name_number(place):
            s.tags[place] = "E"


def _suspended(s: "Sentence") -> None:
    """Give `2.51-` in `2.51-, 1.73- and 1.58-bit` the unit and scale of the number that ends the row."""
    following: Quantity | None = None
    for place in sorted(s.numbers, reverse=True):
        number = s.numbers[place]
        if number.dimension == "suspended":
            unit = (following.unit, following.dimension) if following is not None else (None, None)
            s.numbers[place] = replace(number, unit=unit[0], dimension=unit[1])
        following = s.numbers[place]


def _share_units(s: "Sentence") -> None:
    """Give the bare numbers of `2, 3 and 4 bits` or `10, 20 and 30%` the unit that only the last of the list has."""
    places = sorted(s.numbers)
    for at in range(len(places) - 1, 0, -1):
        closing = s.numbers[places[at]]
        if s.words[places[at - 1] + 1 : places[at]] == [","]:
            continue  # "MSE = 0.002, 94% fidelity"
        if closing.dimension not in ("bits", "percent", "factor", "points"):
            continue
        if at + 1 < len(places) and s.numbers[places[at + 1]].dimension == closing.dimension:
            if s.words[places[at] + 1 : places[at + 1]] in _LIST_JOINTS:
                continue  # "0.34, 11.52% and 5.05%": the first is bare on purpose
        for before in range(at - 1, -1, -1):
            place = places[before]
            number = s.numbers[place]
            between = s.words[place + 1 : places[before + 1]]
            if (
                between not in _LIST_JOINTS
                or number.unit is not None
                or number.scale
                or number.sign
                or 1900 <= number.value <= 2100
            ):
                break
            if closing.dimension == "bits" and not number.value == int(number.value) <= 32:
                break
            if closing.dimension == "points" and "." not in number.text:
                break
            s.numbers[place] = replace(number, unit=closing.unit, dimension=closing.dimension)


def _metric_points(s: "Sentence", place: int, number: Quantity) -> None:
    """Give `76` in `76 accuracy points` its unit."""
    for at in range(place + 1, min(place + 5, s.size)):
        word = s.words[at]
        if word in ("points", "point", "pts"):
            named = (
                s.flags[at - 1] & lx.METRIC_HEAD
                or any(c.isupper() for c in s.raw[at - 1])
                or s.kind_at(at - 1) == "metric"
            )
            if at > place + 1 and (named or number.unit == "%" or "." in number.text):
                s.numbers[place] = replace(number, unit="points", dimension="points")
            return
        if s.tags[at] not in "NEAxie" or (s.flags[at] & lx.VERB and not s.flags[at] & lx.NOUN_VERB):
            return

"""Aligning: which names of a list belong to which numbers of a row."""

from collections.abc import Sequence
from typing import TypeVar

from leaderboard.extraction.frames.frame import Item
from leaderboard.extraction.mentions.benchmark_lists import Group
from leaderboard.extraction.sentence import Sentence

T = TypeVar("T")


def aligned(group: Group, item: Item) -> list[str]:
    """Return which names of a group are a number's: one where the row is as long as the list, else all."""
    if item.place in group.brackets:
        return [group.names[group.brackets[item.place]]]
    for names in (group.names, _unslashed(group.names)):
        mine = in_place(names, item)
        if mine is not None:
            return [mine]
    return list(dict.fromkeys(group.names))


def in_place(names: Sequence[T], item: Item) -> T | None:
    """Return which of the names is a number's, None where its row is not as long as the list or no row at all."""
    members = item.number.members
    return names[members.index(item.place)] if len(names) == len(members) > 1 else None


def _unslashed(names: list[str]) -> list[str]:
    """Return names with those apart that a slash joins: `AIME 24/25` is AIME 24 and AIME 25."""
    found = []
    for name in names:
        head, _, tail = name.rpartition(" ")
        found += [f"{head} {part}" for part in tail.split("/")] if head and "/" in tail else [name]
    return found


def listed_before(s: Sentence, item: Item, groups: list[Group]) -> Group | None:
    """Return the group of a number whose row is as long as the names named one by one before it, `respectively`."""
    members = item.number.members
    if "respectively" not in s.words[members[-1] :]:
        return None
    named = [group for group in groups if group.last <= members[0] and not group.generic]
    return in_place(named, item) if all(len(group.names) == 1 for group in named) else None


def in_measure(s: Sentence, item: Item, groups: list[Group]) -> Group | None:
    """Return the group that stands in the phrase of a number's own measure: `improving MT-Bench scores from 7.2 to 8.3`."""
    measure = item.frame.measure
    if measure is None or measure.last > s.size or measure.last <= measure.first:
        return None
    begin = s.np_first[measure.last - 1]
    return next(
        (
            g
            for g in groups
            if g.known and len(g.names) == 1 and 0 <= begin <= g.first and g.last <= measure.last
        ),
        None,
    )

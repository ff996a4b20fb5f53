"""Aligning: which names of a list belong to which numbers of a row."""

from leaderboard.extraction.frames.frame import Item
from leaderboard.extraction.mentions.benchmark_lists import Group
from leaderboard.extraction.sentence import Sentence


def aligned(group: Group, item: Item) -> list[str]:
    """Return which names of a group are a number's: one where the row is as long as the list, else all."""
    if item.place in group.brackets:
        return [group.names[group.brackets[item.place]]]
    members = item.number.members
    for names in (group.names, _unslashed(group.names)):
        if len(names) == len(members) > 1:
            return [names[members.index(item.place)]]
    return list(dict.fromkeys(group.names))


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
    if len(members) < 2 or "respectively" not in s.words[members[-1] :]:
        return None
    named = [group for group in groups if group.last <= members[0] and not group.generic]
    if len(named) == len(members) and all(len(group.names) == 1 for group in named):
        return named[members.index(item.place)]
    return None


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

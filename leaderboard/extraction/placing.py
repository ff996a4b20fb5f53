"""Placing: which of the benchmarks around it a number was measured on.

In its own sentence the order of names and numbers decides (`Q on A and Q on B`, `on A Q and on B Q`); a sentence
without names takes what the text before it settled: the paper's own benchmark, or the only one it evaluates on.
"""

from typing import TYPE_CHECKING

from leaderboard.extraction import cues
from leaderboard.extraction.benchmarks import Group
from leaderboard.extraction.reading import Item
from leaderboard.extraction.view import View

if TYPE_CHECKING:
    from leaderboard.extraction.linking import Linker, Reading

_CLAUSE = frozenset((";", "while", "whereas", "but"))
_SIZES = frozenset(
    [
        "size",
        "parameters",
        "count",
        "memory",
        "time",
        "cost",
        "latency",
        "speed",
        "throughput",
        "usage",
        "consumption",
        "flops",
        "overhead",
        "energy",
        "tokens",
        "length",
        "footprint",
        "params",
        "storage",
        "speedup",
        "compute",
        "computation",
        "ram",
        "vram",
    ]
)


def benchmarks_of(
    linker: "Linker", position: int, item: Item, metric: str | None, before: "list[Reading]"
) -> tuple[list[str] | None, str]:
    """Return the names that a number was measured on and why, or None."""
    kind = item.frame.kind
    if kind in ("bit_width", "parameters"):
        return None, ""
    amount = kind in ("ratio", "resource") or (metric is not None and metric.split()[-1].lower() in _SIZES)
    found = _in_sentence(linker, position, item, amount)
    if found is not None:
        group, names, reason = found
        if group.generic:
            return None, ""
        if kind == "resource" and reason != "opens the sentence":
            return None, ""
        return names, reason
    if amount:
        return None, ""
    for reading in reversed(before):
        if reading.kind in ("score", "change") and reading.benchmark:
            return [reading.benchmark], "the number before it"
    return _from_context(linker, item)


def _aligned(group: Group, item: Item) -> list[str]:
    if item.place in group.brackets:
        return [group.names[group.brackets[item.place]]]
    if len(group.names) == len(item.members) > 1:
        return [group.names[item.members.index(item.place)]]
    return list(dict.fromkeys(group.names))


def _in_sentence(
    linker: "Linker", position: int, item: Item, amount: bool
) -> tuple[Group, list[str], str] | None:
    view = linker.view
    groups = [g for g in linker.groups if _usable(g)]
    if not groups:
        return None
    for group in groups:
        if item.place in group.brackets:
            return group, _aligned(group, item), "stands behind it"
    right = _right(linker, position, item, groups)
    left = _left(linker, position, item, groups)
    if right is not None and left is not None:
        paired = (
            item.frame.rule in ("score.pair", "change.pair", "change.by")
            and right.introduced - item.members[-1] > 1
            and (item.frame.rule != "change.by" or left.first > item.frame.verb >= 0)
        )
        choice = left if paired or _leads(linker, groups) else right
        return choice, _aligned(choice, item), "named beside it"
    if right is not None:
        distance = right.introduced - item.members[-1]
        if amount and distance > 14:
            return None
        return right, _aligned(right, item), "named after it"
    if left is not None:
        fronted = _is_fronted(view, left)
        if (
            amount
            and not fronted
            and (item.frame.kind in ("ratio", "resource") or item.place - left.last > 8)
        ):
            return None
        return left, _aligned(left, item), "opens the sentence" if fronted else "named before it"
    fronted_groups = [g for g in groups if g.first < item.place and _is_fronted(view, g)]
    if fronted_groups:
        return fronted_groups[-1], _aligned(fronted_groups[-1], item), "opens the sentence"
    named = [g for g in groups if not g.generic]
    if (
        len(named) == 1
        and len(groups) == 1
        and item.frame.kind == "ratio"
        and named[0].first > item.place
        and all(other.frame.kind == "ratio" for other in _measured(linker))
    ):
        return named[0], _aligned(named[0], item), "closes the row"
    if len(named) == 1 and not amount and len(groups) == 1:
        return named[0], _aligned(named[0], item), "the only one in the sentence"
    return None


def _usable(group: Group) -> bool:
    return (
        group.generic
        or group.known
        or group.cued
        or group.preposition == "on"
        or group.preposition in ("across", "over", "in", "for", "at", "e.g")
    )


def _measured(linker: "Linker") -> list[Item]:
    return [other for other in linker.items if other.frame.kind not in ("bit_width", "parameters")]


def _right(linker: "Linker", position: int, item: Item, groups: list[Group]) -> Group | None:
    """Return the first group after a number's row and before the next row."""
    view = linker.view
    end = len(view)
    for other in _measured(linker):
        if other.place > item.members[-1] and other.place not in item.members:
            end = other.place
            break
    for group in groups:
        if group.first <= item.members[-1]:
            continue
        if group.first >= end:
            return None
        between = view.words[item.members[-1] + 1 : group.introduced]
        if any(word in _CLAUSE for word in between):
            return None
        if group.preposition in ("of", "to", "using", "with", "from", "like") and not (
            group.known or group.cued
        ):
            continue
        if group.preposition == "" and len(between) > 6:
            return None
        return group
    return None


def _left(linker: "Linker", position: int, item: Item, groups: list[Group]) -> Group | None:
    """Return the last group before a number and after the row before it; the `from` of a pair shares with its `to`."""
    view = linker.view
    start = -1
    for other in _measured(linker):
        if other.place >= item.members[0]:
            break
        if (
            item.frame.rule.split(".")[1] == "pair"
            and other.frame.rule == item.frame.rule
            and other is linker.items[position - 1]
            and item.frame.role is None
            and other.frame.role is not None
        ):
            continue
        start = other.place
    for group in reversed(groups):
        if group.first >= item.place:
            continue
        if group.first < start:
            return None
        if any(view.words[at] in _CLAUSE for at in range(group.last, item.place)) and not _is_fronted(
            view, group
        ):
            return None
        return group
    return None


def _leads(linker: "Linker", groups: list[Group]) -> bool:
    """Tell whether names come before their numbers in this sentence: A Q B Q rather than Q A Q B."""
    order: list[str] = []
    places = [(g.first, "G") for g in groups] + [(item.members[0], "Q") for item in _measured(linker)]
    for _, what in sorted(places):
        if not order or order[-1] != what:
            order.append(what)
    return order[0] == "G" and order[-1] == "Q" and len(order) >= 4


def _is_fronted(view: View, group: Group) -> bool:
    """Tell whether a group stands before the main verb, so that it holds for the whole sentence."""
    for at in range(min(group.introduced if group.introduced >= 0 else group.first, len(view))):
        if view.flags[at] & (cues.VERB | cues.BE) and view.words[at] not in _EVALUATING:
            return False
        if at in view.quantities and not (
            view.quantities[at].unit is None and view.quantities[at].value < 200
        ):
            return False
    return True


_EVALUATING = frozenset(
    [
        "evaluated",
        "conducted",
        "using",
        "experiments",
        "evaluate",
        "test",
        "tested",
        "results",
        "evaluations",
        "performed",
        "testing",
        "benchmark",
        "run",
        "show",
        "reported",
        "scale",
        "set",
        "measured",
        "evaluating",
        "training",
        "trained",
        "fine-tuned",
        "applied",
        "conduct",
        "validated",
        "validate",
        "compared",
        "unlearning",
        "has",
        "have",
        "been",
    ]
)


def _from_context(linker: "Linker", item: Item) -> tuple[list[str] | None, str]:
    """Return the benchmark that earlier sentences settle: the paper's own, or the only one they evaluate on."""
    own = linker.own
    names = linker.context.nearest_names(own.lowered - {(own.benchmark or "").lower()})
    if own.benchmark and item.frame.kind == "score":
        return [own.benchmark], "the paper's own benchmark"
    if len(names) == len(item.members) > 1:
        return [names[item.members.index(item.place)]], "listed in an earlier sentence"
    if len(names) == 1:
        return names, "named in an earlier sentence"
    return None, ""

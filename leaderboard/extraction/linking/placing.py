"""Placing: which of the benchmarks around it a number was measured on.

In its own sentence the order of names and numbers decides (`Q on A and Q on B`, `on A Q and on B Q`); a sentence
without names takes what the text before it settled: the paper's own benchmark, or the only one it evaluates on.
"""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Item
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.linking.aligning import aligned, in_measure, in_place, listed_before
from leaderboard.extraction.linking.reading import CLAUSE, Linker
from leaderboard.extraction.mentions.benchmark_lists import Group
from leaderboard.extraction.mentions.benchmarks import TRAINED
from leaderboard.extraction.sentence import Sentence

_EVALUATING = one_of(
    """evaluated conducted using experiments evaluate test tested results evaluations performed testing benchmark run
    show reported scale set measured evaluating training trained fine-tuned applied conduct validated validate
    compared unlearning has have been demonstrate apply"""
)
_USABLE = frozenset(("on", "across", "over", "in", "for", "at", "e.g"))
_LOOSE = frozenset(("of", "to", "using", "with", "from", "like"))


def benchmarks_of(linker: Linker, item: Item, metric: str | None) -> tuple[list[str] | None, str]:
    """Return the names that a number was measured on and why, or None."""
    kind = item.frame.kind
    if kind in ("bit_width", "parameters"):
        return None, ""
    amount = kind in ("ratio", "resource") or _is_amount(linker, item, metric)
    found = _in_sentence(linker, item, amount)
    if found is not None:
        group, names, reason = found
        if group.generic:
            return _of_generic(linker, item, group), "listed before" if len(item.number.members) > 1 else ""
        if (
            kind == "resource"
            and reason != "opens the sentence"
            and not _closed_before(linker.s, item, group)
            and not (
                group.preposition == "on" and group.introduced == item.number.own_right and not group.generic
            )
        ):
            return None, ""
        return names, reason
    members = item.number.members
    if len(members) > 1 and not linker.groups and "respectively" in linker.s.words[members[-1] :]:
        mine = in_place(linker.context.nearest_names(linker.own.lowered), item)
        if mine is not None:
            return [mine], "listed in an earlier sentence"
    for reading in reversed(linker.readings):
        if reading.row == item.row >= 0 and reading.kind == kind and reading.benchmark and kind == "change":
            return [reading.benchmark], "the number before it"
    if amount:
        return None, ""
    for reading in reversed(linker.readings):
        if reading.kind in ("score", "change") and reading.benchmark:
            if reading.row != item.row and linker.s.bracket(reading.place) != linker.s.bracket(item.place):
                break
            return [reading.benchmark], "the number before it"
    return _from_context(linker, item)


def _closed_before(s: Sentence, item: Item, group: Group) -> bool:
    """Tell whether a number's bracket closes right before a group: `(from 313 to 181) on GSM8K`."""
    opened = s.bracket(item.place)
    return opened >= 0 and s.partner.get(opened, -2) + 1 == group.introduced


def _of_generic(linker: Linker, item: Item, group: Group) -> list[str] | None:
    """Return the names that `the respective benchmarks` stand for, for a row as long as the list named before."""
    s = linker.s
    if len(item.number.members) > 1 and any(
        s.words[at] in ("respective", "these", "both") for at in range(group.first, group.last)
    ):
        here = [g.names for g in linker.groups if g.last <= item.place and not g.generic]
        for names in (*here[-1:], linker.context.nearest_names(linker.own.lowered)):
            mine = in_place(names, item)
            if mine is not None:
                return [mine]
    return None


def _is_amount(linker: Linker, item: Item, metric: str | None) -> bool:
    """Tell whether a change is one of cost, speed or size, which belongs to a benchmark only where it is said."""
    if metric is None or item.frame.kind != "change":
        return False
    measure = item.frame.measure
    if (
        measure is not None
        and measure.last <= linker.s.size
        and linker.s.flags[measure.last - 1] & lx.METRIC_HEAD
        and not linker.s.flags[measure.last - 1] & lx.AMOUNT
    ):
        return False
    flags = lx.default().get(metric.split()[-1].lower(), 0)
    return bool(flags & lx.AMOUNT)


def _in_sentence(linker: Linker, item: Item, amount: bool) -> tuple[Group, list[str], str] | None:
    s = linker.s
    groups = [g for g in linker.groups if g.generic or g.known or g.cued or g.preposition in _USABLE]
    trained = [g for g in groups if g.introduced > 0 and s.words[g.introduced - 1] in TRAINED]
    if trained and len(trained) < len(groups):
        groups = [g for g in groups if g not in trained]
    if not groups:
        return None
    for group in groups:
        if item.place in group.brackets and not any(item.place < g.first < group.last for g in groups):
            return group, aligned(group, item), "stands behind it"
    inside = in_measure(s, item, groups)
    if inside is not None:
        return inside, aligned(inside, item), "stands in its measure"
    right = _right(linker, item, groups, amount)
    left = _left(linker, item, groups)
    if right is None and (listed := listed_before(s, item, groups)) is not None:
        return listed, list(listed.names), "listed before"
    if right is None and not amount and not _leads(linker, groups):
        mate = next((other for other in linker.measured() if other.place > item.number.members[-1]), None)
        if mate is not None and mate.row == item.row >= 0 and s.word(mate.number.own_left) == "and":
            right = _right(linker, mate, groups, amount)  # "18% for Llama and 3% for GPT-4 on HumanEval Plus"
    if right is not None and right.generic and right.introduced - item.number.members[-1] > 3:
        fronted = [g for g in groups if g.first < item.place and not g.generic and is_fronted(s, g)]
        if fronted:
            return fronted[-1], aligned(fronted[-1], item), "opens the sentence"
    rule = item.frame.rule
    if (
        right is not None
        and left is not None
        and right.preposition == "for"
        and left.known
        and not right.known
    ):
        right = None  # "accuracy on NQ from 19% to 46% for FooRank"
    if right is not None and left is not None:
        paired = (
            rule in ("score.pair", "change.pair", "change.by", "change.by+row")
            and right.introduced - _past_bracket(s, item.number.members[-1]) > 0
            and not (
                item.frame.role == "baseline"
                and right.introduced > item.number.members[-1] + 2
                and (item.place - left.last > 3 or s.tag(left.introduced - 1) == "Q")
            )
            and (not rule.startswith("change.by") or left.first > item.frame.verb >= 0)
        )
        adjacent = right.introduced - item.number.members[-1] <= 1 and item.place - left.last > 2
        choice = left if paired or (not adjacent and _leads(linker, groups)) else right
        if left.generic and not right.generic and choice is left:
            choice = right
        if (
            choice.generic
            and not (left if choice is right else right).generic
            and not amount
            and choice is right
            and right.introduced - item.number.members[-1] > 3
        ):
            choice = left
        return choice, aligned(choice, item), "named beside it"
    if right is not None:
        if amount and right.introduced - item.number.members[-1] > 14:
            return None
        return right, aligned(right, item), "named after it"
    if left is not None:
        opens = is_fronted(s, left) or (s.word(item.number.left) == "with" and left.last == item.number.left)
        if amount and not opens and (item.frame.kind in ("ratio", "resource") or item.place - left.last > 8):
            return None
        return left, aligned(left, item), "opens the sentence" if opens else "named before it"
    fronted = [g for g in groups if g.first < item.place and is_fronted(s, g)]
    if fronted:
        return fronted[-1], aligned(fronted[-1], item), "opens the sentence"
    named = [g for g in groups if not g.generic]
    if len(named) != 1 or len(groups) != 1:
        return None
    only = named[0]
    if (
        item.frame.kind == "ratio"
        and only.first > item.place
        and not any(s.tags[at] == "V" for at in range(item.place, only.introduced))
        and all(other.frame.kind == "ratio" for other in linker.measured())
    ):
        return only, aligned(only, item), "closes the row"
    if not amount:
        return only, aligned(only, item), "the only one in the sentence"
    return None


def _past_bracket(s: Sentence, place: int) -> int:
    """Return the place after a number and a bracket right behind it: `12.4 (Acc) on GSM8K`."""
    return s.partner[place + 1] + 1 if s.tag(place + 1) == "(" and place + 1 in s.partner else place + 1


def _right(linker: Linker, item: Item, groups: list[Group], amount: bool) -> Group | None:
    """Return the first group after a number's row and before the next row."""
    s, last = linker.s, item.number.members[-1]
    end = s.size
    if item.frame.rule.endswith(".pair") and item.frame.role == "baseline":
        last = next(
            (
                other.place
                for other in linker.measured()
                if other.place > last and other.frame.rule == item.frame.rule
            ),
            last,
        )
    if s.word(item.number.own_right) in ("vs", "vs.", "versus"):  # "(93.9% vs 94.3% on GSM8K)"
        last = next((other.place for other in linker.measured() if other.place > last), last)
    around = s.bracket(item.place)
    for other in linker.measured():
        inside = s.bracket(
            other.place
        )  # "by 40% (from 313 to 181) on GSM8K", "an 11% gain (15% relative) on MATH"
        if other.place > last and other.place not in item.number.members and inside in (-1, around):
            end = other.place
            break
    for group in groups:
        if group.first <= last:
            continue
        if group.first >= end:
            return None
        between = s.words[last + 1 : group.introduced]
        if last != item.number.members[-1] and any(
            s.tags[at] == "V" for at in range(last + 1, group.introduced)
        ):
            return None
        if any(word in CLAUSE or word in ("without", "well") for word in between) or _opens_clause(s, group):
            return None
        if (
            any(
                s.tags[at] == ")" and s.partner.get(at, at) < item.place
                for at in range(last + 1, min(group.introduced, s.size))
            )
            and group.introduced - last > 8
        ):
            return None
        if any(
            s.tags[at] == "G" and s.flags[at] & lx.VERB_CHANGE and s.tags[at - 1] == ","
            for at in range(last + 2, group.introduced)
        ):
            return None
        if amount and any(s.tags[at] == "V" for at in range(last + 1, group.introduced)):
            return None
        if group.generic and any(g.introduced == group.last and not g.generic for g in groups):
            continue
        if group.preposition in _LOOSE and not (group.known or group.cued):
            continue
        if group.preposition == "" and len(between) > 6:
            return None
        return group
    return None


def _opens_clause(s: Sentence, group: Group) -> bool:
    """Tell whether a group opens a clause of its own: `…, and on ISOLET it exceeds`."""
    if s.tag(group.introduced - 1) not in "C,K;":
        return False
    at = group.last + (s.tag(group.last) == ",")
    if s.tag(at) == "U":
        return True
    first, last = s.after(at)
    return first < last and s.tag(last) in "VB"


def _left(linker: Linker, item: Item, groups: list[Group]) -> Group | None:
    """Return the last group before a number and after the row before it; the `from` of a pair shares with its `to`."""
    s, frame = linker.s, item.frame
    start = -1
    previous: Item | None = None
    for other in linker.measured():
        if other.place >= item.number.members[0]:
            break
        if (
            frame.rule.endswith(".pair")
            and other.frame.rule == frame.rule
            and frame.role is None
            and other.frame.role is not None
            and other.place > item.place - 24
        ):
            previous = other
            continue
        start = other.place
    del previous
    for group in reversed(groups):
        if group.first >= item.place:
            continue
        if group.first < start:
            return None
        if any(s.words[at] in CLAUSE for at in range(group.last, item.place)) and not is_fronted(s, group):
            return None
        if group.generic and item.place - group.last > 6:
            named = [g for g in groups if start < g.first < group.first and not g.generic]
            return named[-1] if named else group
        return group
    return None


def _leads(linker: Linker, groups: list[Group]) -> bool:
    """Tell whether names come before their numbers in this sentence: A Q B Q rather than Q A Q B."""
    order: list[str] = []
    places = [(g.first, "G") for g in groups] + [(item.number.members[0], "Q") for item in linker.measured()]
    for _, what in sorted(places):
        if not order or order[-1] != what:
            order.append(what)
    return order[0] == "G" and order[-1] == "Q" and len(order) >= 4


def is_fronted(s: Sentence, group: Group) -> bool:
    """Tell whether a group stands before the main verb, so that it holds for the whole sentence."""
    for at in range(min(group.introduced if group.introduced >= 0 else group.first, s.size)):
        if s.tags[at] in "VBGT" and s.words[at] not in _EVALUATING:
            return False
        if s.tags[at] == "Q" and not (s.numbers[at].unit is None and s.numbers[at].value < 200):
            return False
    return True


def _from_context(linker: Linker, item: Item) -> tuple[list[str] | None, str]:
    """Return the benchmark that earlier sentences settle: the paper's own, or the only one they evaluate on."""
    own = linker.own
    if own.benchmark and item.frame.kind == "score":
        return [own.benchmark], "the paper's own benchmark"
    names = linker.context.nearest_names(own.lowered - {(own.benchmark or "").lower()})
    mine = in_place(names, item)
    if mine is not None:
        return [mine], "listed in an earlier sentence"
    if len(names) == 1:
        return names, "named in an earlier sentence"
    return None, ""

"""Rows: numbers in parallel, `gains of 3% in F1, 2% in EM and 5% in BLEU`, and what they share.

Two numbers stand in one row when only names, measures and prepositions lie between them: no verb starts anew.
"""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.difference import CONDITIONS, basis_at
from leaderboard.extraction.frames.frame import Frame, Item, Measure, moves
from leaderboard.extraction.frames.measures import is_measure, measure_of
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.sentence import Sentence

_LEVELLED = frozenset((None, "percent", "points"))
_JOINTS = one_of(
    """, and or ( ) / & ; [ plus while but to vs vs. versus than compared with by against respectively as well"""
)
_ROWED = frozenset(("score", "change", "ratio"))


def mark_rows(s: Sentence, items: list[Item]) -> None:
    """Number the rows of a sentence, in place."""
    row = 0
    previous: Item | None = None
    for item in items:
        if item.frame.kind in ("bit_width", "parameters"):
            continue
        if previous is not None and not _same_row(s, previous, item):
            row += 1
        item.row = row
        previous = item


def _same_row(s: Sentence, one: Item, other: Item) -> bool:
    if other.place in one.number.members:
        return True
    a, b = one.number.quantity.dimension, other.number.quantity.dimension
    if a != b and not {a, b} <= _LEVELLED and {a, b} != {"factor", "percent"}:
        return False
    if other.place - one.place > 34:
        return False
    joint = False
    at = one.place
    while at < other.number.own_left:
        at += 1
        tag, word = s.tags[at], s.words[at]
        if word in _JOINTS:
            joint = True
        if tag == "(":
            close = s.partner.get(at, 0)
            if close and close < other.place:
                at = close
                continue
        elif (
            (tag in "VBKW" and s.words[at] not in ("set", "test", "base", "mean", "while", "but", "as"))
            or (tag == "G" and word not in ("including", "using", "following", "training", "involving"))
            or (tag in "U;" and word != ";")
        ):
            return False
    return joint


def share_kinds(s: Sentence, items: list[Item]) -> None:
    """Give the weak members of a row the kind of what stands before, or of what closes the row, in place.

    `gains of 3% in F1, 2% in EM`: the second is a gain too; `2.5 F1 and 5.1 F1 improvement`: so is the first.
    """
    for at, item in enumerate(items):
        if item.frame.kind not in _ROWED or item.row < 0:
            continue
        if item.frame.rule == "score.metric_number" and "up to" in item.number.qualifiers and at > 0:
            before = _row_mate(items, at, -1)
            if before is not None and before.frame.rule == "change.verb_amount":
                _become_change(item, before)
        if not item.frame.own and at > 0:
            before = _leader(s, items, at)
            if before is not None and before.frame.strength > 0.15:
                _take_over(s, before, item)
    for at in range(len(items) - 2, -1, -1):
        item = items[at]
        mate = _row_mate(items, at, 1)
        if (
            mate is not None
            and item.frame.kind == "score"
            and mate.frame.kind == "change"
            and mate.frame.rule in ("change.noun_after", "change.points")
            and item.frame.rule
            in (
                "score.number_acronym",
                "score.metric_after",
                "score.decimal",
                "score.percent",
                "score.noun_after",
            )
            and all(
                s.tags[k] in "NEAQ,C/" or s.words[k] in ("/", "&") for k in range(item.place + 1, mate.place)
            )
        ):
            _become_change(item, mate)
    items[:] = [item for item in items if item.frame.strength > 0.15]


def _row_mate(items: list[Item], at: int, step: int) -> Item | None:
    other = at + step
    while 0 <= other < len(items):
        if items[other].row == items[at].row and items[other].frame.kind in _ROWED:
            return items[other]
        if items[other].row >= 0 and items[other].row != items[at].row:
            return None
        other += step
    return None


def _leader(s: Sentence, items: list[Item], at: int) -> Item | None:
    """Return the item that a weak one goes on from: the last of its row that stands in no bracket, else the last."""
    number = items[at].number
    dimension = number.quantity.dimension
    if s.tag(number.own_left) != "(":
        for other in reversed(items[:at]):
            if other.row != items[at].row and other.row >= 0:
                break
            if (
                other.frame.kind in _ROWED
                and s.bracket(other.place) == s.bracket(number.place)
                and s.tag(other.number.own_left) != "("
                and other.number.quantity.dimension == dimension
            ):
                return other
    return _row_mate(items, at, -1)


def _become_change(item: Item, mate: Item) -> None:
    own = item.frame.measure
    kept = mate.frame
    item.frame = Frame(
        "change", kept.rule + "+row", own or kept.measure, settled=True, direction=kept.direction, basis=kept.basis, baseline=kept.baseline, verb=kept.verb,
        flags=kept.flags, strength=kept.strength * 0.95, unit=kept.unit,
    )  # fmt: skip
    if own is not None and kept.flags:
        item.frame.direction = moves(kept.flags, own.lower)


def follows_comparison(s: Sentence, left: int) -> bool:
    """Tell whether the word at a place introduces what is compared with: `than`, `vs`, `compared to`."""
    word = s.word(left)
    if word == "." and s.word(left - 1) == "vs":
        return True
    return (
        word in ("than", "vs", "vs.", "versus", "over", "against")
        or (
            word in ("to", "with")
            and s.word(left - 1) in ("compared", "comparison", "relative", "comparing", "opposed")
        )
        or (word == "of" and s.word(left - 1) == "instead")
    )


def _parallel(s: Sentence, before: Item, item: Item) -> Measure | None:
    """Return the measure that stands where that of the row's first number does: `8% in BLEU, 16% in Spiritual Insight`."""
    kept = before.frame.measure
    if kept is None or kept.first < 1:
        return None
    at = kept.first - 1
    while at > 0 and s.tags[at] in "DA":
        at -= 1
    right, left = item.number.own_right, item.number.own_left
    if at > before.place and s.words[at] == s.word(right) in ("in", "on", "for"):
        first, last = s.after(right + 1)
        if s.words[at] != "in" and not is_measure(s, first, last):
            return None
        behind = any(s.kind_at(k) in ("benchmark", "model") for k in range(first, last))
        if (
            first < last
            and not behind
            and not s.flags[last - 1] & (lx.DATASET_WORD | lx.HARDWARE)
            and s.words[last - 1] not in CONDITIONS
        ):
            return measure_of(s, first, last)
    if s.tag(kept.first - 1) == "(" == s.tag(right) and kept.first - 1 == before.number.own_right:
        first, last = s.after(right + 1)  # "83.75% (UAR) and 84.03% (UF1)"
        if first == right + 1 and last == s.partner.get(right):
            return measure_of(s, first, last)
    if s.word(kept.last) == ":" and kept.last < before.place and s.word(left) == ":":
        first, last = s.before(left)
        if first < last and first > before.place:
            return measure_of(s, first, last)
    return None


def _take_over(s: Sentence, before: Item, item: Item) -> None:
    """Give an item the reading of the one before it in its row."""
    kept, frame = before.frame, item.frame
    number = item.number
    quantity, other = number.quantity, before.number.quantity
    versus = follows_comparison(s, number.own_left)
    if versus and kept.kind != "score":
        return
    if (
        quantity.unit is None
        and not number.decimal
        and other.unit is not None
        and number.place not in before.number.members
    ) and not (kept.kind == "change" and frame.measure is not None):
        return
    if kept.kind == "change" and s.word(number.own_left) == "to" and s.tag(number.own_left - 1) == "(":
        return  # "improves A by 5.6% (to 42.3%)"
    if kept.kind == "score" and (quantity.sign == "+" or quantity.dimension == "points" != other.dimension):
        return
    if s.tag(number.own_left) == "(" and kept.kind == "score" and other.unit != quantity.unit:
        return
    if (
        s.tag(number.own_left) == "("
        and kept.kind == "change"
        and before.number.place < number.own_left - 1
        and s.tag(before.number.own_left) != "("
    ):
        # "improves A by 3% (to 81.2)": a bracket behind a change holds the level unless it repeats the construction
        if number.place - before.place >= 12:
            return
    if kept.kind == frame.kind and frame.rule not in (
        "score.percent",
        "score.decimal",
        "change.points",
        "ratio.default",
        "score.noun_after",
        "score.on",
    ):
        if frame.measure is None and not frame.settled:
            own = _parallel(s, before, item)
            frame.measure, frame.settled = (own, True) if own else (kept.measure, kept.settled)
        frame.strength = max(frame.strength, min(kept.strength, 0.8))
        if frame.flags == 0 and kept.kind in ("change", "ratio"):
            frame.direction = frame.direction or kept.direction
        return
    if frame.kind == "ratio" and kept.kind != "ratio":
        return
    kind = kept.kind
    if quantity.dimension != other.dimension and "factor" in (quantity.dimension, other.dimension):
        if not (kept.kind == "ratio" and kept.flags and "by" in kept.rule and frame.measure is not None):
            return
        kind = "change"
    if (
        "by" in kept.rule
        and frame.rule == "score.metric_after"
        and s.word(number.own_left) == ","
        and kind == kept.kind
    ):
        return  # "a reduction of the loss by 52.7%, 92% accuracy"
    measure, settled = kept.measure, kept.settled
    if frame.measure is not None:
        measure, settled = frame.measure, True
    elif (own := _parallel(s, before, item)) is not None:
        measure, settled = own, True
    else:
        first, last = s.after(number.own_right)
        if first == number.own_right and is_measure(s, first, last):
            measure, settled = measure_of(s, first, last), True
        elif s.tag(number.own_left) in "(N" and kept.kind == "score":
            before_first, before_last = s.before(
                number.own_left if s.tag(number.own_left) == "(" else number.own_left + 1
            )
            if is_measure(s, before_first, before_last) and before_first > before.place:
                measure, settled = measure_of(s, before_first, before_last), True
    rule = kept.rule.split("+")[0] + "+row"
    new = Frame(
        kind, rule.replace("ratio.", "change.") if kind == "change" else rule, measure, settled=settled, direction=kept.direction, basis=kept.basis, baseline=kept.baseline, verb=kept.verb, flags=kept.flags,
        strength=kept.strength * 0.95, own=False,
    )  # fmt: skip
    new.basis = basis_at(s, number.own_right) or new.basis
    if frame.measure is not None and kept.flags:
        new.direction = moves(kept.flags, frame.measure.lower)
    if kept.kind == "score" and kept.rule.startswith("score.pair"):
        new.rule = "score.verb+row"
    if versus or (kept.role == "baseline" and not kept.rule.endswith("pair")):
        new.role = "baseline"
    if quantity.unit is None and other.unit == "points" and kept.kind == "change" and frame.measure is None:
        new.unit = "points"
    if kept.kind == "change" and quantity.unit == "points":
        new.unit = None
    if lx.NOUN_SPEED & kept.flags and frame.measure is None:
        new.direction = kept.direction
    item.frame = new


__all__ = ["mark_rows", "share_kinds"]

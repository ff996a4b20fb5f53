"""Differences by a mark: a sign or an arrow (`+3.2`, `↑ 2.1`), a bracket behind what changed (`reductions in latency (65%)`)."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.difference.comparatives import compared_measure
from leaderboard.extraction.frames.difference.words import (
    basis_at,
    is_capital_measure,
    named_after,
    speed_measure,
)
from leaderboard.extraction.frames.frame import Frame, Number, moves
from leaderboard.extraction.frames.measures import is_measure, measure_after, measure_of
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_acronym


def bracket(s: Sentence, n: Number) -> Frame | None:
    """Read a number in brackets behind what changed: `reductions in fine-tuning (65X)`, `drop in nDCG [1-2%]`."""
    left = n.left
    if (
        s.tag(left) != "("
        or left < 1
        or s.word(n.place - 1) in ("top", "bottom")
        or s.tag(left - 1) in "Q)"
        or s.word(n.right) in ("vs", "vs.", "versus", "v.s")
        or (
            (s.word(n.right), s.word(n.right + 1)) in (("compared", "to"), ("compared", "with"))
            and s.tag(n.right + 2) == "Q"
        )
    ):
        return None
    plain = n.bare and not n.quantity.sign and not (n.decimal and s.flag(left - 1) & lx.NOUN_CHANGE)
    first, last = s.before(left)
    if (
        first < last
        and s.kind_at(last - 1) == "benchmark"
        and not n.quantity.sign
        and n.quantity.dimension in ("percent", None)
    ):
        return None  # "AIME24 (76.7%)" is a level
    own = is_measure(s, first, last) and not s.flag(last - 1) & lx.NOUN_CHANGE
    ahead = s.after(n.right)
    if (
        ahead[0] == n.right
        and ahead[0] < ahead[1]
        and (
            is_measure(s, *ahead)
            and not s.flags[ahead[1] - 1] & lx.NOUN_CHANGE
            and s.flag(last - 1) & lx.NOUN_CHANGE == 0
        )
    ):
        return None
    if plain and own:
        return None
    at, steps = left - 1, 0
    while at >= 0 and steps < 14 and s.words[at] not in (";", ":"):
        flags, tag = s.flags[at], s.tags[at]
        if tag == ")" and at in s.partner:
            steps += 1
            at = s.partner[at] - 1
            continue
        if tag in "Q)":
            return None
        changing = (flags & lx.NOUN_CHANGE and tag == "N") or (flags & lx.VERB_CHANGE and tag in "VGT")
        if flags & lx.COMPARATIVE and tag == "M" and (not own or n.quantity.sign) and at >= first - 1:
            frame = Frame("change", "change.bracket_comparative", None, flags=flags)
            frame.measure, frame.flags = compared_measure(s, at, flags)
            if frame.measure is None and s.flag(at - 1) & lx.VERB and s.tag(at - 1) == "G":
                return None  # "with images performing lower (63.1%)" is a level
            frame.settled = frame.measure is not None
            frame.direction = moves(frame.flags, frame.measure.lower if frame.measure else False)
            return frame
        if changing and s.word(at + 1) == "between":
            return None  # "the gap between a naive grader (2.48) and humans (4.62)": levels
        if changing and s.words[at] not in ("loss", "compression", "training", "scale"):
            frame = Frame(
                "change", "change.bracket", flags=flags & (lx.NOUN_CHANGE if tag == "N" else lx.VERB_CHANGE)
            )
            measure = measure_of(s, first, last)
            if tag == "N":
                inside = (
                    measure_after(s, at + 2) if s.word(at + 1) in ("in", "of") and at + 2 < left else None
                )
                before = measure_of(s, s.np_first[at], at) if s.np_first[at] >= 0 else None
                if inside is not None:
                    measure = inside
                elif before is not None and not (measure and measure.known):
                    measure = before
            elif not own:
                span = s.after(at + 1)
                if span[0] < span[1] <= left:
                    measure = measure_of(s, *span)
                frame.settled = True
            if ahead[0] == n.right and ahead[0] < ahead[1] and is_measure(s, *ahead):
                measure = measure_of(s, *ahead)
            if frame.flags & lx.NOUN_SPEED:
                measure = speed_measure(s, measure, at)
            frame.measure, frame.settled = measure, measure is not None or frame.settled
            frame.direction = moves(frame.flags, measure.lower if measure else False)
            return frame
        at -= 1
        steps += 1
    return None


def signed(s: Sentence, n: Number) -> Frame | None:
    """Read `+5 on MMLU`, `(+7.3)`, `+2.1 F1`, `+BLEU 0.3`, `-3.2%` in brackets."""
    number = n.quantity
    sign = number.sign
    arrow = (
        s.word(n.own_left)
        if s.word(n.own_left) in ("↑", "↓")
        else s.word(n.own_right)
        if s.word(n.own_right) in ("↑", "↓")
        else ""
    )
    if arrow:
        at = n.own_left - 1 if s.word(n.own_left) == arrow else n.own_left
        measure = measure_of(s, *s.before(at if s.tag(at) == "(" else at + 1))
        return Frame(
            "change",
            "change.arrow",
            measure,
            settled=measure is not None,
            direction="up" if arrow == "↑" else "down",
        )
    if sign and number.text[len(sign) : len(sign) + 1] == " ":
        return None  # "2x + 1"
    if not sign and s.word(n.place - 2) == "+" and s.kind_at(n.place - 1) == "metric":
        measure = measure_of(s, n.place - 1, n.place)
        return Frame("change", "change.signed", measure, settled=True, direction="up")
    if sign not in ("+", "-"):
        return None
    if sign == "-" and (
        (number.unit is None and abs(number.value) <= 1)
        or s.word(n.place - 1) in ("of", "is", "=", "at", "from", "to", "between")
    ):
        return None
    measure = None
    first, last = s.after(n.right)
    if first == n.right and is_measure(s, first, last):
        measure = measure_of(s, first, last)
    elif (
        first == n.right
        and last == first + 1
        and is_acronym(s.raw[first])
        and not s.kind_at(first)
        and number.unit == "%"
        and not s.flags[first] & (lx.NAME_STOP | lx.HARDWARE | lx.MODEL_NOUN)
    ):
        measure = measure_of(s, first, last)  # "+31.1% SC"
    elif s.word(n.right) == "in":
        measure = named_after(s, n)
        if measure is not None and not measure.known and not is_capital_measure(s, measure):
            measure = None
    elif s.kind_at(n.place - 1) == "metric" or (s.tag(n.left) == ":" and s.kind_at(n.left - 1) == "metric"):
        at = n.place if s.kind_at(n.place - 1) == "metric" else n.left
        measure = measure_of(s, *s.before(at))
    frame = Frame("change", "change.signed", measure, settled=measure is not None)
    frame.direction = "up" if sign == "+" else "down"
    frame.basis = basis_at(s, n.right, n.right + 1)
    return frame

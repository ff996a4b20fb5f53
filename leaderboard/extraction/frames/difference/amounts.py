"""Amounts a verb takes without `by`: `saves 20% memory`, `outperforms the best up to 4.8%`, `including 0.8% on ImageNet`."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.difference.objects import take_object
from leaderboard.extraction.frames.difference.words import named_after, speed_measure
from leaderboard.extraction.frames.frame import Frame, Number, moves
from leaderboard.extraction.frames.measures import full_after, is_measure, measure_after, measure_of, subject
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_acronym
from leaderboard.model import Direction


def verb(s: Sentence, n: Number) -> Frame | None:
    """Read `saving over 20% memory`, `drops 3 points`, `gains 2.1 BLEU`, `reducing around 50% of the cost`."""
    left = n.left
    flags = s.flag(left)
    if s.word(left) in ("costs", "costing", "cost") and s.tag(left) in "VG":
        first, last = s.after(n.right)
        named = first == n.right < last and (is_measure(s, first, last) or is_acronym(s.raw[last - 1]))
        measure = measure_of(s, first, last) if named else None
        if measure is None or measure.lower:
            return None  # "the approximation costs 0.2% accuracy", but not "costs 5% overhead"
        return Frame("change", "change.cost", measure, settled=True, direction="down", verb=left)
    if left < 0 or not flags & lx.VERB_CHANGE or s.tag(left) not in "VGTxe":
        return None
    if s.words[left] in (
        "double",
        "triple",
        "scale",
        "scales",
        "halve",
        "scaling",
        "expand",
        "expands",
        "expanding",
        "expanded",
        "compress",
        "trim",
    ):
        return None
    if s.words[left] == "expand" or any(s.words[at] == "within" for at in range(left + 1, n.place)):
        return None
    at = n.right
    frame = Frame("change", "change.verb", verb=left, flags=flags & lx.VERB_CHANGE)
    measure = None
    if s.word(at) in ("of", "in"):
        measure = measure_after(s, at + 1)
        if measure is not None and s.word(at) == "of" and not flags & lx.VERB_DOWN and not measure.known:
            return None  # "expand 70% of phrases" is a share
    else:
        span = full_after(s, at)
        if span[0] == at and span[0] < span[1]:
            measure = measure_of(s, *span)
    if measure is None:
        span = subject(s, left)
        if is_measure(s, *span):
            measure = measure_of(s, *span)
    if flags & lx.VERB_FASTER:
        measure = speed_measure(s, measure, left)
    frame.measure, frame.settled = measure, measure is not None
    frame.direction = moves(frame.flags, measure.lower if measure else False)
    return frame


def compared_amount(s: Sentence, n: Number) -> Frame | None:
    """Read `outperforms the state of the art up to 4.8%`, `a large margin (more than 5%)`: the amount without `by`."""
    left = n.left
    if left == n.place - 1 and not n.quantity.sign and s.tag(left) != "(":
        return None
    reach = 14 if "up to" in n.qualifiers else 8
    for at in range(left, max(-1, left - 14), -1):
        flags, tag = s.flags[at], s.tags[at]
        if flags & lx.VERB_COMPARE and tag in "VGT" and left - at < reach:
            named = named_after(s, n)
            way: Direction = "down" if named is not None and named.lower else "up"
            return Frame(
                "change",
                "change.compare_amount",
                named,
                settled=named is not None,
                direction=way,
                verb=at,
                strength=0.8,
            )
        if flags & lx.VERB_CHANGE and tag in "VGT" and left - at < reach:
            if s.word(n.right) == "of" and not flags & lx.VERB_DOWN:
                return None  # "expand over 70% of phrases" is a share
            frame = Frame("change", "change.verb_amount", verb=at, flags=flags & lx.VERB_CHANGE, strength=0.8)
            take_object(s, frame, at, left + 1)
            behind = s.after(n.right)
            if frame.measure is None and at == left and behind[0] <= n.right + 2 and is_measure(s, *behind):
                frame.measure, frame.settled = (
                    measure_of(s, *behind),
                    True,
                )  # "can improve up to 3.5% the insertion rate"
            frame.direction = moves(frame.flags, frame.measure.lower if frame.measure else False)
            return frame
        far = "up to" in n.qualifiers
        if (
            tag in "QVB(;K"
            or (tag in "GT" and not far)
            or s.words[at] in ("and", ",", "to", "from", "at", "with")
            or (s.words[at] == "on" and not far)
        ):
            return None
    return None


def including(s: Sentence, n: Number) -> Frame | None:
    """Read `test error is improved across settings, including 0.8% on ImageNet`: one case of a change named before."""
    word = s.word(n.left)
    if word not in ("including", "namely", "as", "like", "e.g") or (
        word == "as" and s.word(n.left - 1) != "such"
    ):
        return None
    for at in range(n.left - 1, max(-1, n.left - 30), -1):
        flags, tag = s.flags[at], s.tags[at]
        if flags & lx.VERB_CHANGE and tag in "VGT":
            frame = Frame("change", "change.including", verb=at, flags=flags & lx.VERB_CHANGE, strength=0.7)
            take_object(s, frame, at, n.left)
            frame.direction = moves(frame.flags, frame.measure.lower if frame.measure else False)
            return frame
        if flags & lx.NOUN_CHANGE and tag == "N":
            measure = measure_of(s, s.np_first[at], at) if s.np_first[at] >= 0 else None
            if measure is None and s.word(at + 1) in ("in", "of"):
                measure = measure_after(s, at + 2)
            frame = Frame(
                "change",
                "change.including",
                measure,
                settled=measure is not None,
                flags=flags & lx.NOUN_CHANGE,
                strength=0.7,
            )
            frame.direction = moves(frame.flags, measure.lower if measure else False)
            return frame
        if at in s.numbers and s.tags[at] == "Q":
            return None
    return None

"""Differences that remain: `narrowing the gap to GPT-4 to just 3.5%`, `accuracy within 2% of the baseline`."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Frame, Number
from leaderboard.extraction.frames.measures import is_measure, measure_of
from leaderboard.extraction.sentence import Sentence


def gap_to(s: Sentence, n: Number) -> Frame | None:
    """Read `narrowing the gap to GPT-4 to just 3.5%`, `accuracy within 2% of the baseline`: a difference that remains."""
    inside = any(s.words[at] == "within" for at in range(max(0, n.left), n.place))
    named = s.after(n.own_right)
    after_name = named[1] if named[0] == n.own_right < named[1] and is_measure(s, *named) else n.right
    if inside and (s.word(after_name) in ("of", "from", "margin", "and", ",")) and (not n.bare or n.decimal):
        frame = Frame("change", "change.within", None, strength=0.7)
        if after_name != n.right:
            frame.measure, frame.settled = measure_of(s, *named), True
            span = s.after(after_name + 1)
            if s.word(after_name) == "of" and span[0] < span[1]:
                frame.baseline = span
            return frame
        left = next(at for at in range(n.place - 1, -1, -1) if s.words[at] == "within")
        first, last = s.before(left)
        if first < last and is_measure(s, first, last):
            frame.measure, frame.settled = measure_of(s, first, last), True
        begin = n.right + 1
        span = s.after(begin)
        if span[0] < span[1]:
            frame.baseline = span
        return frame
    if s.word(n.left) != "to":
        return None
    for at in range(n.left - 1, max(-1, n.left - 14), -1):
        if at in s.numbers and s.tags[at] == "Q":
            return None
        if s.words[at] in ("gap", "gaps", "difference") or (
            s.flags[at] & (lx.NOUN_DOWN | lx.NOUN_WORSE)
            and s.tags[at] == "N"
            and s.words[at] not in ("loss", "losses", "compression")
            and any(
                s.words[k].startswith(("limit", "keep", "hold", "restrict", "bound", "constrain", "confin"))
                for k in range(max(0, at - 12), at)
            )
        ):
            measure = measure_of(s, s.np_first[at], at) if 0 <= s.np_first[at] < at else None
            if measure is None and s.np_first[at] > 0 and s.tag(s.np_first[at] - 1) == ")":
                measure = measure_of(s, *s.before(s.np_first[at]))
            frame = Frame("change", "change.gap_to", measure, settled=measure is not None)
            if s.words[at] not in ("gap", "gaps", "difference"):
                frame.direction = "down" if not (measure and measure.lower) else "up"
            elif any(
                s.words[k].startswith(("narrow", "reduc", "shrink", "clos"))
                for k in range(max(0, at - 6), at)
            ):
                frame.direction = "down"
            if s.word(at + 1) in ("to", "with", "from", "between"):
                span = s.after(at + 2)
                if span[0] < span[1]:
                    frame.baseline = span
            return frame
        if s.words[at] in (";",):
            return None
    return None

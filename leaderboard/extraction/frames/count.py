"""Counts: how many of a fixed set of trials were won: `171 out of 182 directions`, `19/24 tasks`, `fixes 300 bugs`."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.frame import Frame, Number
from leaderboard.extraction.sentence import Sentence

_ALL = frozenset(("the", "all", "its", "these", "our", "a", "total"))


def read(s: Sentence, n: Number) -> Frame | None:
    """Return the frame of a bare whole number that counts wins, else None."""
    number = n.quantity
    if (
        number.unit is not None
        or "." in number.text
        or number.value != int(number.value)
        or number.value_max is not None
        or number.scale
    ):
        return None
    at = n.right
    if s.tag(at) == "(" and at in s.partner and s.partner[at] - at < 6:
        at = s.partner[at] + 1
    first, last = s.after(at)
    if first == at < last and s.word(last) == "out" and s.flags[last - 1] & lx.TRIAL_NOUN:
        at = last  # "in 5 cases out of 6"
    out = s.word(at) == "out" and s.word(at + 1) == "of"
    if out or s.word(at) == "of":
        total = at + (2 if out else 1)
        while s.word(total) in _ALL:
            total += 1
        whole = s.numbers.get(total)
        if (
            whole is not None
            and whole.unit is None
            and whole.value >= number.value
            and whole.value_max is None
        ):
            left = n.left
            specified = (
                not out
                and s.tag(left) in "VG"
                and not s.flag(left) & (lx.SOLVE | lx.VERB_COMPARE | lx.VERB_REACH)
            )
            if specified or s.word(n.place - 1) in ("top", "first") or (number.value == 1 and not out):
                return None
            return Frame("count", "count.out_of", None, settled=True)
        return None
    if number.sign:
        return None
    if s.word(n.right) in ("wins", "victories"):
        return Frame("count", "count.wins", None, settled=True)
    if n.left >= 0 and s.flags[n.left] & lx.SOLVE and s.tags[n.left] in "VGTxe":
        for ahead in range(n.right, min(n.right + 5, s.size)):
            if s.tags[ahead] not in "NEAxRT":
                break
            if s.flags[ahead] & lx.SOLVED_NOUN:
                return Frame("count", "count.solved", None, settled=True)
    return None


def fraction(s: Sentence, place: int) -> tuple[Frame, float] | None:
    """Return the frame and the wins of a token such as `19/24` that trials follow or a preposition goes before."""
    won, _, total = s.words[place].replace(" ", "").partition("/")
    if (
        not won.isdigit()
        or not total.isdigit()
        or len(won) > 6
        or len(total) > 6
        or int(won) > int(total)
        or int(total) < 3
    ):
        return None
    frame = Frame("count", "count.fraction", None, settled=True)
    for at in range(place + 1, min(place + 5, s.size)):
        if s.tags[at] in ",.;:()VGB":
            break
        if s.flags[at] & lx.TRIAL_NOUN:
            return frame, float(won)
    before = s.word(place - 1)
    if s.tag(place - 1) == "(" and s.tag(place + 1) == ")" and s.flag(place - 2) & lx.TRIAL_NOUN:
        return frame, float(won)
    if s.tag(place - 1) == "(" and s.tag(place + 1) in "),":
        tried = any(s.flags[at] & lx.TRIAL_NOUN for at in range(max(0, place - 9), place - 1))
        if tried or s.kind_at(place - 2) == "benchmark" or "@" in s.word(place + 2):
            return frame, float(won)  # "ORPO on intermediate tasks (41/68)", "PutnamBench (8/644, pass@64)"
    if (
        s.tag(place - 1) == "("
        and s.tag(place + 1) == ")"
        and s.tag(place - 2) == "Q"
        and s.numbers[place - 2].unit == "%"
    ):
        return frame, float(won)  # "61.54% (16/26)"
    if before in ("on", "in") and (s.tag(place + 1) in "),." or place + 1 == s.size):
        return frame, float(won)
    return None

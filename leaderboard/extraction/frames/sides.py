"""Which number of a pair one is: the first or the second of `from 21.6% to 32.2%`, `54.0 → 61.3`, `(12.3 to 14.5)`."""

from leaderboard.extraction.frames.edges import left_edge
from leaderboard.extraction.frames.frame import Number
from leaderboard.extraction.sentence import Sentence

ARROWS = frozenset(("→", "->", "⟶"))


def side(s: Sentence, n: Number) -> str:
    """Return `from` or `to` where a number is the first or second of a pair, else an empty string."""
    left, right = left_of(s, n), n.own_right
    before, after = s.word(left), s.word(right)
    if after in ARROWS or (after == "-" and s.word(right + 1) == ">"):
        return "from"
    if before in ARROWS or (before == ">" and s.word(left - 1) == "-"):
        return "to" if previous_number(s, left) is not None else ""
    if before == "from":
        for at in range(right, min(right + 20, s.size)):
            word = s.words[at]
            if word in ("to", "→", "->", "down", "up") and (mate := next_number(s, at)) is not None:
                if at - right < 10 or s.numbers[mate].unit == n.quantity.unit:
                    return "from"
            if word in (".", ";"):
                break
            if (
                s.tags[at] == "Q"
                and s.numbers[at].dimension == n.quantity.dimension
                and s.word(at - 1) != "to"
                and ("." in s.numbers[at].text) == ("." in n.quantity.text)
            ):
                break
        return ""
    if before == "to" or (before in ("down", "up") and s.word(left + 1) == "to"):
        at, steps = left - 1, 0
        while at >= 0 and steps < 20:
            if s.tags[at] == "Q":
                number = s.numbers[at]
                edge = owned(s, left_edge(s, at)[0])
                if s.word(edge) == "and" and s.tag(edge - 1) == "Q":
                    edge = owned(s, left_edge(s, edge - 1)[0])  # "from 31% and 28% to 40% and 39%"
                if s.word(edge) == "from" or (s.tag(edge) == "(" and at == left - 1):
                    return "to"
                if number.unit is None and number.value < 50 and "." not in number.text and steps > 0:
                    at -= 1
                    steps += 1
                    continue
                return ""
            if s.words[at] in (".", ";") or (s.words[at] == "and" and steps < 2):
                return ""
            at -= 1
            steps += 1
        return ""
    if (
        s.tag(left) == "Q"
        and s.word(left + 1) in ("down", "up")
        and s.word(left + 2) == "to"
        and s.word(left_edge(s, left)[0]) == "from"
    ):
        return "to"
    if after == "to" and right + 1 in s.numbers and s.tag(left) == "(":
        return "from"
    return ""


def left_of(s: Sentence, n: Number) -> int:
    """Return the place of the word before a number of a pair: `from`, also in `from BERT's 4.6% to 16.4%`."""
    return owned(s, n.own_left)


def owned(s: Sentence, left: int) -> int:
    """Return the place of `from` in `from BERT's 4.6% to 16.4%`, given that of the possessive; else the place itself."""
    if s.tag(left) != "s":
        return left
    first, last = s.before(left)
    return first - 1 if first < last and s.word(first - 1) == "from" else left


def next_number(s: Sentence, at: int) -> int | None:
    """Return the place of the number within a few words after a place, or None."""
    for place in range(at + 1, min(at + 6, s.size)):
        if s.tags[place] == "Q":
            return place
        if s.tags[place] in ",.;:()":
            return None
    return None


def previous_number(s: Sentence, at: int) -> int | None:
    """Return the place of the number within a few words before a place, or None."""
    for place in range(at - 1, max(-1, at - 4), -1):
        if s.tags[place] == "Q":
            return place
    return None

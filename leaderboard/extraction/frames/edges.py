"""The edges of a number: what qualifies it, and which word stands before and after it and its qualifiers.

In `by up to 3.2% on average over BERT` the left edge of `3.2%` is at `by`, the right one at `over`, and the qualifiers
are `up to` and `average`. The words are in `data/taxonomy/qualifiers.csv`.
"""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.ranges import RANGING
from leaderboard.extraction.sentence import Sentence

_LONGEST = 3


def left_edge(s: Sentence, place: int) -> tuple[int, list[str]]:
    """Return the place of the word before a number's qualifiers (-1 at the start), and the qualifiers."""
    words, tags = s.words, s.tags
    table, starts = s.qualifiers.left, s.qualifiers.left_ends
    found: list[str] = []
    at = place - 1
    while at >= 0:
        word = words[at]
        if (
            word in ("from", "between")
            and at == place - 1
            and place in s.numbers
            and s.numbers[place].value_max is not None
        ):
            if at > 0 and words[at - 1].startswith(RANGING):
                at -= 2
                continue
            if word == "between":
                at -= 1
                continue
        if word in starts:
            for length in range(min(_LONGEST, at + 1), 0, -1):
                qualifier = table.get(tuple(words[at - length + 1 : at + 1]))
                if qualifier is not None and not (length > 1 and s.kind_at(at - 1) == "metric"):
                    break  # not "a real-time factor of"
            else:
                length = 0
            if length and not (
                length == 1
                and word in ("over", "above", "under", "below", "beyond", "near", "exceeding", "surpassing")
                and place - at > 1
                and tags[at + 1] == "D"
            ):
                if qualifier:
                    found.append(qualifier)
                at -= length
                continue
        tag = tags[at]
        if tag == "D" or (tag == "A" and s.np_first[at] < 0):
            at -= 1
            continue
        if word == "," and s.words[at - 1] in ("e.g", "i.e") and s.tag(at - 2) == "(":
            at -= 2  # "improvements (e.g., 13.5%)"
            continue
        if (tag == "A" and s.np_last[at] == place) or (
            tag == "M" and at == place - 1 and place + 1 < s.size and s.tags[at - 1] in "DR"
        ):
            at -= 1
            continue
        if tag == "R" and (
            word.endswith("ly")
            or word
            in ("only", "just", "even", "still", "also", "often", "sometimes", "usually", "already", "again")
        ):
            at -= 1
            continue
        if tag == "N" and s.flags[at] & lx.ADJECTIVE:
            at -= 1
            continue
        break
    return at, found


def right_edge(s: Sentence, place: int) -> tuple[int, list[str]]:
    """Return the place of the word after a number and what qualifies it there, and the qualifiers."""
    table, starts = s.qualifiers.right, s.qualifiers.right_starts
    found: list[str] = []
    at = place + 1
    while at < s.size:
        word = s.words[at]
        if word in starts and at + 1 < s.size:
            qualifier = table.get((word, s.words[at + 1]))
            if qualifier is not None and s.word(at + 2) != "of":
                if qualifier:
                    found.append(qualifier)
                at += 2
                continue
        if word in ("avg", "avg.", "average") and s.word(at + 1) in (")", ",", "."):
            found.append("average")
            at += 1
            continue
        break
    return at, found

"""Sentences: where the sentences of a clean text begin and end.

`split("It scores 3.5. We ask e.g. GPT-4.")` gives two spans; a full stop of `e.g.`, of `3.5` or of `et al.` ends nothing.
"""

import regex
from ahocorasick_rs import AhoCorasick

_MARKS, _CLOSING = ".!?", ")\"']"
_STOPS = AhoCorasick(list(_MARKS))
_LINK = regex.compile(r" this https?\ URL (?=[a-zA-Z])")  # what a listing leaves of a link
_SHORTENED = (
    "eg", "e.g", "ie", "i.e", "cf", "c.f", "v", "vs", "al", "etc", "resp", "approx", "avg", "std", "Fig", "Figs", "Eq", "Eqs", "Sec", "Tab", "Ref", "No", "St", "Dr", "Mr", "Ms", "Prof", "Inc", "Ltd", "Co", "U.S", "w.r.t", "a.k.a", "p", "pp", "ca",
)  # fmt: skip
_ABBREVIATION = regex.compile(rf"(?:\b(?:{'|'.join(map(regex.escape, _SHORTENED))})|(?:^|\s)[A-Z])$")
# The last two characters tell most words that are none.
_ENDS = frozenset(word[-2:] for word in _SHORTENED if len(word) > 1)
_LETTERS = frozenset(word for word in _SHORTENED if len(word) == 1)
_OPENING = frozenset("\"'([")


# No author writes a longer sentence; what is longer is a list or junk, and is read in pieces, so that reading stays linear.
LONGEST = 800


def _pieces(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Return a span as it is, or cut at white space into spans of at most LONGEST characters."""
    spans = []
    while end - begin > LONGEST:
        cut = text.rfind(" ", begin + 1, begin + LONGEST)
        cut = begin + LONGEST if cut < 0 else cut
        spans.append((begin, max(begin + 1, begin + len(text[begin:cut].rstrip()))))
        begin = cut + (text[cut : cut + 1] == " ")
        while begin < end and text[begin] == " ":
            begin += 1
    if begin < end:
        spans.append((begin, end))
    return spans


def _stops(text: str) -> list[tuple[int, int]]:
    """Return where a sentence may end: marks with the white space after them, a space lost in copying (`metrics.Through`)."""
    found = []
    size = len(text)
    done = 0
    for _, at, after in _STOPS.find_matches_as_indexes(text):
        if at < done:
            continue  # "?!"
        while after < size and text[after] in _MARKS:
            after += 1
        while after < size and text[after] in _CLOSING:
            after += 1
        done = after
        if after >= size:
            continue
        if text[after].isspace():
            while after < size and text[after].isspace():
                after += 1
            found.append((at, after))
        elif (
            text[after].isupper()
            and after == at + 1
            and text[at] == "."
            and text[after + 1 : after + 2].islower()
        ):
            found.append((at, after))
    if " URL " in text:
        found += [match.span() for match in _LINK.finditer(text)]
        found.sort()
    return found


def split(text: str) -> list[tuple[int, int]]:
    """Return the half-open spans of the sentences of a clean text, in order and without gaps but for white space.

    >>> split("It reaches 3.5. Good.")
    [(0, 15), (16, 21)]
    """
    spans: list[tuple[int, int]] = []
    begin, size = 0, len(text)
    for at, after in _stops(text):
        if after < size and after > at + 1:
            follows = text[after]
            if follows in _OPENING and after + 1 < size:
                follows = text[after + 1]
            if follows.islower() and text[at] == ".":
                continue
        if text[at] == ".":
            last = text[at - 1 : at]
            if (text[at - 2 : at] in _ENDS or last in _LETTERS or last.isupper()) and _ABBREVIATION.search(
                text, max(0, at - 8), at
            ):
                continue
        if after == at + 1 and not text[at - 1].islower() and text[at - 1] not in ")%":
            continue
        if text[begin:after].strip():
            spans += _pieces(text, begin, begin + len(text[begin:after].rstrip()))
        begin = after
    rest = text[begin:].rstrip()
    if rest:
        spans += _pieces(text, begin, begin + len(rest))
    return spans

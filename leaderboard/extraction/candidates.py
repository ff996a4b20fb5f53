"""Where a number could begin: a look at the characters that spares most sentences any further reading.

`candidates("GPT-4 gains 3% in 2D, two points more.")` gives the places of `3` and of ` points`, and leaves `4` and `2`,
which are parts of names. What is found need not be a number; what is left out is none.
"""

import regex
from ahocorasick_rs import AhoCorasick

from leaderboard.extraction.lexicon import one_of
from leaderboard.text.numbers import SPELLED

_BEFORE_WIDTH = frozenset(("int", "uint", "fp", "bf", "nf", "w", "mxfp", "mxint", "nvfp", "bfloat", "float"))
_SPELLED = "|".join(sorted(SPELLED, key=len, reverse=True))

# Parts of words that hold a number, and of words that need one in words right before or behind them.
_HOLD = ("twice", "thrice", "half", "doubl", "tripl", "halv", "quadrupl", "ternary", "of magnitude", "factor of ", "factors of ")  # fmt: skip
_FOLLOW = (" second", " minute", " hour", " day", " week", " points", "fold", " times", " percent", "-percent", "-bit", " bits", " billion", " million", "-billion", "-million")  # fmt: skip
_LEAD = tuple(dict.fromkeys(f"{word[-3:]} {of} " for word in SPELLED for of in ("of", "out of")))
_DIGITS = "0123456789"
_OTHER_DIGITS = regex.compile(r"[\p{Nd}--[0-9]]", regex.VERSION1)
_WORDS = AhoCorasick([*_HOLD, *_FOLLOW, *_LEAD, *_DIGITS])
_FOLLOWING, _LEADING, _DIGIT = len(_HOLD), len(_HOLD) + len(_FOLLOW), len(_HOLD) + len(_FOLLOW) + len(_LEAD)
_HELD = regex.compile(
    r"(?:(?:doubl|tripl|quadrupl)(?:es?|ed|ing)|hal(?:f|ves?|ved|ving)|twice|thrice|ternary)(?![\w-])|of magnitude|factors? of "
)
_BEFORE = regex.compile(rf"(?i:{_SPELLED})(?:[\s-]hundred)?[\s-]?(?:percentage)?$")
_BEHIND = regex.compile(rf"(?:the )?(?:(?i:{_SPELLED})(?!\w)|\d)")

_MONTHS = one_of("january february march april may june july august september october november december")
_BEFORE_YEAR = (
    " in ",
    " since ",
    " until ",
    " during ",
    " al. ",
    " al., ",
    *(f" {month} " for month in _MONTHS),
)
_AFTER_YEAR = frozenset((" ", ".", ",", ";", ")", ""))

LONGEST_BRACKET = 200  # characters; further back no bracket is looked for


def candidates(text: str) -> list[int]:
    """Return the places where a number could begin, in no order; empty for a text that holds none."""
    places = []
    done = 0
    for word, start, end in _WORDS.find_matches_as_indexes(text):
        if word >= _DIGIT:
            if start < done:
                continue  # further digits of the same number
            done = end
            while text[done : done + 1].isdecimal():
                done += 1
            if _begins_number(text, start, done):
                places.append(start)
            continue
        if word < _FOLLOWING:
            found = _HELD.match(text, start)
        elif word < _LEADING:
            found = _BEFORE.search(text, max(0, start - 24), start)
        else:
            found = _BEHIND.match(text, end)
        if found is not None:
            places.append(start)
    if not text.isascii():
        places += [match.start() for match in _OTHER_DIGITS.finditer(text)]
    return places


def _begins_number(text: str, start: int, end: int) -> bool:
    """Tell whether digits may be a number rather than part of a name, by the characters around them."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if after == "D" and text[end + 1 : end + 2] not in ("a", "e", "i", "o"):  # 3D, 3DGS
        return False
    if before.isalpha():  # INT4, but not T5
        at = start - 1
        while at > 0 and text[at - 1].isalpha():
            at -= 1
        return text[at:start].lower() in _BEFORE_WIDTH and not (
            at and (text[at - 1].isalnum() or text[at - 1] == "_")
        )
    if before in ("_", "^") or before.isdigit():
        return False
    if after == ")" and end == start + 1 and before != "(":  # 1) of a list, but "(an AUC of 1)"
        from_ = max(0, start - LONGEST_BRACKET)
        return text.rfind("(", from_, start) > text.rfind(")", from_, start)
    if end == start + 4 and after in _AFTER_YEAR and text.startswith(("19", "20"), start):  # in 2019
        return not f" {text[max(0, start - 12) : start].lower()}".endswith(_BEFORE_YEAR)
    if before == "(" and after == ")":  # (1) of a list, (2019) of a citation
        return end > start + 1 and not (end == start + 4 and text[start : start + 2] in ("19", "20"))
    if before == ".":
        return not (start > 1 and (text[start - 2].isalnum() or text[start - 2] in "._"))
    if before == "-" and text[start - 2 : start - 1].isalpha():  # "GPT-4 ", but "sub-4-bit" and "FP-8"
        return (
            after not in (" ", ",", "", ")", ";")
            or text[end : end + 4] == " bit"
            or text[start - 4 : start - 1].lower() in ("sub", "int", "-fp", " fp", "(fp")
        )
    return True

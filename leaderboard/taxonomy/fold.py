"""Text folded for matching names: lower case, every separator a space, every character still in its place."""

from itertools import product
from typing import Final

import regex

# More gaps than this would multiply the spellings of long names that nobody joins up.
MOST_GAPS: Final = 2

# Characters that are part of names although they are neither letters nor digits: HumanEval+, pass@1.
NAME_SIGNS: Final = frozenset("+@")

_WHERE_A_NAME_MAY_BREAK = regex.compile(
    r"""
      \ ++                                    # a separator of the name itself: SWE-bench, SWE bench, SWEbench
    | (?<=[^\W\d_]{2}) (?=\d)                 # letters before digits: GSM8K, GSM-8K, GSM 8K
    | (?<=\p{Ll}) (?=\p{Lu})                  # a capital inside a word: HumanEval, Human-Eval
    | (?<=@) (?=.) | (?<=.) (?=@)             # pass@1, pass @ 1
    """,
    regex.VERBOSE,
)


class _Folding(dict[int, str]):
    """Character codes to one folded character, worked out when a character is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = " "
        # Han, kana and Hangul do not put spaces around a name, so they count as separators.
        if character in NAME_SIGNS or (character.isalnum() and code < 0x2E80):
            lower = character.lower()
            # "İ".lower() is two characters long: offsets must stay, so such a character becomes its first part.
            folded = lower[0]
        self[code] = folded
        return folded


_FOLDING = _Folding()
_FOLDED_ASCII = bytes(ord(_FOLDING[code]) if code < 128 else code for code in range(256))


def fold(text: str) -> str:
    """Return the text in lower case with separators as spaces, of the same length.

    >>> fold("SWE-bench, pass@1 (İ)")
    'swe bench  pass@1  i '
    """
    if text.isascii():
        return text.encode("ascii").translate(_FOLDED_ASCII).decode("ascii")
    return text.translate(_FOLDING)


def key(text: str) -> str:
    """Return what all spellings of a name share: letters and digits without separators.

    >>> key("Human-Eval") == key("HumanEval") == key("human eval")
    True
    """
    return fold(text).replace(" ", "")


def bare(text: str) -> str:
    """Return the text without separators but in its own case: `GSM-8K` becomes `GSM8K`.

    >>> bare("SWE-bench Verified")
    'SWEbenchVerified'
    """
    return "".join(c for c, f in zip(text, fold(text), strict=True) if f != " ")


def variants(name: str) -> dict[str, bool]:
    """Return the folded spellings of a name, each with whether it holds only in the name's own case.

    >>> variants("GSM8K")
    {'gsm8k': False, 'gsm 8k': False}
    >>> variants("HumanEval")  # "human eval" is also what authors do with people
    {'humaneval': False, 'human eval': True}
    """
    spaced = "".join(c if f != " " else " " for c, f in zip(name, fold(name), strict=True)).strip()
    if spaced.isascii() and spaced.islower() and spaced.replace(" ", "").isalpha():
        return {" ".join(spaced.split()): False}  # plain words are not joined up: word error rate
    parts: list[str] = []
    gaps: list[tuple[str, bool]] = []  # the gap as the name has it, and whether a capital makes it
    at = 0
    for match in _WHERE_A_NAME_MAY_BREAK.finditer(spaced):
        parts.append(fold(spaced[at : match.start()]))
        before, after = spaced[match.start() - 1], spaced[match.end()]
        gaps.append((match.group(), not match.group() and before.islower() and after.isupper()))
        at = match.end()
    parts.append(fold(spaced[at:]))
    own = tuple(gap for gap, _ in gaps)
    choices = [own]
    if len(gaps) <= MOST_GAPS:
        choices += product(("", " "), repeat=len(gaps))
    else:
        choices += [("",) * len(gaps), (" ",) * len(gaps)]
    found: dict[str, bool] = {}
    for choice in choices:
        split = any(gap and capital for gap, (_, capital) in zip(choice, gaps, strict=True))
        text = "".join(part + gap for part, gap in zip(parts, (*choice, ""), strict=True))
        found[text] = found.get(text, True) and split
    return found

"""The vocabulary: what words are by themselves, looked up once and kept, since most words of a text come again.

`Vocabulary(lexicon.default())["improves"]` gives its lower case, its flags and its tag; `piece("accuracy,")` gives the
tokens of a piece of text between blanks, or None where only the pattern of tokens can tell (`7B`, `three`, `~5%`).
"""

from collections.abc import Mapping
from typing import NamedTuple

import regex

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.qualifiers import Qualifiers
from leaderboard.extraction.qualifiers import default as default_qualifiers
from leaderboard.extraction.tagging import base_tag
from leaderboard.text.numbers import SPELLED
from leaderboard.text.tokens import TOKEN

CACHE_SIZE = 100_000

_F_SCORE = regex.compile(
    r"u?f[_-]?\d(?:\.\d)?$|(?:m?ap|m?iou|acc|auc|hits?|mrr|ndcg|recall|precision)[_-]?\d{1,3}$"
)
_MAYBE_NUMBER = regex.compile(r"[~≈<>≤≥±+$€£]|https?:|www\.")
_DIMENSIONS = regex.compile(r"\d++D(?![a-z])")
_DIGIT = regex.compile(r"\d")
_WORDS = regex.compile(r"[^\W\d_]+")
_SPELLED = tuple(SPELLED)
_WIDTHS = ("in", "fp", "w4", "w8", "w3", "w2")
_ARTICLES = frozenset(("a", "an", "about", "nearly"))


BRACKETS = {"[": "(", "]": ")"}

# a token: lower case, as written, flags, tag
Row = tuple[str, str, int, str]


class Word(NamedTuple):
    """A word by itself, inside a sentence and at its start."""

    row: Row
    first: Row
    digits: bool  # may be a width or a fraction: INT4, W4A8, 19/24


class Piece(NamedTuple):
    """The tokens of a piece of text without a number; offsets count from its start."""

    rows: list[Row]
    starts: list[int]
    digits: list[int]  # which of them may be a width: INT4
    first: Row  # its first token at the start of a sentence
    article: bool  # may begin `an order of magnitude`
    single: bool  # one token and nothing around it


class Vocabulary:
    """What the words of a lexicon are by themselves, worked out when a word is first met."""

    def __init__(
        self,
        lexicon: Mapping[str, int],
        qualifiers: Qualifiers | None = None,
        units: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        """Take the flags of the cue words, the qualifiers, and units that the pattern of tokens does not know.

        `units` leads from a spelling in lower case to symbol and dimension.
        """
        self._lexicon = lexicon
        self.qualifiers = qualifiers or default_qualifiers()
        self.units = units or {}
        self._known: dict[str, Word] = {}
        self._pieces: dict[str, Piece | None] = {}

    def __getitem__(self, raw: str) -> Word:
        """Return what a word is by itself."""
        found = self._known.get(raw)
        if found is None:
            if len(self._known) > CACHE_SIZE:
                self._known.clear()
            low = raw.lower().rstrip(".")  # "e.g."
            flags = self._lexicon.get(low, 0)
            if ("@" in low and low[0].isalpha()) or _F_SCORE.match(low):
                flags |= lx.METRIC_HEAD  # pass@8192, recall@k
            digits = (
                low[-1:].isdigit()
                or low[:1].isdigit()
                or (low[:2] in _WIDTHS and _DIGIT.search(low) is not None)
            )
            found = self._known[raw] = Word(
                (low, raw, flags, base_tag(raw, low, flags, False)),
                (low, raw, flags, base_tag(raw, low, flags, True)),
                digits,
            )
        return found

    def piece(self, text: str) -> Piece | None:
        """Return the tokens of a text without blanks, or None where what follows decides: a number, a link."""
        try:
            return self._pieces[text]
        except KeyError:
            pass
        if len(self._pieces) > CACHE_SIZE:
            self._pieces.clear()
        found = self._pieces[text] = self._tokens(text)
        return found

    def _tokens(self, text: str) -> Piece | None:
        words = [word.lower() for word in _WORDS.findall(text)]
        if _MAYBE_NUMBER.search(text) or any(word.startswith(_SPELLED) for word in words):
            return None
        rows: list[Row] = []
        starts: list[int] = []
        first: Row | None = None
        digits: list[int] = []
        for match in TOKEN.finditer(text):
            kind, token = match.lastgroup, match.group()
            if kind == "word":
                word = self[token]
                row, opening = word.row, word.first
                if word.digits:
                    digits.append(len(rows))
            elif kind == "numeral" and _DIMENSIONS.match(token):  # 3D, 3DGS: whatever follows
                row = opening = (token.lower(), token, 0, "E")
                digits.append(len(rows))
            elif kind not in ("poss", "punct"):
                return None
            elif kind == "poss":
                row = opening = ("'s", token, 0, "s")
            else:
                possessive = token == "'" and rows and rows[-1][0].endswith("s") and match.end() == len(text)
                row = opening = (token, token, 0, "s" if possessive else BRACKETS.get(token, token))
            first = first or opening
            rows.append(row)
            starts.append(match.start())
        if first is None:
            return None
        single = len(rows) == 1 and rows[0][1] == text
        return Piece(rows, starts, digits, first, not _ARTICLES.isdisjoint(words), single)

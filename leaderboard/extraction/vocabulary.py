"""The vocabulary: what words are by themselves, looked up once and kept, since most words of a text come again.

`Vocabulary(lexicon.default())["improves"]` gives its lower case, its flags and its tag; `pieces["accuracy,"]` gives the
tokens of a piece of text between blanks, or None where only the pattern of tokens can tell (`7B`, `three`, `~5%`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import regex

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.qualifiers import Qualifiers
from leaderboard.extraction.qualifiers import default as default_qualifiers
from leaderboard.extraction.shapes import is_benchmark_name
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
# A number in letters that what follows may make a quantity of: three, three-fold, threefold; but not three-stage.
_SPELLED = regex.compile(
    rf"""(?xi) (?<![^\W\d_]) (?:{"|".join(SPELLED)})
    (?: (?![\w-]) | folds?\b
      | -(?:hundred|second|minute|hour|day|week|times|fold|per|point|bit|billion|million) )"""
)
_WIDTHS = ("in", "fp", "w4", "w8", "w3", "w2")


BRACKETS = {"[": "(", "]": ")"}

# a token: lower case, as written, flags, tag
Row = tuple[str, str, int, str]


class Word(NamedTuple):
    """A word by itself, inside a sentence and at its start."""

    row: Row
    first: Row
    digits: bool  # may be a width or a fraction: INT4, W4A8, 19/24


@dataclass(frozen=True, slots=True)
class Piece:
    """The tokens of a piece of text without a number; offsets count from its start."""

    rows: list[Row]
    starts: list[int]
    digits: list[int]  # which of them may be a width: INT4
    first: Row  # its first token at the start of a sentence


Kept = TypeVar("Kept")


class _Cache(dict[str, Kept]):
    """What is known of texts that have been met, worked out when one is first met; emptied when it is full."""

    def __init__(self, work_out: Callable[[str], Kept]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, text: str) -> Kept:
        if len(self) > CACHE_SIZE:
            self.clear()
        found = self[text] = self._work_out(text)
        return found


# What a piece of text shows of names of benchmarks: one, whatever stands around it; a name of any kind, the same even
# where it opens the sentence; a word such as `dataset`.
SHOWS_BENCHMARK, SHOWS_NAME, SHOWS_NAME_FIRST, SHOWS_DATA_SET = 1, 2, 4, 8


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
        self._words = _Cache(self._word)
        self.pieces = _Cache(self._piece)
        self.shows = _Cache(self._shown)

    def __getitem__(self, raw: str) -> Word:
        """Return what a word is by itself."""
        return self._words[raw]

    def opening(self, piece: Row | Piece) -> Row:
        """Return the first token of a piece as it is at the start of a sentence."""
        if isinstance(piece, Piece):
            return piece.first
        raw = piece[1]
        return self[raw].first if raw[0].isalnum() else piece

    def _word(self, raw: str) -> Word:
        low = raw.lower().rstrip(".")  # "e.g."
        flags = self._lexicon.get(low, 0)
        if ("@" in low and low[0].isalpha()) or _F_SCORE.match(low):
            flags |= lx.METRIC_HEAD  # pass@8192, recall@k
        digits = (
            low[-1:].isdigit() or low[:1].isdigit() or (low[:2] in _WIDTHS and _DIGIT.search(low) is not None)
        )
        return Word(
            (low, raw, flags, base_tag(raw, low, flags, False)),
            (low, raw, flags, base_tag(raw, low, flags, True)),
            digits,
        )

    def _piece(self, text: str) -> Row | Piece | None:
        """Return the token of a text without blanks, where it is one and no more; else as `_tokens`."""
        piece = self._tokens(text)
        if piece is not None and len(piece.rows) == 1 and piece.rows[0][1] == text and not piece.digits:
            return piece.rows[0]
        return piece

    def _shown(self, text: str) -> int:
        """Return what a text without blanks shows of names of benchmarks."""
        piece = self.pieces[text]
        if piece is None:
            return SHOWS_NAME | SHOWS_NAME_FIRST
        shown = 0
        for low, raw, flags, _ in (piece,) if isinstance(piece, tuple) else piece.rows:
            if flags & lx.DATASET_WORD:
                shown |= SHOWS_DATA_SET
            if raw != low:
                shown |= SHOWS_NAME | (SHOWS_NAME_FIRST if raw[1:] != low[1:] else 0)
                if is_benchmark_name(raw) or low == "eval":
                    shown |= SHOWS_BENCHMARK
        return shown

    def _tokens(self, text: str) -> Piece | None:
        """Return the tokens of a text without blanks, or None where what follows decides: a number, a link."""
        if _MAYBE_NUMBER.search(text) or _SPELLED.search(text):
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
        return Piece(rows, starts, digits, first)

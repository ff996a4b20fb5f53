"""The vocabulary: what words are by themselves, looked up once and kept, since most words of a text come again.

`Vocabulary(lexicon.default())["improves"]` gives its lower case, its flags and its tag; `piece("accuracy,")` gives the
tokens of a piece of text between blanks, or None where only the pattern of tokens can tell (`7B`, `three`, `~5%`).
"""

from collections.abc import Mapping
from typing import NamedTuple

import regex

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.tagging import base_tag
from leaderboard.text.numbers import SPELLED
from leaderboard.text.tokens import TOKEN

CACHE_SIZE = 100_000

_F_SCORE = regex.compile(r"f[_-]?\d(?:\.\d)?$")
_MAYBE_NUMBER = regex.compile(r"[\d~≈<>≤≥±+$€£]|https?:|www\.")
_WORDS = regex.compile(r"[^\W\d_]+")
_SPELLED = tuple(SPELLED)
_ARTICLES = frozenset(("a", "an", "about", "nearly"))


class Piece(NamedTuple):
    """The tokens of a piece of text without a number, in columns; offsets count from its start."""

    words: list[str]
    raw: list[str]
    flags: list[int]
    tags: list[str]
    starts: list[int]
    ends: list[int]
    first: str  # the tag of its first token at the start of a sentence
    article: bool  # may begin `an order of magnitude`
    single: bool = False  # one token and nothing around it


class Vocabulary:
    """What the words of a lexicon are by themselves, worked out when a word is first met."""

    def __init__(self, lexicon: Mapping[str, int]) -> None:
        """Take the flags of the cue words."""
        self._lexicon = lexicon
        self._known: dict[str, tuple[str, int, str, str]] = {}
        self._pieces: dict[str, Piece | None] = {}

    def __getitem__(self, raw: str) -> tuple[str, int, str, str]:
        """Return lower case, flags, tag, and tag at the start of a sentence of a word."""
        found = self._known.get(raw)
        if found is None:
            if len(self._known) > CACHE_SIZE:
                self._known.clear()
            low = raw.lower().rstrip(".")  # "e.g."
            flags = self._lexicon.get(low, 0)
            if ("@" in low and low[0].isalpha()) or _F_SCORE.match(low):
                flags |= lx.METRIC_HEAD  # pass@8192, recall@k
            found = (low, flags, base_tag(raw, low, flags, False), base_tag(raw, low, flags, True))
            self._known[raw] = found
        return found

    def piece(self, text: str) -> Piece | None:
        """Return the tokens of a text without blanks, or None where it may hold a number or a link."""
        try:
            return self._pieces[text]
        except KeyError:
            pass
        if len(self._pieces) > CACHE_SIZE:
            self._pieces.clear()
        found = self._pieces[text] = self._tokens(text)
        return found

    def _tokens(self, text: str) -> Piece | None:
        if _MAYBE_NUMBER.search(text) or any(
            word.lower().startswith(_SPELLED) for word in _WORDS.findall(text)
        ):
            return None
        piece = Piece(
            [], [], [], [], [], [], "", any(word.lower() in _ARTICLES for word in _WORDS.findall(text))
        )
        first = ""
        for match in TOKEN.finditer(text):
            kind, token = match.lastgroup, match.group()
            bits = 0
            if kind == "word":
                low, bits, tag, opening = self[token]
            elif kind == "poss":
                low, tag = "'s", "s"
                opening = tag
            else:
                low, tag = token, {"[": "(", "]": ")"}.get(token, token)
                if (
                    token == "'"
                    and piece.words
                    and piece.words[-1].endswith("s")
                    and match.end() == len(text)
                ):
                    tag = "s"
                opening = tag
            first = first or opening
            for column, value in zip(
                piece[:6], (low, token, bits, tag, match.start(), match.end()), strict=True
            ):
                column.append(value)  # type: ignore[attr-defined]
        return piece._replace(first=first, single=piece.raw == [text])

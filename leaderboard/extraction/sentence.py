"""A sentence laid out for the rules: tokens with flags and tags, noun phrases, quantities, names of the taxonomy.

`Sentence("It gains 3% on MMLU.", 0, 20, vocabulary).finish(names)` has five words and a full stop, the quantity 3% at place 2 and
the noun phrase MMLU from place 4 to 5. Places count tokens; `starts` and `ends` count characters of the clean text.
"""

from collections.abc import Mapping
from dataclasses import replace
from operator import add

import regex

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction import units
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.ranges import spelled_range
from leaderboard.extraction.shapes import is_model_name
from leaderboard.extraction.tagging import phrases, settle
from leaderboard.extraction.vocabulary import BRACKETS, Piece, Row, Vocabulary
from leaderboard.taxonomy import NameHit, NameIndex
from leaderboard.text.numbers import NUMBER_WORDS
from leaderboard.text.tokens import TOKEN, Quantity, is_plain_word, plain_quantity, quantity


class Sentence:
    """The tokens of `text[start:end]` of a clean text; see the module for the columns."""

    __slots__ = (
        "ends", "finished", "flags", "hits", "models", "np_first", "np_last", "numbers", "partner", "qualifiers", "raw", "size", "spans", "spelled", "start", "starts",
        "stop", "tags", "text", "words",
    )  # fmt: skip

    def __init__(self, text: str, start: int, stop: int, vocabulary: Vocabulary) -> None:
        """Lay the tokens out, with the numbers and the places of words that hold one; linear in the length."""
        self.text, self.start, self.stop = text, start, stop
        self.finished = False
        self.qualifiers = vocabulary.qualifiers
        self.starts: list[int] = []
        self.numbers: dict[int, Quantity] = {}
        self.spelled: list[int] = []
        rows = self._tokenize(vocabulary)
        self.size = len(rows)
        columns = [list(column) for column in zip(*rows, strict=True)] if rows else [[], [], [], []]
        self.words: list[str] = columns[0]
        self.raw: list[str] = columns[1]
        self.flags: list[int] = columns[2]
        self.tags: list[str] = columns[3]
        self.ends: list[int] = list(map(add, self.starts, map(len, self.raw)))
        if not NUMBER_WORDS.keys().isdisjoint(self.words):
            self.spelled += [
                place
                for place, word in enumerate(self.words)
                if word in NUMBER_WORDS and place not in self.numbers
            ]

    def finish(self, names: NameIndex | None = None) -> "Sentence":
        """Find the names, settle the tags and mark the noun phrases, once; linear in the length."""
        if self.finished:
            return self
        self.finished = True
        self.hits: dict[int, NameHit] = {}
        self.spans: list[tuple[int, int, NameHit]] = []
        if names is not None:
            self._mark_names(names)
        if self.numbers:
            units.finish(self)
        if "+" in self.words:
            for place in range(1, self.size - 1):
                if self.words[place] == "+" and self.tags[place - 1] in "EN" and self.tags[place + 1] == "E":
                    self.tags[place] = "E"
        settle(self.words, self.flags, self.tags)
        self.np_first = [-1] * self.size
        self.np_last = [-1] * self.size
        for first, last in phrases("".join(self.tags)):
            self.np_first[first:last] = [first] * (last - first)
            self.np_last[first:last] = [last] * (last - first)
        self.partner: dict[int, int] = {}
        if "(" in self.words or "[" in self.words:
            self._pair_brackets()
        return self

    def _tokenize(self, vocabulary: Vocabulary) -> list[Row]:
        """Return the tokens: words as the vocabulary keeps them, and what may hold a number by the pattern of tokens."""
        text, stop = self.text, self.stop
        rows: list[Row] = []
        starts = self.starts
        add_row, add_start = rows.append, starts.append
        at = done = self.start
        sentence = text[at:stop]
        pieces = sentence.split(" ")
        known = list(map(vocabulary.pieces.__getitem__, pieces))
        if " order" in sentence:
            for place, piece in enumerate(pieces):
                if piece.startswith("order"):
                    before = next((at for at in range(place - 1, -1, -1) if pieces[at]), 0)
                    if _ARTICLE.search(pieces[before]):
                        known[before] = None
        for piece, found in zip(pieces, known, strict=True):
            end = at + len(piece)
            if found.__class__ is tuple and at >= done:
                add_row(found)
                add_start(at)
            elif isinstance(found, Piece) and at >= done:
                self.spelled += [len(rows) + place for place in found.digits]
                rows += found.rows
                starts += [at + offset for offset in found.starts]
            elif end > done:
                done = self._match(max(at, done), end, rows, vocabulary)
            at = end + 1
        opening = next((found for piece, found in zip(pieces, known, strict=True) if piece), None)
        if opening is not None:
            rows[0] = vocabulary.opening(opening)
        return rows

    def _match(self, at: int, end: int, rows: list[Row], vocabulary: Vocabulary) -> int:
        """Add the tokens that begin before `end` by the pattern of tokens, and return where the last one ends."""
        text, stop = self.text, self.stop
        if is_plain_word(text, at, end, stop):
            word = vocabulary[text[at:end]]
            rows.append(word.row if rows else word.first)
            self.starts.append(at)
            return end
        while at < end:
            sign = text[at]
            if sign in _MARKS and not (sign == "." and text[at + 1 : at + 2].isdecimal()):
                rows.append(_MARKS[sign])
                self.starts.append(at)
                at += 1
                continue
            plain = sign in "0123456789" and text[at - 1 : at] in _BEFORE_PLAIN
            number = plain_quantity(text, at, stop) if plain else None
            if number is not None:
                self._add(number, at, number.end, rows)
                at = number.end
            else:
                match = TOKEN.match(text, at, stop)
                if match is None:  # white space
                    at += 1
                    continue
                self._take(match, rows, vocabulary)
                at = match.end()
            if vocabulary.units and len(rows) - 1 in self.numbers:
                at = self._own_unit(rows, vocabulary.units, at)
        return at

    def _take(self, match: "regex.Match[str]", rows: list[Row], vocabulary: Vocabulary) -> None:
        """Add the token of a match; a quantity may join the one before it."""
        kind, token = match.lastgroup, match.group()
        if kind == "word":
            word = vocabulary[token]
            row = word.row if rows else word.first
            if word.digits:
                self.spelled.append(len(rows))
        elif kind in ("quantity", "oom"):
            number = quantity(match)
            if number is not None:
                self._add(number, match.start(), match.end(), rows)
                return
            row = (token, token, 0, "N")
            self.spelled.append(len(rows))
        elif kind == "punct":
            tag = BRACKETS.get(token, token)
            if (
                token == "'"
                and rows
                and rows[-1][0].endswith("s")
                and self.starts[-1] + len(rows[-1][1]) == match.start()
                and self.text[match.end() : match.end() + 1].isspace()
            ):
                tag = "s"
            row = (token, token, 0, tag)
        elif kind == "poss":
            row = ("'s", token, 0, "s")
        else:
            row = (token.lower(), token, 0, "E")
            if token[:1].isdigit() or token[-1:].isdigit():
                self.spelled.append(len(rows))
        rows.append(row)
        self.starts.append(match.start())

    def _add(self, number: Quantity, start: int, end: int, rows: list[Row]) -> None:
        """Add a number, unless it joins the one before it."""
        if self.numbers and self._joins(number, end, rows):
            return
        self.numbers[len(rows)] = number
        token = self.text[start:end]
        rows.append((token, token, 0, "Q"))
        self.starts.append(start)

    def _own_unit(self, rows: list[Row], units: Mapping[str, tuple[str, str]], end: int) -> int:
        """Give the last number the user's unit that follows it, and return where the number ends."""
        place = len(rows) - 1
        number = self.numbers[place]
        match = _WORD_BEHIND.match(self.text, end, self.stop) if number.unit is None else None
        found = units.get(match[1].lower()) if match else None
        if match is None or found is None:
            return end
        text = self.text[self.starts[place] : match.end()]
        self.numbers[place] = replace(number, end=match.end(), unit=found[0], dimension=found[1], text=text)
        rows[place] = (text, text, 0, "Q")
        return match.end()

    def _joins(self, number: Quantity, end: int, rows: list[Row]) -> bool:
        """Join a number to the one before it where the two are one quantity, and tell whether they are."""
        numbers = self.numbers
        place = len(rows) - 1
        joined = _joined(numbers[place], number) if place in numbers else None
        if joined is None and rows[-1][0] in ("to", "and", "–", "--") and place - 1 in numbers:
            joined = spelled_range(number, rows[-12:], numbers[place - 1])
            if joined is not None:
                rows.pop()
                self.starts.pop()
                place -= 1
        if joined is None:
            return False
        numbers[place] = joined
        text = self.text[self.starts[place] : end]
        rows[place] = (text, text, rows[place][2], rows[place][3])
        return True

    def _mark_names(self, names: NameIndex) -> None:
        place, size = 0, self.size
        starts, ends = self.starts, self.ends
        for hit in names.find(self.text[self.start : self.stop]):
            first, last = hit.start + self.start, hit.end + self.start
            if hit.kind == "benchmark" and _common_word(self.text, first, last):
                continue
            while place < size and ends[place] <= first:
                place += 1
            if (
                hit.kind == "benchmark"
                and place < size
                and self.flags[place] & (lx.MANY | lx.ADJECTIVE | lx.MODIFIER)
                and self.raw[place] == self.words[place]
            ):
                continue
            stop = place
            while stop < size and starts[stop] < last:
                self.hits[stop] = hit
                if stop not in self.numbers or hit.kind != "metric":
                    if (
                        self.tags[stop] not in "(),.;:"
                        and not (self.words[stop] == "speed" and self.word(stop + 1) == "up")
                        and not (
                            self.tags[stop] == "x"
                            and self.words[stop] in ("costs", "speeds", "scores", "rates")
                        )
                    ):
                        self.tags[stop] = "N" if hit.kind == "metric" else "E"
                stop += 1
            if stop > place:
                self.spans.append((place, stop, hit))
            place = max(place, stop)

    def _pair_brackets(self) -> None:
        open_: list[int] = []
        for place, tag in enumerate(self.tags):
            if tag == "(":
                open_.append(place)
            elif tag == ")" and open_:
                begin = open_.pop()
                self.partner[begin] = place
                self.partner[place] = begin

    def is_name_number(self, place: int) -> bool:
        """Tell whether a number is part of a name: `Gemini 1.5 Pro`, `Llama 2`, `Lean 4`, `Defects4J 1.2`, `Figure 3`."""
        number = self.numbers[place]
        if (
            number.sign == "-"
            and self.word(place - 1) in ("and", "or", "/", ",")
            and place > 1
            and number.value == int(number.value)
            and _ENDS_IN_NUMBER.search(self.raw[place - 2])
        ):
            return True  # "on ImageNet-256 and -512"
        if number.unit is not None or number.sign or number.about or place == 0:
            return False
        hit = self.hits.get(place)
        if hit is not None and hit.kind in ("model", "benchmark"):
            return True
        hit = self.hits.get(place - 1)
        if hit is not None and hit.kind == "metric":
            return False
        raw = self.raw[place - 1]
        if self.tags[place - 1] not in "NEAx" or not raw[:1].isupper():
            return False
        if place == 1 and raw[1:].islower():
            return self.words[0] in _NUMBERED
        if self.flags[place - 1] & lx.METRIC_HEAD:
            return False
        if number.scale in ("b", "m", "k") and not is_model_name(raw):
            return False
        return not ("." in number.text and number.value < 1 and hit is None and raw.isupper())

    def word(self, place: int) -> str:
        """Return the word at a place, or an empty string outside the sentence."""
        return self.words[place] if 0 <= place < self.size else ""

    def flag(self, place: int) -> int:
        """Return the flags at a place, none outside the sentence."""
        return self.flags[place] if 0 <= place < self.size else 0

    def tag(self, place: int) -> str:
        """Return the tag at a place, a full stop outside the sentence."""
        return self.tags[place] if 0 <= place < self.size else "."

    def span(self, first: int, last: int) -> str:
        """Return the text of the tokens from `first` up to and without `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def before(self, end: int) -> tuple[int, int]:
        """Return the span of the noun phrase that ends right before `end`, brackets passed over; empty when none does."""
        while end > 0 and self.tags[end - 1] == ")" and end - 1 in self.partner:
            end = self.partner[end - 1]
        if end <= 0 or end > self.size or self.np_first[end - 1] < 0:
            return end, end
        return self.np_first[end - 1], end

    def after(self, start: int) -> tuple[int, int]:
        """Return the span of the noun phrase that starts at `start`, determiners and adverbs passed over."""
        while start < self.size and self.tags[start] in "DR" and self.np_first[start] < 0:
            start += 1
        if start >= self.size or self.np_last[start] < 0:
            return start, start
        return start, self.np_last[start]

    def bracket(self, place: int) -> int:
        """Return where the innermost bracket around a place opens, or -1."""
        if not self.partner:
            return -1
        for at in range(place - 1, -1, -1):
            if self.tags[at] == "(" and self.partner.get(at, -1) > place:
                return at
        return -1

    def kind_at(self, place: int) -> str:
        """Return the kind of name that covers a place: `benchmark`, `metric`, `model` or nothing."""
        hit = self.hits.get(place)
        return hit.kind if hit is not None else ""


_MARKS: dict[str, Row] = {sign: (sign, sign, 0, BRACKETS.get(sign, sign)) for sign in '(),;:.!?"[]'}
_BEFORE_PLAIN = frozenset(("", " ", "("))
_ARTICLE = regex.compile(r"(?i)(?<![^\W\d_])(?:an?|about|nearly)(?![^\W\d_])")  # of an order of magnitude
_ENDS_IN_NUMBER = regex.compile(r"[A-Za-z]-\d++$")
_WORD_BEHIND = regex.compile(r"[ -]?([^\W\d_]\w*+)")
_SECONDS = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0, "days": 86400.0}


def _joined(low: Quantity, high: Quantity) -> Quantity | None:
    """Return one quantity for two that stand side by side: `2 minutes 6 seconds`, or a range that lost its dash (`3x 8x`)."""
    if low.value_max is not None or high.value_max is not None or high.about or high.sign:
        return None
    if low.dimension == high.dimension == "time":
        larger, smaller = _SECONDS.get(low.unit or "", 0.0), _SECONDS.get(high.unit or "", 0.0)
        if larger > smaller > 0:
            return replace(low, end=high.end, value=low.value * larger / smaller + high.value, unit=high.unit)
        return None
    if (
        high.dimension not in ("factor", "percent", "points")
        or low.unit not in (None, high.unit)
        or low.value >= high.value
    ):
        return None
    if low.unit is None and "." not in low.text:
        return None
    return replace(low, end=high.end, value_max=high.value, unit=high.unit, dimension=high.dimension)


_NUMBERED = one_of(
    """table figure section position level task stage phase turn version layer appendix step"""
)


def _common_word(text: str, start: int, end: int) -> bool:
    """Tell whether a benchmark's name stands there as an ordinary word, in lower case and without `dataset` behind it."""
    surface = text[start:end]
    return (
        surface.isalpha()
        and surface.islower()
        and not text[end : end + 9].startswith((" dataset", " benchmar", " corpus"))
    )

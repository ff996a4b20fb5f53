"""A sentence laid out for the rules: tokens with flags, quantities with their edges, names of the taxonomy."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from leaderboard.extraction import cues
from leaderboard.taxonomy import NameHit, NameIndex
from leaderboard.text.tokens import TOKEN, Quantity, quantity

_PUNCT = cues.PUNCTUATION
_QUANT = cues.QUANTITY


@dataclass(slots=True)
class View:
    """The tokens of one sentence; `words` are lower case, `starts` and `ends` count characters of the clean text.

    `quantities` leads from a token's place to its number; `hits` from a token's place to the name that covers it.
    """

    text: str
    start: int
    end: int
    words: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    quantities: dict[int, Quantity] = field(default_factory=dict)
    hits: dict[int, NameHit] = field(default_factory=dict)
    spans: list[tuple[int, int, NameHit]] = field(default_factory=list)

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def word(self, place: int) -> str:
        """Return the word at a place, or an empty string outside the sentence."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def flag(self, place: int) -> int:
        """Return the flags at a place, or those of punctuation outside the sentence."""
        return self.flags[place] if 0 <= place < len(self.flags) else _PUNCT

    def span(self, first: int, last: int) -> str:
        """Return the text of the tokens from `first` up to and without `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def look(text: str, start: int, end: int, lexicon: Mapping[str, int], names: NameIndex | None = None) -> View:
    """Return the view of the sentence `text[start:end]` of a clean text."""
    view = View(text, start, end)
    words, raw, starts, ends, flags = view.words, view.raw, view.starts, view.ends, view.flags
    get = lexicon.get
    for match in TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        token = match.group()
        if kind == "word":
            low = token.lower()
            bits = get(low, 0)
        elif kind == "quantity" or kind == "oom":
            number = quantity(match)
            low = token
            bits = 0
            if number is not None:
                view.quantities[len(words)] = number
                bits = _QUANT
        elif kind == "punct":
            low, bits = token, _PUNCT
        else:
            low, bits = token.lower(), 0
        words.append(low)
        raw.append(token)
        starts.append(match.start())
        ends.append(match.end())
        flags.append(bits)
    if names is not None:
        place, count = 0, len(words)
        for hit in names.find(text[start:end]):
            first, last = hit.start + start, hit.end + start
            while place < count and ends[place] <= first:
                place += 1
            stop = place
            while stop < count and starts[stop] < last:
                view.hits[stop] = hit
                stop += 1
            if stop > place:
                view.spans.append((place, stop, hit))
            place = stop
    return view

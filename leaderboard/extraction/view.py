"""A sentence laid out for the rules: tokens with flags, quantities with their edges, names of the taxonomy."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from leaderboard.extraction import cues
from leaderboard.extraction.heads import METRIC_HEADS
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
            if (
                number is not None
                and len(words) > 1
                and words[-1] in ("to", "and")
                and len(words) - 2 in view.quantities
            ):
                merged = _range(view, number)
                if merged is not None:
                    place = len(words) - 2
                    for column in (words, raw, starts, ends, flags):
                        column.pop()
                    view.quantities[place] = merged
                    raw[place] = words[place] = text[starts[place] : match.end()]
                    ends[place] = match.end()
                    continue
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
    if view.quantities and any(q.dimension == "suspended" for q in view.quantities.values()):
        _suspended(view)
    for place, number in view.quantities.items():
        if number.dimension in (None, "percent") and not number.scale:
            _metric_points(view, place, number)
    if names is not None:
        place, count = 0, len(words)
        for hit in names.find(text[start:end]):
            if hit.kind == "benchmark" and _common_word(text, hit.start + start, hit.end + start):
                continue
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


_PAIRED = frozenset(("from", "(", "improved", "increased", "reduced", "decreased", "raised", "dropped"))
_HEDGES = frozenset(
    [
        "about",
        "approximately",
        "around",
        "roughly",
        "nearly",
        "up",
        "to",
        "an",
        "average",
        "of",
        "a",
        "as",
        "low",
        "high",
        "just",
        "only",
    ]
)


def _range(view: View, high: Quantity) -> Quantity | None:
    """Return one quantity for `50% to 80%` or `3 to 8 bits`, None where the two are a pair (`from 3 to 8`)."""
    low = view.quantities[len(view.words) - 2]
    if low.value_max is not None or high.value_max is not None or high.about or low.sign != high.sign:
        return None
    scaled = low.value
    if low.unit is None and high.scale and not low.scale:
        scaled = (
            low.value
            * (
                high.value
                / (
                    float(high.text.split(high.text.lstrip("0123456789.,"))[0].replace(",", "") or 0)
                    or high.value
                )
            )
            if high.text[:1].isdigit()
            else low.value
        )
    if low.unit not in (None, high.unit) or not scaled < high.value:
        return None
    if low.unit is None and high.unit is None and not high.scale and view.words[-1] == "to":
        return None
    at = len(view.words) - 3
    while at >= 0 and view.words[at] in _HEDGES:
        at -= 1
    between = at >= 0 and view.words[at] == "between"
    if between != (view.words[-1] == "and") or (at >= 0 and view.words[at] in _PAIRED):
        return None
    return replace(
        low,
        end=high.end,
        value=scaled,
        value_max=high.value,
        unit=high.unit,
        dimension=high.dimension,
        scale=high.scale,
    )


def _common_word(text: str, start: int, end: int) -> bool:
    """Tell whether a benchmark's name stands there as an ordinary word, in lower case and without `dataset` behind it."""
    surface = text[start:end]
    return (
        surface.isalpha()
        and surface.islower()
        and not text[end : end + 9].startswith((" dataset", " benchmar", " corpus"))
    )


def _metric_points(view: View, place: int, number: Quantity) -> None:
    """Give `76` in `76 accuracy points` its unit."""
    for at in range(place + 1, min(place + 4, len(view.words))):
        word = view.words[at]
        if word in ("points", "point", "pts"):
            if at > place + 1 and (
                view.words[at - 1] in METRIC_HEADS
                or number.unit == "%"
                or "." in number.text
                or any(c.isupper() for c in view.raw[at - 1])
            ):
                view.quantities[place] = replace(number, unit="points", dimension="points")
            return
        if view.flags[at] & cues.CLOSED:
            return


def _suspended(view: View) -> None:
    """Give `2.51-` in `2.51-, 1.73- and 1.58-bit` the unit of the number that ends the row."""
    following: Quantity | None = None
    for place in sorted(view.quantities, reverse=True):
        number = view.quantities[place]
        if number.dimension == "suspended":
            unit = (following.unit, following.dimension) if following is not None else (None, None)
            view.quantities[place] = replace(number, unit=unit[0], dimension=unit[1])
        following = view.quantities[place]

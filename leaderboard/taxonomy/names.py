"""Names of the taxonomy in running text, all at once: one automaton over every spelling of every name."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick

from leaderboard.taxonomy.context import has_cue, is_listed_with, longer_model, within_longer_name
from leaderboard.taxonomy.fold import bare, fold, variants
from leaderboard.taxonomy.rows import Case, ModelName, Named, NameKind

# The k of pass@k that authors write; every other k is found by the extraction's number rules.
USUAL_K: Final = (
    *(
        "k",
        "n",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "10",
        "12",
        "15",
        "16",
        "20",
        "24",
        "25",
        "30",
        "32",
        "40",
    ),
    *("50", "60", "64", "80", "100", "128", "150", "200", "256", "500", "512", "1000", "1024"),
)


class NameHit(NamedTuple):
    """A name in a text: `text[start:end]` is the spelling, `row` what it names, `name` how to call it.

    `name` is the row's name with the k filled in (`pass@32`); for a model it is the spelling, which holds the size.
    """

    start: int
    end: int
    kind: NameKind
    row: Named
    name: str


class _Pattern(NamedTuple):
    """What one folded spelling stands for."""

    row: Named
    name: str
    case: Case
    bare: str
    strict: bool
    order: int


class NameIndex:
    """A matcher over many names: `NameIndex(rows).find("60.2% on GSM-8K")` gives the hit `GSM-8K` at 9 to 15.

    Hyphen, space and nothing are the same between the parts of a name, a plural s is allowed, and a name must stand
    as a whole word: neither `math` in `mathematics` nor `MMLU` in `MMLU-Redux`. Of overlapping names the longest
    wins. The automaton is built at the first call; finding is linear in the text and nearly independent of how many
    names there are.
    """

    def __init__(self, entries: Iterable[Named]) -> None:
        """Take the rows to look for; where two share a spelling, the earlier row wins."""
        self._entries = tuple(entries)

    def __len__(self) -> int:
        """Return how many rows the index looks for."""
        return len(self._entries)

    def find(self, text: str, folded: str | None = None) -> list[NameHit]:
        """Return the names in a text in order, without overlaps; `folded` is `fold(text)` where it is at hand.

        Spans are half-open and count characters of `text`. Never raises on any text.
        """
        automaton, patterns, beginnings, _ = self._automaton
        padded = f" {fold(text) if folded is None else folded} "
        matches = automaton.find_matches_as_indexes(padded, True)
        if not matches:
            return []
        hits: list[tuple[NameHit, int]] = []
        waiting: list[tuple[NameHit, int]] = []
        for number, start, end in matches:
            # Most of what is found are words that a name is spelled like: their first letter is small.
            begins = beginnings[number]
            if begins is None or text[start] in begins:
                # A pattern has a space on either side and the padding shifts by one.
                self._take(text, start, end - 2, patterns[number], hits, waiting)
        if waiting:
            hits += _backed_by_a_neighbour(text, [hit for hit, _ in hits], waiting)
        return _longest(hits)

    def is_whole(self, text: str, kind: NameKind) -> bool:
        """Tell whether a text is a name of a kind from end to end: `is_whole("F1-score", "metric")`; a look-up for most."""
        return f" {fold(text)} " in self._automaton[3] and any(
            hit.kind == kind and hit.end - hit.start == len(text) for hit in self.find(text)
        )

    @cached_property
    def _automaton(
        self,
    ) -> tuple[AhoCorasick, list[tuple[_Pattern, ...]], list[frozenset[str] | None], frozenset[str]]:
        """The automaton, what its spellings stand for, the letters they may begin with where case counts, and they themselves."""
        patterns: dict[str, list[_Pattern]] = {}
        for order, row in enumerate(self._entries):
            for spelling, pattern in _patterns(row, order):
                patterns.setdefault(f" {spelling} ", []).append(pattern)
        # The empty index still needs an automaton: one pattern that no folded text can hold.
        beginnings = [
            frozenset(pattern.bare[0] for pattern in found) if all(map(_is_cased, found)) else None
            for found in patterns.values()
        ]
        return (
            AhoCorasick(list(patterns) or ["\0\0"]),
            [tuple(found) for found in patterns.values()],
            beginnings,
            frozenset(patterns),
        )

    @staticmethod
    def _take(
        text: str,
        start: int,
        end: int,
        patterns: tuple[_Pattern, ...],
        hits: list[tuple[NameHit, int]],
        waiting: list[tuple[NameHit, int]],
    ) -> None:
        """Put the first row whose case rule the spelling meets among the hits, or among those waiting for a cue."""
        for row, name, case, own, strict, order in patterns:
            if (case != "any" or strict) and (text[start] != own[0] or not _same_case(text[start:end], own)):
                continue
            kind = row.kind
            stop = longer_model(text, end) if kind == "model" else end
            if within_longer_name(text, start, stop, kind):
                return
            hit = NameHit(start, stop, kind, row, text[start:stop] if kind == "model" else name)
            needs_cue = case == "context" or (case == "exact" and own.isupper() and text.isupper())
            if needs_cue and stop == end and not has_cue(text, start, stop, kind):
                waiting.append((hit, order))
            else:
                hits.append((hit, order))
            return


def _patterns(row: Named, order: int) -> Iterator[tuple[str, _Pattern]]:
    """Yield every folded spelling of a row, plurals and sizes among them."""
    seen: set[tuple[str, Case, str]] = set()
    for text, case in row.spellings:
        for spelled, name in _with_k(row.name, text) if "@k" in text else ((text, row.name),):
            own = bare(spelled)
            for folded, strict in variants(spelled).items():
                # Where case counts, `F1` and `f1` of one row are two ways to write it.
                way = (folded, case, own if strict or case != "any" else "")
                if not folded or way in seen:
                    continue
                seen.add(way)
                pattern = _Pattern(row, name, case, own, strict, order)
                yield folded, pattern
                if row.kind != "benchmark" and folded[-1].isalpha() and folded[-1] != "s":
                    yield folded + "s", pattern
                if isinstance(row, ModelName):
                    for size in row.sizes:
                        # A size is evidence enough for a name that is also a word: OPT-13B, Falcon 7B.
                        sized = pattern._replace(case="exact" if case != "any" else "any")
                        yield f"{folded} {fold(size)}", sized
                        yield f"{folded}{fold(size)}", sized


def _is_cased(pattern: _Pattern) -> bool:
    return pattern.case != "any" or pattern.strict


def _with_k(name: str, text: str) -> Iterator[tuple[str, str]]:
    for k in USUAL_K:
        yield text.replace("@k", "@" + k), name.replace("@k", "@" + k)


def _same_case(surface: str, own: str) -> bool:
    # `own` holds no separators: what begins with it is it, and what holds none either cannot be it by leaving some out
    return surface.startswith(own) or (not surface.isalnum() and bare(surface).startswith(own))


def _backed_by_a_neighbour(
    text: str, sure: list[NameHit], waiting: list[tuple[NameHit, int]]
) -> list[tuple[NameHit, int]]:
    """Return the waiting names that stand in one list with a sure name of their kind: `ETTh1, Weather and Traffic`."""
    backed: list[tuple[NameHit, int]] = []
    remaining = waiting
    while True:
        now = [pair for pair in remaining if any(is_listed_with(text, pair[0], other) for other in sure)]
        if not now:
            return backed
        backed += now
        sure = [hit for hit, _ in now]
        remaining = [pair for pair in remaining if pair not in now]


def _longest(hits: list[tuple[NameHit, int]]) -> list[NameHit]:
    if len(hits) == 1:
        return [hits[0][0]]
    kept: list[NameHit] = []
    for hit, _ in sorted(hits, key=lambda pair: (pair[0].start - pair[0].end, pair[0].start, pair[1])):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)

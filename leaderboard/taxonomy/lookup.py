"""Names that were found elsewhere to rows: `Human-Eval` to HumanEval, `average F1-score` to f1, and near misses."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from typing import Final, Generic, TypeVar

import regex

from leaderboard.taxonomy.fold import bare, fold, key
from leaderboard.taxonomy.rows import Named

R_co = TypeVar("R_co", bound=Named, covariant=True)

# Words around a name that do not change what it names.
_BEFORE: Final = regex.compile(
    r"""
    (?: (?: the | a | an | our | original | standard | popular | public | official
          | average | avg\.? | averaged | mean | overall | total | final | best | test | validation | dev | held-out
          | training | zero-shot | few-shot | \d++-shot | end-to-end ) \s++ )++
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_AFTER: Final = regex.compile(
    r"""
    (?: \s++ (?: data\ ?sets? | benchmarks? | corpus | suite | leaderboard | challenge | tasks? | problems? | questions?
          | test[\ -]?sets? | validation\ sets? | dev[\ -]?sets? | test\ split | splits? | test | dev
          | scores? | metrics? | values? | rates? | models? ) )++ $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_K: Final = regex.compile(r"(?<=@) \s*+ \d++ \b", regex.VERBOSE)


class Lookup(Generic[R_co]):
    """The rows of one table by any of their spellings: `Lookup(benchmarks).resolve("GSM-8k dataset")`."""

    def __init__(self, rows: Iterable[R_co]) -> None:
        """Take the rows; where two share a spelling in different case, the spelling in its own case decides."""
        self._rows = tuple(rows)

    def resolve(self, surface: str) -> R_co | None:
        """Return the row that a name means, or None: separators, case, articles and nouns such as `dataset` aside."""
        surface = surface.strip()
        for text in self._readings(surface):
            row = self._spelled.get(bare(text)) or self._keys.get(key(text))
            if row is not None:
                return row
        return None

    def suggest(self, word: str, limit: int = 3) -> list[str]:
        """Return the names of rows whose spellings are close to a word, nearest first: `humanevel` to `HumanEval`."""
        close = get_close_matches(key(word), list(self._keys), n=limit * 3, cutoff=0.6)
        return list(dict.fromkeys(self._keys[match].name for match in close))[:limit]

    def search(self, word: str = "") -> list[R_co]:
        """Return the rows that a word finds: by name first, then by alias, then by task, family or area.

        Without a word, all rows. An empty list means that nothing holds the word (see `suggest`).
        """
        wanted = fold(word).strip()
        if not wanted:
            return list(self._rows)
        joined = wanted.replace(" ", "")
        ranked: list[tuple[int, int, R_co]] = []
        for order, row in enumerate(self._rows):
            rank = _rank(row, wanted, joined)
            if rank is not None:
                ranked.append((rank, order, row))
        return [row for _, _, row in sorted(ranked, key=lambda entry: entry[:2])]

    @cached_property
    def _keys(self) -> dict[str, R_co]:
        found: dict[str, R_co] = {}
        for row in self._rows:
            found.setdefault(key(row.name), row)
        for row in self._rows:
            for spelling in row.spellings:
                found.setdefault(key(spelling.text), row)
        return found

    @cached_property
    def _spelled(self) -> dict[str, R_co]:
        return {bare(spelling.text): row for row in reversed(self._rows) for spelling in row.spellings}

    @staticmethod
    def _readings(surface: str) -> Iterable[str]:
        """Yield the name as written, then with less and less around it."""
        yield surface
        shorter = _AFTER.sub("", surface)
        yield shorter
        shorter = _BEFORE.sub("", shorter, count=1) if _BEFORE.match(shorter) else shorter
        yield shorter
        yield _K.sub("k", surface)
        yield _K.sub("k", shorter)
        yield shorter.removesuffix("s")
        head, bracket, rest = surface.partition("(")
        if bracket:
            yield head.strip()
            yield rest.rstrip(") ")


def _rank(row: Named, wanted: str, joined: str) -> int | None:
    name = key(row.name)
    if name == joined:
        return 0
    spellings = [key(spelling.text) for spelling in row.spellings]
    if joined in spellings:
        return 1
    if name.startswith(joined):
        return 2
    if any(joined in spelling for spelling in spellings):
        return 3
    about = fold(
        " ".join(str(getattr(row, field, "")) for field in ("task", "area", "family", "group", "parent"))
    )
    return 4 if f" {wanted}" in f" {about}" else None

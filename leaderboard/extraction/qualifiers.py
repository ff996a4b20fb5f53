"""Qualifiers: what words around a number say of it, `up to`, `as low as`, `on average`; they stand in `qualifiers.csv`."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from leaderboard import resources
from leaderboard.errors import LeaderboardError

Phrases = dict[tuple[str, ...], str]
_COLUMNS = ["side", "words", "qualifier"]


@dataclass(frozen=True)
class Qualifiers:
    """The phrases before and behind a number with what each says, and the words next to the number that they have."""

    left: Phrases
    right: Phrases
    left_ends: frozenset[str]
    right_starts: frozenset[str]


def read(folders: Sequence[Path] = ()) -> Qualifiers:
    """Return the shipped qualifiers with those of the folders over them.

    A table has the columns `side` (left or right of the number), `words` and `qualifier`. Raises LeaderboardError with
    file and line.
    """
    sides: dict[str, Phrases] = {"left": {}, "right": {}}
    for folder in (resources.taxonomy(), *folders):
        path = folder / "qualifiers.csv"
        if not path.exists():
            continue
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines)
            if rows.fieldnames != _COLUMNS:
                raise LeaderboardError(f"{path}:1: the columns are {','.join(_COLUMNS)}")
            for row in rows:
                words = tuple((row["words"] or "").lower().split())
                if row["side"] not in sides or not words:
                    raise LeaderboardError(
                        f"{path}:{rows.line_num}: side is left or right, and words are not empty"
                    )
                sides[row["side"]][words] = row["qualifier"] or ""
    left, right = sides["left"], sides["right"]
    return Qualifiers(
        left, right, frozenset(words[-1] for words in left), frozenset(words[0] for words in right)
    )


@cache
def default() -> Qualifiers:
    """Return the shipped qualifiers."""
    return read()

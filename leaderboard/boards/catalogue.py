"""What can be asked: every file of `queries/boards`, `queries/views` and `queries/checks`, by name."""

from functools import cache
from pathlib import Path

from leaderboard import resources
from leaderboard.errors import LeaderboardError, UsageError, did_you_mean
from leaderboard.warehouse.sqlfile import Query, read_folder

LAYERS = ("boards", "views", "checks")


def catalogue(folder: Path | None = None) -> dict[str, Query]:
    """Return every query by name, boards first: `catalogue()["leaderboard"].title` is `Leaderboard`.

    `folder` is the shipped `queries/` unless told otherwise. A broken header or a name in two layers raises
    LeaderboardError.
    """
    return dict(_read(folder or resources.queries()))


def find(name: str) -> Query:
    """Return the query of a name; an unknown one raises UsageError with the near ones."""
    known = catalogue()
    try:
        return known[name]
    except KeyError:
        near = did_you_mean(name, known)
        raise UsageError(f"unknown query '{name}'{near} (see leaderboard query)") from None


@cache
def _read(folder: Path) -> dict[str, Query]:
    found: dict[str, Query] = {}
    for layer in LAYERS:
        for name, query in read_folder(folder / layer).items():
            if name in found:
                raise LeaderboardError(
                    f"two queries are called '{name}': {found[name].path} and {query.path}"
                )
            found[name] = query
    if not found:
        raise LeaderboardError(
            f"no queries in {folder}; the installation is incomplete, install leaderboard again"
        )
    return found

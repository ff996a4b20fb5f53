"""The folder of an export: made beside, then put in the place of the one before, if nobody else uses it."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leaderboard.errors import LeaderboardError

DESCRIPTOR = "datapackage.json"
MADE_BY = "leaderboard"


@contextmanager
def replaced(directory: Path) -> Iterator[Path]:
    """Give a new folder to fill, which takes the place of `directory` when the block ends well.

    Raises LeaderboardError, before anything is written, where `directory` is a file, the working folder, or
    holds files that no export made.
    """
    target = Path(os.path.realpath(directory))
    if target.exists() and not target.is_dir():
        raise LeaderboardError(f"{directory} is a file; name a folder to export to")
    if Path.cwd().is_relative_to(target):
        raise LeaderboardError(f"{directory} is the folder you are in or above it; name a folder inside it")
    _refuse_foreign(target, directory)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as problem:
        raise LeaderboardError(f"{directory} cannot be written: {problem.strerror}") from problem
    try:
        new = beside / "new"
        new.mkdir()
        yield new
        _refuse_foreign(target, directory)  # somebody may have put a file there meanwhile
        _swap(new, target, beside / "old")
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _swap(new: Path, target: Path, old: Path) -> None:
    there = target.exists()
    if there:
        target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        if there:
            old.rename(target)
        raise


def _refuse_foreign(target: Path, named: Path) -> None:
    if not target.exists():
        return
    ours = _of_export(target)
    foreign = sorted(
        path.relative_to(target).as_posix()
        for path in target.rglob("*")
        if not path.is_dir() and path.relative_to(target).as_posix() not in ours
    )
    if foreign:
        more = f" and {len(foreign) - 1:,} more" if len(foreign) > 1 else ""
        raise LeaderboardError(
            f"{named} holds files that no export made ({foreign[0]}{more}); name a new or empty folder"
        )


def _of_export(target: Path) -> set[str]:
    """Return the paths that the export in a folder says it made; none where there is no export."""
    try:
        said = json.loads((target / DESCRIPTOR).read_text(encoding="utf-8"))
        if said["made_by"] != MADE_BY:
            return set()
        return {DESCRIPTOR, *(str(resource["path"]) for resource in said["resources"])}
    except (OSError, ValueError, LookupError, TypeError):
        return set()

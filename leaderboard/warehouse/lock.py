"""One build at a time: a working folder beside the database, locked while a build uses it and gone after.

For `results.duckdb` it is `.results.duckdb.tmp/`, hidden so that a build of the folder around it does not read it. The lock is the
operating system's, so a killed build leaves no lock, only a folder that the next build clears.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from leaderboard.errors import LeaderboardError

try:
    import fcntl
except (
    ImportError
):  # pragma: no cover  # Windows has no fcntl; there an open file cannot be removed, which serves
    fcntl = None  # type: ignore[assignment]

TRIES: Final = (
    100  # builds that come and go are that unlucky once; a file system that takes no folders always is
)


@contextmanager
def working_folder(db: Path) -> Iterator[Path]:
    """Give an empty folder beside `db`, on the same file system, to this process alone.

    Raises LeaderboardError where another build holds it or the folder cannot be made.
    """
    folder = working_place(db)
    lock = _take(folder, db)
    try:
        _clear(folder)
        yield folder
    finally:
        # Removed while still locked: whoever waits for the old lock file sees that it is no longer the one there.
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def working_place(db: Path) -> Path:
    """Return where the working folder of a database is: `.results.duckdb.tmp` beside `results.duckdb`."""
    return db.with_name(f".{db.name}.tmp")


def _take(folder: Path, db: Path) -> int:
    path = folder / "lock"
    tries = 0
    while True:
        tries += 1
        try:
            folder.mkdir(exist_ok=True)
            lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except FileNotFoundError as error:
            if not folder.parent.is_dir():
                raise LeaderboardError(
                    f"there is no folder {folder.parent}; make it or choose another --db"
                ) from error
            if tries < TRIES:
                continue  # another build removed the folder between the two calls
            raise LeaderboardError(f"cannot write beside {db}; choose another --db") from error
        except OSError as error:
            raise LeaderboardError(
                f"cannot write beside {db}: {error.strerror}; choose another --db"
            ) from error
        if fcntl is None:
            return lock
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            raise LeaderboardError(
                f"another build of {db} is running; wait for it to end, or choose another --db"
            ) from None
        try:
            if os.stat(path).st_ino == os.fstat(lock).st_ino:  # noqa: PTH116 - the descriptor is compared
                return lock
        except FileNotFoundError:
            pass
        os.close(lock)


def _clear(folder: Path) -> None:
    """Remove what a killed build left behind."""
    for left in folder.iterdir():
        if left.name == "lock":
            continue
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)

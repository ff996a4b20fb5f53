"""A database opened to be read: read-only, without access to anything outside it, its configuration locked."""

import os
from pathlib import Path
from typing import Final

import duckdb
import regex

from leaderboard.errors import LeaderboardError
from leaderboard.warehouse.schema import refuse_version, version

# The file is attached under this name beside an empty database in memory. `duckdb.connect(path)` would hand out the
# instance that is already open in this process, with the old data, after the file was replaced underneath.
CATALOG: Final = "leaderboard"
SECONDS: Final = 20.0
MEMORY: Final = "2GB"


def connect(
    db: str | os.PathLike[str], *, seconds: float = SECONDS, memory: str = MEMORY, threads: int | None = None
) -> duckdb.DuckDBPyConnection:
    """Open a built database to be read: `connect("leaderboard.duckdb").execute("select count(*) from claims")`.

    Read-only, no files, network or extensions, settings locked; a query ends after `seconds`, may use `memory` and
    spills nothing to disk. A cursor starts in the empty database beside it: `boards.run` sees to that, others say
    `use leaderboard`. Raises LeaderboardError for a missing, foreign, older, newer or locked file.
    """
    path = Path(db)
    con = open_file(path)
    try:
        refuse_version(path, version(con))
        if threads is not None:
            con.execute(f"set threads = {int(threads)}")
        con.execute(f"set memory_limit = '{memory}'")
        con.execute(f"set max_execution_time = {int(seconds * 1000)}")
        # Rows that are cut off by a limit are found by their narrow columns first and only then read whole.
        con.execute("set late_materialization_max_rows = 2000")
        for setting in _LOCKED:
            con.execute(f"set {setting}")
    except BaseException:
        con.close()
        raise
    return con


def open_file(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a file read-only under the name `leaderboard`, whatever its schema; errors say what to do."""
    if not path.exists():
        raise LeaderboardError(f"there is no database {path}; make one with leaderboard build --db {path}")
    if path.is_dir():
        raise LeaderboardError(
            f"{path} is a folder; name the DuckDB file, or make one with leaderboard build --db FILE"
        )
    if path.stat().st_size == 0:
        raise LeaderboardError(f"{path} is empty; remove it and run leaderboard build --db {path}")
    con = duckdb.connect(config={"python_enable_replacements": "false", "autoload_known_extensions": "false"})
    try:
        attach(con, path, CATALOG)
        con.execute(f"use {CATALOG}")
    except BaseException:
        con.close()
        raise
    return con


def attach(con: duckdb.DuckDBPyConnection, path: Path, name: str) -> None:
    """Attach a file read-only under a name; errors say what to do."""
    quoted = str(path).replace("'", "''")
    try:
        con.execute(f"attach '{quoted}' as {name} (read_only)")
    except duckdb.Error as error:
        raise LeaderboardError(_explained(path, error)) from error


def _explained(path: Path, error: duckdb.Error) -> str:
    """Return what an error on opening means and what to do."""
    text = str(error)
    if _LOCK.search(text):
        return (
            f"{path} is open for writing in another program; close it there (a DuckDB shell?) and try again, "
            "or open it read-only there"
        )
    if "not a valid DuckDB" in text:
        return f"{path} is not a DuckDB file; name another, or make one with leaderboard build --db FILE"
    if "Permission" in text or isinstance(error, duckdb.PermissionException):
        return f"{path} may not be read by this user; change its permissions"
    if "version number" in text:
        return f"{path} was written by another version of DuckDB ({_first_line(text)}); run pip install --upgrade duckdb"
    return f"{path} cannot be opened ({_first_line(text)}); if it is damaged, remove it and run leaderboard build --db {path}"


def is_damage(error: BaseException) -> bool:
    """Tell whether an error of DuckDB says that the file itself is at fault, as one that was cut off is."""
    return isinstance(
        error,
        duckdb.IOException | duckdb.SerializationException | duckdb.InternalException | duckdb.FatalException,
    )


def damage(error: BaseException) -> str:
    """Return what is said of such an error, with what to do."""
    return f"the database cannot be read; if it is damaged, remove it and run leaderboard build again ({_first_line(str(error))})"


_LOCK: Final = regex.compile(r"\block\b", regex.IGNORECASE)  # "block" is what damaged files speak of


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0][:300]


_LOCKED: Final = (
    "temp_directory = ''",
    "autoinstall_known_extensions = false",
    "allow_community_extensions = false",
    "allow_persistent_secrets = false",
    "enable_external_access = false",
    "lock_configuration = true",
)

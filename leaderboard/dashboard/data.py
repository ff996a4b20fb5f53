"""The data under the pages: a file opened read-only, its queries run and kept until the file is built anew."""

import os
from pathlib import Path

import duckdb
import polars as pl
import streamlit as st

from leaderboard import boards
from leaderboard.boards.apart import run_apart
from leaderboard.boards.sandbox import Answer
from leaderboard.warehouse import connect

VARIABLE = "LEADERBOARD_DB"
DEFAULT = "leaderboard.duckdb"


def path() -> Path:
    """Return the database file: the environment's `LEADERBOARD_DB`, else `leaderboard.duckdb` here."""
    return Path(os.environ.get(VARIABLE, DEFAULT))


def stamp() -> tuple[str, int, int, int]:
    """Return what tells one build of the file from the next; zeros where it is missing."""
    file = path()
    try:
        status = file.stat()
    except OSError:
        return str(file), 0, 0, 0
    return str(file), status.st_ino, status.st_mtime_ns, status.st_size


@st.cache_resource(max_entries=2, show_spinner=False)
def _connection(file: tuple[str, int, int, int]) -> duckdb.DuckDBPyConnection:
    return connect(file[0])


# Kept as they are, not as copies: nothing changes a frame in place.
@st.cache_resource(max_entries=512, show_spinner=False)
def _rows(
    file: tuple[str, int, int, int], name: str, parameters: tuple[tuple[str, object], ...]
) -> pl.DataFrame:
    return boards.run(_connection(file), name, **dict(parameters))


def query(name: str, **parameters: object) -> pl.DataFrame:
    """Return the rows of a query of `queries/`; parameters that are None or empty take their default."""
    kept = tuple(sorted((key, value) for key, value in parameters.items() if value not in (None, "", [])))
    return _rows(stamp(), name, kept)


def sql(text: str, limit: int = 5_000) -> Answer:
    """Return the rows of SQL that a person wrote; raises UsageError for what is refused."""
    return _sql(stamp(), text, limit)


@st.cache_data(max_entries=32, show_spinner=False)
def _sql(file: tuple[str, int, int, int], text: str, limit: int) -> Answer:
    return run_apart(file[0], text, limit)


@st.cache_data(max_entries=2, show_spinner=False)
def _palette(file: tuple[str, int, int, int]) -> dict[str, tuple[str, str]]:
    rows = _rows(file, "families", ()).select("family", "colour", "shape")
    return {family: (colour, shape) for family, colour, shape in rows.iter_rows()}


def palette() -> dict[str, tuple[str, str]]:
    """Return colour and point shape of every method family."""
    return _palette(stamp())

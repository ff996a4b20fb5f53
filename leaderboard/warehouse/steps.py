"""The steps of a build that are plain SQL: files of `queries/steps`, run by name on `old`, `staging` and the new file."""

from pathlib import Path
from typing import Any

import duckdb

from leaderboard import resources


def step(con: duckdb.DuckDBPyConnection, name: str) -> list[tuple[Any, ...]]:
    """Run a file of `queries/steps`, all its statements, and return the rows of the last."""
    path: Path = resources.queries() / "steps" / f"{name}.sql"
    return con.execute(path.read_text(encoding="utf-8")).fetchall()

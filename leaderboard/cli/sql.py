"""SQL of a user on a built database, its rows handed on batch by batch."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from leaderboard.errors import UsageError

_BATCH = 10_000


def run_sql(sql: str, db: Path, write: Callable[[Iterator[dict[str, Any]], list[str]], Any]) -> None:
    """Run one statement read-only and hand its rows and column names to `write`.

    The connection has no access to files, network or settings, and limits on time and memory. Several
    statements, or one without rows, raise UsageError.
    """
    from leaderboard.boards.admission import admit
    from leaderboard.warehouse import connect

    with connect(db) as con:
        result = con.sql(admit(con, sql))
        if result is None:
            raise UsageError("the SQL has no rows to show; only reading is possible here")
        names = list(result.columns)
        if len(set(names)) < len(names):
            raise UsageError("two columns of the result have one name; rename one with `as`")
        reader = result.to_arrow_reader(_BATCH)
        write((row for batch in reader for row in batch.to_pylist()), names)

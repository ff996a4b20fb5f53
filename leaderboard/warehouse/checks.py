"""Integrity checks: queries of `queries/checks` that return the rows that offend, so that none is the right answer."""

from pathlib import Path
from typing import Final

import duckdb

from leaderboard import resources
from leaderboard.warehouse.report import CheckResult
from leaderboard.warehouse.sqlfile import Query, read_folder

EXAMPLES: Final = 5


def run_checks(con: duckdb.DuckDBPyConnection, folder: Path | None = None) -> tuple[CheckResult, ...]:
    """Run every check on the database in use; each result counts the offending rows and holds the first few."""
    checks = read_folder(folder or resources.queries() / "checks")
    return tuple(_result(con, check) for check in checks.values())


def _result(con: duckdb.DuckDBPyConnection, check: Query) -> CheckResult:
    count = con.execute(f"select count(*) from (\n{check.body}\n)").fetchall()
    offending = int(count[0][0])
    if not offending:
        return CheckResult(check.name, check.title, 0)
    cursor = con.execute(f"select * from (\n{check.body}\n) limit {EXAMPLES}")
    names = [column[0] for column in cursor.description or ()]
    examples = tuple(dict(zip(names, row, strict=True)) for row in cursor.fetchall())
    return CheckResult(check.name, check.title, offending, examples)

"""SQL of a user on a built database, in the sandbox that the dashboard uses too."""

from pathlib import Path

from leaderboard.cli.console import warn
from leaderboard.cli.output import Format, write


def show_sql(sql: str, db: Path, form: Format, columns: str | None, limit: int, seconds: float) -> None:
    """Run one reading statement and write its rows: `show_sql("select 1 as one", db, Format.csv, None, 10, 5)`.

    No files, no network, no settings, nothing changed; rows beyond `limit` are left out and said. What is refused raises
    UsageError.
    """
    from leaderboard.boards.apart import run_apart

    answer = run_apart(db, sql, limit=limit, seconds=seconds)
    write(answer.rows.iter_rows(named=True), answer.rows.columns, form, columns)
    if answer.truncated:
        warn(f"only the first {limit:,} rows are shown; there are more (--limit sets how many)")

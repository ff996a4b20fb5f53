"""The schema in the file and in the program: migrations in order, functions and views, and what to do when they differ."""

from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import duckdb
import regex

from leaderboard import resources
from leaderboard.errors import LeaderboardError
from leaderboard.warehouse.sqlfile import read_folder

_MIGRATION: Final = regex.compile(r"(?P<version>\d{3})_[a-z0-9_]++\.sql", regex.VERBOSE)


class Migration(NamedTuple):
    """One step of the schema: `Migration(1, "001_tables.sql", "create table …")`."""

    version: int
    name: str
    sql: str


@cache
def migrations(queries: Path | None = None) -> tuple[Migration, ...]:
    """Return the files of `queries/schema` in order; a gap or a strange name raises LeaderboardError."""
    folder = (queries or resources.queries()) / "schema"
    found = []
    for number, path in enumerate(sorted(folder.glob("*.sql")), 1):
        match = _MIGRATION.fullmatch(path.name)
        if match is None or int(match["version"]) != number:
            raise LeaderboardError(f"{path}: migrations are numbered 001, 002 and so on without gaps")
        found.append(Migration(number, path.name, path.read_text(encoding="utf-8")))
    return tuple(found)


def newest(queries: Path | None = None) -> int:
    """Return the schema version that this program writes."""
    return len(migrations(queries))


def version(con: duckdb.DuckDBPyConnection) -> int | None:
    """Return the schema version of the database in use, or None where it is not one of ours."""
    tables = con.execute(
        "select 1 from duckdb_tables() where table_name = 'schema_version' and database_name = current_database()"
    ).fetchall()
    if not tables:
        return None
    rows = con.execute("select max(version) from schema_version").fetchall()
    return int(rows[0][0]) if rows[0][0] is not None else None


def migrate(con: duckdb.DuckDBPyConnection, queries: Path | None = None) -> None:
    """Bring the database in use to the newest schema: all migrations for an empty one, the missing ones for an older."""
    have = version(con) or 0
    for migration in migrations(queries)[have:]:
        con.execute(migration.sql)
        con.execute("insert into schema_version values (?, ?)", [migration.version, migration.name])


def add_functions(con: duckdb.DuckDBPyConnection, queries: Path | None = None) -> None:
    """Create the functions of `queries/functions` in the database in use."""
    for path in sorted(((queries or resources.queries()) / "functions").glob("*.sql")):
        con.execute(path.read_text(encoding="utf-8"))


def add_views(con: duckdb.DuckDBPyConnection, queries: Path | None = None) -> None:
    """Create a view for every file of `queries/views`, with its header as the comments.

    Raises LeaderboardError where the header describes other columns than the view has.
    """
    for name, query in read_folder((queries or resources.queries()) / "views").items():
        con.execute(f"create or replace view {name} as\n{query.body}")
        there = [row[0] for row in con.execute(f"describe {name}").fetchall()]
        described = [column for column, _ in query.columns]
        if there != described:
            raise LeaderboardError(
                f"views/{query.path.name}: the columns are {', '.join(there)}, and its header describes {', '.join(described)}"
            )
        con.execute(f"comment on view {name} is {_quoted(f'{query.title}: {query.description}')}")
        for column, description in query.columns:
            con.execute(f'comment on column {name}."{column}" is {_quoted(description)}')


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def refuse_version(db: Path, found: int | None, queries: Path | None = None) -> None:
    """Raise LeaderboardError, saying what to run, unless the file's schema is the program's."""
    wanted = newest(queries)
    if found is None:
        raise LeaderboardError(
            f"{db} is a DuckDB file without leaderboard's tables; build into another file with leaderboard build --db"
        )
    if found < wanted:
        raise LeaderboardError(
            f"{db} has schema {found} and this version needs {wanted}; run leaderboard build --db {db} to bring it up to date"
        )
    if found > wanted:
        raise LeaderboardError(
            f"{db} has schema {found} and this version knows {wanted}: it was built by a newer leaderboard; "
            "run pip install --upgrade leaderboard"
        )

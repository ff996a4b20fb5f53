"""A query run with its parameters: typed, checked, to a frame; or as a script for the DuckDB shell."""

import warnings
from typing import TYPE_CHECKING

import duckdb
import regex

from leaderboard.boards.catalogue import find
from leaderboard.boards.values import checked, literal
from leaderboard.errors import LeaderboardError
from leaderboard.warehouse.sqlfile import Query

if TYPE_CHECKING:
    import polars as pl  # loaded when there are rows: the process that SQL runs in needs none of it

_GETVARIABLE = regex.compile(r"getvariable\s*+\(\s*+'(?P<name>\w++)'\s*+\)", regex.IGNORECASE)
# The copy that DuckDB warns of is one of the rows that go to a page; see `_frame`.
warnings.filterwarnings("ignore", "Arrow output on a DB-API result", UserWarning, rf"{__name__}\Z")
_ATTACHED = """
    select database_name from duckdb_databases()
    where not internal and current_database() = 'memory' and database_name <> 'memory'
"""


def run(con: duckdb.DuckDBPyConnection, name: str | Query, **parameters: object) -> "pl.DataFrame":
    """Run a query of the catalogue: `run(con, "leaderboard", benchmark="humaneval", top=10)`.

    Parameters may be texts, as a command line has them; None means the default. An unknown query, parameter or value
    raises UsageError with the near ones. Safe to call from several threads on one connection.
    """
    query = name if isinstance(name, Query) else find(name)
    with inside(con) as cursor:
        values = checked(cursor, query, parameters)
        for key, value in values.items():
            cursor.execute(f"set variable {key} = ?", [value])
        try:
            return _frame(cursor, query.body, whole=query.layer == "views")
        except duckdb.InterruptException as error:
            raise LeaderboardError(
                f"query '{query.name}' took too long; narrow it with its parameters"
            ) from error


def script(name: str | Query, **parameters: object) -> str:
    """Return the SQL of a query with its parameters set, ready to be pasted into the DuckDB shell."""
    query = name if isinstance(name, Query) else find(name)
    values = checked(None, query, parameters)
    lines = [f"set variable {key} = {literal(value)};" for key, value in values.items()]
    return "\n".join([*lines, query.sql])


def statement(name: str | Query, **parameters: object) -> str:
    """Return a query as one SELECT with its parameters in place, as the sandbox and any SQL editor take it.

    Names are taken as they are given: write them as the database does.
    """
    query = name if isinstance(name, Query) else find(name)
    values = checked(None, query, parameters)

    def put(found: regex.Match[str]) -> str:
        value = values.get(found["name"])
        return "null" if value is None else literal(value)

    return _GETVARIABLE.sub(put, query.body).strip() + ";"


def _frame(cursor: duckdb.DuckDBPyConnection, sql: str, *, whole: bool) -> "pl.DataFrame":
    """Return the rows of a query.

    `cursor.sql(sql)` plans it twice, a third of the time of most of ours; `cursor.execute(sql)` copies its rows once more, a
    third of the time of those that give a `whole` table of a hundred thousand rows and more.
    """
    import polars as pl

    answer = cursor.sql(sql) if whole else cursor.execute(sql)
    rows = pl.from_arrow(answer.to_arrow_table(), rechunk=False)
    assert isinstance(rows, pl.DataFrame), "a table becomes a frame"
    return rows


def inside(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Return a cursor in the same database, so that variables of one query never reach another.

    A new cursor starts in the database that was opened; `warehouse.connect` attaches the file beside an empty one.
    """
    cursor = con.cursor()
    attached = cursor.execute(_ATTACHED).fetchall()
    if attached:
        cursor.execute(f'use "{attached[0][0]}"')
    return cursor

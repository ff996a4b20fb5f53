"""`leaderboard query`: the files of `queries/` by name, or any read-only SQL."""

from typing import Annotated, Any

import typer

from leaderboard.cli.options import DEFAULT_DB, Columns, Database, FormatOption
from leaderboard.cli.output import Format, write
from leaderboard.cli.words import Words, split
from leaderboard.errors import UsageError

PANEL = "Database"
# A query's parameters are options that only the query knows.
SETTINGS = {"ignore_unknown_options": True}


def _names(ctx: Any, args: list[str], incomplete: str) -> list[tuple[str, str]]:
    from leaderboard.boards import catalogue

    return [(query.name, query.title) for query in catalogue().values()]


_Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NAME --PARAM VALUE",
        help="A query and its parameters; without a name, the queries are listed.",
        autocompletion=_names,
    ),
]
_Sql = Annotated[str | None, typer.Option("--sql", metavar="SQL", help="Run this read-only SQL instead.")]
_Script = Annotated[
    bool, typer.Option("--script", help="Write the SQL with its parameters set, for the DuckDB shell.")
]
_Limit = Annotated[int, typer.Option("--limit", min=1, help="With --sql: rows at most.")]
_Seconds = Annotated[float, typer.Option("--seconds", min=0.1, help="With --sql: time at most.")]


def query(
    words: _Words = None,
    sql: _Sql = None,
    script: _Script = False,
    limit: _Limit = 100_000,
    seconds: _Seconds = 20.0,
    db: Database = DEFAULT_DB,
    form: FormatOption = Format.table,
    columns: Columns = None,
) -> None:
    """Run a query on the database, or list the queries.

    `leaderboard query leaderboard --benchmark humaneval -f csv`
    """
    from leaderboard import boards

    asked = split(words or [], boards.find)
    if sql is not None:
        if asked.name or asked.parameters:
            raise UsageError("give the name of a query or --sql, not both")
        from leaderboard.cli.sql import show_sql

        show_sql(sql, db, form, columns, limit, seconds)
    elif asked.name is None:
        _list(asked, form, columns)
    elif script:
        typer.echo(boards.script(asked.name, **asked.parameters))
    else:
        from leaderboard.warehouse import connect

        with connect(db) as con:
            frame = boards.run(con, asked.name, **asked.parameters)
        write(frame.iter_rows(named=True), frame.columns, form, columns)


def _list(asked: Words, form: Format, columns: str | None) -> None:
    from leaderboard.boards import catalogue

    if asked.parameters:
        raise UsageError(
            f"--{next(iter(asked.parameters))} needs the name of a query (see leaderboard query)"
        )
    rows = (
        {
            "name": found.name,
            "title": found.title,
            "parameters": ", ".join(parameter.name for parameter in found.parameters),
            "description": found.description,
            "layer": found.layer,
        }
        for found in catalogue().values()
    )
    write(rows, ["name", "title", "parameters", "description", "layer"], form, columns)

"""`leaderboard query`: the files of `queries/` by name, or any read-only SQL."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from leaderboard.cli.options import DEFAULT_DB, Columns, Database, FormatOption
from leaderboard.cli.output import Format, write
from leaderboard.cli.words import Words, split
from leaderboard.errors import UsageError

if TYPE_CHECKING:
    from leaderboard.boards import Query

PANEL = "Database"
# A query's parameters are options that only the query knows; its help is its own too.
SETTINGS = {"ignore_unknown_options": True, "help_option_names": []}


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
_Help = Annotated[
    bool,
    typer.Option("--help", "-h", help="Show this message, or the parameters of the query that is named."),
]


def query(
    ctx: typer.Context,
    words: _Words = None,
    sql: _Sql = None,
    script: _Script = False,
    limit: _Limit = 100_000,
    seconds: _Seconds = 20.0,
    db: Database = DEFAULT_DB,
    form: FormatOption = Format.table,
    columns: Columns = None,
    help_: _Help = False,
) -> None:
    """Run a query on the database, or list the queries.

    `leaderboard query leaderboard --benchmark humaneval -f csv`
    """
    from leaderboard import boards

    asked = split(words or [], boards.find)
    if help_:
        typer.echo(_help(boards.find(asked.name)) if asked.name else ctx.get_help())
        return
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


def _help(query: "Query") -> str:
    """Return what a query shows and takes, an option a line."""
    lines = [
        f"{query.title}: {query.description}",
        "",
        f"Usage: leaderboard query {query.name} [OPTIONS]",
        "",
    ]
    options = [
        (
            f"--{each.name.replace('_', '-')}",
            each.type if each.domain is None else each.domain,
            each.description,
        )
        for each in query.parameters
    ]
    widths = [max((len(row[column]) for row in options), default=0) for column in (0, 1)]
    lines += [f"  {name:<{widths[0]}}  {kind:<{widths[1]}}  {text}" for name, kind, text in options]
    return "\n".join([*lines, *([""] if options else []), "and those of every query: leaderboard query -h"])


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
    if form is Format.table:  # a description is a paragraph
        columns = columns or "name,title,parameters"
    write(
        rows,
        ["name", "title", "parameters", "description", "layer"],
        form,
        columns,
        wrapped=("title", "parameters", "description"),
    )

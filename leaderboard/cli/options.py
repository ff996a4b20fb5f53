"""Options that several commands share, each declared once."""

from pathlib import Path
from typing import Annotated

import typer

from leaderboard.cli.output import Format

DEFAULT_DB = Path("leaderboard.duckdb")
DB_VARIABLE = "LEADERBOARD_DB"

Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE", help="Files, folders, globs, or - for standard input.")
]
Database = Annotated[
    Path, typer.Option("--db", metavar="FILE", envvar=DB_VARIABLE, help="The DuckDB file.", show_default=True)
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How rows are written to stdout.")]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns", "-c", metavar="NAMES", help="Only these columns, in this order: `method,value`."
    ),
]
TaxonomyFolders = Annotated[
    list[Path] | None,
    typer.Option("--taxonomy", metavar="DIR", help="Folder with your own taxonomy tables; may be repeated."),
]
MinConfidence = Annotated[
    float,
    typer.Option("--min-confidence", min=0.0, max=1.0, help="Only claims with at least this confidence."),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers", min=1, help="Processes that extract; by default one a core where documents are many."
    ),
]

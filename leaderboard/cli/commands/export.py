"""`leaderboard export`: every board as CSV, with the claims behind it and a description of each column."""

from pathlib import Path
from typing import Annotated

import typer

from leaderboard.cli.console import note
from leaderboard.cli.options import DEFAULT_DB, Database, MinConfidence

PANEL = "Database"

_Directory = Annotated[
    Path, typer.Argument(metavar="DIR", help="Folder to write; one that an export made is replaced.")
]
_Spreadsheet = Annotated[
    bool,
    typer.Option(
        "--spreadsheet",
        help="Put ' before text that a spreadsheet would take for a formula; not for programs.",
    ),
]


def export(
    directory: _Directory,
    db: Database = DEFAULT_DB,
    min_confidence: MinConfidence = 0.0,
    spreadsheet: _Spreadsheet = False,
) -> None:
    """Write one CSV a board, index.csv, claims.csv, documents.csv and a Frictionless datapackage.json.

    The folder is written beside and swapped in whole; one that holds other files is refused.
    """
    from leaderboard import warehouse
    from leaderboard.export import export as write_export

    with warehouse.connect(db, seconds=600) as con:
        report = write_export(con, directory, min_confidence=min_confidence, spreadsheet=spreadsheet)
    counts = f"{report.boards:,} boards, {report.claims:,} claims of {report.documents:,} documents"
    note(f"{report.directory}: {counts}")
    typer.echo(report.directory / "datapackage.json")

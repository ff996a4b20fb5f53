"""`leaderboard build`: documents into a database."""

from typing import Annotated

import typer

from leaderboard.cli import intake
from leaderboard.cli.console import error, note, progress
from leaderboard.cli.options import DEFAULT_DB, Columns, Database, FormatOption, TaxonomyFolders, Workers
from leaderboard.cli.outcome import Outcome, Tally
from leaderboard.cli.output import Format, write

PANEL = "Database"

_Sources = Annotated[
    list[str] | None,
    typer.Argument(metavar="SOURCE", help="Files, folders, globs or -; without any, the bundled sample."),
]
_Top = Annotated[int, typer.Option("--top", min=0, help="So many boards are shown at the end.")]
_COLUMNS = "benchmark,metric,unit,results,families,best_value"


def build(
    sources: _Sources = None,
    db: Database = DEFAULT_DB,
    top: _Top = 10,
    form: FormatOption = Format.table,
    columns: Columns = None,
    taxonomy: TaxonomyFolders = None,
    workers: Workers = None,
) -> None:
    """Read documents into a database and show its top boards.

    The same sources again change nothing, new ones add, a changed document replaces its old self. The old
    database stays whole until the new one takes its place.
    """
    from leaderboard import boards, resources, warehouse

    given = sources or [str(resources.sample() / "papers.jsonl")]
    with progress() as advance:
        report = warehouse.build(given, db, taxonomy_dirs=taxonomy or (), progress=advance, workers=workers)
    tally = Tally()
    for source in report.sources:
        note(f"read {source.name}: {source.documents:,} documents")
        tally.documents += source.documents
    for refusal in report.refusals:
        intake.refuse(refusal, tally)
    kept = "; left as it was" if db.exists() else "; not made"
    note(f"{db}: {report.summary()}" + ("" if report.written else kept))
    if top and report.documents:
        with warehouse.connect(db) as con:
            shown = boards.run(con, "boards", top=top)
        write(shown.iter_rows(named=True), shown.columns, form, columns or _COLUMNS)
    for check in report.failed_checks:
        error(
            f"integrity check '{check.name}' found {check.offending:,} rows: {check.title}"
            f" (leaderboard query {check.name} --db {db} shows them)"
        )
    raise typer.Exit(Outcome.FAILED if report.failed_checks else tally.outcome)

"""`leaderboard extract`: documents to claims, without a database."""

from leaderboard.cli import intake
from leaderboard.cli.console import progress
from leaderboard.cli.options import Columns, FormatOption, MinConfidence, Sources, TaxonomyFolders, Workers
from leaderboard.cli.outcome import Tally
from leaderboard.cli.output import Format, write

PANEL = "Claims"


def extract(
    sources: Sources,
    form: FormatOption = Format.jsonl,
    columns: Columns = None,
    min_confidence: MinConfidence = 0.0,
    taxonomy: TaxonomyFolders = None,
    workers: Workers = None,
) -> None:
    """Write the claims of documents to stdout, one a line, as they are found.

    Offsets count characters of the abstract as it was read. A paper that comes twice under one id is
    read once.
    """
    import sys
    from dataclasses import fields

    import typer

    from leaderboard.model import Claim
    from leaderboard.taxonomy import load

    names = load(taxonomy or ())
    tally = Tally()
    with progress(shown=not sys.stdout.isatty()) as advance:
        papers = intake.documents(sources, tally)
        if workers is None and "-" in sources:
            workers = 1  # what comes through a pipe is answered as it comes
        rows = intake.claim_rows(papers, names, workers, tally, advance)
        sure = (row for row in rows if row["confidence"] >= min_confidence)
        write(sure, [field.name for field in fields(Claim)], form, columns)
    intake.summary(tally)
    raise typer.Exit(tally.outcome)

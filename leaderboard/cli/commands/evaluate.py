"""`leaderboard evaluate`: claims of documents against gold."""

from typing import Annotated, Any

import typer

from leaderboard.cli import intake
from leaderboard.cli.console import error, progress, warn
from leaderboard.cli.options import Columns, FormatOption, MinConfidence, Sources, TaxonomyFolders, Workers
from leaderboard.cli.outcome import Outcome, Tally
from leaderboard.cli.output import Format, write, write_json
from leaderboard.errors import UsageError

PANEL = "Claims"

_Gold = Annotated[
    str, typer.Argument(metavar="GOLD.jsonl", help="What a careful reader found, a claim a line.")
]
_Errors = Annotated[
    bool, typer.Option("--errors", help="List what was missed, invented and mislabelled before the figures.")
]
_Min = Annotated[
    list[str] | None,
    typer.Option(
        "--min",
        metavar="NAME=VALUE",
        help="Fail where a figure is lower: `found=0.9`, `tuple=0.7`, `metric=0.85`.",
    ),
]
_ERROR_COLUMNS = ["what", "kind", "text", "doc", "wanted", "got", "start", "end"]
_COLUMNS = ["figure", "name", "gold", "said", "right", "precision", "recall", "f1", "share"]


def evaluate(
    gold: _Gold,
    sources: Sources,
    errors: _Errors = False,
    minimum: _Min = None,
    form: FormatOption = Format.table,
    columns: Columns = None,
    min_confidence: MinConfidence = 0.0,
    taxonomy: TaxonomyFolders = None,
    workers: Workers = None,
) -> None:
    """Compare the claims of documents with gold: precision, recall and F1 by kind, share right by slot."""
    from leaderboard.evaluation import read_gold, score
    from leaderboard.evaluation.agreement import squeezed
    from leaderboard.model import Claim
    from leaderboard.taxonomy import load

    reach = [_reach(text) for text in minimum or ()]
    expected = read_gold(gold)
    wanted = {squeezed(title): title for title in expected}
    names = load(taxonomy or ())
    tally = Tally()
    met: set[str] = set()

    def papers() -> Any:
        for paper in intake.documents(sources, tally):
            met.add(squeezed(paper.title))
            if squeezed(paper.title) in wanted:
                yield paper

    with progress() as advance:
        rows = intake.claim_rows(papers(), names, workers, tally, advance)
        claims = [Claim(**row) for row in rows if row["confidence"] >= min_confidence]
    absent = [title for key, title in wanted.items() if key not in met]
    if absent:
        warn(
            f"{len(absent)} of {len(wanted)} documents of the gold are not among the sources,"
            f" such as '{absent[0]}'"
        )
    report = score(expected, claims)
    wrong = [disagreement.row() for disagreement in report.disagreements]
    if form is Format.json and columns is None:
        write_json(report.as_json() | ({"errors": wrong} if errors else {}))
    elif errors and form in (Format.csv, Format.jsonl):
        write(wrong, _ERROR_COLUMNS, form, columns)
    else:
        if errors:
            write(wrong, _ERROR_COLUMNS, form)
            typer.echo()
        write(report.rows(), _COLUMNS, form, columns)
    short = [
        f"{name} {report.figure(name):.3f} < {value:g}"
        for name, value in reach
        if report.figure(name) < value
    ]
    if short:
        error(f"falls short: {', '.join(short)}")
        raise typer.Exit(Outcome.FAILED)
    raise typer.Exit(tally.outcome)


def _reach(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    try:
        return name.strip(), float(value)
    except ValueError:
        raise UsageError(f"--min is NAME=VALUE such as found=0.9, not '{text}'") from None

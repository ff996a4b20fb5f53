"""`leaderboard metrics`: the metrics of the taxonomy."""

from typing import TYPE_CHECKING, Any

from leaderboard.cli import terms
from leaderboard.cli.options import Columns, FormatOption, TaxonomyFolders
from leaderboard.cli.output import Format

if TYPE_CHECKING:
    from leaderboard.taxonomy import Metric

PANEL = "Reference"


def metrics(
    word: terms.Word = None,
    form: FormatOption = Format.table,
    columns: Columns = None,
    taxonomy: TaxonomyFolders = None,
) -> None:
    """Show the metrics of the taxonomy with unit and direction, or those that a word finds."""
    terms.show("metric", word, _row, form, columns, taxonomy)


def _row(row: "Metric") -> dict[str, Any]:
    return {
        "name": row.name,
        "unit": row.unit,
        "higher_is_better": row.higher_is_better,
        "aliases": row.aliases,
        "source": row.source,
    }

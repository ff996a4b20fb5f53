"""`leaderboard benchmarks`: the benchmarks of the taxonomy."""

from typing import TYPE_CHECKING, Any

from leaderboard.cli import terms
from leaderboard.cli.options import Columns, FormatOption, TaxonomyFolders
from leaderboard.cli.output import Format

if TYPE_CHECKING:
    from leaderboard.taxonomy import Benchmark

PANEL = "Reference"


def benchmarks(
    word: terms.Word = None,
    form: FormatOption = Format.table,
    columns: Columns = None,
    taxonomy: TaxonomyFolders = None,
) -> None:
    """Show the benchmarks of the taxonomy, or those that a word finds."""
    terms.show("benchmark", word, _row, form, columns, taxonomy)


def _row(row: "Benchmark") -> dict[str, Any]:
    return {
        "name": row.name,
        "task": row.task,
        "metric": row.metric,
        "area": row.area,
        "aliases": row.aliases,
        "source": row.source,
    }

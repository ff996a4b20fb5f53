"""`leaderboard models`: the models of the taxonomy."""

from typing import TYPE_CHECKING, Any

from leaderboard.cli import terms
from leaderboard.cli.options import Columns, FormatOption, TaxonomyFolders
from leaderboard.cli.output import Format

if TYPE_CHECKING:
    from leaderboard.taxonomy import ModelName

PANEL = "Reference"


def models(
    word: terms.Word = None,
    form: FormatOption = Format.table,
    columns: Columns = None,
    taxonomy: TaxonomyFolders = None,
) -> None:
    """Show the models of the taxonomy with their sizes, or those that a word finds."""
    terms.show("model", word, _row, form, columns, taxonomy)


def _row(row: "ModelName") -> dict[str, Any]:
    return {
        "name": row.name,
        "family": row.family,
        "organisation": row.organisation,
        "sizes": row.sizes,
        "aliases": row.aliases,
        "source": row.source,
    }

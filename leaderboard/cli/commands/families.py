"""`leaderboard families`: the families of the taxonomy."""

from typing import TYPE_CHECKING, Any

from leaderboard.cli import terms
from leaderboard.cli.options import Columns, FormatOption, TaxonomyFolders
from leaderboard.cli.output import Format

if TYPE_CHECKING:
    from leaderboard.taxonomy import Family

PANEL = "Reference"


def families(
    word: terms.Word = None,
    form: FormatOption = Format.table,
    columns: Columns = None,
    taxonomy: TaxonomyFolders = None,
) -> None:
    """Show the method families of the taxonomy with their cues, or those that a word finds."""
    terms.show("family", word, _row, form, columns, taxonomy)


def _row(row: "Family") -> dict[str, Any]:
    return {
        "name": row.name,
        "parent": row.parent,
        "colour": row.colour,
        "shape": row.shape,
        "cues": row.cues,
    }

"""`leaderboard explain`: how a text is read, as a tree."""

from dataclasses import asdict, is_dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from leaderboard.cli.options import TaxonomyFolders
from leaderboard.cli.output import stdout, write_json

if TYPE_CHECKING:
    from leaderboard.extraction.explain import Explanation

PANEL = "Claims"


class Form(StrEnum):
    """How an explanation is written."""

    tree = "tree"
    json = "json"


_Text = Annotated[
    str, typer.Argument(metavar="TEXT", help="A sentence or an abstract; - reads standard input.")
]
_Title = Annotated[
    str, typer.Option("--title", help="Title of the paper, which may name the system that numbers belong to.")
]
_Form = Annotated[Form, typer.Option("--format", "-f", help="How the explanation is written.")]


def explain(
    text: _Text, title: _Title = "", form: _Form = Form.tree, taxonomy: TaxonomyFolders = None
) -> None:
    """Show how a text is read: its quantities and mentions, the rules that fired, and why each slot is so.

    A number that was not taken says why not.
    """
    from leaderboard.errors import UsageError
    from leaderboard.extraction import Extractor
    from leaderboard.taxonomy import load

    if text == "-":
        text = _standard_input()
    if not text.strip():
        raise UsageError("there is no text to explain; give a sentence in quotes, or - for standard input")
    explanation = Extractor(load(taxonomy or ())).explain(text, title=title)
    if form is Form.json:
        write_json(_plain(explanation))
    else:
        _print_tree(explanation)


def _standard_input() -> str:
    import sys

    return sys.stdin.buffer.read().decode("utf-8", errors="replace")


def _plain(value: Any) -> Any:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def _print_tree(explanation: "Explanation") -> None:
    from leaderboard.cli.tables import print_renderable
    from leaderboard.cli.trees import tree

    print_renderable(tree(explanation), stdout())

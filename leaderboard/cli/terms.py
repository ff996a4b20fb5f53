"""What the taxonomy commands share: rows that a word finds, or the near names."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from leaderboard.cli.output import Format, write
from leaderboard.errors import UsageError, did_you_mean

Word = Annotated[str | None, typer.Argument(metavar="[WORD]", help="A name, an alias or a part of one.")]


def show(
    kind: str,
    word: str | None,
    as_row: Callable[[Any], dict[str, Any]],
    form: Format,
    columns: str | None,
    folders: Sequence[Path] | None,
) -> None:
    """Write the rows of a kind that a word finds, best first; a word that finds none raises UsageError."""
    from leaderboard.taxonomy import load

    taxonomy = load(folders or ())
    found = [as_row(row) for row in taxonomy.search(kind, word or "")]
    if not found:
        near = did_you_mean(word or "", taxonomy.suggest(kind, word or ""))
        raise UsageError(
            f"unknown {kind} '{word}'{near} (all of them: leaderboard {kind.removesuffix('y')}"
            f"{'ies' if kind.endswith('y') else 's'})"
        )
    write(found, list(found[0]), form, columns)

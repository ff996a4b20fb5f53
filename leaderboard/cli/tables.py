"""Rows for eyes: a table that fits the terminal, or Markdown."""

import math
import os
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any, TextIO

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from leaderboard.cli.console import note, plain

WIDEST = 60
"""A column of a table on a terminal is cut to so many cells."""
_GAP = 2  # one cell of padding, one of the box
_BIG = 10_000


def shown(value: Any) -> str:
    """Return a value as a person reads it: `shown(True)` is `yes`, of None it is nothing.

    >>> [shown(v) for v in (7.5e9, 0.123456789, 2024, None, False, ["a", "b"])]
    ['7,500,000,000', '0.123457', '2024', '', 'no', 'a, b']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        value = float(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            return str(value)
        if value != int(value):
            return f"{value:.6g}"
        value = int(value)
    if isinstance(value, int):
        return f"{value:,}" if abs(value) >= _BIG else str(value)
    if isinstance(value, list | tuple):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{shown(key)}: {shown(item)}" for key, item in value.items())
    return plain(str(value))


def print_table(
    rows: Sequence[Sequence[Any]], columns: Sequence[str], out: TextIO, wrapped: Collection[str] = ()
) -> None:
    """Print rows as a table to a stream.

    On a terminal (or where COLUMNS says how wide it is) columns without any value and those that do not fit
    are left out, and a note names the latter; elsewhere everything is written in full. Those of `wrapped` always
    fit, on several lines.
    """
    cells = [[shown(value) for value in row] for row in rows]
    width = _width(out)
    order = list(range(len(columns)))
    if width is not None:
        filled = [i for i in order if any(row[i] for row in cells)] or order
        order = _fitting(filled, cells, columns, width, wrapped)
        left_out = [columns[i] for i in filled if i not in order]
        if left_out:
            note(f"columns that do not fit: {', '.join(left_out)} (choose with --columns, or use -f csv)")
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for i in order:
        numbers = all(isinstance(row[i], int | float | Decimal) or row[i] is None for row in rows)
        table.add_column(
            Text(plain(columns[i])),
            justify="right" if numbers else "left",
            no_wrap=columns[i] not in wrapped,
            overflow="fold" if columns[i] in wrapped else "ellipsis",
            max_width=None if width is None or columns[i] in wrapped else max(WIDEST, cell_len(columns[i])),
        )
    for row in cells:
        table.add_row(*(Text(row[i]) for i in order))
    _Console(file=out, width=width or _natural(cells, columns)).print(table)


def print_renderable(what: RenderableType, out: TextIO) -> None:
    """Print anything of Rich to a stream; where that is no terminal its lines are not cut."""
    _Console(file=out, width=_width(out) or 10_000, highlight=False).print(what, soft_wrap=False)


def markdown(rows: Sequence[Sequence[Any]], columns: Sequence[str]) -> str:
    """Return rows as a Markdown table, its cells escaped."""
    lines = [[_escaped(name) for name in columns], ["---"] * len(columns)]
    lines += [[_escaped(shown(value)) for value in row] for row in rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


class _Console(Console):
    """A console that leaves a closed pipe to the caller."""

    def on_broken_pipe(self) -> None:
        """Raise what was caught."""
        raise BrokenPipeError


def _width(out: TextIO) -> int | None:
    said = os.environ.get("COLUMNS", "")
    if said.isdigit() and int(said):
        return int(said)
    return Console(file=out).width if out.isatty() else None


def _natural(cells: Sequence[Sequence[str]], columns: Sequence[str]) -> int:
    rows = [list(columns), *cells]
    return sum(max(cell_len(row[i]) for row in rows) + _GAP for i in range(len(columns))) + _GAP


def _fitting(
    order: list[int],
    cells: Sequence[Sequence[str]],
    columns: Sequence[str],
    width: int,
    wrapped: Collection[str],
) -> list[int]:
    """Return the first columns that fit a width side by side; one at least."""
    used = 0
    kept: list[int] = []
    for i in order:
        widest = cell_len(columns[i])
        if columns[i] not in wrapped:
            widest = max([widest, *(min(cell_len(row[i]), WIDEST) for row in cells)])
        used += widest + _GAP
        if kept and used > width:
            break
        kept.append(i)
    return kept


def _escaped(text: str) -> str:
    for sign in "\\`*_[]<>|$":
        text = text.replace(sign, "\\" + sign)
    return text

"""Rows to stdout in the format that was asked for: table, csv, json, jsonl or markdown.

CSV, JSON and JSON Lines are written as the rows come; a table needs them all to know its widths.
"""

import json
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, TextIO

from leaderboard.cli import tables
from leaderboard.errors import UsageError, did_you_mean
from leaderboard.rows import json_object, jsonable, write_csv
from leaderboard.rows import write_json as write_rows

Row = Mapping[str, Any]


class Format(StrEnum):
    """How rows are written."""

    table = "table"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"
    markdown = "markdown"


def write(
    rows: Iterable[Row],
    columns: Sequence[str],
    form: Format,
    wanted: str | None = None,
    wrapped: Collection[str] = (),
) -> int:
    """Write rows to stdout and return how many: `write(rows, ["method", "value"], Format.csv)`.

    `wanted` names some of the columns in the order to show them (`"value,method"`); an unknown one raises
    UsageError before anything is written. A table breaks the lines of the columns `wrapped` where it is too wide.
    """
    shown = chosen(columns, wanted)
    out = stdout()
    written = 0

    def counted() -> Iterator[list[Any]]:
        nonlocal written
        for row in rows:
            written += 1
            yield [row[name] for name in shown]

    if form is Format.table:
        tables.print_table(list(counted()), shown, out, wrapped)
    else:
        _WRITERS[form](counted(), shown, out)
    out.flush()
    return written


def write_json(value: Any) -> None:
    """Write one value to stdout as indented JSON."""
    out = stdout()
    out.write(json.dumps(jsonable(value), ensure_ascii=False, indent=2, allow_nan=False) + "\n")
    out.flush()


def chosen(columns: Sequence[str], wanted: str | None) -> list[str]:
    """Return the columns to show: all, or those named in `wanted`, separated by commas."""
    if wanted is None:
        return list(columns)
    names = [name.strip() for name in wanted.split(",") if name.strip()]
    for name in names:
        if name not in columns:
            near = did_you_mean(name, columns)
            raise UsageError(f"unknown column '{name}'{near} (one of {', '.join(columns)})")
    return names or list(columns)


def stdout() -> TextIO:
    """Return stdout, writing UTF-8 whatever the locale, and lone surrogates as `\\ud800` (right in JSON)."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return sys.stdout


def _csv(rows: Iterator[list[Any]], columns: Sequence[str], out: TextIO) -> None:
    write_csv(rows, columns, out)


def _jsonl(rows: Iterator[list[Any]], columns: Sequence[str], out: TextIO) -> None:
    for row in rows:
        out.write(json_object(columns, row) + "\n")
        out.flush()  # a reader at the other end of a pipe sees a claim when it is found


def _json(rows: Iterator[list[Any]], columns: Sequence[str], out: TextIO) -> None:
    write_rows(rows, columns, out)


def _markdown(rows: Iterator[list[Any]], columns: Sequence[str], out: TextIO) -> None:
    out.write(tables.markdown(list(rows), columns))


_WRITERS: dict[Format, Callable[[Iterator[list[Any]], Sequence[str], TextIO], None]] = {
    Format.csv: _csv,
    Format.json: _json,
    Format.jsonl: _jsonl,
    Format.markdown: _markdown,
}

"""Rows as CSV and JSON, the same wherever they leave from: the command line, a download of the dashboard."""

import csv
import io
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    import polars as pl


def write_csv(rows: Iterable[Sequence[Any]], columns: Sequence[str], out: TextIO) -> None:
    """Write rows as CSV, flushing each, so that a reader at the other end of a pipe sees it when it is found."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(value) for value in row])
        out.flush()


def write_json(rows: Iterable[Sequence[Any]], columns: Sequence[str], out: TextIO) -> None:
    """Write rows as a JSON list, an object a line."""
    before = "[\n"
    for row in rows:
        out.write(before + json_object(columns, row))
        before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")


def csv_text(frame: "pl.DataFrame") -> str:
    """Return a frame as CSV, lists in its cells as JSON.

    >>> import polars as pl
    >>> csv_text(pl.DataFrame({"a": [True], "b": [["x", "y"]]}))
    'a,b\\ntrue,"[""x"", ""y""]"\\n'
    """
    out = io.StringIO()
    write_csv(frame.iter_rows(), frame.columns, out)
    return out.getvalue()


def json_text(frame: "pl.DataFrame") -> str:
    """Return a frame as a JSON list of objects.

    >>> import polars as pl
    >>> json_text(pl.DataFrame({"a": [1.5]}))
    '[\\n{"a": 1.5}\\n]\\n'
    """
    out = io.StringIO()
    write_json(frame.iter_rows(), frame.columns, out)
    return out.getvalue()


def json_object(columns: Sequence[str], row: Sequence[Any]) -> str:
    """Return one row as a JSON object on one line."""
    values = (jsonable(value) for value in row)
    return json.dumps(dict(zip(columns, values, strict=True)), ensure_ascii=False, allow_nan=False)


def jsonable(value: Any) -> Any:
    """Return a value of a row as JSON can hold it: dates as ISO text, numbers that are none as null."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Decimal):  # what 1.5 and sum() are in SQL
        return float(value) if value != value.to_integral_value() else int(value)
    if isinstance(value, Mapping):
        return {str(key): jsonable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [jsonable(item) for item in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if value is None or isinstance(value, str | int | bool):
        return value
    return str(value)


def cell(value: Any) -> Any:
    """Return a value of a row as a cell of CSV: truth in lower case, lists as JSON."""
    if isinstance(value, bool):
        return str(value).lower()
    if value is None or isinstance(value, str | int):
        return value
    value = jsonable(value)
    return value if value is None or isinstance(value, str | float) else json.dumps(value, ensure_ascii=False)

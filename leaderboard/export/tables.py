"""One CSV file: written batch by batch, and what a reader has to know of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import duckdb
import polars as pl

_BATCH: Final = 50_000
# How spreadsheets know a formula; a tab or a return before it does not stop them.
_FORMULA: Final = r"^[=+\-@\t\r]"


@dataclass(frozen=True, slots=True)
class Table:
    """A file of the export: its place, the columns with their types, its key, size and hash.

    `about` says what its columns are looked up as: `board`, `index`, or the table of the database.
    """

    path: str
    title: str
    about: str
    columns: dict[str, pl.DataType]
    key: tuple[str, ...]
    rows: int
    bytes: int
    sha256: str


def written(
    folder: Path,
    path: str,
    rows: pl.DataFrame | duckdb.DuckDBPyRelation,
    *,
    title: str,
    key: tuple[str, ...],
    about: str,
    spreadsheet: bool = False,
) -> Table:
    """Write rows as `folder/path`: UTF-8, `\\n`, lists as JSON; null and empty text are an empty cell."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    columns: dict[str, pl.DataType] = {}
    count = 0
    with file.open("wb") as out:
        for frame in _frames(rows):
            frame.select(_cell(name, frame[name].dtype, spreadsheet) for name in frame.columns).write_csv(
                out, include_header=not columns
            )
            columns = dict(frame.schema)
            count += frame.height
    data = file.read_bytes()
    return Table(path, title, about, columns, key, count, len(data), sha256(data).hexdigest())


def _frames(rows: pl.DataFrame | duckdb.DuckDBPyRelation) -> Iterator[pl.DataFrame]:
    """Yield rows as frames of a size that fits in memory, one at least."""
    if isinstance(rows, pl.DataFrame):
        yield rows
        return
    reader = rows.to_arrow_reader(_BATCH)
    yield pl.DataFrame(pl.from_arrow(reader.schema.empty_table()))
    for batch in reader:
        yield pl.DataFrame(pl.from_arrow(batch))


def _cell(name: str, dtype: pl.DataType, spreadsheet: bool) -> pl.Expr:
    column = pl.col(name)
    if isinstance(dtype, pl.List):
        # A struct of one field is the JSON writer that polars has; its shell is taken off again.
        field = pl.struct(column.alias("_")).struct.json_encode()
        column = pl.when(column.is_not_null()).then(field.str.slice(5, field.str.len_chars() - 6))
    elif dtype == pl.String:
        column = pl.when(column != "").then(column)
        if spreadsheet:
            column = pl.when(column.str.contains(_FORMULA)).then("'" + column).otherwise(column)
    return column.alias(name)

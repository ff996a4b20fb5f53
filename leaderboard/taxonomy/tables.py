"""CSV tables with their places: every cell knows the file and line it came from, so that errors can say so."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from leaderboard.errors import LeaderboardError, did_you_mean

# A cell may hold several names.
BETWEEN_NAMES: Final = "|"


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: `Columns(required=("name",), optional=("aliases",))`."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a table: `record["name"]` is its cell, `record.place` is `benchmarks.csv:12`."""

    file: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the text of a cell without surrounding blanks, empty where the table has no such column."""
        return self.cells.get(column, "").strip()

    @property
    def place(self) -> str:
        """Return file and line as they stand in errors."""
        return f"{self.file}:{self.line}"

    def names(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that holds several names: `a|b` gives `("a", "b")`."""
        parts = [part.strip() for part in self[column].split(BETWEEN_NAMES)]
        if parts == [""]:
            return ()
        if "" in parts:
            raise self.error(f"empty name in column '{column}'", "remove the extra '|'")
        return tuple(dict.fromkeys(parts))

    def one_of(self, column: str, allowed: Sequence[str], default: str = "") -> str:
        """Return a cell that must hold one of a few words."""
        word = self[column] or default
        if word not in allowed:
            near = did_you_mean(word, [a for a in allowed if a])
            raise self.error(
                f"bad {column} '{word}'{near}", "write one of " + ", ".join(a or "(empty)" for a in allowed)
            )
        return word

    def error(self, what: str, remedy: str) -> LeaderboardError:
        """Return the error to raise about this line: place, what is wrong, what to do."""
        return LeaderboardError(f"{self.place}: {what}; {remedy}")


def read_table(file: Path, columns: Columns) -> list[Record]:
    """Return the lines of a CSV file with a header; blank lines are left out.

    Raises LeaderboardError, with file and line, for bytes that are not UTF-8, unknown or missing columns, and lines
    with more or fewer cells than the header.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        raise LeaderboardError(f"{file}:{line}: not UTF-8 text; save the table as UTF-8") from None
    except OSError as error:
        raise LeaderboardError(
            f"{file}: cannot be read ({error.strerror}); check the path and its permissions"
        ) from None
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    records: list[Record] = []
    header: list[str] | None = None
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if header is None:
                header = _checked_header(file, reader.line_num, cells, columns)
                continue
            if len(cells) != len(header):
                raise LeaderboardError(
                    f"{file}:{reader.line_num}: {len(cells)} cells but {len(header)} columns"
                    " (" + ",".join(header) + '); put a cell that holds a comma in "quotes"'
                )
            records.append(Record(file, reader.line_num, dict(zip(header, cells, strict=True))))
    except csv.Error as error:
        raise LeaderboardError(
            f"{file}:{reader.line_num}: not CSV ({error}); check the quotes of this line"
        ) from None
    if header is None:
        raise LeaderboardError(f"{file}:1: empty table; begin with the header {','.join(columns.required)}")
    return records


def _checked_header(file: Path, line: int, cells: list[str], columns: Columns) -> list[str]:
    header = [cell.strip() for cell in cells]
    known = columns.required + columns.optional
    for name in header:
        if name not in known:
            raise LeaderboardError(
                f"{file}:{line}: unknown column '{name}'{did_you_mean(name, known)}; the columns are {','.join(known)}"
            )
        if header.count(name) > 1:
            raise LeaderboardError(f"{file}:{line}: column '{name}' appears twice; keep one of them")
    for name in columns.required:
        if name not in header:
            raise LeaderboardError(
                f"{file}:{line}: missing column '{name}'; add it to the header {','.join(header)}"
            )
    return header

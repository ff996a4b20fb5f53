"""Tables as text: CSV, TSV and relatives with any one character between columns and a first row of names.

Example of what is read (names of columns are those of `documents/fields.py`, in any order and case)::

    Title;Abstract;Year;Authors
    Counting Stars;"We count 12 stars;
    at night, ""by hand"".";2023;Ada Byron, Max Born

Fields may be quoted, with line ends inside. A row with too few or too many fields, or whose quote is never
closed, is refused with its line, and reading goes on behind it. Excel's `sep=;` line is understood. A table whose
first row names no title is refused as a whole: it is no text of one paper either.
"""

import csv
from collections import deque
from collections.abc import Iterator
from itertools import islice

import regex

from leaderboard.documents import fields
from leaderboard.documents.fields import (
    ABSTRACT,
    ARXIV,
    AUTHORS,
    DATE,
    DOI,
    IDENTIFIER,
    INVERTED,
    LINK,
    TITLE,
    VENUE,
    field_name,
)
from leaderboard.documents.record import document
from leaderboard.documents.text import HEAD, Text
from leaderboard.model import Document, Refusal

NAME = "CSV"
KNOWN = frozenset(
    (*TITLE, *fields.NAME, *ABSTRACT, *INVERTED, *AUTHORS, *ARXIV, *IDENTIFIER, *DOI, *LINK, *VENUE, *DATE)
)
SEPARATOR_LINE = regex.compile(r"\ufeff?+ sep = (?P<separator> . ) \s*+", regex.VERBOSE | regex.IGNORECASE)
UNCLOSED = "opens a quoted field that is never closed"
LONGEST_HEADER = 20_000
LONGEST_ROW = 4_000_000
# Python's limit of 131,072 characters a field is for the whole process; ours is checked for each record.
csv.field_size_limit(max(csv.field_size_limit(), LONGEST_ROW))


def sniff(head: str) -> float:
    """Be sure where the first line names a title and another column that is known."""
    lines = head.lstrip("\ufeff\n").split("\n", 2)
    header = lines[0]
    separator = None
    if (said := SEPARATOR_LINE.fullmatch(header)) and len(lines) > 1:
        header, separator = lines[1], said["separator"]
    if len(header) >= min(LONGEST_HEADER, HEAD):
        return 0.0
    names = columns(header, separator or separator_of(header))
    if not _titled(names):
        return 0.55 if _table(head) else 0.0  # surer than a listing, whose paragraphs are long lines too
    if len(names) != len(set(names)):
        return 0.0
    known = [name for name in names if name in KNOWN]
    if any(name in ABSTRACT or name in INVERTED for name in known):
        return 0.92
    return 0.85 if len(known) > 1 and len(known) > 0.3 * len(names) else 0.0


def read(text: Text) -> Iterator[Document | Refusal]:
    """Yield a Document or a Refusal for each row; places are the `line 12` that the row begins on."""
    lines = Lines(text.lines())
    header = next((line for line in lines if line.strip("\ufeff ")), "")
    separator = None
    if said := SEPARATOR_LINE.fullmatch(header):
        separator, header = said["separator"], next(lines, "")
    separator = separator or separator_of(header)
    names = columns(header, separator)
    if separator is None or not _titled(names):
        there = ", ".join(repr(name[:40]) for name in _table(text.head)[:6])
        yield Refusal(
            text.source, f"line {lines.number}", f"a table without a column for titles (it has {there})"
        )
        return
    while (first := next(lines, None)) is not None:
        if not first or first.isspace():
            continue
        place = f"line {lines.number}"
        row = _row(first, lines, separator, len(names))
        if isinstance(row, str):
            yield Refusal(text.source, place, row)
        else:
            yield document(dict(zip(names, row, strict=False)), text.source, place)


def separator_of(header: str) -> str | None:
    """Return the character between the names of columns: `id|title|abstract` gives `|`; or None."""
    signs = dict.fromkeys(
        sign for sign in header[:LONGEST_HEADER] if not (sign.isalnum() or sign in "\"'_ \ufeff()[]{}\n")
    )
    best, count = None, 0
    for sign in list(signs)[:50]:
        known = sum(name in KNOWN for name in columns(header, sign))
        if known > count:
            best, count = sign, known
    return best if count > 1 else None


def columns(header: str, separator: str | None) -> list[str]:
    """Return the names of a header's columns as `documents/fields.py` has them."""
    if separator is None:
        return []
    try:
        return [
            field_name(name.strip())
            for name in next(csv.reader([header.lstrip("\ufeff")], delimiter=separator), [])
        ]
    except (csv.Error, TypeError, ValueError):  # not every character can separate
        return []


def _titled(names: list[str]) -> bool:
    """Say whether one of the columns holds titles; a `name` is one beside an abstract."""
    return any(name in TITLE for name in names) or (
        any(name in fields.NAME for name in names)
        and any(name in ABSTRACT or name in INVERTED for name in names)
    )


def _table(head: str) -> list[str]:
    """Return the first row of what is surely a table: three rows of one width, and no blank behind a separator.

    >>> _table("model,accuracy\\nA,81.2\\nB,83.2\\n"), _table("One, two\\nthree, four\\nfive, six")
    (['model', 'accuracy'], [])
    """
    lines = [line for line in head.lstrip("\ufeff\n").split("\n")[:50] if line.strip()]
    for separator in ",;\t|":
        try:
            rows = list(
                islice(csv.reader((line + "\n" for line in lines), delimiter=separator, strict=True), 5)
            )
        except csv.Error:
            continue
        cells = [cell for row in rows for cell in row[1:]]
        if (
            len(rows) > 2
            and cells
            and len({len(row) for row in rows}) == 1
            and not any(c[:1] == " " for c in cells)
        ):
            return [" ".join(cell.split()) for cell in rows[0]]
    return []


class Lines:
    """Numbered lines that can be given back: a quote that never closes must not swallow the file."""

    def __init__(self, lines: Iterator[str]) -> None:
        """Begin before the first line."""
        self._lines = lines
        self._back: deque[str] = deque()
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        """Return itself."""
        return self

    def __next__(self) -> str:
        """Return the next line; `number` is then its number."""
        line = self._back.popleft() if self._back else next(self._lines)
        self.number += 1
        return line

    def give_back(self, lines: list[str]) -> None:
        """Have these lines come again."""
        self._back.extendleft(reversed(lines))
        self.number -= len(lines)


def _row(first: str, lines: Lines, separator: str, width: int) -> list[str] | str:
    """Return the fields of the row that begins with this line, or why there are none."""
    if '"' not in first:
        return _fitting(first.split(separator), width)
    more: list[str] = []
    size = len(first)

    def physical() -> Iterator[str]:
        nonlocal size
        yield first + "\n"
        while size < LONGEST_ROW and (line := next(lines, None)) is not None:
            more.append(line)
            size += len(line) + 1
            yield line + "\n"

    try:
        row = next(csv.reader(physical(), delimiter=separator, strict=True))
    except (csv.Error, StopIteration) as error:
        unclosed = "unexpected end of data" in str(error) or size >= LONGEST_ROW
        reason = UNCLOSED if unclosed else f"is badly quoted: {error}"
    else:
        fitted = _fitting(row, width)
        if not isinstance(fitted, str):
            return fitted
        reason = fitted
        if not any(_alone(line, separator, width) for line in more):
            return reason  # nothing that was swallowed looks like a row of its own
    lines.give_back(more)
    if reason == UNCLOSED and separator != "\t":  # in TSV a quote is often just a quote
        return reason
    return _alone(first, separator, width) or reason


def _alone(line: str, separator: str, width: int) -> list[str] | None:
    """Return the fields of a line by itself, its quotes taken as leniently as makes them fit, or None."""
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        try:
            row = next(csv.reader([line], delimiter=separator, quoting=quoting), [])
        except csv.Error:
            continue
        if len(row) == width:
            return row
    return None


def _fitting(row: list[str], width: int) -> list[str] | str:
    """Return a row without the empty fields beyond the last column, or what is wrong with its width."""
    while len(row) > width and not row[-1].strip():
        row = row[:-1]
    if len(row) == width:
        return row
    fields = "1 field" if len(row) == 1 else f"{len(row)} fields"
    return f"has {fields} where the first row names {width}; a field that holds the separator must be quoted"

"""Types of DuckDB that no frame holds, turned to text before the rows leave the database."""

from itertools import chain, count
from typing import Final

import duckdb
import regex

_NO_FRAME: Final = regex.compile(
    r"\b(?: interval | union | bignum | blob | bit | time\ with\ time\ zone | variant | geometry )\b",
    regex.VERBOSE | regex.IGNORECASE,
)
_FAR_DATE: Final = "a date lies beyond the years 1 to 9999; write it with ::varchar"


def in_known_types(relation: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    """Return rows that a frame can hold: intervals, unions, bits and the like as text, no date that Python has not.

    The second of two columns called `a` is `a_1`.
    """
    columns: list[str] = []
    names: set[str] = set()
    for number, (name, type_) in enumerate(zip(relation.columns, relation.types, strict=True), 1):
        value = f"#{number}"
        if _NO_FRAME.search(str(type_)):
            value = f"{value}::varchar"
        elif str(type_).startswith(("DATE", "TIMESTAMP")):
            value = f"if({value} is null or year({value}) between 1 and 9999, {value}, error('{_FAR_DATE}'))"
        spellings = chain([name], (f"{name}_{n}" for n in count(1)))
        free = next(each for each in spellings if each not in names)
        names.add(free)
        quoted = free.replace('"', '""')
        columns.append(f'{value} as "{quoted}"')
    return relation.project(", ".join(columns))

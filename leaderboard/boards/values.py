"""What a parameter may be: texts from a command line to typed values, names to their canonical spelling."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

import duckdb

from leaderboard.errors import UsageError, did_you_mean
from leaderboard.warehouse.sqlfile import Parameter, Query, Value

SORTS: Final = ("benchmark", "metric", "model", "method", "family")
# The query that lists what a parameter of a domain may be.
_LISTED_BY: Final = {
    "benchmark": "benchmarks",
    "metric": "metrics",
    "model": "models",
    "method": "methods",
    "family": "families",
    "document": "papers",
    "boards.board": "boards",
    "claims.claim_id": "claim_list",
    "sources.name": "sources",
    "trade_off_pairs.measure": "trade_off_measures",
}
_YES: Final = {
    "true": True,
    "yes": True,
    "on": True,
    "1": True,
    "false": False,
    "no": False,
    "off": False,
    "0": False,
}

_BY_NAME: Final = """
    select name from aliases where sort = $1 and alias_key = name_key($2) limit 1
"""
_NEAR_NAMES: Final = """
    select name from aliases where sort = $1
    order by jaro_winkler_similarity(alias_key, name_key($2)) desc, name limit 20
"""
# Most calls give the id itself, which an index finds; only others are looked for in all rows.
_DOCUMENT_ID: Final = "select doc_id from documents where doc_id = $1"
_DOCUMENT: Final = """
    select doc_id from documents
    where arxiv_id = $1 or doi = lower($1) or lower(title) = lower($1)
    order by doc_id limit 1
"""
_NEAR_DOCUMENTS: Final = """
    select title from documents order by jaro_winkler_similarity(lower(title), lower($1)) desc, title limit 3
"""


def checked(
    con: duckdb.DuckDBPyConnection | None, query: Query, given: Mapping[str, object]
) -> dict[str, Value]:
    """Return the values to set for a query, without those left at None; wrong ones raise UsageError.

    Names are looked up in the database where a connection is given.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in given:
        if name not in known:
            near = did_you_mean(name, known) or f"; it takes {', '.join(known) or 'none'}"
            raise UsageError(f"query '{query.name}' has no parameter '{name}'{near}")
    values: dict[str, Value] = {}
    for name, parameter in known.items():
        value = typed(parameter, given.get(name))
        if value is not None:
            values[name] = value if con is None else _looked_up(con, parameter, value)
    return values


def typed(parameter: Parameter, value: object) -> Value:
    """Return a value in the type of its parameter: `"0.5"` for a number is 0.5, `"LoRA"` for texts is `["LoRA"]`."""
    if value is None:
        return None
    if parameter.type == "texts":
        if isinstance(value, Sequence) and not isinstance(value, str):
            return [str(item) for item in value] or None
        return [str(value)]
    if parameter.type == "text":
        return str(value)
    if parameter.type == "boolean":
        if isinstance(value, bool):
            return value
        if str(value).strip().lower() in _YES:
            return _YES[str(value).strip().lower()]
        raise _wrong(parameter, value, "true or false")
    try:
        number = float(str(value)) if not isinstance(value, bool) else math.nan
    except ValueError:
        number = math.nan
    wanted = "a number" if parameter.type == "number" else "a whole number from 0 on"
    if not math.isfinite(number):
        raise _wrong(parameter, value, wanted)
    if parameter.type == "number":
        return number
    if number != int(number) or not 0 <= number < 2**63:
        raise _wrong(parameter, value, wanted)
    return int(number)


def literal(value: Value) -> str:
    """Return a value as SQL writes it: `it's` becomes `'it''s'`."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    return "'" + str(value).replace("'", "''") + "'"


def _looked_up(con: duckdb.DuckDBPyConnection, parameter: Parameter, value: Value) -> Value:
    if parameter.domain is None:
        return value
    if isinstance(value, list):
        return [_canonical(con, parameter, item) for item in value]
    return _canonical(con, parameter, str(value))


def _canonical(con: duckdb.DuckDBPyConnection, parameter: Parameter, text: str) -> str:
    domain = parameter.domain or ""
    if domain in SORTS:
        rows = con.execute(_BY_NAME, [domain, text]).fetchall()
        near = _NEAR_NAMES, [domain, text]
    elif domain == "document":
        rows = con.execute(_DOCUMENT_ID, [text]).fetchall() or con.execute(_DOCUMENT, [text]).fetchall()
        near = _NEAR_DOCUMENTS, [text]
    elif "." in domain:
        table, column = domain.split(".")
        rows = con.execute(f"select {column} from {table} where {column} = $1 limit 1", [text]).fetchall()
        rows = (
            rows
            or con.execute(
                f"select {column} from {table} where lower({column}) = lower($1) limit 1", [text]
            ).fetchall()
        )
        near = (
            f"select distinct {column} from {table} order by jaro_winkler_similarity({column}, $1) desc limit 20",
            [text],
        )
    else:
        choices = domain.split("|")
        rows = [(choice,) for choice in choices if choice == text.lower()]
        if not rows:
            raise _wrong(parameter, text, " or ".join(choices))
    if rows:
        return str(rows[0][0])
    names = [str(row[0]) for row in con.execute(*near).fetchall() if row[0] is not None]
    hint = did_you_mean(text, names)
    if not hint and domain == "document" and names:
        hint = f"; the nearest title is '{names[0]}'"
    raise UsageError(f"unknown {parameter.name} '{text}'{hint} (see the query `{_LISTED_BY[domain]}`)")


def _wrong(parameter: Parameter, value: object, wanted: str) -> UsageError:
    return UsageError(f"parameter '{parameter.name}' is {wanted}, not '{value}' ({parameter.description})")

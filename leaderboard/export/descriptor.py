"""The Frictionless `datapackage.json`: every file with its columns, types, keys, size and hash.

Follows Data Package 1.0 and Tabular Data Package 1.0, https://specs.frictionlessdata.io.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import duckdb
import polars as pl

from leaderboard.export.describe import Descriptions
from leaderboard.export.folder import DESCRIPTOR, MADE_BY
from leaderboard.export.tables import Table

_LICENCE: Final = {
    "name": "notspecified",
    "title": "Names and figures are facts; sentences are quoted from the papers and stay their authors'",
}
_BUILT: Final = """
    select strftime(built_at, '%Y-%m-%dT%H:%M:%SZ'), program_version
    from builds
    order by build_id desc
    limit 1
"""
_REFERENCES: Final = {
    "board": [("doc_id", "documents", "doc_id")],
    "claims": [("doc_id", "documents", "doc_id")],
    "document_families": [("doc_id", "documents", "doc_id")],
}


def facts(con: duckdb.DuckDBPyConnection, min_confidence: float, spreadsheet: bool) -> dict[str, Any]:
    """Return what the package says of itself: when and from which sources it was built, what was left out."""
    built = con.execute(_BUILT).fetchall()
    sources = sorted({Path(name).name for (name,) in con.execute("select name from sources").fetchall()})
    notes = [
        "Every row of a board is a claim: text is the number as it stands in the paper, sentence holds it."
    ]
    if min_confidence:
        notes.append(f"Claims with a confidence under {min_confidence:g} are left out.")
    if spreadsheet:
        notes.append("Text that a spreadsheet would take for a formula has a leading apostrophe.")
    return {
        "name": "leaderboard-export",
        "title": "Benchmark results read from papers",
        "description": " ".join(notes),
        "made_by": MADE_BY,
        **({"created": built[0][0], "program_version": built[0][1]} if built else {}),
        "licenses": [_LICENCE],
        "sources": [{"title": name} for name in sources],
    }


def write(folder: Path, tables: Sequence[Table], describe: Descriptions, said: dict[str, Any]) -> None:
    """Write the description of a folder's tables, the index first and the boards last."""
    ordered = sorted(tables, key=lambda table: (table.about == "board", table.about != "index"))
    package = {
        "profile": "tabular-data-package",
        **said,
        "resources": [_resource(t, describe) for t in ordered],
    }
    text = json.dumps(package, ensure_ascii=False, indent=1)
    (folder / DESCRIPTOR).write_text(text + "\n", encoding="utf-8", newline="\n")


def _resource(table: Table, describe: Descriptions) -> dict[str, Any]:
    return {
        "name": table.path.removesuffix(".csv").replace("/", ".").replace("@", "_at_").replace("+", "_plus_"),
        "profile": "tabular-data-resource",
        "title": table.title,
        "path": table.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": table.bytes,
        "hash": f"sha256:{table.sha256}",
        "schema": {
            "fields": [_field(table, name, dtype, describe) for name, dtype in table.columns.items()],
            "primaryKey": list(table.key),
            **_references(table),
            "missingValues": [""],
        },
    }


def _field(table: Table, name: str, dtype: pl.DataType, describe: Descriptions) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": field_type(dtype)}
    description = describe(table.about, name)
    if description:
        field["description"] = description
    if name in table.key:
        field["constraints"] = {"required": True} | ({"unique": True} if len(table.key) == 1 else {})
    return field


def field_type(dtype: pl.DataType) -> str:
    """Return the Frictionless type of a column: `field_type(pl.Float64())` is `number`."""
    if dtype.is_integer():
        return "integer"
    if dtype.is_float():
        return "number"
    if dtype == pl.Boolean:
        return "boolean"
    if dtype == pl.Date:
        return "date"
    return "array" if isinstance(dtype, pl.List) else "string"


def _references(table: Table) -> dict[str, Any]:
    return {
        "foreignKeys": [
            {"fields": field, "reference": {"resource": resource, "fields": column}}
            for field, resource, column in _REFERENCES.get(table.about, ())
            if field in table.columns
        ]
    }

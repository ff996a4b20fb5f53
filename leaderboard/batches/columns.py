"""Documents, claims and families as Arrow batches: the form in which they reach DuckDB, worker processes and engines."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any, Final

import pyarrow as pa

from leaderboard.documents.identity import title_id
from leaderboard.errors import LeaderboardError
from leaderboard.model import Claim, Document

_TEXT: Final = pa.string()
_NUMBERS: Final = {"value": pa.float64(), "value_max": pa.float64(), "confidence": pa.float64()}
_COUNTS: Final = ("start", "end", "sentence_start", "sentence_end")

DOCUMENTS: Final = pa.schema(
    [pa.field(f.name, pa.list_(_TEXT) if f.name == "authors" else _TEXT) for f in fields(Document)]
)
CLAIMS: Final = pa.schema(
    [
        pa.field(f.name, _NUMBERS.get(f.name, pa.int32() if f.name in _COUNTS else _TEXT))
        for f in fields(Claim)
    ]
)
FAMILIES: Final = pa.schema(
    [
        pa.field("doc_id", _TEXT),
        pa.field("family", _TEXT),
        pa.field("rank", pa.int32()),
        pa.field("score", pa.float64()),
        pa.field("evidence", _TEXT),
    ]
)


def documents_batch(documents: Sequence[Document]) -> pa.RecordBatch:
    """Return documents as one batch with the columns of `DOCUMENTS`, in the order given."""
    return pa.RecordBatch.from_pydict(
        {name: [getattr(document, name) for document in documents] for name in DOCUMENTS.names},
        schema=DOCUMENTS,
    )


def claims_batch(claims: Sequence[Claim]) -> pa.RecordBatch:
    """Return claims as one batch with the columns of `CLAIMS`, in the order given."""
    return pa.RecordBatch.from_pydict(
        {name: [getattr(claim, name) for claim in claims] for name in CLAIMS.names}, schema=CLAIMS
    )


def documents_of(batch: pa.RecordBatch) -> list[Document]:
    """Return the documents of a batch, whose columns may stand in any order.

    Those that `DOCUMENTS` does not have are left aside, those that the batch does not have are as in a document of which
    nothing more is known; `title` and `abstract` must be there. Without an `id` it is made of the title.
    """
    have = set(batch.schema.names)
    for name in ("title", "abstract"):
        if name not in have:
            raise LeaderboardError(
                f"documents need a column '{name}', and the batch has {', '.join(sorted(have))}"
            )
    names = [name for name in DOCUMENTS.names if name in have]
    columns = [batch.column(name).to_pylist() for name in names]
    return [_document(dict(zip(names, values, strict=True))) for values in zip(*columns, strict=True)]


def rows_batch(rows: Iterable[Sequence[object]], schema: pa.Schema) -> pa.RecordBatch:
    """Return rows of values in the order of a schema as one batch."""
    columns = list(zip(*rows, strict=True)) or [() for _ in schema]
    return pa.RecordBatch.from_arrays(
        [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema
    )


def _document(said: dict[str, Any]) -> Document:
    for name in ("title", "abstract", "source", "place"):
        said[name] = said.get(name) or ""
    said["authors"] = tuple(said.get("authors") or ())
    said["id"] = said.get("id") or title_id(said["title"])
    return Document(**said)

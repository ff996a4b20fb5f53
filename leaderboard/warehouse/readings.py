"""What sources say now, laid beside what they said before: each paper once, with every source that holds it."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

import duckdb
import pyarrow as pa

from leaderboard.batches.columns import DOCUMENTS, documents_batch, documents_of, rows_batch
from leaderboard.documents import merge
from leaderboard.documents.identity import title_key
from leaderboard.documents.sources import STDIN
from leaderboard.model import Document, Refusal
from leaderboard.warehouse.report import SourceCount
from leaderboard.warehouse.steps import step

BATCH: Final = 2_000
_TEXT: Final = pa.string()
_REFUSALS: Final = pa.schema([("source", _TEXT), ("place", _TEXT), ("reason", _TEXT), ("source_id", _TEXT)])
_BELONGS: Final = pa.schema([("reading", pa.int64()), ("doc_id", _TEXT)])
_ADDED: Final = pa.schema(
    [("source_id", _TEXT), ("position", pa.int32()), ("title_key", _TEXT), ("is_whole", pa.bool_())]
)


@dataclass(slots=True)
class Read:
    """What was read so far: documents and refusals of each source, in the order of the sources."""

    documents: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    refused: list[Refusal] = field(default_factory=list)

    def sources(self) -> tuple[SourceCount, ...]:
        """Return what each source gave."""
        refusals: dict[str, int] = defaultdict(int)
        for refusal in self.refused:
            refusals[refusal.source] += 1
        names = dict.fromkeys([*self.documents, *refusals])
        return tuple(SourceCount(name, self.documents.get(name, 0), refusals[name]) for name in names)


def source_id(name: str) -> str:
    """Return what stands for a file in the database: equal for `papers.jsonl` and `../here/papers.jsonl`, and no path."""
    resolved = name if name == STDIN else os.path.realpath(name)
    return sha256(resolved.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def without(files: frozenset[str], found: Iterable[Document | Refusal]) -> Iterator[Document | Refusal]:
    """Leave out what is said of some files, named by their real paths."""
    for item in found:
        if not (isinstance(item, Refusal) and os.path.realpath(item.source) in files):
            yield item


def stage_readings(
    con: duckdb.DuckDBPyConnection, found: Iterable[Document | Refusal], tell: Callable[[int], None]
) -> Read:
    """Fill `staging.readings` and `staging.refusals` with what sources give, calling `tell` with the count so far."""
    con.register("reading_rows", _readings([], {}, {}))
    con.execute("create or replace table staging.readings as select * rename (id as id) from reading_rows")
    read, positions = Read(), defaultdict[str, int](int)
    ids: dict[str, str] = {}
    count = 0
    for documents in _batched(found, read.refused):
        con.register("reading_rows", _readings(documents, ids, positions))
        con.execute("insert into staging.readings select * from reading_rows")
        for document in documents:
            read.documents[document.source] += 1
        count += len(documents)
        tell(count)
    con.unregister("reading_rows")
    refusals = [(r.source, r.place, r.reason, source_id(r.source)) for r in read.refused]
    con.register("refusal_rows", rows_batch(refusals, _REFUSALS))
    con.execute("create or replace table staging.refusals as select * from refusal_rows")
    con.unregister("refusal_rows")
    con.execute(
        "update staging.readings set is_whole = false where source = ? or source_id in (select source_id from staging.refusals)",
        [STDIN],
    )
    return read


def stage_documents(con: duckdb.DuckDBPyConnection) -> None:
    """Fill `staging.documents`, each with its status, from new readings and the old file's."""
    step(con, "pool")
    rows = con.execute("select reading, key from staging.contested order by reading, key").fetchall()
    clusters = _clusters(rows)
    merged: list[Document] = []
    belongs: list[tuple[int, str]] = []
    names = ", ".join(f"pool.{name}" for name in DOCUMENTS.names)
    contested = con.sql(
        f"select {names} from staging.pool as pool semi join staging.contested using (reading) order by reading"
    ).to_arrow_table()
    documents = [each for batch in contested.to_batches() for each in documents_of(batch)]
    readings = sorted({reading for reading, _ in rows})
    by_reading = dict(zip(readings, documents, strict=True))
    for cluster in clusters:
        papers = merge([by_reading[reading] for reading in cluster])
        merged += papers
        belongs += [(reading, _home(by_reading[reading], papers)) for reading in cluster]
    con.register("belongs_rows", rows_batch(belongs, _BELONGS))
    con.execute("create or replace table staging.belongs as select * from belongs_rows")
    keys = pa.array([title_key(document.title) for document in merged], _TEXT)
    con.register("merged_rows", pa.table(documents_batch(merged)).append_column("title_key", keys))
    con.execute("create or replace table staging.merged as select * from merged_rows")
    con.unregister("belongs_rows")
    con.unregister("merged_rows")
    step(con, "documents")


def _batched(found: Iterable[Document | Refusal], refused: list[Refusal]) -> Iterator[list[Document]]:
    documents: list[Document] = []
    for item in found:
        if isinstance(item, Refusal):
            refused.append(item)
            continue
        documents.append(item)
        if len(documents) == BATCH:
            yield documents
            documents = []
    if documents:
        yield documents


def _readings(documents: list[Document], ids: dict[str, str], positions: dict[str, int]) -> pa.Table:
    rows = []
    for document in documents:
        name = document.source
        if name not in ids:
            ids[name] = source_id(name)
        rows.append((ids[name], positions[ids[name]], title_key(document.title), True))
        positions[ids[name]] += 1
    table = pa.table(documents_batch(documents))
    for column in pa.table(rows_batch(rows, _ADDED)).column_names:
        table = table.append_column(column, pa.table(rows_batch(rows, _ADDED)).column(column))
    return table


def _clusters(rows: Iterable[tuple[int, str]]) -> list[list[int]]:
    """Return the readings that share keys, directly or through others, each cluster in order."""
    root: dict[int, int] = {}

    def find(reading: int) -> int:
        while root[reading] != reading:
            root[reading] = root[root[reading]]
            reading = root[reading]
        return reading

    first: dict[str, int] = {}
    for reading, key in rows:
        root.setdefault(reading, reading)
        one, other = find(first.setdefault(key, reading)), find(reading)
        root[max(one, other)] = min(one, other)
    clusters: defaultdict[int, list[int]] = defaultdict(list)
    for reading in root:
        clusters[find(reading)].append(reading)
    return [sorted(clusters[reading]) for reading in sorted(clusters)]


def _home(document: Document, papers: list[Document]) -> str:
    """Return the id of the paper that a reading became part of."""
    tests: tuple[Callable[[Document], bool], ...] = (
        lambda paper: paper.id == document.id,
        lambda paper: document.arxiv_id is not None and paper.arxiv_id == document.arxiv_id,
        lambda paper: document.doi is not None and paper.doi == document.doi,
        lambda paper: title_key(paper.title) == title_key(document.title),
    )
    for test in tests:
        for paper in papers:
            if test(paper):
                return paper.id
    return papers[0].id

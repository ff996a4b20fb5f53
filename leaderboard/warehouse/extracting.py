"""Documents to claims and families, batch by batch, in this process or in several, always in the same order.

`extract_batch` is a pure function over Arrow batches without state of its own, so that a distributed engine can map it
(`map_batches` of Ray, `mapInArrow` of Spark) as the pool below does.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Protocol

import pyarrow as pa

from leaderboard.errors import LeaderboardError
from leaderboard.model import Claim, Document, Refusal
from leaderboard.taxonomy import Taxonomy, default
from leaderboard.warehouse.columns import FAMILIES, claims_batch, documents_of, rows_batch


class FamilyOfDocument(Protocol):
    """What is needed of a family match: `FamilyMatch("quantization", 1, 21.5, "title: quantization")`."""

    @property
    def family(self) -> str:
        """Name of the family."""

    @property
    def rank(self) -> int:
        """1 for the main family."""

    @property
    def score(self) -> float:
        """How much spoke for it."""

    @property
    def evidence(self) -> str:
        """The words that spoke for it."""


Extract = Callable[[Document], Sequence[Claim]]
Assign = Callable[[Document], Sequence[FamilyOfDocument]]


@dataclass(frozen=True, slots=True)
class Reader:
    """How documents are understood: `Reader(taxonomy)`; other functions may stand in for the project's own.

    They must be importable (no lambdas) where several processes work.
    """

    taxonomy: Taxonomy
    extract: Extract | None = None
    assign: Assign | None = None

    def functions(self) -> tuple[Extract, Assign]:
        """Return the two functions, made once for a process."""
        extract, assign = self.extract, self.assign
        if extract is None:
            from leaderboard.extraction import Extractor

            extract = Extractor(self.taxonomy).extract
        if assign is None:
            from leaderboard.extraction.families import assign as assign_families

            taxonomy = self.taxonomy

            def assign(document: Document) -> Sequence[FamilyOfDocument]:
                return assign_families(document, taxonomy)

        return extract, assign


@dataclass(frozen=True, slots=True)
class Understood:
    """What a batch of documents gave: claims, families, and the documents on which extraction failed."""

    documents: int
    claims: pa.RecordBatch
    families: pa.RecordBatch
    failures: tuple[Refusal, ...]


def extract_batch(documents: pa.RecordBatch) -> pa.RecordBatch:
    """Return the claims of a batch of documents as a batch, with the default taxonomy: pure, for engines to map.

    Columns in and out are `columns.DOCUMENTS` and `columns.CLAIMS`.
    """
    return understand(documents, *Reader(default()).functions()).claims


def understand(batch: pa.RecordBatch, extract: Extract, assign: Assign) -> Understood:
    """Return claims and families of a batch; a document that makes extraction fail has none and is a failure."""
    claims: list[Claim] = []
    families: list[tuple[object, ...]] = []
    failures: list[Refusal] = []
    documents = documents_of(batch)
    for document in documents:
        try:
            found = extract(document)
            matches = assign(document)
        except Exception as error:  # one document must not stop hundreds of thousands; it is reported
            reason = f"extraction failed on {document.id}: {type(error).__name__}: {error}"
            failures.append(Refusal(document.source, document.place, reason))
            continue
        claims += found
        families += [(document.id, m.family, m.rank, m.score, m.evidence) for m in matches]
    return Understood(len(documents), claims_batch(claims), rows_batch(families, FAMILIES), tuple(failures))


def understand_all(
    batches: Iterable[pa.RecordBatch], reader: Reader, workers: int = 1
) -> Iterator[Understood]:
    """Yield what each batch gives, in the order of the batches, worked out by `workers` processes."""
    if workers <= 1:
        extract, assign = reader.functions()
        for batch in batches:
            yield understand(batch, extract, assign)
        return
    # Spawned and not forked: a fork of a process with threads (DuckDB, Arrow, a web server) can hang.
    with ProcessPoolExecutor(workers, get_context("spawn"), _prepare, (reader,)) as pool:
        waiting: deque[Future[Understood]] = deque()
        try:
            for batch in batches:
                waiting.append(pool.submit(_understand_here, batch))
                if (
                    len(waiting) > workers * 2
                ):  # enough to keep them busy without holding everything in memory
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise LeaderboardError(
                "a worker process died, most often for want of memory; build again with fewer workers"
            ) from error
        finally:
            for future in waiting:
                future.cancel()


_functions: tuple[Extract, Assign] | None = None


def _prepare(reader: Reader) -> None:
    global _functions
    Thread(target=_end_with_parent, daemon=True).start()
    _functions = reader.functions()


def _end_with_parent() -> None:
    """End this worker when the process that started it is gone; a killed one cannot tell its workers to."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _understand_here(batch: pa.RecordBatch) -> Understood:
    assert _functions is not None, "the pool prepares its processes"
    return understand(batch, *_functions)

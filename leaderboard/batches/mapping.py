"""One batch of documents to its claims and families: pure, without state, what pools and distributed engines map."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol

import pyarrow as pa

from leaderboard.batches.columns import FAMILIES, claims_batch, documents_of, rows_batch
from leaderboard.model import Claim, Document, Refusal
from leaderboard.taxonomy import Taxonomy, default


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

    def __reduce__(self) -> tuple[type["Reader"], tuple[object, ...]]:
        """Travel to another process with the rows of the taxonomy alone: what was made of them is made there anew."""
        return Reader, (replace(self.taxonomy), self.extract, self.assign)

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


def extract_batch(documents: pa.RecordBatch | pa.Table) -> pa.RecordBatch:
    """Return the claims of a batch (or table) of documents as a batch, with the default taxonomy, in the order of the documents.

    Columns out are `columns.CLAIMS`; columns in are those of `columns.DOCUMENTS` that there are, `title` and `abstract` at
    least. Raises nothing for what is in a document: one on which extraction fails has no claims.
    """
    return understand(documents, *_default_functions()).claims


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
            failures.append(failure(document, error))
            continue
        claims += found
        families += [(document.id, m.family, m.rank, m.score, m.evidence) for m in matches]
    return Understood(len(documents), claims_batch(claims), rows_batch(families, FAMILIES), tuple(failures))


@cache
def _default_functions() -> tuple[Extract, Assign]:
    extract, _ = Reader(default()).functions()
    return extract, no_families


def no_families(document: Document) -> Sequence[FamilyOfDocument]:
    """Return no families, for those who want claims only."""
    return ()


def failure(document: Document, error: Exception) -> Refusal:
    """Return what is said of a document on which extraction failed."""
    reason = f"extraction failed on {document.id}: {type(error).__name__}: {error}"
    return Refusal(document.source, document.place, reason)

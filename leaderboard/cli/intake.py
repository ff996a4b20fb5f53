"""Documents and claims as commands read them: refusals said on stderr as they come, and counted."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from leaderboard.cli.console import Advance, note, warn
from leaderboard.cli.outcome import Tally
from leaderboard.model import Document, Refusal, as_row

if TYPE_CHECKING:
    from leaderboard.taxonomy import Taxonomy

SHOWN = 50
"""So many refusals are shown one by one; the rest is counted."""
_BATCH = 256


def refuse(refusal: Refusal, tally: Tally) -> None:
    """Count a refusal and say it: `not read: papers.jsonl, line 7: not JSON`."""
    tally.refusals += 1
    if tally.refusals <= SHOWN:
        place = f"{refusal.source}, {refusal.place}" if refusal.place else refusal.source
        warn(f"not read: {place}: {refusal.reason}")
    elif tally.refusals == SHOWN + 1:
        warn("more could not be read; the rest is only counted")


def documents(sources: Iterable[str], tally: Tally) -> Iterator[Document]:
    """Yield the documents of sources, each id once, as soon as they are read."""
    from leaderboard.documents import read

    seen: set[str] = set()
    for item in read(sources):
        if isinstance(item, Refusal):
            refuse(item, tally)
        elif item.id in seen:
            tally.repeated += 1
        else:
            if item.abstract:
                seen.add(item.id)
            tally.documents += 1
            yield item


def claim_rows(
    papers: Iterable[Document], taxonomy: "Taxonomy", workers: int | None, tally: Tally, advance: Advance
) -> Iterator[dict[str, Any]]:
    """Yield the claims of documents as rows, in their order; a document that makes a rule fail is a refusal.

    With one worker each document's claims come at once, with several by the batch.
    """
    from leaderboard.batches.workers import MANY, processes

    papers = iter(papers)
    first = list(islice(papers, MANY)) if workers is None else []
    number = processes(workers, len(first))
    papers = chain(first, papers)
    one_by_one = _one_by_one(papers, taxonomy, tally)
    for rows in one_by_one if number == 1 else _batches(papers, taxonomy, number, tally):
        tally.claims += len(rows)
        advance("documents", tally.documents, None)
        yield from rows


def summary(tally: Tally) -> None:
    """Say what was read."""
    parts = [f"{tally.documents:,} documents", f"{tally.claims:,} claims"]
    if tally.repeated:
        parts.append(f"{tally.repeated:,} repeated documents left out")
    if tally.refusals:
        parts.append(f"{tally.refusals:,} not read")
    note(", ".join(parts))


def _one_by_one(
    papers: Iterable[Document], taxonomy: "Taxonomy", tally: Tally
) -> Iterator[list[dict[str, Any]]]:
    from leaderboard.extraction import Extractor

    extractor = Extractor(taxonomy)
    for paper in papers:
        try:
            yield [as_row(claim) for claim in extractor.extract(paper)]
        except Exception as problem:  # one document must not stop the others; it is reported
            from leaderboard.batches.mapping import failure

            refuse(failure(paper, problem), tally)


def _batches(
    papers: Iterable[Document], taxonomy: "Taxonomy", workers: int, tally: Tally
) -> Iterator[list[dict[str, Any]]]:
    from leaderboard.batches.columns import documents_batch
    from leaderboard.batches.mapping import Reader, no_families
    from leaderboard.batches.pool import understand_all

    some = iter(papers)
    batches = (documents_batch(batch) for batch in iter(lambda: list(islice(some, _BATCH)), []))
    for understood in understand_all(batches, Reader(taxonomy, assign=no_families), workers):
        for refusal in understood.failures:
            refuse(refusal, tally)
        yield understood.claims.to_pylist()

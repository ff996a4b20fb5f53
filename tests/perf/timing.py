"""Timing for the benchmarks of this folder: contenders take turns, so that a busy machine is busy for all of them."""

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from leaderboard.documents import read
from leaderboard.model import Document
from leaderboard.resources import sample

SHARED = Path(__file__).parents[3] / "shared" / "corpus"


class Contender(NamedTuple):
    """What is timed: a name, the work on one document, the documents that it gets."""

    name: str
    work: Callable[[Document], object]
    documents: Sequence[Document]


def rates(contenders: Sequence[Contender], passes: int) -> dict[str, list[float]]:
    """Return documents a second of every contender in every pass, after a few documents to warm up."""
    for contender in contenders:
        for document in contender.documents[:20]:
            contender.work(document)
    found: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    for _ in range(passes):
        for name, work, documents in contenders:
            started = time.process_time()
            for document in documents:
                work(document)
            found[name].append(len(documents) / (time.process_time() - started))
    return found


def seconds(work: Callable[[], object], passes: int = 5) -> float:
    """Return the median of processor seconds that a call takes."""
    times = []
    for _ in range(passes):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return statistics.median(times)


def corpus(name: str, least: int = 0) -> tuple[str, list[Document]]:
    """Return what a corpus is called and its documents, repeated until there are `least`; else the bundled sample.

    The corpora lie beside the checkout and are no part of the project.
    """
    source, label = SHARED / name, name
    if not source.exists():
        source, label = sample() / "papers.jsonl", f"bundled sample, for want of {name}"
    documents = [document for document in read([str(source)]) if isinstance(document, Document)]
    if len(documents) < least:
        label += f" repeated to {least:,}"
        documents = (documents * (least // len(documents) + 1))[:least]
    return label, documents

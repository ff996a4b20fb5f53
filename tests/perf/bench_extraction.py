"""Abstracts a second on one core: `python tests/perf/bench_extraction.py PAPERS.jsonl [REPEAT]`.

Prints the median of five passes and the ratio to one bare number regex over the same texts in the same run.
"""

import statistics
import sys
import time

import regex

from leaderboard.documents import read
from leaderboard.extraction import extract
from leaderboard.model import Document

NUMBER = regex.compile(r"\d+(?:\.\d+)?")


def rate(documents: list[Document], work: object) -> float:
    """Return the median of documents a second over five passes."""
    rates = []
    for _ in range(5):
        started = time.perf_counter()
        for document in documents:
            work(document)  # type: ignore[operator]
        rates.append(len(documents) / (time.perf_counter() - started))
    return statistics.median(rates)


def main() -> None:
    """Measure and print."""
    repeat = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    documents = [document for document in read([sys.argv[1]]) if isinstance(document, Document)] * repeat
    extract(documents[0])
    ours = rate(documents, extract)
    bare = rate(documents, lambda document: NUMBER.findall(document.abstract))
    print(f"extraction      {ours:10,.0f} abstracts/s")
    print(f"one bare regex  {bare:10,.0f} abstracts/s ({bare / ours:.0f} times as fast)")


if __name__ == "__main__":
    main()

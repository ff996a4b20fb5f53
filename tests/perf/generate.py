"""A database of made-up papers for measuring: `python tests/perf/generate.py big.duckdb`.

400,000 papers with 1,000,000 claims unless told otherwise. Papers depend on nothing but their number and the taxonomy,
so that the same call gives the same database. Everything goes through `warehouse.build`; one paper in fifty stands in
two sources.
"""

import argparse
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from made_up import families_of, number_of, paper

from leaderboard.model import Claim, Document, Refusal
from leaderboard.warehouse import BuildReport, build

# A hundredth more than asked, so that chance does not leave it short.
MARGIN = 1.01


def papers(count: int, mean: float, _: Iterable[object] = ()) -> Iterator[Document | Refusal]:
    for number in range(count):
        yield paper(number, mean)[0]
    for number in range(0, count, 50):
        document = paper(number, mean)[0]
        yield replace(
            document, venue="Journal of Twice", source="again.bib", place=f"entry {number // 50 + 1}"
        )
    yield Refusal("part-07.jsonl", "line 12", "not JSON: Expecting value")


def claims_of(document: Document, mean: float) -> list[Claim]:
    return paper(number_of(document), mean)[1]


def generate(db: Path, documents: int, claims: int, workers: int = 1) -> BuildReport:
    """Build a database of so many papers with at least about so many claims."""
    mean = claims / documents * MARGIN
    begun = time.perf_counter()

    def tell(what: str, done: int, total: int | None) -> None:
        if done and done % 50_000 == 0:
            of = f" of {total:,}" if total else ""
            print(f"{time.perf_counter() - begun:7.1f} s  {what} {done:,}{of}", flush=True)

    return build(
        [],
        db,
        read=partial(papers, documents, mean),
        extract=partial(claims_of, mean=mean),
        assign=families_of,
        workers=workers,
        progress=tell,
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("db", type=Path)
    parser.add_argument("--documents", type=int, default=400_000)
    parser.add_argument("--claims", type=int, default=1_000_000, help="roughly so many")
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    begun = time.perf_counter()
    report = generate(given.db, given.documents, given.claims, given.workers)
    print(report.summary())
    for check in report.checks:
        print(f"check {check.name}: {check.offending}")
    print(f"{time.perf_counter() - begun:.1f} s, {given.db.stat().st_size / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()

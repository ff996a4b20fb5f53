"""Matching of names against 2,000 and 50,000 of them: `python tests/perf/bench_names.py`.

Both indexes hold the same 2,000 rows of the shipped taxonomy and so find the same names; the larger one holds 48,000
made-up rows beside them, whose names begin like real ones. The time must not grow with the rows: 1.3 times at most.
Prints; asserts nothing.
"""

import random
import statistics
from collections.abc import Sequence

from timing import Contender, corpus, rates

from leaderboard.taxonomy import Benchmark, Entry, Named, NameIndex, default

SMALL, LARGE = 2_000, 50_000
ALLOWED = 1.3
DOCUMENTS, PASSES = 4_000, 7

_FIRST = [
    "Multi",
    "Long",
    "Open",
    "Real",
    "Image",
    "Video",
    "Code",
    "Math",
    "Med",
    "Web",
    "Live",
    "Deep",
    "Fair",
    "Geo",
    "Bio",
    "Robo",
    "Auto",
    "Meta",
    "Cross",
    "Uni",
    "Mini",
    "Hyper",
    "Tri",
    "Omni",
    "Poly",
    "Neo",
    "Para",
    "Syn",
    "Ego",
    "Aero",
]
_SECOND = [
    "Vision",
    "Speech",
    "Text",
    "Graph",
    "Scene",
    "Agent",
    "Logic",
    "Audio",
    "Table",
    "Route",
    "Motion",
    "Query",
    "Doc",
    "Chart",
    "Plan",
    "Tool",
    "Skill",
    "Fact",
]
_LAST = ["Bench", "QA", "Net", "Set", "Eval", "500", "Suite", "X", "2K", "Gym", "3D", "Hard", "Lite", "Pro"]


def made_up(count: int, taken: set[str]) -> list[Benchmark]:
    """Return rows with names such as `MultiGraphEval-17` that no row of the taxonomy has."""
    chance = random.Random(2_000)
    found: list[Benchmark] = []
    while len(found) < count:
        name = (
            f"{chance.choice(_FIRST)}{chance.choice(_SECOND)}{chance.choice(_LAST)}-{chance.randrange(1000)}"
        )
        if name not in taken:
            taken.add(name)
            found.append(Benchmark(name, (), "made up", "accuracy"))
    return found


def indexes() -> tuple[NameIndex, NameIndex]:
    """Return the index of 2,000 rows and the one of 50,000 that begins with them."""
    taxonomy = default()
    rows: Sequence[Named] = (*taxonomy.benchmarks, *taxonomy.metrics, *taxonomy.models)
    small = random.Random(7).sample(rows, SMALL)
    return NameIndex(small), NameIndex((*small, *made_up(LARGE - SMALL, {row.name for row in rows})))


def main() -> None:
    """Measure and print."""
    label, documents = corpus("bulk.jsonl.gz")
    documents = documents[:DOCUMENTS]
    small, large = indexes()
    shipped = default().names
    nothing = NameIndex([Entry("setting", "zero-shot")])
    found = rates(
        [
            Contender(f"{len(index):>7,} rows", lambda d, index=index: index.find(d.abstract), documents)
            for index in (nothing, small, shipped, large)
        ],
        PASSES,
    )
    print(f"names found in {len(documents):,} abstracts ({label}), median of {PASSES} passes in turns")
    for name, values in found.items():
        print(f"  {name}: {statistics.median(values):10,.0f} abstracts/s")
    slow, fast = found[f"{len(large):>7,} rows"], found[f"{len(small):>7,} rows"]
    ratio = statistics.median(f / s for f, s in zip(fast, slow, strict=True))
    print(f"  {LARGE:,} rows take {ratio:.2f} times as long as {SMALL:,} (allowed: {ALLOWED})")


if __name__ == "__main__":
    main()

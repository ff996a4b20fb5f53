"""Median server time of every query on a large database: `python tests/perf/bench_queries.py big.duckdb`.

Each query runs as it stands and with the parameters below, a few times after one run to warm up; the time is that of
`boards.run`, from the call to the frame. Prints; asserts nothing.
"""

import argparse
import statistics
import time
from pathlib import Path

from leaderboard import boards
from leaderboard.errors import UsageError
from leaderboard.warehouse import connect

LIMIT = 150


def cases(con) -> list[tuple[str, dict[str, object]]]:  # type: ignore[no-untyped-def]
    """Return the calls to time: every query without parameters, and the usual ones with them."""
    first = boards.run(con, "boards", top=3)
    board, benchmark = first["board"][0], first["benchmark"][0]
    paper = boards.run(con, "paper_claims")["doc_id"][0]
    method = boards.run(con, "method")["method"][0]
    family = boards.run(con, "families")["family"][5]
    found = [(name, {}) for name, query in boards.catalogue().items() if query.layer != "checks"]
    with_parameters = [
        ("leaderboard", {"board": board, "baselines": False}),
        ("leaderboard", {"board": board, "family": [family], "min_confidence": 0.8, "year_from": 2018}),
        ("leaderboard", {"board": board, "top": 100_000}),
        ("progress", {"board": board}),
        ("gains", {"metric": "accuracy", "family": [family]}),
        ("paper_claims", {"document": paper}),
        ("paper", {"document": paper}),
        ("method", {"method": method}),
        ("papers", {"search": "retrieval attention"}),
        ("papers", {"search": "author123", "family": [family]}),
        ("facets", {"kind": ["score"]}),
        ("facets", {"family": [family], "min_confidence": 0.5}),
        ("facets", {"benchmark": [benchmark], "metric": ["accuracy"], "kind": ["score"], "year_from": 2018}),
        ("facets", {"baselines": False, "min_confidence": 0.2}),
        ("claim_list", {"family": [family], "kind": ["score"]}),
        ("claim_list", {"search": "retrieval"}),
        ("contradictions", {"benchmark": benchmark}),
        ("best_of_families", {"family": [family]}),
        ("family_papers", {"family": [family]}),
        ("boards", {"search": "gsm"}),
    ]
    known = boards.catalogue()
    return found + [(name, parameters) for name, parameters in with_parameters if name in known]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("db", type=Path)
    parser.add_argument("names", nargs="*", help="only these queries")
    parser.add_argument("--repeat", type=int, default=5)
    given = parser.parse_args()
    con = connect(given.db)
    over = 0
    for name, parameters in cases(con):
        if given.names and name not in given.names:
            continue
        times = []
        rows = 0
        try:
            for _ in range(given.repeat + 1):
                begun = time.perf_counter()
                rows = boards.run(con, name, **parameters).height
                times.append((time.perf_counter() - begun) * 1000)
        except UsageError as error:
            print(f"{name}: {error}")
            continue
        median = statistics.median(times[1:])
        over += median > LIMIT
        said = ", ".join(f"{key}={value!r}" for key, value in parameters.items())
        mark = f"  over {LIMIT}" if median > LIMIT else ""
        print(f"{median:8.1f} ms  first {times[0]:7.1f}  {rows:7,} rows  {name}({said[:90]}){mark}")
    print(f"{over} over {LIMIT} ms")


if __name__ == "__main__":
    main()

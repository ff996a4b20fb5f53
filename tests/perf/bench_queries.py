"""Server time of every query on a large database: `python tests/perf/bench_queries.py big.duckdb [NAME …]`.

Each query runs as it stands and with the parameters below: once to warm up, then some times more. The time is that of
`boards.run`, from the call to the frame; that of the processor (of all threads) tells how much of it other programs
took. Prints milliseconds, marks medians over the limit; asserts nothing. `--plan`
prints EXPLAIN ANALYZE of each instead, `--rows FILE` writes a fingerprint of the rows of each, to be compared with that
of another version.
"""

import argparse
import hashlib
import json
import os
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from leaderboard import boards
from leaderboard.boards.run import inside
from leaderboard.boards.values import checked, literal
from leaderboard.errors import LeaderboardError
from leaderboard.warehouse import connect

LIMIT = 150
Case = tuple[str, dict[str, object]]


def cases(con: duckdb.DuckDBPyConnection) -> list[Case]:
    """Return the calls to time: every query without parameters, and the usual ones with them."""
    known = boards.catalogue()
    board, benchmark, metric = first(con, "boards", "board", "benchmark", "metric")
    paper = first(con, "papers", "doc_id")[0]
    papers = [
        row[0] for row in con.execute("select doc_id from documents where results > 2 limit 4").fetchall()
    ]
    methods = boards.run(con, "methods", top=4)["method"].to_list()
    own = con.execute(
        "select method_name from methods where documents = 1 and claims > 4 limit 1"
    ).fetchall()[0][0]
    family, other = [f for f in boards.run(con, "families", used_only=True)["family"].to_list() if f][5:7]
    model = first(con, "models", "model")[0]
    task = con.execute(
        "select task from boards where task is not null order by results desc limit 1"
    ).fetchall()[0][0]
    claim = first(con, "paper_claims", "claim_id")[0]
    title = con.execute(
        "select title from documents where doc_no = 77777 or doc_no = 7 order by doc_no desc"
    ).fetchall()[0][0]
    usual = {"family": [family], "min_confidence": 0.5, "year_from": 2018, "year_to": 2025}
    narrow = {"benchmark": [benchmark], "metric": [metric], "kind": ["score"], "year_from": 2018}
    pairs = [row["measure"] for row in boards.run(con, "trade_off_measures", top=2).iter_rows(named=True)]
    found: list[Case] = [(name, {}) for name in known]
    found += [
        ("leaderboard", {"board": board, "baselines": False}),
        ("leaderboard", {"benchmark": benchmark.upper(), "metric": metric}),
        ("leaderboard", {"board": board, **usual}),
        ("leaderboard", {"board": board, "model": [model], "setting": ["zero-shot"]}),
        ("leaderboard", {"board": board, "top": 100_000}),
        ("boards", {"search": "gsm"}),
        ("boards", {"task": task, "top": 2000}),
        ("boards", {"benchmark": benchmark}),
        ("boards", {"min_results": 2, "top": 300}),
        ("benchmarks", {"search": "code", "used_only": False}),
        ("metrics", {"search": "score"}),
        ("models", {"search": "7b"}),
        ("methods", {"search": "former"}),
        ("methods", {"top": 500}),
        ("progress", {"board": board}),
        ("progress", {"benchmark": benchmark, "records_only": True, "family": [family]}),
        ("gains", {"top": 5000}),
        ("gains", {"metric": metric, **usual}),
        ("gains", {"method": methods[0]}),
        ("gains", {"benchmark": benchmark, "baseline": methods[0]}),
        ("gain_groups", usual),
        ("ratios", {"top": 2000}),
        ("ratios", {"metric": "speed", "family": [family], "direction": "up", "min_confidence": 0.5}),
        ("ratios", {"method": own}),
        ("paper", {"document": paper}),
        ("paper", {"document": title}),
        ("paper_claims", {"document": paper}),
        ("papers", {"search": "retrieval attention"}),
        ("papers", {"search": "zzzz nothing"}),
        ("papers", {"search": own.lower(), "family": [family]}),
        ("papers", {"year_from": 2024, "with_claims": True, "skip": 5000}),
        ("method", {"method": methods[0]}),
        ("method", {"method": own}),
        ("compare", {"methods": methods}),
        ("compare", {"methods": [own, methods[1]], "shared_only": True}),
        ("compare", {"papers": papers}),
        ("facets", {"kind": ["score"]}),
        ("facets", {"family": [family, other], "min_confidence": 0.5}),
        ("facets", narrow),
        ("facets", {"baselines": False, "min_confidence": 0.2}),
        *[("facets", {"facet": facet}) for facet in ("family", "benchmark", "model", "year", "confidence")],
        ("facets", {"facet": "family", "task": [task], "year_from": 2020, "min_confidence": 0.3}),
        ("claim_list", {"family": [family], "kind": ["score"]}),
        ("claim_list", {"search": "retrieval"}),
        ("claim_list", {"search": "zzzz nothing"}),
        ("claim_list", {**narrow, "baselines": False}),
        ("claim_list", {"skip": 2_000}),
        ("claim_list", {"method": [own]}),
        ("claim_list", {"model": [model], "setting": ["zero-shot"]}),
        ("evidence", {"claim": claim}),
        ("contradictions", {"benchmark": benchmark}),
        ("contradictions", {"across_papers": True, "method": methods[0]}),
        ("best_of_families", {"family": [family], "top": 100}),
        ("best_of_families", {"board": board}),
        ("family_papers", {"family": [family], "top": 200}),
        ("family_papers", {"family": [family, other], "main_only": True, "skip": 1000}),
        ("family_matrix", {"task": task, "min_confidence": 0.5}),
        ("family_matrix", {"top": 60, "families": 40}),
        ("newest_records", {"family": [family], "task": task}),
        ("trade_offs", {"x": "speed_up"}),
        ("trade_offs", {"x": "parameters", "min_confidence": 0.5}),
        ("trade_offs", {"measure": pairs[-1], "family": [family], "year_from": 2018}),
        ("trade_offs", {"same_sentence": True}),
        ("trade_off_measures", {"x": "speed_up", "family": [family]}),
        ("bit_widths", {"bits": 4, "kind": "score", "metric": metric}),
        ("bit_widths", {"same_sentence": True, "family": [family], "top": 2000}),
        ("parameter_counts", {"family": [family], "top": 2000}),
        ("parameter_counts", {"method": own}),
        ("coverage", {"grouping": "family"}),
        ("refusals", {"top": 500}),
    ]  # fmt: skip
    return [(name, parameters) for name, parameters in found if name in known]


def first(con: duckdb.DuckDBPyConnection, name: str, *columns: str) -> list[str]:
    row = boards.run(con, name, top=1) if _takes_top(name) else boards.run(con, name)
    return [row[column][0] for column in columns]


def _takes_top(name: str) -> bool:
    return any(parameter.name == "top" for parameter in boards.find(name).parameters)


def timed(con: duckdb.DuckDBPyConnection, case: Case, repeat: int) -> tuple[list[float], list[float], int]:
    """Return milliseconds by the clock and of the processor, the first run before the others, and how many rows came."""
    times, processor, rows = [], [], 0
    for _ in range(repeat + 1):
        begun, worked = time.perf_counter(), time.process_time()
        rows = boards.run(con, case[0], **case[1]).height
        times.append((time.perf_counter() - begun) * 1000)
        processor.append((time.process_time() - worked) * 1000)
    return times, processor, rows


def plan(con: duckdb.DuckDBPyConnection, case: Case) -> str:
    """Return the plan as it ran, an operator a line: milliseconds of all threads, rows, operator, what it works on."""
    with inside(con) as cursor:
        for key, value in checked(cursor, boards.find(case[0]), case[1]).items():
            cursor.execute(f"set variable {key} = {literal(value)}")
        rows = cursor.execute(f"explain (analyze, format json) {boards.find(case[0]).body}").fetchall()
    return "\n".join(
        line for operator in json.loads(rows[0][1])["operator"] for line in _operators(operator, 0)
    )


def _operators(operator: dict[str, Any], depth: int) -> Iterator[str]:
    told = {key: value for key, value in operator["extra_info"].items() if key != "Estimated Cardinality"}
    about = " ".join(f"{key}: {value}" for key, value in told.items()).replace("\n", " ")
    yield f"{operator['timing'] * 1000:8.1f} ms {operator['intermediate_rows']:10,}  {'  ' * depth}{operator['name']}  {about[:160]}"
    for child in operator.get("children", ()):
        yield from _operators(child, depth + 1)


def fingerprint(rows: pl.DataFrame) -> str:
    """Return what stays the same where rows, their order and their columns do."""
    return hashlib.sha256(rows.write_json().encode()).hexdigest()[:16] + f" {rows.height}"


def said(case: Case) -> str:
    return f"{case[0]}({', '.join(f'{key}={value!r}' for key, value in case[1].items())[:110]})"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("db", type=Path)
    parser.add_argument("names", nargs="*", help="only these queries")
    parser.add_argument("--repeat", type=int, default=7)
    parser.add_argument("--plan", action="store_true", help="print EXPLAIN ANALYZE instead")
    parser.add_argument("--rows", type=Path, help="write fingerprints of the rows to this file instead")
    given = parser.parse_args()
    con = connect(given.db)
    prints, over = {}, 0
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {given.repeat} runs after the first")
    for case in cases(con):
        if given.names and case[0] not in given.names:
            continue
        if given.plan:
            print(f"\n{said(case)}\n{plan(con, case)}")
            continue
        if given.rows:
            prints[said(case)] = fingerprint(boards.run(con, case[0], **case[1]))
            continue
        try:
            times, processor, rows = timed(con, case, given.repeat)
        except LeaderboardError as error:
            print(f"{said(case)}: {error}")
            continue
        median = statistics.median(times[1:])
        over += median > LIMIT
        mark = f"  over {LIMIT}" if median > LIMIT else ""
        print(
            f"median {median:7.1f} ms  least {min(times[1:]):7.1f}  processor {min(processor):7.1f}  first {times[0]:7.1f}  {rows:7,} rows  {said(case)}{mark}",
            flush=True,
        )
    if given.rows:
        given.rows.write_text(json.dumps(prints, indent=0, ensure_ascii=False))
    elif not given.plan:
        print(f"{over} over {LIMIT} ms; load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()

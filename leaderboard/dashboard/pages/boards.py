"""Boards: who is best at what, with every number a click from its sentence."""

import polars as pl
import streamlit as st

from leaderboard.dashboard import data, evidence
from leaderboard.dashboard.charts.matrix import matrix
from leaderboard.dashboard.charts.results import results
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.safe import plain
from leaderboard.dashboard.state import choose, facets, permalink

_SHOWN = [
    "rank",
    "is_best",
    "method",
    "family",
    "model",
    "value",
    "unit",
    "mark",
    "setting",
    "date",
    "paper",
    "confidence",
    "is_own",
    "url",
]


def show() -> None:
    """Draw the landing page, or the board that is picked."""
    st.title("Boards")
    filters = facets(["family", "task"])
    listed = data.query("boards", task=filters.get("task"), top=2000)
    if listed.is_empty():
        st.info(
            "No board fits these filters. Clear them, or read more papers in with `leaderboard build SOURCE`."
        )
        return
    counts = dict(listed.group_by("benchmark").agg(pl.col("results").sum()).iter_rows())
    left, right = st.columns(2)
    with left:
        benchmark = choose(
            "Benchmark", sorted(counts, key=lambda name: (-counts[name], name.lower())), "benchmark", counts
        )
    if benchmark is None:
        _landing(listed)
        return
    mine = listed.filter(pl.col("benchmark") == benchmark)
    if mine.is_empty():
        mine = data.query("boards", benchmark=benchmark, top=200)
    if mine.is_empty():
        st.info(
            f"Nothing is reported on {plain(benchmark)} here. Pick another benchmark, or clear the filters."
        )
        return
    names = {
        f"{row['metric'] or 'metric not named'} ({row['unit']})": row["board"]
        for row in mine.iter_rows(named=True)
    }
    with right:
        picked = choose("Metric", list(names), "on")
    board = names.get(picked or "", next(iter(names.values())))
    _board(board, filters)


def _board(board: str, filters: dict[str, object]) -> None:
    baselines = st.toggle(
        "Show baselines",
        key="baselines",
        bind="query-params",
        help="Values of systems that papers compare against.",
    )
    asked = {
        "board": board,
        "family": filters.get("family"),
        "min_confidence": filters.get("min_confidence"),
        "baselines": "true" if baselines else None,
        "top": 500,
    }
    rows = data.query("leaderboard", **asked)
    everything = data.query("leaderboard", board=board, baselines="true", top=500)
    if rows.is_empty():
        st.info(
            f"No own result fits; {everything.height} row(s) are hidden by the filters or are baselines. Turn on the baselines or clear the filters."
        )
        return
    first = rows.row(0, named=True)
    better = {True: "Higher is better.", False: "Lower is better."}.get(
        first["higher_is_better"], "Nobody told which way is better, so nothing is ranked."
    )
    hidden = everything.height - rows.height
    st.subheader(f"{plain(first['benchmark'])}, {plain(first['metric'] or 'metric not named')}")
    st.caption(
        f"{better} {rows.height} rows"
        + (f", {hidden} hidden (baselines or filtered out)." if hidden else ".")
    )
    conflicts = rows.filter(pl.col("conflict").is_not_null()).height
    if conflicts:
        st.warning(
            f"{conflicts} of these rows disagree with another claim about the same measurement; they are shown side by side, never averaged.",
            icon=":material/compare_arrows:",
        )
    st.altair_chart(results(rows, data.palette()), width="stretch", key="chart")
    evidence.table(rows, _SHOWN, "rows")
    one, two = st.columns(2)
    with one:
        evidence.downloads(rows, "leaderboard", **asked)
    with two:
        permalink()


def _landing(listed: pl.DataFrame) -> None:
    told = data.query("summary").row(0, named=True)
    for column, (label, key) in zip(
        st.columns(5),
        [
            ("Papers", "documents"),
            ("Claims", "claims"),
            ("Boards", "boards"),
            ("Benchmarks", "benchmarks"),
            ("Method families", "families"),
        ],
        strict=True,
    ):
        column.metric(label, f"{told[key]:,}")
    st.subheader("Most reported")
    st.dataframe(
        listed.head(15).select("benchmark", "metric", "unit", "results", "families", "best_value", "task"),
        hide_index=True, width="stretch",
        column_config={"best_value": st.column_config.NumberColumn("Best", format="%.5g"), "results": st.column_config.NumberColumn("Results"), "benchmark": "Benchmark", "metric": "Metric", "unit": "Unit", "families": "Families", "task": "Task"},
    )  # fmt: skip
    st.caption("Pick a benchmark above to open its boards.")
    records = data.query("newest_records", top=8)
    st.subheader("Newest records")
    if records.is_empty():
        st.caption("No board has several dated papers yet, so there is no record to show.")
    else:
        st.dataframe(
            records.select("date", "benchmark", "metric", "value", "unit", "method", "paper"),
            hide_index=True,
            width="stretch",
        )
    grid = data.query("family_matrix")
    if not grid.is_empty():
        st.subheader("Benchmarks by method family")
        st.altair_chart(matrix(grid), width="stretch", key="matrix")


PAGE = Page("Boards", ":material/leaderboard:", "boards", 1, show)

"""Boards: who is best at what, every number a click from its sentence."""

from typing import Any, Final

import polars as pl
import streamlit as st

from leaderboard.dashboard import (
    address,
    conflicts,
    data,
    evidence,
    filters,
    first,
    landing,
    picking,
    table,
    takeaway,
)
from leaderboard.dashboard.charts.results import ROWS, results
from leaderboard.dashboard.charts.style import better_words, families_in
from leaderboard.dashboard.drawing import draw
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.safe import plain

FIRST: Final = 200
MOST: Final = 10_000
_SHOWN: Final = (
    "rank",
    "best",
    "method",
    "value",
    "family",
    "model",
    "setting",
    "qualifier",
    "date",
    "paper",
    "confidence",
    "url",
)


def show() -> None:
    """Draw the landing state, or the board that is picked."""
    st.title("Boards", anchor=False)
    chosen = filters.active()
    listed = picking.offered(chosen)
    row = picking.pick(listed)
    if row is None:
        filters.panel(
            ("task", "metric", "kind", "family", "model", "setting", "year", "confidence"), first.SCOPE
        )
        filters.summary("found_boards", picked=("benchmark",))
        landing.show(listed)
        evidence.linked(shown=False)
        return
    filters.panel(("family", "model", "setting", "year", "confidence"), {"board": row["board"]})
    filters.summary("leaderboard", "found_boards", picked=("benchmark",))
    _board(row, chosen)


def _board(row: dict[str, Any], chosen: filters.Filters) -> None:
    metric = row["metric"] or "metric not named"
    st.subheader(f"{plain(row['benchmark'])}, {plain(metric)}", anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        hidden = _count(row["board"], baselines=True) - _count(row["board"], baselines=False)
        baselines = address.switch(
            f"Show baselines ({hidden:,})",
            "baselines",
            help="Values of the systems that papers compare against; they are not ranked.",
        )
        grouped = address.switch("Group by method family", "grouped")
        st.button(
            "All boards", key="all-boards", type="tertiary", icon=":material/arrow_back:", on_click=_landing
        )
    top = address.whole("top", FIRST, MOST)
    kept = chosen.without("own", "benchmark", "metric").for_query("leaderboard")
    asked = {
        **kept,
        "board": row["board"],
        "baselines": baselines,
        "top": top,
    }
    rows = data.query("leaderboard", **asked)
    st.markdown(_said(rows, row, baselines, bool(kept)))
    if rows.is_empty():
        filters.nothing("No result")
        evidence.linked(shown=False)
        return
    shown = _grouped(rows) if grouped else rows
    shown = shown.with_columns(
        best=pl.when(pl.col("is_best").fill_null(False)).then(pl.lit("★ best")).otherwise(pl.lit("")),
        qualifier=pl.col("mark"),
    )
    unit = row["unit"]
    found = table.claims(
        shown, _SHOWN, "board", titles={"value": "Value" if unit == "number" else f"Value ({unit})"},
        alt=f"Results on {row['benchmark']}, {metric}",
    )  # fmt: skip
    if rows.height < int(rows["found"][0]) and top < MOST:
        st.button(
            f"Show more of {int(rows['found'][0]):,}",
            key="more",
            on_click=address.put,
            kwargs={"top": str(min(top * 5, MOST))},
        )
    takeaway.offer(rows, "leaderboard", asked)
    if rows.height > ROWS:
        st.caption(f"The chart shows the first {ROWS}.")
    draw(
        lambda: results(shown, data.palette()),
        f"results-{row['board']}",
        families=families_in(shown.head(ROWS)),
    )
    conflicts.show(row["board"], chosen)
    evidence.linked(shown=found)


def _said(rows: pl.DataFrame, row: dict[str, Any], baselines: bool, narrowed: bool) -> str:
    """Return in words which way is better, how many rows there are, and how many are hidden and why."""
    direction = better_words(row["higher_is_better"]).capitalize()
    if row["higher_is_better"] is None:
        direction += ", so nothing is ranked"
    found = int(rows["found"][0]) if rows.height else 0
    # without filters the rows say how many there are
    shown_of = _count(row["board"], baselines=baselines) if narrowed else found
    everything = shown_of if baselines else _count(row["board"], baselines=True)
    hidden = []
    left_out = shown_of - found
    if everything > shown_of:
        hidden.append(f"{everything - shown_of:,} baselines")
    if left_out:
        hidden.append(f"{left_out:,} by the filters")
    if rows.height < found:
        hidden.append(f"{found - rows.height:,} further down")
    words = (
        f"**{direction}.** {rows.height:,} of {everything:,} rows shown"
        if hidden
        else f"**{direction}.** {found:,} rows"
    )
    return words + (f"; hidden: {', '.join(hidden)}." if hidden else ", none hidden.")


def _count(board: str, *, baselines: bool) -> int:
    rows = data.query("leaderboard", board=board, baselines=baselines, top=1)
    return int(rows["found"][0]) if rows.height else 0


def _grouped(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the rows family by family, the family with the best result first."""
    return (
        rows.with_row_index("place")
        .with_columns(pl.col("place").min().over("family").alias("group"))
        .sort("group", "place")
        .drop("group", "place")
    )


def _landing() -> None:
    address.turn(benchmark=None, board=None, baselines=None, grouped=None)


PAGE = Page("Boards", ":material/leaderboard:", "boards", 1, show)

"""The landing state: what the data holds, the most reported boards, the newest records, benchmarks by families."""

from html import escape
from typing import Any, Final

import polars as pl
import streamlit as st

from leaderboard.dashboard import address, data, filters, first, picking, table, takeaway
from leaderboard.dashboard.charts.matrix import matrix
from leaderboard.dashboard.drawing import draw

LISTED: Final = 200


def show(listed: pl.DataFrame) -> None:
    """Draw the landing state over the boards that the filters leave."""
    told = data.query("summary").row(0, named=True)
    st.html(facts(told))
    if listed.is_empty():
        filters.nothing("No board")
        return
    st.subheader("Most reported", anchor=False)
    best = listed.with_columns(
        metric=pl.col("metric").fill_null("metric not named"),
        unit=pl.col("unit").replace("number", ""),
        better=pl.when("higher_is_better").then(pl.lit("higher")).when(~pl.col("higher_is_better")).then(pl.lit("lower")),
    )  # fmt: skip
    table.pick(
        best.head(LISTED), ("benchmark", "metric", "results", "families", "best_value", "unit", "better", "task"), "most", picking.opened,
        titles={"best_value": "Best", "families": "Families", "metric": "Metric"}, alt="Most reported boards", most=8,
    )  # fmt: skip
    st.caption(_listed(listed, told["boards"]))
    takeaway.offer(listed, *picking.asking(filters.active()))
    _records()
    _matrix()


def _listed(boards: pl.DataFrame, all_boards: int) -> str:
    """Say how many boards are listed, and how many are not and why."""
    found = boards.height
    said = [f"{found:,} boards" if found <= LISTED else f"The {LISTED} most reported of {found:,} boards"]
    if not filters.active().without("own").values and all_boards > found:
        said.append(f"{all_boards - found:,} more hold only baselines, not the papers' own results")
    return f"{'; '.join(said)}. Pick any cell to open one, or search above."


def facts(told: dict[str, Any]) -> str:
    """Return what the data holds as HTML."""
    items = [
        ("Papers", told["documents"]),
        ("Claims", told["claims"]),
        ("Boards", told["boards"]),
        ("Benchmarks named", told["benchmarks"]),
        ("Method families", told["families"]),
    ]
    cells = "".join(f"<div><dt>{escape(name)}</dt><dd>{number:,}</dd></div>" for name, number in items)
    return f'<dl class="lb-facts">{cells}</dl>'


def _records() -> None:
    st.subheader("Newest records", anchor=False)
    chosen = filters.active()
    filters.idle("newest_records", picked=("benchmark",), what="This list")
    asked = {**chosen.for_query("newest_records"), "top": first.RECORDS}
    records = data.query("newest_records", **asked)
    if records.is_empty():
        undated = data.query("summary")["first_date"][0] is None
        st.caption(
            "None of these papers has a date, so there is no newest record. Sources with dates (arXiv dumps, Semantic Scholar, "
            "OpenAlex, BibTeX with years) fill this list."
            if undated
            else "No board that fits has several dated papers, so there is no record to show."
        )
        return
    table.pick(
        records.with_columns(unit=pl.col("unit").replace("number", "")),
        ("date", "benchmark", "metric", "value", "unit", "method", "family", "paper"), "records", _open_record,
        alt="Newest records", most=8,
    )  # fmt: skip
    st.caption("Boards that several papers report on. Pick any cell to open the board at that record.")
    takeaway.offer(records, "newest_records", asked, key="records", link=False)


def _open_record(row: dict[str, Any]) -> None:
    picking.opened(row, claim=row["claim_id"])


def _matrix() -> None:
    chosen = filters.active()
    asked = chosen.for_query("family_matrix")
    grid = data.query("family_matrix", **asked)
    if grid.is_empty():
        return
    st.subheader("Benchmarks by method family", anchor=False)
    st.caption(
        f"How many results each family has on the main board of each benchmark: the {grid['benchmark'].n_unique()} most reported "
        f"benchmarks and {grid['family'].n_unique()} families, the others are hidden. Pick a cell to open it."
    )
    filters.idle("family_matrix", picked=("benchmark",), what="This chart")
    with st.container(key="lb-scroll"):
        draw(lambda: matrix(grid), "matrix", then=_open_cell, wide=True)
    with st.expander("The same as a table"):
        table.pick(
            grid, ("benchmark", "metric", "family", "results", "best", "unit"), "matrix-rows", _open_cell,
            titles={"best": "Best"}, alt="Benchmarks by method family",
        )  # fmt: skip
        takeaway.offer(grid, "family_matrix", asked, key="matrix", link=False)


def _open_cell(row: dict[str, Any]) -> None:
    address.turn(
        benchmark=None, board=row.get("board"), family=[row["family"]] if row.get("family") else None
    )

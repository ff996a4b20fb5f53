"""The landing state: what the data holds, the most reported boards, the newest records, benchmarks by families."""

from html import escape
from typing import Any, Final

import polars as pl
import streamlit as st

from leaderboard.dashboard import address, data, filters, first, picking, table
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
        metric=pl.col("metric").fill_null("metric not named"), unit=pl.col("unit").replace("number", "")
    )
    table.pick(
        best.head(LISTED), ("benchmark", "metric", "results", "families", "best_value", "unit", "task"), "most", picking.opened,
        titles={"best_value": "Best", "families": "Families", "metric": "Metric"}, alt="Most reported boards", most=8,
    )  # fmt: skip
    hidden = f", {listed.height - LISTED:,} of them hidden further down" if listed.height > LISTED else ""
    st.caption(f"{listed.height:,} boards{hidden}. Pick any cell to open one, or search above.")
    _records()
    _matrix()


def facts(told: dict[str, Any]) -> str:
    """Return what the data holds as HTML."""
    items = [
        ("Papers", told["documents"]),
        ("Claims", told["claims"]),
        ("Boards", told["boards"]),
        ("Benchmarks", told["benchmarks"]),
        ("Method families", told["families"]),
    ]
    cells = "".join(f"<div><dt>{escape(name)}</dt><dd>{number:,}</dd></div>" for name, number in items)
    return f'<dl class="lb-facts">{cells}</dl>'


def _records() -> None:
    st.subheader("Newest records", anchor=False)
    chosen = filters.active()
    records = data.query("newest_records", **chosen.for_query("newest_records"), top=first.RECORDS)
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


def _open_record(row: dict[str, Any]) -> None:
    picking.opened(row, claim=row["claim_id"])


def _matrix() -> None:
    chosen = filters.active()
    grid = data.query("family_matrix", **chosen.for_query("family_matrix"))
    if grid.is_empty():
        return
    st.subheader("Benchmarks by method family", anchor=False)
    st.caption(
        f"How many results each family has on the main board of each benchmark: the {grid['benchmark'].n_unique()} most reported "
        f"benchmarks and {grid['family'].n_unique()} families, the others are hidden. Pick a cell to open it."
    )
    with st.container(key="lb-scroll"):
        draw(lambda: matrix(grid), "matrix", then=_open_cell, wide=True)
    with st.expander("The same as a table"):
        table.pick(
            grid, ("benchmark", "metric", "family", "results", "best", "unit"), "matrix-rows", _open_cell,
            titles={"best": "Best"}, alt="Benchmarks by method family",
        )  # fmt: skip


def _open_cell(row: dict[str, Any]) -> None:
    address.turn(
        benchmark=None, board=row.get("board"), family=[row["family"]] if row.get("family") else None
    )

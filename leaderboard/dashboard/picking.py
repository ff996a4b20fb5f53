"""Picking a board: a benchmark and one of its metrics, both searchable, with counts that follow the filters."""

from typing import Any

import polars as pl
import streamlit as st

from leaderboard.dashboard import address, data
from leaderboard.dashboard.filters import Filters

MOST = 5_000


def offered(filters: Filters, *, dated: bool = False) -> pl.DataFrame:
    """Return the boards that have results left under the filters, those with most first."""
    name, parameters = asking(filters)
    if name == "boards":
        rows = data.query(name, **parameters)
        return (
            rows.filter(pl.col("dated") > 0).sort("dated", descending=True, maintain_order=True)
            if dated
            else rows
        )
    return data.query(name, **parameters, dated=dated or None)


def asking(filters: Filters) -> tuple[str, dict[str, Any]]:
    """Return the query of the boards under filters and its parameters: `("boards", {"top": 5000})`."""
    kept = filters.without("own", "benchmark")
    if not kept.values:
        return "boards", {"top": MOST}
    return "found_boards", {**kept.for_query("found_boards"), "top": MOST}


def pick(boards: pl.DataFrame, *, counted: str = "results") -> dict[str, Any] | None:
    """Draw the pickers; return the board that is picked, or None while no benchmark is.

    `counted` is the column that the counts are of. A board of the address that the filters leave nothing of is returned all the same,
    so that the page can say so.
    """
    counts = {
        str(name): int(number)
        for name, number in boards.group_by("benchmark", maintain_order=True)
        .agg(pl.col(counted).sum())
        .iter_rows()
    }
    board = address.one("board")
    asked = _known(board) if board else None
    if asked is not None and address.one("benchmark") is None:
        address.put(benchmark=asked["benchmark"])
    left, right = st.columns([3, 2])
    with left:
        benchmark = address.choose(
            "Benchmark", sorted(counts, key=lambda name: (-counts[name], name.lower())), "benchmark",
            shown=lambda name: f"{name} ({counts.get(name, 0):,})", placeholder=f"Pick one of {len(counts):,}, or type to search", free=True,
        )  # fmt: skip
    if benchmark is None:
        return None
    mine = boards.filter(pl.col("benchmark") == benchmark)
    if mine.is_empty():
        mine = data.query("boards", benchmark=benchmark, min_results=0, top=200)
    if mine.is_empty():
        return None
    rows = {row["board"]: row for row in mine.iter_rows(named=True)}
    if asked is not None and asked["benchmark"] == mine["benchmark"][0]:
        rows.setdefault(asked["board"], asked)
    first = next(iter(rows))
    chosen = board if board in rows else first
    with right:
        address.choose(
            "Metric",
            list(rows),
            "board",
            default=chosen,
            shown=lambda one: _metric(rows.get(one), one, counted),
        )
    return rows[chosen]


def _metric(row: dict[str, Any] | None, board: str, counted: str) -> str:
    if row is None:
        return board
    unit = "" if row["unit"] == "number" else f", {row['unit']}"
    kind = "" if row["kind"] == "score" else f", {row['kind']}"
    return f"{row['metric'] or 'metric not named'}{unit}{kind} ({row[counted]:,})"


def _known(board: str) -> dict[str, Any] | None:
    benchmark = data.query("leaderboard", board=board, top=1)
    if benchmark.is_empty():
        return None
    rows = data.query("boards", benchmark=benchmark["benchmark"][0], min_results=0, top=500)
    mine = rows.filter(pl.col("board") == benchmark["board"][0])
    return mine.row(0, named=True) if mine.height else None


def opened(row: dict[str, Any], **more: Any) -> None:
    """Turn the page to the board of a row; for callbacks."""
    address.turn(benchmark=row.get("benchmark"), board=row["board"], **more)

"""Tables: any cell that is picked, with the pointer or the keyboard, leads to the evidence of its row."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import polars as pl
import streamlit as st

from leaderboard.dashboard import address, evidence
from leaderboard.dashboard.safe import link

ROW: Final = 35
_COLUMNS: Final[Mapping[str, Any]] = {
    "kind": ("Kind", "text", 100),
    "rank": ("Rank", "number", 56),
    "best": ("Best", "text", 62),
    "record": ("Record", "text", 76),
    "frontier": ("Frontier", "text", 88),
    "setting": ("Setting", "text", 80),
    "qualifier": ("Qualifier", "text", 76),
    "unit": ("Unit", "text", 82),
    "value": ("Value", "value", 92),
    "x": ("Across", "value", None),
    "y": ("Up", "value", None),
    "confidence": ("Confidence", "share", 96),
    "right": ("Share right", "share", 130),
    "url": ("Link", "link", 60),
    "paper": ("Paper", "text", 300),
    "date": ("Date", "text", 76),
    "method": ("Method", "text", 150),
    "baseline": ("Baseline", "text", 130),
    "family": ("Method family", "text", 160),
    "model": ("Base model", "text", 120),
    "claims": ("Claims", "number", None),
    "results": ("Results", "number", None),
    "documents": ("Papers", "number", None),
    "families": ("Families", "number", None),
    "text": ("As written", "text", None),
    "benchmark": ("Benchmark", "text", 160),
    "metric": ("Metric", "text", 140),
}
# What a page itself writes into a column: where that is empty, no paper left anything out.
_OURS: Final = ("best", "record", "frontier", "mark", "unit", "url")


def height(rows: int, most: int = 11) -> int:
    """Return the height of a table in pixels: as high as its rows, up to some, then it scrolls."""
    return ROW * (min(rows, most) + 1) + 3


def claims(
    rows: pl.DataFrame, columns: Sequence[str], key: str, *, titles: Mapping[str, str] | None = None, alt: str, most: int = 11
) -> bool:  # fmt: skip
    """Draw rows of claims and, where the address names one of them, its evidence; return whether it does."""
    row = evidence.claim_of(rows)
    unsaid = pick(
        rows, columns, key, lambda found: address.put(claim=found["claim_id"]), titles=titles, alt=alt, most=most,
        chosen=row["claim_id"] if row else None,
    )  # fmt: skip
    if row is not None:
        evidence.card(row, key)
    elif address.one("claim") is None:
        st.caption(f"Pick any cell to see the sentence that its number was read from.{unsaid}")
    return row is not None


def pick(
    rows: pl.DataFrame,
    columns: Sequence[str],
    key: str,
    then: Callable[[dict[str, Any]], None] | None,
    *,
    cell: Callable[[dict[str, Any], str], None] | None = None,
    titles: Mapping[str, str] | None = None,
    alt: str,
    most: int = 11,
    chosen: str | None = None,
) -> str:
    """Draw a table; `then` is called with the row of the cell that is picked, before the page runs again.

    `cell` is called with the row and the name of the column. A column that no row fills leaves its room to the others; the words
    that are returned name it: ` No row has setting, qualifier.`
    """
    shown = rows.select([name for name in columns if name in rows.columns])
    bare = [name for name in shown.columns if empty(shown[name])]
    shown = shown.drop(bare) if len(bare) < shown.width else shown
    if "url" in shown.columns:
        shown = shown.with_columns(pl.col("url").map_elements(link, return_dtype=pl.String))
    # Another set of rows is another table, so that no pick of the old one is taken for one of the new.
    print_ = hashlib.blake2b(shown.write_json().encode(), digest_size=6).hexdigest()
    state = f"{key}-{print_}"

    def picked() -> None:
        cells = st.session_state[state]["selection"]["cells"]
        if cells and int(cells[0][0]) < rows.height:
            row = rows.row(int(cells[0][0]), named=True)
            if then is not None:
                then(row)
            if cell is not None:
                cell(row, str(cells[0][1]))

    default: Any = None
    if chosen is not None and "claim_id" in rows.columns:
        place = rows["claim_id"].to_list().index(chosen)
        default = {"selection": {"cells": [(place, shown.columns[0])]}}
    st.dataframe(
        shown, hide_index=True, key=state, column_config=configured(shown, titles or {}), on_select=picked,
        selection_mode="single-cell", selection_default=default, height=height(shown.height, most), width="stretch", placeholder="", alt=alt,
    )  # fmt: skip
    told = [title(name, titles or {}).lower() for name in bare if name not in _OURS]
    return f" No row has {', '.join(told)}." if told and rows.height else ""


def empty(values: pl.Series) -> bool:
    """Return whether no row of a column holds anything: `empty(pl.Series(["", None]))`."""
    return values.null_count() == values.len() or bool(
        values.dtype == pl.String and values.replace("", None).null_count() == values.len()
    )


def title(name: str, titles: Mapping[str, str]) -> str:
    """Return what stands over a column: `title("doc_id", {})` is `Doc id`."""
    known = _COLUMNS.get(name)
    return titles.get(name) or (known[0] if known else name.replace("_", " ").capitalize())


def plain(rows: pl.DataFrame, *, titles: Mapping[str, str] | None = None, alt: str, most: int = 11) -> None:
    """Draw a table that leads nowhere."""
    st.dataframe(
        rows, hide_index=True, column_config=configured(rows, titles or {}), height=height(rows.height, most), width="stretch",
        placeholder="", alt=alt,
    )  # fmt: skip


def configured(rows: pl.DataFrame, titles: Mapping[str, str]) -> dict[str, Any]:
    """Return how the columns of a table look, by their names and types."""
    made: dict[str, Any] = {}
    for name in rows.columns:
        known = _COLUMNS.get(name)
        head = title(name, titles)
        sort, width = (known[1], known[2]) if known else ("", None)
        if name == "paper" and rows.width <= 5:
            width = 520
        if isinstance(width, int):
            width = max(width, 8 * len(head) + 18)  # no word over a column is cut off
        if sort == "share":
            made[name] = st.column_config.ProgressColumn(
                head, min_value=0, max_value=1, format="%.2f", width=width
            )
        elif sort == "link":
            made[name] = st.column_config.LinkColumn(head, display_text="open", width=width)
        elif sort == "value" and rows.schema[name].is_numeric():
            large = any(abs(value) >= 1e6 for value in rows[name].drop_nulls().to_list())
            made[name] = st.column_config.NumberColumn(
                head, format="compact" if large else "%.6g", width=width
            )
        elif rows.schema[name] == pl.Boolean:
            made[name] = st.column_config.CheckboxColumn(head, width="small")
        else:
            made[name] = st.column_config.Column(head, width=width)
    return made

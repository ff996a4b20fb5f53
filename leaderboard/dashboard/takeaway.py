"""What can be taken from a view: its rows as CSV and JSON, BibTeX, a badge, its SQL, and a link that shows it again."""

import shlex
from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from leaderboard import boards
from leaderboard.dashboard import address
from leaderboard.dashboard.badge import badge, count_badge
from leaderboard.dashboard.citation import MOST, bibtex
from leaderboard.rows import csv_text, json_text


def offer(
    rows: pl.DataFrame, query: str, parameters: Mapping[str, Any], *, key: str = "view", link: bool = True
) -> None:
    """Offer the rows of a query as they came from it; `key` tells one view of a page from another."""
    kept = {name: value for name, value in parameters.items() if value not in (None, "", [])}
    with st.container(horizontal=True, gap="small"):
        with st.popover("Download", icon=":material/download:", key=f"download-{key}"):
            _files(rows, query, key)
        with st.popover("SQL", icon=":material/terminal:", key=f"sql-{key}"):
            _sql(query, kept, key)
        if link:
            permalink(key)


def permalink(key: str = "view") -> None:
    """Offer the address of this view to be copied."""
    with st.popover("Link to this view", icon=":material/link:", key=f"link-{key}"):
        st.caption("Opens the same view: page, filters, board and the claim that is open.")
        st.code(address.link(), language=None, wrap_lines=True)


def command(query: str, parameters: Mapping[str, Any], form: str = "csv") -> str:
    """Return the command line that gives the rows.

    >>> command("leaderboard", {"board": "gsm8k--accuracy--percent", "family": ["LoRA", "pruning"], "top": 5})
    'leaderboard query leaderboard --board gsm8k--accuracy--percent --family LoRA --family pruning --top 5 -f csv'
    """
    words = ["leaderboard", "query", query]
    for name, value in parameters.items():
        for one in value if isinstance(value, list) else [value]:
            shown = str(one).lower() if isinstance(one, bool) else str(one)
            words += [f"--{name.replace('_', '-')}", shown]
    return shlex.join([*words, "-f", form])


def _files(rows: pl.DataFrame, query: str, key: str) -> None:
    said = "1 row" if rows.height == 1 else f"{rows.height:,} rows"
    st.caption(f"{said} with every column of the query, as `leaderboard query` gives them.")
    _file("CSV", lambda: csv_text(rows), f"{query}.csv", "text/csv", key)
    _file("JSON", lambda: json_text(rows), f"{query}.json", "application/json", key)
    if "doc_id" in rows.columns and rows.height:
        ids = [str(doc) for doc in rows["doc_id"].drop_nulls().unique(maintain_order=True).to_list()]
        more = f"The first {MOST} of {len(ids):,} papers" if len(ids) > MOST else None
        _file("BibTeX of the papers", lambda: bibtex(ids), f"{query}.bib", "text/plain", key, more)
    _file(
        "Badge", lambda: _badge(rows, query), "badge.json", "application/json", key,
        "JSON for a shields.io endpoint badge of the first result",
    )  # fmt: skip


def _file(label: str, made: Any, name: str, mime: str, key: str, help: str | None = None) -> None:
    st.download_button(
        label, made, name, mime, key=f"{label}-{key}", on_click="ignore", width="stretch", help=help
    )


def _badge(rows: pl.DataFrame, query: str) -> str:
    if rows.height and "value" in rows.columns:
        return badge(rows.row(0, named=True))
    return count_badge(boards.find(query).title, rows.height)


def _sql(query: str, kept: Mapping[str, Any], key: str) -> None:
    st.caption("The same rows from the command line:")
    st.code(command(query, kept), language="bash", wrap_lines=True)
    statement = boards.statement(query, **kept)
    st.caption("The SQL of this view, for any DuckDB shell on the built file:")
    st.code(statement, language="sql", height=220)
    st.button(
        "Open it on the Query page", key=f"open-sql-{key}", icon=":material/edit:", on_click=_open, args=(statement,)
    )  # fmt: skip


def _open(statement: str) -> None:
    st.session_state["go"] = ("query", {"sql": statement})

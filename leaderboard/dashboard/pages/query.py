"""Query: SQL on the built file, read-only, with the schema and the shipped queries at hand."""

from typing import Final

import polars as pl
import streamlit as st

from leaderboard import boards
from leaderboard.boards.sandbox import SECONDS
from leaderboard.dashboard import address, data, filters, table, takeaway
from leaderboard.dashboard.charts.answer import answer, columns_for
from leaderboard.dashboard.drawing import draw
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.safe import plain
from leaderboard.errors import UsageError
from leaderboard.rows import csv_text, json_text

ROWS: Final = 5_000
FIRST: Final = """select kind, count(*) as claims, round(avg(confidence), 2) as mean_confidence
from claims
group by kind
order by claims desc"""


def show() -> None:
    """Draw the editor, run what is in it and show its rows."""
    st.title("Query", anchor=False)
    st.caption(
        f"One SELECT on the built file. Nothing can be changed; no file, network, extension or setting is reached; a query ends after {SECONDS:g} seconds."
    )
    _start()
    text = _editor()
    _schema()
    if not text.strip():
        st.info("Write a SELECT, or start from a shipped query.", icon=":material/edit:")
        return
    try:
        with st.spinner(f"Running; it is ended after {SECONDS:g} seconds.", show_time=True):
            found = data.sql(text, ROWS)
    except UsageError as error:
        happened, _, todo = str(error).partition("; ")
        st.error(
            plain(happened[:1].upper() + happened[1:], 1_000) + ("." if not happened.endswith(".") else ""),
            icon=":material/block:",
        )
        if todo:
            st.info(plain(todo[0].upper() + todo[1:], 1_000) + ".", icon=":material/lightbulb:")
        return
    _rows(found.rows, found.truncated)


def _start() -> None:
    shipped = {name: query for name, query in boards.catalogue().items() if query.layer != "checks"}
    st.selectbox(
        "Start from a shipped query", list(shipped), index=None, key="w-start", on_change=_load, filter_mode="contains",
        format_func=lambda name: f"{name}: {shipped[name].title}", placeholder=f"{len(shipped)} queries, with their parameters in place",
    )  # fmt: skip


def _load() -> None:
    name = st.session_state["w-start"]
    if name:
        address.put(sql=boards.statement(name), across=None, up=None)
        st.session_state["w-start"] = None


def _editor() -> str:
    asked = address.one("sql") or FIRST
    # Written only when it changed, so that what is being typed outlives a run for something else.
    if st.session_state.get("sql-seen") != asked or "w-sql" not in st.session_state:
        st.session_state["w-sql"] = st.session_state["sql-seen"] = asked
    with st.form("sql-form", border=False):
        st.text_area("SQL", key="w-sql", height=230, max_chars=100_000)
        st.form_submit_button(
            "Run", type="primary", icon=":material/play_arrow:", on_click=_run, help="Or Ctrl+Enter"
        )
    return asked


def _run() -> None:
    st.session_state["sql-seen"] = st.session_state["w-sql"]
    address.put(sql=st.session_state["w-sql"], across=None, up=None)


def _schema() -> None:
    with st.expander("Tables and columns"):
        schema = data.query("tables")
        names = schema["table"].unique(maintain_order=True).to_list()
        name = st.selectbox(
            "Table", names, index=names.index("claims") if "claims" in names else 0, key="w-table"
        )
        mine = schema.filter(pl.col("table") == name)
        if mine.height:
            st.caption(plain(mine["table_comment"][0] or ""))
        table.plain(
            mine.select("column", "type", "column_comment"), titles={"column_comment": "What it is"}, alt=f"Columns of {name}", most=12
        )  # fmt: skip


def _rows(rows: pl.DataFrame, truncated: bool) -> None:
    st.markdown(
        filters.counted_words(rows.height, "row") + ("; cut off there, there are more." if truncated else ".")
    )
    if rows.is_empty():
        st.info("The query ran and found nothing.", icon=":material/inbox:")
    shown, drawn = st.tabs(["Table", "Chart"])
    with shown:
        table.plain(
            rows.select(_shown(name, kind) for name, kind in rows.schema.items()),
            titles={name: name for name in rows.columns},
            alt="Rows of the query",
            most=14,
        )
    with drawn:
        _chart(rows)
    with st.container(horizontal=True, gap="small"):
        st.download_button("CSV", lambda: csv_text(rows), "query.csv", "text/csv", icon=":material/download:", key="sql-csv", on_click="ignore")  # fmt: skip
        st.download_button("JSON", lambda: json_text(rows), "query.json", "application/json", icon=":material/download:", key="sql-json", on_click="ignore")  # fmt: skip
        takeaway.permalink()


def _shown(name: str, kind: pl.DataType) -> pl.Expr:
    """Return a column as a table shows it: what is nested, as text."""
    return pl.col(name).map_elements(str, return_dtype=pl.String) if kind.is_nested() else pl.col(name)


def _chart(rows: pl.DataFrame) -> None:
    across, up = columns_for(rows)
    if not across or not up or rows.is_empty():
        st.caption("A chart needs a column with numbers and another one.")
        return
    left, right = st.columns(2)
    with left:
        x = address.choose("Across", across, "across", default=across[0]) or across[0]
    with right:
        y = address.choose("Up", up, "up", default=next((name for name in up if name != x), up[0])) or up[0]
    if x in across and y in up:
        draw(lambda: answer(rows, x, y), "answer")


PAGE = Page("Query", ":material/terminal:", "query", 9, show)

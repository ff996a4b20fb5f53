"""Query: SQL on the built file, read-only, with the schema and the shipped queries at hand."""

import polars as pl
import streamlit as st

from leaderboard import boards
from leaderboard.dashboard import data
from leaderboard.dashboard.charts.counts import counts
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.state import permalink
from leaderboard.errors import LeaderboardError

_FIRST = "select kind, count(*) as claims, round(avg(confidence), 2) as mean_confidence\nfrom claims\ngroup by kind\norder by claims desc"


def show() -> None:
    """Draw the editor, run what is in it and show its rows."""
    st.title("Query")
    st.caption(
        "One SELECT on the built file. Nothing can be changed, no file or setting can be read, and a query ends after some seconds."
    )
    shipped = {query.title: query for query in boards.catalogue().values()}
    left, right = st.columns([3, 1])
    with right:
        start = st.selectbox(
            "Start from", list(shipped), index=None, key="start", placeholder="a shipped query"
        )
        if start:
            st.caption(shipped[start].description)
            st.code(boards.script(shipped[start]), language="sql", height=240)
        with st.expander("Tables and columns"):
            schema = data.query("tables")
            for (table,), columns in schema.group_by("table", maintain_order=True):
                st.markdown(f"**{table}**")
                st.caption(", ".join(columns["column"].to_list()))
    with left:
        text = st.text_area(
            "SQL", value=st.query_params.get("sql", _FIRST), height=240, key="sql", bind="query-params"
        )
        if not text or not text.strip():
            st.info("Write a SELECT, or start from a shipped query.")
            return
        try:
            answer = data.sql(text)
        except LeaderboardError as error:
            st.error(str(error).replace("$", r"\$"), icon=":material/block:")
            return
        rows = answer.rows
        st.caption(f"{rows.height:,} rows" + (", cut off there." if answer.truncated else "."))
        st.dataframe(rows, hide_index=True, width="stretch")
        numbers = [name for name, kind in rows.schema.items() if kind.is_numeric()]
        words = [name for name, kind in rows.schema.items() if kind == pl.String]
        if rows.height and numbers and words:
            shown = rows.select(pl.col(words[0]).alias("name"), pl.col(numbers[0]).alias("claims"))
            st.altair_chart(counts(shown, title=numbers[0]), width="stretch", key="picture")
        flat = rows.with_columns(pl.selectors.list().list.eval(pl.element().cast(pl.String)).list.join("; "))
        st.download_button(
            "CSV", flat.write_csv(), file_name="query.csv", mime="text/csv", icon=":material/download:"
        )
        permalink()


PAGE = Page("Query", ":material/terminal:", "query", 8, show)

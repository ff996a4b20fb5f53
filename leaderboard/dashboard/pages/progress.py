"""Progress: the state of the art of a board over time."""

import polars as pl
import streamlit as st

from leaderboard.dashboard import data, evidence, filters, picking, table, takeaway
from leaderboard.dashboard.charts.progress import progress
from leaderboard.dashboard.charts.style import better_words, families_in
from leaderboard.dashboard.drawing import draw
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.safe import plain

_SHOWN = ("date", "record", "method", "value", "family", "model", "setting", "qualifier", "paper", "confidence", "url")  # fmt: skip


def show() -> None:
    """Draw the running best of the board that is picked."""
    st.title("Progress", anchor=False)
    if data.query("summary")["first_date"][0] is None:
        st.info(
            "None of these papers has a date, so progress over time cannot be drawn and is hidden. Sources with dates (arXiv dumps, "
            "Semantic Scholar, OpenAlex, BibTeX with years) fill this page: `leaderboard build SOURCE`.",
            icon=":material/event_busy:",
        )
        return
    chosen = filters.active()
    boards = picking.offered(chosen, dated=True)
    boards = boards.filter(boards["higher_is_better"].is_not_null())
    row = picking.pick(boards, counted="dated")
    scope = {"board": row["board"] if row else None, "own": "own"}
    narrowing = () if row else ("task", "metric", "kind")  # a board that is picked has one of each
    filters.panel((*narrowing, "family", "model", "setting", "year", "confidence"), scope)
    filters.summary("progress", "found_boards", picked=("benchmark",))
    if row is None:
        if boards.is_empty():
            filters.nothing("No dated result")
            return
        row = boards.row(0, named=True)
        st.caption("The board with most dated results, until you pick another.")
    asked = {
        **chosen.without("own", "benchmark", "metric").for_query("progress"),
        "board": row["board"],
        "top": 2000,
    }
    st.subheader(f"{plain(row['benchmark'])}, {plain(row['metric'] or 'metric not named')}", anchor=False)
    if row["higher_is_better"] is None:
        st.info(
            "Nobody told which way is better on this board, so there is no best to follow. Pick another metric."
        )
        return
    rows = data.query("progress", **asked)
    if rows.is_empty():
        filters.nothing("No dated result")
        return
    undated, found = int(rows["undated"][0]), int(rows["found"][0])
    older = found - rows.height  # not among those that are drawn
    records = int(rows["is_record"].sum())
    st.markdown(
        f"**{better_words(row['higher_is_better']).capitalize()}.** {filters.counted_words(found, 'dated result')}, {records:,} of them records when they "
        f"came out; {_hidden(undated, older)}." + _dates(undated, rows.height)
    )
    draw(lambda: progress(rows, data.palette()), f"progress-{row['board']}", families=families_in(rows))
    unit = row["unit"]
    shown = rows.with_columns(
        record=pl.when(pl.col("is_record")).then(pl.lit("★ record")).otherwise(pl.lit(""))
    ).reverse()
    opened = table.claims(
        shown, _SHOWN, "progress", titles={"value": "Value" if unit == "number" else f"Value ({unit})"},
        alt=f"Dated results on {row['benchmark']}",
    )  # fmt: skip
    takeaway.offer(rows, "progress", asked)
    evidence.linked(shown=opened)


def _hidden(undated: int, older: int) -> str:
    """Return what is not drawn in words: `hidden: 3 without a date, 1,070 older ones that were no records`."""
    parts = [
        f"{number:,} {words}"
        for number, words in ((undated, "without a date"), (older, "older ones that were no records"))
        if number
    ]
    return f"hidden: {', '.join(parts)}" if parts else "none hidden"


def _dates(undated: int, dated: int) -> str:
    return " Most results have no date, so this is a part of the story." if undated > dated else ""


PAGE = Page("Progress", ":material/timeline:", "progress", 3, show)

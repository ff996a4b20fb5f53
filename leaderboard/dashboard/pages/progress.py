"""Progress: the state of the art of a board over time."""

import streamlit as st

from leaderboard.dashboard import data, evidence
from leaderboard.dashboard.charts.progress import progress
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.state import choose, permalink


def show() -> None:
    """Draw the running best of the board that is picked."""
    st.title("Progress")
    listed = data.query("boards", top=1000)
    dated = listed.filter(listed["dated"] > 0)
    if dated.is_empty():
        st.info(
            "None of these papers has a date, so progress over time cannot be drawn. Sources with dates (arXiv dumps, "
            "Semantic Scholar, OpenAlex, BibTeX with years) fill this page: `leaderboard build SOURCE`."
        )
        return
    names = {
        f"{row['benchmark']}, {row['metric'] or 'metric not named'} ({row['unit']})": row["board"]
        for row in dated.sort("dated", descending=True).iter_rows(named=True)
    }
    picked = choose("Board", list(names), "board") or next(iter(names))
    rows = data.query("progress", board=names.get(picked, next(iter(names.values()))), top=1000)
    if rows.is_empty():
        st.info("No dated own result on this board.")
        return
    first = rows.row(0, named=True)
    better = {True: "Higher is better.", False: "Lower is better."}.get(
        first["higher_is_better"], "Nobody told which way is better, so there is no running best."
    )
    st.caption(f"{better} {rows.height} dated results; {first['undated']} without a date are not shown.")
    st.altair_chart(progress(rows, data.palette()), width="stretch", key="progress")
    evidence.table(
        rows,
        ["date", "is_record", "value", "unit", "method", "family", "paper", "confidence", "url"],
        "records",
    )
    evidence.downloads(rows, "progress", board=first["board"], top=1000)
    permalink()


PAGE = Page("Progress", ":material/timeline:", "progress", 3, show)

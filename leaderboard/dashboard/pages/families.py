"""Method families: their papers, their best results, and how families compare on one benchmark."""

import polars as pl
import streamlit as st

from leaderboard.dashboard import data, evidence
from leaderboard.dashboard.charts.strip import strip
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.safe import plain
from leaderboard.dashboard.state import choose, permalink


def show() -> None:
    """Draw one family, or all of them."""
    st.title("Method families")
    tree = data.query("families", used_only="true")
    if tree.is_empty():
        st.info("No paper has a method family yet. Read papers in with `leaderboard build SOURCE`.")
        return
    counts = dict(tree.select("family", "claims").iter_rows())
    family = choose("Method family", list(counts), "family", counts)
    if family is None:
        st.dataframe(
            tree.select("family", "parent", "documents", "claims"),
            hide_index=True,
            width="stretch",
            height=520,
        )
    else:
        st.subheader(plain(family))
        best = data.query("best_of_families", family=family, top=100)
        if best.is_empty():
            st.caption("No ranked result of this family yet.")
        else:
            evidence.table(
                best,
                [
                    "benchmark",
                    "metric",
                    "rank",
                    "value",
                    "unit",
                    "method",
                    "model",
                    "setting",
                    "paper",
                    "confidence",
                ],
                "best",
            )
            evidence.downloads(best, "best_of_families", family=family, top=100)
        papers = data.query("family_papers", family=family, top=200)
        st.subheader(f"Papers ({papers.height})")
        st.dataframe(
            papers.select("paper", "date", "family_rank", "claims", "results", "why"),
            hide_index=True,
            width="stretch",
        )
    st.subheader("Families on one board")
    listed = data.query("boards", min_results=2, top=300)
    names = {
        f"{row['benchmark']}, {row['metric'] or 'metric not named'} ({row['unit']})": row["board"]
        for row in listed.iter_rows(named=True)
    }
    if not names:
        st.caption("No board has two results yet.")
        return
    picked = choose("Board", list(names), "on") or next(iter(names))
    rows = data.query("leaderboard", board=names.get(picked, next(iter(names.values()))), top=500)
    if rows.filter(pl.col("value").is_not_null()).is_empty():
        st.caption("No own result on this board.")
    else:
        st.altair_chart(strip(rows, data.palette()), width="stretch", key="strip")
        evidence.table(
            rows, ["family", "method", "value", "unit", "mark", "paper", "confidence"], "strip_rows"
        )
    permalink()


PAGE = Page("Method families", ":material/account_tree:", "families", 2, show)

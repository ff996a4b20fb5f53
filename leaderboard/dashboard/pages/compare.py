"""Compare: two to six methods side by side, differences marked."""

import polars as pl
import streamlit as st

from leaderboard.dashboard import data, evidence
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.state import permalink


def show() -> None:
    """Draw what the picked methods report, one column each."""
    st.title("Compare")
    known = data.query("methods", top=500)
    if known.is_empty():
        st.info("No method is named yet. Read papers in with `leaderboard build SOURCE`.")
        return
    names = known["method"].to_list()
    asked = [name for name in st.query_params.get_all("methods") if name not in names]
    picked = st.multiselect(
        "Two to six methods",
        names + asked,
        key="methods",
        max_selections=6,
        bind="query-params",
        placeholder="Type a method's name",
    )
    if len(picked) < 2:
        st.info("Pick at least two methods to see their numbers side by side.")
        return
    rows = data.query("compare", methods=";".join(picked))
    if rows.is_empty():
        st.info("These methods report nothing that could be compared.")
        return
    place = ["kind", "benchmark", "metric", "unit", "model", "setting"]
    wide = rows.with_columns(
        cell=pl.col("text").fill_null("") + pl.when("is_best").then(pl.lit(" (best)")).otherwise(pl.lit("")),
        marked=pl.when("differs")
        .then(pl.lit("differs"))
        .when("shared")
        .then(pl.lit("same"))
        .otherwise(pl.lit("one only")),
    ).pivot("name", index=[*place, "marked"], values="cell", aggregate_function=pl.element().str.join("; "))
    st.dataframe(wide, hide_index=True, width="stretch")
    st.subheader("Every number with its evidence")
    evidence.table(
        rows,
        [
            "name",
            "kind",
            "benchmark",
            "metric",
            "value",
            "unit",
            "qualifier",
            "differs",
            "is_best",
            "paper",
            "confidence",
        ],
        "rows",
    )
    evidence.downloads(rows, "compare", methods=";".join(picked))
    permalink()


PAGE = Page("Compare", ":material/compare:", "compare", 6, show)

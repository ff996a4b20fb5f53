"""About the data: sources, what was read and refused, coverage, published accuracy, licences."""

import json

import polars as pl
import streamlit as st

from leaderboard import resources
from leaderboard.dashboard import data
from leaderboard.dashboard.charts.counts import counts
from leaderboard.dashboard.charts.reliability import reliability
from leaderboard.dashboard.router import Page


def show() -> None:
    """Draw where the numbers come from and how far they can be trusted."""
    st.title("About the data")
    told = data.query("summary").row(0, named=True)
    st.markdown(
        f"{told['documents']:,} papers, {told['documents_with_claims']:,} of them with claims; {told['claims']:,} claims. "
        f"Dates from {told['first_date'] or 'unknown'} to {told['last_date'] or 'unknown'}; {told['undated_documents']:,} papers have none. "
        f"Built {told['built_at']}."
    )
    st.subheader("Sources")
    st.dataframe(
        data.query("sources").select("source", "documents", "refusals"), hide_index=True, width="stretch"
    )
    refused = data.query("refusals", top=500)
    st.caption(
        "Nothing was refused." if refused.is_empty() else f"{refused.height} places could not be read:"
    )
    if not refused.is_empty():
        st.dataframe(refused, hide_index=True, width="stretch")
    st.subheader("Coverage")
    grouping = (
        st.segmented_control(
            "By",
            ["kind", "family", "task", "year", "unit", "rule"],
            default="kind",
            key="by",
            bind="query-params",
            required=True,
        )
        or "kind"
    )
    rows = data.query("coverage", grouping=grouping)
    if rows.is_empty():
        st.caption("Nothing to count yet.")
    else:
        st.altair_chart(counts(rows, title="Claims"), width="stretch", key="coverage")
    st.subheader("How far a number can be trusted")
    st.markdown(
        "Each claim carries a confidence: the estimated probability that its kind, value, unit, metric, benchmark and baseline are all right."
    )
    file = resources.root() / "data" / "accuracy" / "reliability.json"
    if file.is_file():
        bands = pl.DataFrame(json.loads(file.read_text(encoding="utf-8"))["bands"]).rename(
            {"mean_confidence": "confidence"}
        )
        st.altair_chart(reliability(bands), width="stretch", key="reliability")
        st.dataframe(bands.select("from", "to", "claims", "confidence", "right"), hide_index=True)
    else:
        st.caption("No accuracy was published with this version.")
    st.subheader("Licences")
    st.markdown(
        "The program is under the Apache licence 2.0. Numbers, names and titles are facts; the sentences shown as evidence belong to their authors "
        "and are quoted. The bundled sample holds digests in our own words."
    )


PAGE = Page("About the data", ":material/info:", "about", 9, show)

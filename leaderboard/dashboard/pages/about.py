"""About the data: sources, what was read and refused, coverage, published accuracy, licences."""

from typing import Any

import polars as pl
import streamlit as st

from leaderboard import __version__
from leaderboard.dashboard import address, data, landing, reliability, table, takeaway
from leaderboard.dashboard.charts.counts import counts
from leaderboard.dashboard.charts.reliability import reliability as reliability_chart
from leaderboard.dashboard.drawing import draw
from leaderboard.dashboard.router import Page

_GROUPINGS = {
    "kind": "Kind",
    "family": "Family",
    "task": "Task",
    "year": "Year",
    "setting": "Setting",
    "unit": "Unit",
    "confidence": "Confidence",
    "rule": "Rule",
}


def show() -> None:
    """Draw where the numbers come from and how far they can be trusted."""
    st.title("About the data", anchor=False)
    told = data.query("summary").row(0, named=True)
    st.html(landing.facts(told))
    st.markdown(_words(told))
    _sources(told)
    _coverage()
    _accuracy()
    st.subheader("Licences", anchor=False)
    st.markdown(
        "The program is under the Apache licence 2.0. Numbers, names and titles are facts; the sentences shown as evidence belong to their "
        "authors and are quoted. The bundled sample holds digests in our own words, without dates."
    )
    st.caption(
        f"leaderboard {__version__}, schema {told['schema_version']}. Nothing on these pages is sent anywhere."
    )


def _words(told: dict[str, Any]) -> str:
    papers, claiming, undated = told["documents"], told["documents_with_claims"], told["undated_documents"]
    dates = (
        f"Dates run from {told['first_date']} to {told['last_date']}; "
        + ("every paper has one." if not undated else f"{undated:,} papers have none.")
        if told["first_date"]
        else "None of the papers has a date, so nothing is shown over time."
    )
    built = f" Built {told['built_at']:%Y-%m-%d %H:%M} UTC." if told["built_at"] else ""
    return f"{claiming:,} of {papers:,} papers make claims. {dates}{built}"


def _sources(told: dict[str, Any]) -> None:
    st.subheader("Sources", anchor=False)
    sources = data.query("sources")
    if sources.is_empty():
        st.caption("Nothing was read yet.")
        return
    table.plain(
        sources.select(pl.col("source").str.split("/").list.last(), "documents", "refusals"),
        titles={"source": "File", "documents": "Papers read", "refusals": "Places refused"}, alt="Sources", most=8,
    )  # fmt: skip
    refused = data.query("refusals", top=500)
    if refused.is_empty():
        st.caption("Everything in them could be read.")
    else:
        hidden = told["refusals"] - refused.height
        st.markdown(
            f"**{told['refusals']:,} places could not be read**"
            + (f" ({hidden:,} not listed)" if hidden > 0 else "")
        )
        table.plain(refused, alt="What could not be read", most=8)


def _coverage() -> None:
    st.subheader("Coverage", anchor=False)
    grouping = address.segments("Count claims by", _GROUPINGS, "by", default="kind")
    rows = data.query("coverage", grouping=grouping)
    if rows.is_empty():
        st.caption("Nothing to count yet.")
        return
    ordered = grouping in ("year", "confidence")
    shown = rows.sort("name", nulls_last=True) if ordered else rows
    shown = shown.with_columns(pl.col("name").str.replace("_", " ")) if grouping == "kind" else shown
    draw(lambda: counts(shown, title="Claims", ordered=ordered), "coverage")
    if rows.height > 25:
        st.caption(f"The chart shows 25 of {rows.height:,}.")
    with st.expander("The same as a table"):
        table.plain(
            shown.select("name", "documents", "claims", "results", "mean_confidence"), titles={"results": "Own results"}, alt="Coverage"
        )  # fmt: skip
        takeaway.offer(rows, "coverage", {"grouping": grouping})


def _accuracy() -> None:
    st.subheader("How far a number can be trusted", anchor=False)
    st.markdown(
        "Each claim carries a confidence: the estimated probability that its kind, value, unit, metric, benchmark and baseline are all "
        "right. On claims that people checked, this is what became of it:"
    )
    bands = reliability.frame()
    if bands.is_empty():
        st.caption("No accuracy was published with this version.")
        return
    draw(lambda: reliability_chart(bands), "reliability")
    st.caption(
        "On the dashed line a confidence means what it says. The larger a point, the more claims it stands for."
    )
    table.plain(
        bands, titles={"from": "Confidence from", "to": "to", "claims": "Claims checked", "right": "Share that was right", "confidence": "Mean confidence"},
        alt="Reliability",
    )  # fmt: skip
    parts = reliability.accuracy()
    if parts.height:
        st.markdown(
            "**Measured against claims that people read**: F1 of numbers, of whole claims and of each kind, and how often each part of a claim is right."
        )
        st.caption(
            "Seed: the papers that the rules were first made for. Dev: a wider sample that they were mended with. Held out: papers that "
            "were read by people after the rules were written, so what to expect of new ones."
        )
        table.plain(parts, titles={"part": "Part"}, alt="Accuracy by part", most=parts.height)


PAGE = Page("About the data", ":material/info:", "about", 10, show)

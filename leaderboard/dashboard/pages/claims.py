"""Claims: every number that was read, narrowed by any facet."""

from typing import Final

import polars as pl
import streamlit as st

from leaderboard.dashboard import address, data, evidence, filters, table, takeaway
from leaderboard.dashboard.pages.papers import pages
from leaderboard.dashboard.router import Page

PAGE_OF: Final = 200
_SHOWN: Final = (
    "kind", "value", "unit", "qualifier", "metric", "benchmark", "method", "baseline", "family", "model", "setting", "own", "year", "paper",
    "confidence",
)  # fmt: skip


def show() -> None:
    """Draw the claims that fit, with every facet."""
    st.title("Claims", anchor=False)
    words = address.words("Search", "search", placeholder="Letters of a title, method, benchmark or metric")
    filters.panel(tuple(filters.FACETS))
    filters.summary("claim_list")
    skip = address.whole("skip", 0, 100_000_000)
    asked = {**filters.active().for_query("claim_list"), "search": words, "top": PAGE_OF, "skip": skip}
    rows = data.query("claim_list", **asked)
    if rows.is_empty():
        filters.nothing("No claim")
        evidence.linked(shown=False)
        return
    number = int(rows["found"][0])
    more = f" {skip + 1:,} to {skip + rows.height:,} are shown, {number - rows.height:,} hidden before or after." if number > rows.height else ""  # fmt: skip
    st.markdown(
        f"{filters.counted_words(number, 'claim')} {'fits' if number == 1 else 'fit'}, the most trusted first.{more}"
    )
    shown = rows.with_columns(
        own=pl.when("is_own").then(pl.lit("own")).otherwise(pl.lit("baseline")),
        kind=pl.col("kind").str.replace("_", " "),
        unit=pl.col("unit").replace("number", ""),
    )
    found = table.claims(
        shown, _SHOWN, "claims", titles={"own": "Whose", "baseline": "Against"}, alt="Claims", most=14
    )
    pages(number, skip, PAGE_OF)
    takeaway.offer(rows, "claim_list", asked)
    evidence.linked(shown=found)


PAGE = Page("Claims", ":material/format_list_bulleted:", "claims", 8, show)

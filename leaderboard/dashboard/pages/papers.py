"""Papers: search, and one paper with every claim marked in its text."""

import streamlit as st

from leaderboard.dashboard import data, evidence
from leaderboard.dashboard.highlight import Mark, highlight, legend, style
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.safe import link, plain
from leaderboard.dashboard.state import permalink, remembered

_SLOTS = (
    "kind",
    "metric",
    "benchmark",
    "method",
    "model",
    "baseline",
    "setting",
    "qualifier",
    "direction",
    "rule",
)


def show() -> None:
    """Draw the list of papers, or the one that is picked."""
    st.title("Papers")
    words = st.text_input(
        "Search titles, authors, ids", key="search", bind="query-params", placeholder="every word must occur"
    )
    found = data.query("papers", search=words, top=200)
    if found.is_empty():
        st.info("No paper fits. Use fewer words, or read more papers in with `leaderboard build SOURCE`.")
        return
    ids = found["doc_id"].to_list()
    titles = dict(found.select("doc_id", "paper").iter_rows())
    asked = st.query_params.get("paper")
    options = ids if asked in (None, *ids) else [asked, *ids]
    picked = remembered(
        "Paper", options, "paper", lambda one: titles.get(one, one), f"{found['found'][0]:,} papers"
    )
    if picked is None:
        st.dataframe(
            found.select("paper", "date", "family", "claims", "results"),
            hide_index=True,
            width="stretch",
            height=520,
        )
        return
    _paper(picked)


def _paper(doc_id: str) -> None:
    rows = data.query("paper", document=doc_id)
    if rows.is_empty():
        st.info("This paper is not in the data.")
        return
    paper = rows.row(0, named=True)
    st.subheader(plain(paper["paper"]))
    facts = [
        str(paper["date"] or "no date"),
        paper["family"] or "",
        paper["venue"] or "",
        ", ".join((paper["authors"] or [])[:6]),
    ]
    st.caption(plain(" · ".join(fact for fact in facts if fact)))
    address = link(paper["url"])
    if address:
        st.link_button("Open the paper", address, icon=":material/open_in_new:")
    claims = data.query("paper_claims", document=doc_id)
    marks = [
        Mark(
            row["start"],
            row["end"],
            row["kind"],
            str(place),
            tuple((slot, str(row[slot])) for slot in _SLOTS if row[slot] is not None),
        )
        for place, row in enumerate(claims.iter_rows(named=True), 1)
    ]
    st.html(f"<style>{style()}</style>" if "<style" not in style() else style())
    st.html(legend(row["kind"] for row in claims.iter_rows(named=True)))
    st.html(highlight((paper["abstract"] or "")[:100_000], marks))
    st.subheader(f"Claims ({claims.height})")
    if claims.is_empty():
        st.caption("No number in this text is a claim about how good, fast, small or cheap a system is.")
    else:
        evidence.table(
            claims,
            [
                "kind",
                "text",
                "metric",
                "benchmark",
                "method",
                "model",
                "baseline",
                "setting",
                "qualifier",
                "confidence",
                "rule",
            ],
            "claims",
        )
        evidence.downloads(claims, "paper_claims", document=doc_id)
    permalink()


PAGE = Page("Papers", ":material/article:", "papers", 7, show)

"""Papers: search, and one paper with every claim marked in its text."""

from typing import Any, Final

import polars as pl
import streamlit as st

from leaderboard.dashboard import address, data, evidence, filters, table, takeaway
from leaderboard.dashboard.highlight import Mark, highlight, legend, style
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.safe import link, plain

PAGE_OF: Final = 100
LENGTH: Final = 100_000
_SLOTS: Final = ("metric", "benchmark", "method", "model", "baseline", "setting", "qualifier", "direction", "rule", "confidence")  # fmt: skip
_SHOWN: Final = ("no", "text", "kind", "metric", "benchmark", "method", "model", "baseline", "setting", "qualifier", "confidence", "rule")  # fmt: skip


def show() -> None:
    """Draw the list of papers, or the one that is picked."""
    st.title("Papers", anchor=False)
    picked = address.one("paper")
    if picked is not None:
        st.button("All papers", key="all-papers", type="tertiary", icon=":material/arrow_back:", on_click=address.turn, kwargs={"paper": None})  # fmt: skip
        _paper(picked)
        return
    words = address.words(
        "Search",
        "search",
        placeholder="Words of the title, an author, an arXiv id or a DOI; every word must occur",
    )
    only = address.switch("Only papers that make claims", "with_claims")
    filters.panel(("family", "year"), None)
    filters.summary("papers")
    skip = address.whole("skip", 0, 10_000_000)
    asked = {
        **filters.active().for_query("papers"),
        "search": words,
        "with_claims": only,
        "top": PAGE_OF,
        "skip": skip,
    }
    rows = data.query("papers", **asked)
    if rows.is_empty():
        if words:
            st.info(
                "No paper fits. Use fewer words, or clear the filters; every word must occur.",
                icon=":material/search_off:",
            )
        else:
            filters.nothing("No paper")
        return
    number = int(rows["found"][0])
    st.markdown(
        f"{filters.counted_words(number, 'paper')}, those with most claims first."
        + (f" {skip + 1:,} to {skip + rows.height:,} are shown." if number > rows.height else "")
    )
    table.pick(
        rows.with_columns(authors=pl.col("authors").list.head(4).list.join(", ")),
        ("paper", "date", "family", "claims", "results", "authors", "venue"), "papers",
        lambda row: address.turn(paper=row["doc_id"]), titles={"results": "Own results"}, alt="Papers", most=14,
    )  # fmt: skip
    st.caption("Pick any cell to read the paper with its claims marked.")
    pages(number, skip, PAGE_OF)
    takeaway.offer(rows, "papers", asked)


def pages(found: int, skip: int, each: int) -> None:
    """Draw buttons to the rows before and after."""
    if found <= each:
        return
    with st.container(horizontal=True, gap="small"):
        st.button("Before", key="before", icon=":material/chevron_left:", disabled=skip == 0, on_click=address.put, kwargs={"skip": str(max(0, skip - each))})  # fmt: skip
        st.button("After", key="after", icon=":material/chevron_right:", disabled=skip + each >= found, on_click=address.put, kwargs={"skip": str(skip + each)})  # fmt: skip


def _paper(doc_id: str) -> None:
    paper = data.query("paper", document=doc_id).row(0, named=True)
    claims = data.query("paper_claims", document=doc_id)
    st.subheader(plain(paper["paper"]), anchor=False)
    st.markdown(plain(_facts(paper), 1_000))
    with st.container(horizontal=True, gap="small"):
        address_ = link(paper["url"])
        if address_:
            st.link_button("Open the paper", address_, icon=":material/open_in_new:")
        takeaway.offer(claims, "paper_claims", {"document": paper["doc_id"]})
    text = paper["abstract"] or ""
    chosen = address.one("claim")
    st.html(style())
    if claims.height:
        st.html(legend(claims["kind"].to_list()))
    if text:
        st.html(
            highlight(
                text[:LENGTH],
                [_mark(n, row, chosen) for n, row in enumerate(claims.iter_rows(named=True), 1)],
            )
        )
        if len(text) > LENGTH:
            st.caption(f"The first {LENGTH:,} of {len(text):,} characters are shown.")
    else:
        st.caption("No abstract was read.")
    st.markdown(f"**Claims** ({claims.height:,})")
    found = False
    if claims.is_empty():
        st.caption("No number in this text is a claim about how good, fast, small or cheap a system is.")
    else:
        numbered = claims.with_row_index("no", 1).with_columns(pl.col("kind").str.replace("_", " "))
        found = table.claims(numbered, _SHOWN, "claims", titles={"no": "No."}, alt="Claims of the paper")
    _where(paper)
    evidence.linked(shown=found)


def _facts(paper: dict[str, Any]) -> str:
    authors = paper["authors"] or []
    names = ", ".join(authors[:8]) + (f" and {len(authors) - 8} more" if len(authors) > 8 else "")
    facts = [
        names,
        paper["date"] or "no date",
        paper["venue"],
        paper["family"],
        paper["arxiv_id"] and f"arXiv {paper['arxiv_id']}",
    ]
    return " · ".join(str(fact) for fact in facts if fact)


def _where(paper: dict[str, Any]) -> None:
    with st.expander("Where this comes from"):
        st.markdown(
            "Read from " + plain("; ".join(paper["sources"] or []) or "an unknown source", 1_000) + "."
        )
        if paper["families"]:
            words = [
                f"{family} ({why})" if why else family
                for family, why in zip(paper["families"], paper["family_evidence"], strict=True)
            ]
            st.markdown(
                "Method families, with the words that spoke for them: " + plain("; ".join(words), 2_000) + "."
            )


def _mark(number: int, row: dict[str, Any], chosen: str | None) -> Mark:
    slots = tuple((slot, str(row[slot])) for slot in _SLOTS if row[slot] is not None)
    return Mark(row["start"], row["end"], row["kind"], str(number), slots, row["claim_id"] == chosen)


PAGE = Page("Papers", ":material/article:", "papers", 7, show)

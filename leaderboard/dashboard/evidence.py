"""Evidence: the sentence that a number was read from, the paper, the rule and what its confidence is worth."""

from html import escape
from typing import Any, Final

import polars as pl
import streamlit as st

from leaderboard.dashboard import address, data, reliability
from leaderboard.dashboard.badge import badge
from leaderboard.dashboard.citation import bibtex
from leaderboard.dashboard.highlight import visible
from leaderboard.dashboard.safe import link, plain
from leaderboard.rows import json_text

SENTENCE: Final = 3_000
_SLOTS: Final = (
    "kind",
    "metric",
    "benchmark",
    "method",
    "model",
    "baseline",
    "setting",
    "qualifier",
    "direction",
    "basis",
    "target",
    "family",
)


def card(row: dict[str, Any], place: str = "card") -> None:
    """Show the evidence of one claim; `place` tells one card of a page from another."""
    known = _known(row)
    with st.container(border=True, key=f"evidence-{place}"):
        st.html(quoted(known))
        if known.get("x_sentence") and known["x_sentence"] != known.get("sentence"):
            st.html(
                f'<p class="lb-slots"><span>paired with <b>{escape(visible(str(known["x_text"])))}</b> in</span></p>'
                f'<blockquote class="lb-quote">{escape(visible(str(known["x_sentence"])[:SENTENCE]))}</blockquote>'
            )
        st.html(slots(known))
        st.markdown(f"**{plain(known.get('paper') or '')}**{_dated(known)}")
        confidence = float(known.get("confidence") or 0)
        worth = reliability.words(confidence)
        said = [f"confidence {confidence:.2f}" + (f" ({worth})" if worth else "")]
        if known.get("rule"):
            said.append(f"rule {plain(known['rule'])}")
        if known.get("start") is not None:
            said.append(f"characters {known['start']} to {known['end']} of the abstract")
        st.caption("Read with " + ", ".join(said) + ".")
        _buttons(known, place)


def linked(shown: bool) -> None:
    """Show the claim that the address names where no table on the page holds it."""
    claim = address.one("claim")
    if claim is None or shown:
        return
    rows = data.query("evidence", claim=claim)
    if not rows.is_empty():
        st.caption("The claim of this link is not among the rows shown:")
        card(rows.row(0, named=True), "linked")


def quoted(row: dict[str, Any], length: int = SENTENCE) -> str:
    """Return the sentence of a claim as HTML with its number marked, everything in it escaped."""
    return f'<blockquote class="lb-quote">{marked(row, length)}</blockquote>'


def marked(row: dict[str, Any], length: int = SENTENCE) -> str:
    """Return a sentence as HTML with its number marked; of a long one, what is around the number."""
    sentence = visible(str(row.get("sentence") or ""))
    first = int(row.get("start") or 0) - int(row.get("sentence_start") or 0)
    last = int(row.get("end") or 0) - int(row.get("sentence_start") or 0)
    if not 0 <= first < last <= len(sentence):
        return escape(sentence[:length])
    before, number, after = sentence[:first], sentence[first:last], sentence[last:]
    if len(sentence) > length:
        before = ("…" + before[-length // 2 :]) if len(before) > length // 2 else before
        after = (after[: length // 2] + "…") if len(after) > length // 2 else after
    return f"{escape(before)}<mark>{escape(number)}</mark>{escape(after)}"


def slots(row: dict[str, Any]) -> str:
    """Return what was read of a claim, slot by slot, as HTML."""
    items = [
        f"<span>{name} <b>{escape(visible(str(row[name]).replace('_', ' ') if name == 'kind' else str(row[name]))[:120])}</b></span>"
        for name in _SLOTS
        if row.get(name)
    ]
    if row.get("is_own") is False:
        items.append("<span><b>baseline</b></span>")
    return f'<p class="lb-slots">{"".join(items)}</p>' if items else "<p></p>"


def _known(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with what its view left out, such as the address of the paper."""
    if all(key in row for key in ("sentence", "doc_id", "url", "kind")) or not row.get("claim_id"):
        return row
    found = data.query("evidence", claim=row["claim_id"])
    if found.is_empty():
        return row
    whole = found.row(0, named=True)
    for slot in ("metric", "benchmark", "method", "model", "baseline", "setting"):
        whole[slot] = whole.get(f"{slot}_name") or whole.get(slot)
    return {**whole, **{key: value for key, value in row.items() if value is not None}}


def _dated(row: dict[str, Any]) -> str:
    return f" ({plain(row['date'])})" if row.get("date") else ""


def _buttons(row: dict[str, Any], place: str) -> None:
    claim, doc = str(row.get("claim_id") or ""), str(row.get("doc_id") or "")
    with st.container(horizontal=True, gap="small"):
        url = link(row.get("url"))
        if url:
            st.link_button("Open the paper", url, icon=":material/open_in_new:")
        if doc and address.one("paper") != doc:
            st.button(
                "Read it in the abstract", key=f"read-{place}", icon=":material/article:", on_click=_read, args=(doc, claim)
            )  # fmt: skip
        if doc:
            st.download_button(
                "BibTeX", lambda: bibtex([doc]), "paper.bib", "text/plain", key=f"bib-{place}", on_click="ignore"
            )  # fmt: skip
        st.download_button(
            "Badge", badge(row), "badge.json", "application/json", key=f"badge-{place}", on_click="ignore",
            help="JSON for a shields.io endpoint badge",
        )  # fmt: skip
        if claim:
            st.download_button(
                "JSON", lambda: json_text(data.query("evidence", claim=claim)), "claim.json", "application/json",
                key=f"json-{place}", on_click="ignore", help="The claim with all its slots and the whole abstract",
            )  # fmt: skip


def _read(doc: str, claim: str) -> None:
    """Remember where to go; the router goes there."""
    st.session_state["go"] = ("papers", {"paper": doc, "claim": claim})


def claim_of(rows: pl.DataFrame) -> dict[str, Any] | None:
    """Return the row of a table that the address names."""
    claim = address.one("claim")
    if claim is None or "claim_id" not in rows.columns:
        return None
    mine = rows.filter(pl.col("claim_id") == claim)
    return mine.row(0, named=True) if mine.height else None

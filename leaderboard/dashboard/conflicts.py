"""Conflicting claims: different values for what looks like the same measurement, side by side, never averaged."""

from html import escape
from typing import Any, Final

import streamlit as st

from leaderboard.dashboard import address, data, table, takeaway
from leaderboard.dashboard.charts.style import worded
from leaderboard.dashboard.evidence import marked
from leaderboard.dashboard.filters import Filters
from leaderboard.dashboard.highlight import visible

GROUPS: Final = 3
MOST: Final = 200


def show(board: str, chosen: Filters) -> None:
    """Draw the conflicts of a board; nothing where there are none."""
    asked = {"board": board, "min_confidence": chosen.values.get("min_confidence"), "top": MOST}
    rows = data.query("contradictions", **asked)
    if rows.is_empty():
        return
    groups = [group for _, group in rows.group_by("conflict", maintain_order=True)]
    st.subheader("Claims that disagree", anchor=False)
    said = "1 measurement has" if len(groups) == 1 else f"{len(groups):,} measurements have"
    if rows.height == MOST:
        said = f"At least {said}"
    st.caption(
        f"{said} different values. They are shown as they are written, never averaged; often the text is finer than what was read of it."
    )
    for group in groups[:GROUPS]:
        st.html(side_by_side(group.with_columns(shown=worded()).rows(named=True)))
    with st.expander(f"{'The first' if rows.height == MOST else 'All'} {rows.height} claims that disagree"):
        table.pick(
            rows, ("method", "value", "unit", "setting", "model", "qualifier", "paper", "confidence"), "conflicts",
            lambda row: address.put(claim=row["claim_id"]), alt="Claims that disagree",
        )  # fmt: skip
        takeaway.offer(rows, "contradictions", asked, key="conflicts", link=False)


def side_by_side(claims: list[dict[str, Any]]) -> str:
    """Return the claims of one measurement beside one another as HTML, everything in it escaped."""
    figures = []
    for claim in claims[:6]:
        name = " · ".join(str(claim[slot]) for slot in ("method", "model", "setting") if claim.get(slot))
        figures.append(
            f"<figure><figcaption>{escape(visible(name)[:120])}</figcaption><strong>{escape(visible(str(claim['shown'])))}</strong>"
            f"<div>{marked(claim, 400)}</div><figcaption><i>{escape(visible(str(claim['paper']))[:160])}</i></figcaption></figure>"
        )
    return f'<div class="lb-side">{"".join(figures)}</div>'

"""Trade-offs: bits, speed-up or parameters against what was reported with them, with the Pareto frontier."""

from typing import Literal

import streamlit as st

from leaderboard.dashboard import data, evidence
from leaderboard.dashboard.charts.pareto import pareto
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.state import choose, facets, permalink

_AXES: dict[str, tuple[str, str, Literal["up", "down"]]] = {
    "bit-width": ("bits", "Bits", "down"),
    "speed-up": ("speedup", "Speed-up", "up"),
    "parameters": ("parameters", "Parameters", "down"),
}


def show() -> None:
    """Draw one measure against one cost."""
    st.title("Trade-offs")
    filters = facets(["family"])
    axis = (
        st.segmented_control(
            "Against", list(_AXES), default="bit-width", key="against", bind="query-params", required=True
        )
        or "bit-width"
    )
    x, title, x_better = _AXES[axis]
    kept = {"x": x, "family": filters.get("family"), "min_confidence": filters.get("min_confidence")}
    measures = data.query("trade_off_measures", **kept, top=200)
    if measures.is_empty():
        st.info(
            f"No paper here reports {title.lower()} together with a comparable measure. Try another axis or clear the filters."
        )
        return
    counts = dict(measures.select("measure", "pairs").iter_rows())
    measure = choose("Measure", list(counts), "measure", counts) or next(iter(counts))
    rows = data.query("trade_offs", **kept, measure=measure, top=2000)
    if rows.is_empty():
        st.info("No pair fits these filters.")
        return
    first = rows.row(0, named=True)
    better = first["higher_is_better"]
    chart = pareto(
        rows, data.palette(), x_title=title, y_title=f"{first['metric'] or 'value'} ({first['unit']})",
        x_better=x_better, y_better="up" if better is not False else "down", frontier=better is not None,
    )  # fmt: skip
    st.altair_chart(chart, width="stretch", key="pareto")
    st.caption(
        "Numbers of one sentence are paired; where no sentence holds both, those of one paper. Points that another beats in both are faded."
    )
    evidence.table(
        rows,
        ["x", "y", "unit", "metric", "benchmark", "method", "family", "on_frontier", "paper", "confidence"],
        "pairs",
    )
    evidence.downloads(rows, "trade_offs", **kept, measure=measure, top=2000)
    permalink()


PAGE = Page("Trade-offs", ":material/balance:", "trade-offs", 4, show)

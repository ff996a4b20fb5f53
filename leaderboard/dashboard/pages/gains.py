"""Gains: changes and ratios against baselines, by metric, absolute and relative kept apart."""

import polars as pl
import streamlit as st

from leaderboard.dashboard import data, evidence
from leaderboard.dashboard.charts.gains import gains
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.state import choose, facets, permalink


def show() -> None:
    """Draw the gains of one metric, or its factors."""
    st.title("Gains over baselines")
    filters = facets(["family", "year"])
    kind = (
        st.segmented_control(
            "Kind", ["changes", "ratios"], default="changes", key="kind", bind="query-params", required=True
        )
        or "changes"
    )
    kept = {"family": filters.get("family"), "min_confidence": filters.get("min_confidence")}
    if kind == "ratios":
        rows = data.query("ratios", **kept, top=2000)
        _ratios(rows, kept)
        return
    rows = data.query(
        "gains", **kept, year_from=filters.get("year_from"), year_to=filters.get("year_to"), top=5000
    )
    if rows.is_empty():
        st.info("No change fits these filters. Clear them to see all.")
        return
    counts = dict(rows["metric"].fill_null("(metric not named)").value_counts(sort=True).iter_rows())
    metric = choose("Metric", list(counts), "metric", counts) or next(iter(counts))
    mine = rows.filter(pl.col("metric").fill_null("(metric not named)") == metric)
    for (unit, basis), group in sorted(mine.group_by(["unit", "basis"]), key=lambda pair: -pair[1].height):
        said = {"absolute": "absolute", "relative": "relative"}.get(
            basis, "not said whether absolute or relative"
        )
        st.subheader(f"{metric}, {unit or 'own unit'}, {said}")
        shown = _labelled(group.sort("gain", descending=True, nulls_last=True))
        drawn = shown.filter(pl.col("gain").is_not_null())
        if not drawn.is_empty():
            st.altair_chart(
                gains(drawn, title=f"Gain in {metric} ({unit or 'own unit'})", kind="change"),
                width="stretch",
                key=f"gains-{unit}-{basis}",
            )
        evidence.table(
            shown,
            [
                "method",
                "value",
                "unit",
                "direction",
                "baseline",
                "benchmark",
                "qualifier",
                "family",
                "paper",
                "confidence",
            ],
            f"rows-{unit}-{basis}",
        )
    evidence.downloads(mine, "gains", metric=metric, **kept)
    permalink()


def _ratios(rows: pl.DataFrame, kept: dict[str, object]) -> None:
    if rows.is_empty():
        st.info("No speed-up or other ratio fits these filters. Clear them to see all.")
        return
    counts = dict(rows["metric"].fill_null("(metric not named)").value_counts(sort=True).iter_rows())
    metric = choose("Metric", list(counts), "metric", counts)
    mine = rows if metric is None else rows.filter(pl.col("metric").fill_null("(metric not named)") == metric)
    factor = pl.when(pl.col("direction") == "down").then(1 / pl.col("value")).otherwise(pl.col("value"))
    shown = _labelled(
        mine.with_columns(gain=factor, is_better=pl.lit(None, dtype=pl.Boolean))
        .filter(pl.col("gain") > 0)
        .sort("value", descending=True)
    )
    if not shown.is_empty():
        st.altair_chart(
            gains(shown, title="Times as much (down is less than 1)", kind="ratio"),
            width="stretch",
            key="ratios",
        )
    evidence.table(
        shown,
        [
            "method",
            "metric",
            "value",
            "direction",
            "baseline",
            "benchmark",
            "qualifier",
            "family",
            "paper",
            "confidence",
        ],
        "rows",
    )
    evidence.downloads(mine, "ratios", metric=metric, **kept)
    permalink()


def _labelled(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.with_columns(
        label=pl.col("method").fill_null(pl.col("paper")),
        shown=pl.col("text"),
        id=pl.col("claim_id"),
    )


PAGE = Page("Gains", ":material/trending_up:", "gains", 5, show)

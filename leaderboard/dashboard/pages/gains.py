"""Gains: changes and ratios against baselines, by metric, absolute and relative kept apart."""

from collections.abc import Mapping
from itertools import accumulate
from typing import Any, Final

import polars as pl
import streamlit as st

from leaderboard.dashboard import address, data, evidence, filters, table, takeaway
from leaderboard.dashboard.charts.gains import gains
from leaderboard.dashboard.charts.style import better_words, measure, worded
from leaderboard.dashboard.drawing import draw
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.safe import plain

UNNAMED: Final = "metric not named"
# Bars of all sections together, at most: more are slow to draw and nobody's view.
BARS: Final = 24
_SHOWN: Final = ("value", "method", "baseline", "benchmark", "qualifier", "family", "model", "setting", "paper", "confidence")  # fmt: skip
_BASIS: Final = {
    "absolute": "absolute",
    "relative": "relative to the baseline",
    None: "not said whether absolute or relative",
}


def show() -> None:
    """Draw the gains in one metric, a section for each unit and basis."""
    st.title("Gains over baselines", anchor=False)
    kind = address.segments(
        "Kind", {"change": "Changes", "ratio": "Speed-ups and other ratios"}, "gain", default="change", hide_label=True
    )  # fmt: skip
    chosen = filters.active().without("metric", "kind", "own")
    groups = data.query("gain_groups", **chosen.for_query("gain_groups"), kind=kind, unnamed=True, top=5000)
    groups = groups.with_columns(pl.col("metric").fill_null(UNNAMED))
    counts = {str(name): int(n) for name, n in groups.group_by("metric", maintain_order=True).agg(pl.col("claims").sum()).iter_rows()}  # fmt: skip
    names = sorted(counts, key=lambda name: (name == UNNAMED, -counts[name], name))
    if not names:
        _filters(kind, None)
        filters.nothing("No change" if kind == "change" else "No ratio")
        evidence.linked(shown=False)
        return
    asked = str(filters.active().values.get("metric", ""))
    metric = address.choose(
        "Metric", names, "of", default=asked if asked in names else names[0], shown=lambda name: f"{name} ({counts.get(name, 0):,})"
    )  # fmt: skip
    counted = {
        _counted_in(kind, group): group for group in groups.filter(pl.col("metric") == metric).to_dicts()
    }
    if address.one("in") not in counted:
        address.put(**{"in": None})
    picked = None
    if len(counted) > 1:
        picked = address.choose(
            "Counted in", list(counted), "in", shown=lambda name: f"{name} ({counted[name]['claims']:,})"
        )  # fmt: skip
    _filters(kind, None if metric == UNNAMED else metric)
    if not counted:
        filters.nothing(f"No {kind} in {metric}")
    shown = _first(counted) if picked is None else [picked]
    found = False
    for place, name in enumerate(shown):
        found |= _section(kind, counted[name], chosen, place)
    left = [] if picked is not None else list(counted)[len(shown) :]
    if left:
        more = sum(counted[name]["claims"] for name in left)
        units = ", ".join(f"{name} ({counted[name]['claims']:,})" for name in left[:12])
        st.caption(f"Hidden: {more:,} to be picked under “Counted in”: {plain(units)}.")
    evidence.linked(shown=found)


def _first(counted: Mapping[str, dict[str, Any]]) -> list[str]:
    """Return the groups that are drawn when none is picked: the first, and others that there is room for."""
    bars = accumulate(group["claims"] for group in counted.values())
    fitting = sum(drawn <= BARS for drawn in bars)
    return list(counted)[: max(1, fitting)]


def _counted_in(kind: str, group: dict[str, Any]) -> str:
    """Return the words for the unit and basis of a group: `points, absolute`, `times as much`."""
    if kind == "ratio":
        return "times as much"
    return _basis(_unit(group), group["basis"])


def _unit(group: dict[str, Any]) -> str:
    """Return the unit of a group as it is written, the basis said apart: `%` for `% relative`."""
    unit: str = group["unit"]
    return {"number": "", "% relative": "%"}.get(unit, unit)


def _filters(kind: str, metric: str | None) -> None:
    names = ("benchmark", "family", "model", "setting", "year", "confidence")
    filters.panel(names, {"kind": [kind], "metric": metric})
    filters.summary("gains")


def _section(kind: str, group: dict[str, Any], chosen: filters.Filters, place: int) -> bool:
    named = {"unnamed": True} if group["metric"] == UNNAMED else {"metric": group["metric"]}
    if kind == "change":
        query = "gains"
        asked = {**chosen.for_query(query), **named, "unit": group["unit"], "basis": group["basis"] or "unsaid", "top": 1000}  # fmt: skip
        rows = data.query(query, **asked)
    else:
        query = "ratios"
        asked = {**chosen.for_query(query), **named, "top": 1000}
        rows = data.query(query, **asked)
    if rows.is_empty():
        return False
    unit = _unit(group)
    basis = _counted_in(kind, group)
    st.subheader(f"{plain(group['metric'])}: {plain(basis)}", anchor=False)
    higher = group["higher_is_better"]
    words = better_words(higher).capitalize()
    hidden = group["claims"] - rows.height
    st.markdown(
        f"**{words}.** {filters.counted_words(rows.height, 'claim')}"
        + (", the largest gain first" if rows.height > 1 else "")
        + (
            ", those for the worse last"
            if rows.height > 1 and higher is not None and kind == "change"
            else ""
        )
        + (f"; {hidden:,} more are hidden further down." if hidden > 0 else ".")
    )
    shown = prepared(rows, kind, higher)
    drawn = shown.filter(pl.col("gain").is_not_null() & (pl.col("gain") > 0 if kind == "ratio" else True))
    if drawn.height:
        title = (
            "Gain in " + measure(group["metric"], group["unit"])
            if kind == "change"
            else "Times as much, below 1 for less"
        )
        draw(lambda: gains(_ends(drawn), title=title, kind="change" if kind == "change" else "ratio"), f"gains-{place}")  # fmt: skip
        if drawn.height > BARS:
            st.caption(
                f"The chart shows {BARS} of {drawn.height:,}: the largest gains and the largest losses."
            )
    found = table.claims(
        shown, _SHOWN, f"gains-{place}", titles={"value": f"Value ({unit})" if unit else "Value", "baseline": "Against"},
        alt=f"{group['metric']}, {basis}", most=8,
    )  # fmt: skip
    takeaway.offer(rows, query, asked, key=str(place), link=place == 0)
    return found


def _basis(unit: str, basis: str | None) -> str:
    """Return what a change is counted in: `points, absolute`, or `not said whether absolute or relative`."""
    return ", ".join(words for words in (unit, _BASIS[basis]) if words)


def prepared(rows: pl.DataFrame, kind: str, higher_is_better: bool | None) -> pl.DataFrame:
    """Return rows as the chart takes them: `gain` signed for the better, a ratio as the factor that it goes up by."""
    if kind == "ratio":
        down = pl.col("direction") == "down"
        rows = rows.with_columns(
            gain=pl.when(down & (pl.col("value") > 0)).then(1 / pl.col("value")).otherwise(pl.col("value")),
            is_better=pl.lit(None, dtype=pl.Boolean)
            if higher_is_better is None
            else pl.when(down).then(not higher_is_better).otherwise(higher_is_better),
        ).sort("gain", descending=True, nulls_last=True, maintain_order=True)
    sign = (
        pl.when(pl.lit(kind) == "ratio")
        .then(pl.lit(""))
        .when(pl.col("value") > 0)
        .then(pl.lit("+"))
        .otherwise(pl.lit(""))
    )
    return rows.with_columns(label=pl.coalesce("method", "paper"), shown=sign + worded())


def _ends(rows: pl.DataFrame) -> pl.DataFrame:
    """Return at most 24 rows: all, or 16 from the top and 8 from the end, where the losses are."""
    return rows if rows.height <= BARS else pl.concat([rows.head(16), rows.tail(BARS - 16)])


PAGE = Page("Gains", ":material/trending_up:", "gains", 5, show)

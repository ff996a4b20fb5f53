"""What is given up for what is won: results of papers, with the frontier of those that nothing else beats."""

import math
from typing import Final, Literal

import altair as alt
import polars as pl

from leaderboard.dashboard.charts.style import (
    INK,
    Palette,
    families_in,
    family_channels,
    inked,
    picked,
    short,
    with_family,
)

Better = Literal["up", "down"]

LABELS: Final = 8
TICKS: Final = 10
LOG_SPREAD: Final = 30.0
_SHORT: Final = "replace(datum.label, 'G', 'B')"  # 7B parameters, not 7G


def on_frontier(frame: pl.DataFrame, x_better: Better, y_better: Better) -> pl.Series:
    """Return for each row whether no other is at least as good in `x` and `y` and better in one.

    >>> on_frontier(pl.DataFrame({"x": [2, 4, 4], "y": [60, 70, 65]}), "down", "up").to_list()
    [True, True, False]

    Equal points are on the frontier together; rows without a finite `x` and `y` are not on it. Takes n log n.
    """
    x, y = (
        pl.col(name).cast(pl.Float64) * (-1.0 if better == "up" else 1.0)
        for name, better in (("x", x_better), ("y", y_better))
    )
    costs = (
        frame.select(x=x, y=y).with_row_index("row").filter(pl.col("x").is_finite() & pl.col("y").is_finite())
    )
    ordered = costs.group_by("x").agg(pl.col("y").min().alias("least")).sort("x")
    before = ordered.with_columns(before=pl.col("least").cum_min().shift(1).fill_null(float("inf")))
    kept = costs.join(before, on="x").filter(
        (pl.col("y") == pl.col("least")) & (pl.col("y") < pl.col("before"))
    )
    return (
        frame.with_row_index("row")
        .get_column("row")
        .is_in(kept.get_column("row").to_list())
        .alias("on_frontier")
    )


def wants_log(values: pl.Series, spread: float = LOG_SPREAD) -> bool:
    """Return whether an axis serves better in logarithms: all positive, the largest `spread` times the smallest and more."""
    known = values.drop_nulls().cast(pl.Float64)
    if known.len() < (3 if spread > 1 else 2):
        return False
    low, high = float(known.min() or 0), float(known.max() or 0)  # type: ignore[arg-type]
    return low > 0 and high / low >= spread and high > low


def pareto(
    frame: pl.DataFrame,
    palette: Palette,
    *,
    x_title: str,
    y_title: str,
    x_better: Better,
    y_better: Better,
    frontier: bool = True,
    x_log: bool = False,
    height: int = 420,
) -> alt.LayerChart:
    """Return the trade-off chart of rows with `x`, `y`, `method`, `family`, `paper`, `claim_id`.

    Points outside the frontier are faded, those on it labelled where they are few; the line steps as far as
    each point is the best for its cost. With `frontier=False`, for values that cannot be compared, all points
    are equal. With `x_log` the axis across is one of logarithms wherever it can be.
    """
    rows = (
        with_family(frame)
        .with_columns(
            on_frontier(frame, x_better, y_better) if frontier else pl.lit(False).alias("on_frontier"),
            pl.coalesce("method", "paper").alias("method"),
            short("paper", 90),
        )
        .with_columns(short("method", 28), stands=pl.col("on_frontier") | (not frontier))
        .select("x", "y", "method", "family", "paper", "claim_id", "on_frontier", "stands")
    )
    colour, shape = family_channels(families_in(rows), palette)
    across, up = wants_log(rows["x"], 1.0 if x_log else LOG_SPREAD), wants_log(rows["y"])
    x = alt.X(
        "x:Q",
        title=f"{x_title} ({_words(x_better)})",
        scale=_scale(rows["x"], across),
        axis=_axis(rows["x"], across),
    )
    y = alt.Y(
        "y:Q", title=f"{y_title} ({_words(y_better)})", scale=_scale(rows["y"], up), axis=_axis(rows["y"], up)
    )
    base = alt.Chart(rows)
    points = (
        base.mark_point(filled=True, size=95, stroke=INK, strokeWidth=0.7)
        .encode(
            x=x,
            y=y,
            color=colour,
            shape=shape,
            opacity=alt.condition("datum.stands", alt.value(0.95), alt.value(0.45)),
            tooltip=[
                alt.Tooltip("method:N", title="Method"),
                alt.Tooltip("family:N", title="Family"),
                alt.Tooltip("x:Q", title=x_title, format=","),
                alt.Tooltip("y:Q", title=y_title, format=","),
                alt.Tooltip("paper:N", title="Paper"),
            ],
        )
        .add_params(picked())
    )
    layers: list[alt.Chart] = [points]
    best = rows.filter("on_frontier").unique(["x", "y"], keep="first", maintain_order=True).sort("x")
    if best.height > 1:
        layers.insert(0, _line(best, x, y, x_better))
    if 0 < best.height <= LABELS:
        layers.append(_labels(best, x, y))
    return inked(
        alt.LayerChart(
            layer=layers, height=height, description=_described(rows, best, x_title, y_title, frontier)
        )
    )


def _line(best: pl.DataFrame, x: alt.X, y: alt.Y, x_better: Better) -> alt.Chart:
    """Return the steps of the frontier: between two points, the cheaper one gives the best there is."""
    step: Literal["step-after", "step-before"] = "step-after" if x_better == "down" else "step-before"
    line: alt.Chart = alt.Chart(best).mark_line(
        interpolate=step, strokeDash=[5, 3], strokeWidth=1.5, color=INK
    )
    return line.encode(x=x, y=y)


def _labels(best: pl.DataFrame, x: alt.X, y: alt.Y) -> alt.Chart:
    text: alt.Chart = alt.Chart(best).mark_text(align="left", dx=9, dy=-10, fontSize=12, color=INK)
    return text.encode(x=x, y=y, text=alt.Text("method:N"))


def _scale(values: pl.Series, log: bool) -> alt.Scale:
    return (
        alt.Scale(type="log", nice=False, padding=24)
        if log
        else alt.Scale(zero=False, nice=False, padding=24)
    )


def _axis(values: pl.Series, log: bool) -> alt.Axis:
    """Return an axis with few ticks, of a log axis at the values themselves if they are few; millions are written short."""
    known = [float(value) for value in values.drop_nulls().to_list()]
    large = any(abs(value) >= 1e5 for value in known)
    if not log:
        return (
            alt.Axis(tickCount=6, format="~s", labelExpr=_SHORT)
            if large
            else alt.Axis(tickCount=6, format=",.6~g")
        )
    if 0 < len(set(known)) <= TICKS:
        return alt.Axis(
            values=sorted(set(known)),
            format="~s" if large else ",.6~g",
            labelExpr=_SHORT,
            labelOverlap="greedy",
        )
    low, high = math.floor(math.log10(min(known))), math.ceil(math.log10(max(known)))
    steps = (1,) if high - low > 3 else (1, 3)
    ticks = [step * 10.0**power for power in range(low, high + 1) for step in steps]
    return (
        alt.Axis(values=ticks, format="~s", labelExpr=_SHORT)
        if large
        else alt.Axis(values=ticks, format="~g")
    )


def _words(better: Better) -> str:
    return "higher is better" if better == "up" else "lower is better"


def _described(rows: pl.DataFrame, best: pl.DataFrame, x_title: str, y_title: str, frontier: bool) -> str:
    told = f"Scatter plot of {rows.height} pairs: {x_title} across, {y_title} up."
    if not frontier:
        return told + " No frontier, since the values are not all comparable."
    names = ", ".join(str(name) for name in best["method"].head(5).to_list())
    return f"{told} {best.height} on the frontier" + (f": {names}." if names else ".")

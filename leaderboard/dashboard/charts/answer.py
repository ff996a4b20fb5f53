"""A chart of any rows: bars for names, points for numbers, a line for dates."""

from typing import Final

import altair as alt
import polars as pl

from leaderboard.dashboard.charts.counts import counts
from leaderboard.dashboard.charts.style import BLUE, INK

POINTS: Final = 2_000


def columns_for(frame: pl.DataFrame) -> tuple[list[str], list[str]]:
    """Return the columns that can go across, words first, and those that can go up."""
    plain = [name for name, kind in frame.schema.items() if not kind.is_nested()]
    up = [name for name in plain if frame.schema[name].is_numeric()]
    return sorted(plain, key=lambda name: frame.schema[name].is_numeric()), up


def answer(frame: pl.DataFrame, x: str, y: str) -> alt.Chart | alt.LayerChart:
    """Return the chart of one column over another, at most 2000 rows: `answer(rows, "kind", "claims")`."""
    rows = frame.select(pl.col(x).alias("x"), pl.col(y).alias("y")).drop_nulls().head(POINTS)
    kind = rows.schema["x"]
    in_time = kind in (pl.Date, pl.Datetime)
    if not kind.is_numeric() and not in_time:
        return counts(
            rows.select(pl.col("x").alias("name"), pl.col("y").alias("claims")),
            title=y,
            ordered=True,
            rows=40,
        )
    base = alt.Chart(
        rows.with_columns(pl.col("x").cast(pl.Datetime).dt.strftime("%Y-%m-%dT%H:%M:%S")) if in_time else rows
    )
    scale = alt.Scale(zero=False, padding=16)
    axis = alt.X("x:T", title=x) if in_time else alt.X("x:Q", title=x, scale=scale)
    made = base.mark_line(color=BLUE, point=True) if in_time else base.mark_circle(color=BLUE, size=60, opacity=0.7, stroke=INK, strokeWidth=0.4)  # fmt: skip
    chart: alt.Chart = made.encode(
        x=axis, y=alt.Y("y:Q", title=y, scale=scale), tooltip=["x", "y"]
    ).properties(height=360, description=f"{rows.height} points: {x} across, {y} up.")
    return chart

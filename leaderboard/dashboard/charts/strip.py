"""How method families compare on one board: every result a point in its family's row."""

import altair as alt
import polars as pl

from leaderboard.dashboard.charts.style import (
    INK,
    Palette,
    families_in,
    family_channels,
    inked,
    measure,
    picked,
    short,
    with_family,
    worded,
)


def strip(frame: pl.DataFrame, palette: Palette, *, chosen: str | None = None) -> alt.LayerChart:
    """Return the strip plot of rows with `family`, `value`, `unit`, `method`, `paper`, `claim_id`.

    The family with the best result is on top, as far as the rows are ordered; a tick marks the median of three or more.
    With a `chosen` family the others are fainter.
    """
    rows = (
        with_family(frame)
        .with_row_index("place")
        .with_columns(
            pl.coalesce("method", "paper").alias("name"), worded().alias("text"), short("paper", 90)
        )
        .with_columns(
            short("name", 40),
            pl.lit(True).alias("stands") if chosen is None else (pl.col("family") == chosen).alias("stands"),
        )
        .select("place", "family", "value", "text", "name", "paper", "stands", "claim_id")
    )
    order = rows.group_by("family").agg(pl.col("place").min()).sort("place")["family"].to_list()
    colour, shape = family_channels(families_in(rows), palette)
    y = alt.Y(
        "family:N",
        sort=None,
        scale=alt.Scale(domain=order),
        title=None,
        axis=alt.Axis(
            labelLimit=150, labelOverlap=False, grid=True, gridDash=[1, 3], ticks=False, domain=False
        ),
    )
    x = alt.X(
        "value:Q",
        title=measure(frame["metric"][0], frame["unit"][0]),
        scale=alt.Scale(zero=False, nice=False, padding=20),
        axis=alt.Axis(tickCount=6),
    )
    points = (
        alt.Chart(rows)
        .mark_point(filled=True, size=100, stroke=INK, strokeWidth=0.7)
        .encode(
            x=x,
            y=y,
            color=colour,
            shape=shape,
            opacity=alt.condition("datum.stands", alt.value(0.9), alt.value(0.45)),
            tooltip=[
                alt.Tooltip("name:N", title="Method"),
                alt.Tooltip("text:N", title="Value"),
                alt.Tooltip("family:N", title="Family"),
                alt.Tooltip("paper:N", title="Paper"),
            ],
        )
        .add_params(picked())
    )
    middles = (
        rows.group_by("family", maintain_order=True)
        .agg(pl.col("value").median().alias("value"), pl.len().alias("results"))
        .filter(pl.col("results") >= 3)
    )
    layers = [points]
    if middles.height:
        ticks = alt.Chart(middles).mark_tick(color=INK, thickness=2, size=22).encode(x=alt.X("value:Q"), y=y)
        layers.insert(0, ticks)
    return inked(
        alt.LayerChart(
            layer=layers,
            height=34 * len(order) + 60,
            description=f"{rows.height} results of {len(order)} method families, the best family first: {', '.join(order[:5])}. "
            "The table holds the same rows.",
        )
    )

"""The results of a board: a point a result in the order of the rows, coloured and shaped by method family."""

from typing import Final

import altair as alt
import polars as pl

from leaderboard.dashboard.charts.style import (
    INK,
    Palette,
    better_words,
    families_in,
    family_channels,
    inked,
    measure,
    picked,
    short,
    with_family,
    worded,
)

ROWS: Final = 30


def results(frame: pl.DataFrame, palette: Palette) -> alt.LayerChart:
    """Return the chart of rows with `method`, `value`, `unit`, `family`, `is_own`, `is_best`, `paper`, `claim_id`.

    The first 30 rows are drawn. Baselines are hollow, the best value has a star.
    """
    rows = (
        with_family(frame.head(ROWS))
        .with_row_index("place")
        .with_columns(pl.coalesce("method", "paper").alias("name"), short("paper", 90))
        .with_columns(short("name", 34))
        .with_columns(
            label=pl.concat_str([pl.col("place").cast(pl.String), pl.lit("|"), "name"]),
            shown=worded()
            + pl.when(pl.col("is_best").fill_null(False)).then(pl.lit(" ★")).otherwise(pl.lit("")),
        )
        .select("label", "place", "name", "value", "shown", "family", "is_own", "paper", "claim_id")
    )
    colour, shape = family_channels(families_in(rows), palette)
    base = alt.Chart(rows).encode(
        y=alt.Y(
            "label:N",
            sort=alt.EncodingSortField("place"),
            title=None,
            axis=alt.Axis(
                labelExpr="slice(datum.value, indexof(datum.value, '|') + 1)",
                labelLimit=150,
                labelOverlap=False,
                ticks=False,
                domain=False,
                grid=True,
                gridDash=[1, 3],
            ),
        ),
        x=alt.X(
            "value:Q",
            title=measure(frame["metric"][0], frame["unit"][0]),
            scale=alt.Scale(zero=False, nice=False, padding=42),
            axis=alt.Axis(tickCount=6),
        ),
    )
    points = base.mark_point(filled=True, opacity=1, size=110, stroke=INK, strokeWidth=0.7).encode(
        color=colour,
        shape=shape,
        fillOpacity=alt.condition("datum.is_own", alt.value(1), alt.value(0.12)),
        tooltip=[
            alt.Tooltip("name:N", title="Method"),
            alt.Tooltip("shown:N", title="Value"),
            alt.Tooltip("family:N", title="Family"),
            alt.Tooltip("paper:N", title="Paper"),
        ],
    )
    text = base.mark_text(align="left", dx=10, fontSize=12, color=INK).encode(text=alt.Text("shown:N"))
    return inked(
        alt.LayerChart(
            layer=[points.add_params(picked()), text],
            height=28 * rows.height + 60,
            description=_described(frame),
        )
    )


def _described(frame: pl.DataFrame) -> str:
    first = frame.row(0, named=True)
    return (
        f"{min(frame.height, ROWS)} of {frame.height} results, {better_words(first['higher_is_better'])}. "
        f"First: {first['method'] or first['paper']} with {frame.select(worded())['value'][0]}. The table holds the same rows."
    )

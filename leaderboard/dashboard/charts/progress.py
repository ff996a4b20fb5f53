"""State of the art over time: the running best as steps, its setters labelled, the others as points."""

from collections.abc import Mapping

import altair as alt
import polars as pl

from leaderboard.dashboard.charts.results import family_scales


def progress(frame: pl.DataFrame, palette: Mapping[str, tuple[str, str]]) -> alt.LayerChart:
    """Return the chart of rows with `date_end`, `value`, `best_so_far`, `is_record`, `method`, `family`."""
    rows = frame.with_columns(
        pl.col("family").cast(pl.String).fill_null("no family"),
        pl.col("date_end").cast(pl.String).alias("when"),
    )
    colour, shape = family_scales(rows["family"].unique().sort().to_list(), palette)
    records = rows.filter("is_record")
    x = alt.X("when:T", title="Date of the paper")
    scale = alt.Scale(zero=False, padding=20)
    line = (
        alt.Chart(rows)
        .mark_line(interpolate="step-after", color="#0072b2")
        .encode(
            x=x,
            y=alt.Y(
                "best_so_far:Q", scale=scale, title=f"{frame['metric'][0] or 'value'} ({frame['unit'][0]})"
            ),
        )
    )
    points = alt.Chart(rows).mark_point(filled=True, size=80).encode(
        x=x, y=alt.Y("value:Q", scale=scale), color=colour, shape=shape, opacity=alt.condition("datum.is_record", alt.value(1), alt.value(0.35)),
        tooltip=["method:N", "value:Q", "family:N", "paper:N", "date:N"],
    )  # fmt: skip
    labels = (
        alt.Chart(records)
        .mark_text(align="left", dx=7, dy=-8, fontSize=11, color="#808795")
        .encode(x=x, y="value:Q", text=alt.Text("method:N"))
    )
    return alt.LayerChart(
        layer=[line, points, labels],
        height=420,
        description=f"{rows.height} dated results, {records.height} of them records when they came out.",
    )

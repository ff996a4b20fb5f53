"""How method families compare on one board: every result a point in its family's row."""

from collections.abc import Mapping

import altair as alt
import polars as pl

from leaderboard.dashboard.charts.results import family_scales


def strip(frame: pl.DataFrame, palette: Mapping[str, tuple[str, str]]) -> alt.Chart:
    """Return the strip plot of rows with `family`, `value`, `method`, `paper`."""
    rows = frame.with_columns(pl.col("family").cast(pl.String).fill_null("no family"))
    colour, shape = family_scales(rows["family"].unique().sort().to_list(), palette)
    chart: alt.Chart = (
        alt.Chart(rows, description=f"{rows.height} results by method family.")
        .mark_point(filled=True, size=100)
        .encode(
            x=alt.X(
                "value:Q",
                title=f"{frame['metric'][0] or 'value'} ({frame['unit'][0]})",
                scale=alt.Scale(zero=False, padding=20),
            ),
            y=alt.Y("family:N", title=None),
            color=colour,
            shape=shape,
            tooltip=["method:N", "value:Q", "paper:N"],
        )
        .properties(height=max(120, 36 * rows["family"].n_unique() + 110))
    )
    return chart

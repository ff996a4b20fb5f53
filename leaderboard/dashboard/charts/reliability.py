"""What a confidence is worth: the share of claims that were right, by the confidence that they carried."""

import altair as alt
import polars as pl

from leaderboard.dashboard.charts.style import BLUE, INK, inked


def reliability(frame: pl.DataFrame, *, height: int = 320) -> alt.LayerChart:
    """Return the reliability chart of rows with `confidence` and `right` (both 0-1) and `claims`.

    On the dashed line a confidence means what it says; the size of a point is how many claims it stands for.
    """
    axis = alt.Axis(format="%", tickCount=5)
    whole = alt.Scale(domain=[0, 1])
    x = alt.X("confidence:Q", title="Confidence that was given", scale=whole, axis=axis)
    y = alt.Y("right:Q", title="Share that was right", scale=whole, axis=axis)
    truth = (
        alt.Chart(pl.DataFrame({"confidence": [0.0, 1.0], "right": [0.0, 1.0]}))
        .mark_line(strokeDash=[5, 4], color=INK, strokeWidth=1.5)
        .encode(x=x, y=y)
    )
    base = alt.Chart(frame).encode(x=x, y=y)
    line = base.mark_line(color=BLUE, strokeWidth=2)
    points = base.mark_circle(color=BLUE, opacity=0.95).encode(
        size=alt.Size("claims:Q", title="Claims", scale=alt.Scale(range=[40, 500]), legend=None),
        tooltip=[
            alt.Tooltip("confidence:Q", title="Confidence", format=".0%"),
            alt.Tooltip("right:Q", title="Right", format=".0%"),
            alt.Tooltip("claims:Q", title="Claims"),
        ],
    )
    told = "; ".join(
        f"of {row['claims']:,} claims with {row['confidence']:.0%}, {row['right']:.0%} right"
        for row in frame.iter_rows(named=True)
    )
    return inked(
        alt.LayerChart(
            layer=[truth, line, points], height=height, description=f"Reliability of the confidence: {told}."
        )
    )

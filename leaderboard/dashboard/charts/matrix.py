"""Benchmarks by method families: how often each family reports on each benchmark, as a heat map."""

import altair as alt
import polars as pl


def matrix(frame: pl.DataFrame) -> alt.Chart:
    """Return the heat map of rows with `benchmark`, `family`, `results`, `best`, `unit`."""
    chart: alt.Chart = (
        alt.Chart(
            frame,
            description=f"{frame.height} pairs of benchmark and method family, darker where more results are reported.",
        )
        .mark_rect(cornerRadius=2)
        .encode(
            x=alt.X("family:N", title="Method family", axis=alt.Axis(labelAngle=-40, labelLimit=160)),
            y=alt.Y("benchmark:N", title=None, axis=alt.Axis(labelLimit=200)),
            color=alt.Color("results:Q", title="Results", scale=alt.Scale(scheme="blues")),
            tooltip=[
                "benchmark:N",
                "metric:N",
                "family:N",
                alt.Tooltip("results:Q"),
                alt.Tooltip("best:Q", title="Best"),
                "unit:N",
            ],
        )
        .properties(height=max(140, 24 * frame["benchmark"].n_unique() + 100))
    )
    return chart

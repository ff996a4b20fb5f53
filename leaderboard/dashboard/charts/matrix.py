"""Benchmarks by method families: how often each family reports on each benchmark, as a heat map."""

import altair as alt
import polars as pl

from leaderboard.dashboard.charts.style import BLUE, INK, inked, short


def matrix(frame: pl.DataFrame) -> alt.LayerChart:
    """Return the heat map of rows with `benchmark`, `family`, `results`, `best`, `unit`, `metric`, `board`.

    A cell is as strong as it has results, and says how many; picking one gives its `board` and `family`.
    """
    rows = frame.select(
        "benchmark",
        "family",
        "results",
        "metric",
        "board",
        best=pl.when(pl.col("best").is_not_null()).then(
            pl.format("{} {}", pl.col("best").round(4), pl.col("unit").replace("number", ""))
        ),
    ).with_columns(short("benchmark", 32), full=pl.col("family"))
    top = max([2, *rows["results"].to_list()])
    base = alt.Chart(rows).encode(
        x=alt.X(
            "family:N",
            sort=rows["family"].unique(maintain_order=True).to_list(),
            title=None,
            axis=alt.Axis(
                orient="top", labelAngle=-38, labelLimit=150, labelOverlap=False, ticks=False, domain=False
            ),
        ),
        y=alt.Y(
            "benchmark:N",
            sort=rows["benchmark"].unique(maintain_order=True).to_list(),
            title=None,
            axis=alt.Axis(labelLimit=170, labelOverlap=False, ticks=False, domain=False),
        ),
        tooltip=[
            alt.Tooltip("benchmark:N", title="Benchmark"),
            alt.Tooltip("family:N", title="Family"),
            alt.Tooltip("results:Q", title="Results"),
            alt.Tooltip("best:N", title="Best"),
            alt.Tooltip("metric:N", title="Metric"),
        ],
    )
    # Faint enough that the page's ink reads on every cell, on a light page and on a dark one.
    cells = base.mark_rect(color=BLUE, cornerRadius=3, stroke=INK, strokeOpacity=0.12).encode(
        opacity=alt.Opacity(
            "results:Q", scale=alt.Scale(domain=[0, top], range=[0.1, 0.55], clamp=True), legend=None
        )
    )
    numbers = base.mark_text(fontSize=12, color=INK).encode(text=alt.Text("results:Q"))
    return inked(
        alt.LayerChart(
            layer=[cells.add_params(alt.selection_point(name="picked", fields=["board", "family"])), numbers],
            height=26 * rows["benchmark"].n_unique() + 130,
            width=54 * rows["family"].n_unique() + 190,
            description=f"How often each of {rows['family'].n_unique()} method families reports on each of "
            f"{rows['benchmark'].n_unique()} benchmarks; most often {_most(rows)}.",
        )
    )


def _most(rows: pl.DataFrame) -> str:
    row = rows.sort("results", descending=True).row(0, named=True)
    return f"{row['family']} on {row['benchmark']}, {row['results']} results"

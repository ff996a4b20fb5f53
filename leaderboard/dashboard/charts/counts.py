"""How many there are of what: plain bars with their numbers, the most on top."""

from typing import Final

import altair as alt
import polars as pl

from leaderboard.dashboard.charts.style import BLUE, INK, inked, short

ROWS: Final = 25


def counts(frame: pl.DataFrame, *, title: str, ordered: bool = False, rows: int = ROWS) -> alt.LayerChart:
    """Return bars of rows with `name` and `claims`: `counts(kinds, title="Claims")`.

    `ordered` keeps the order of the frame, as years have one. At most `rows` bars are drawn; a name that is
    missing is called so.
    """
    shown = (
        (frame if ordered else frame.sort("claims", descending=True, maintain_order=True))
        .select(pl.col("name").cast(pl.String).fill_null("(not named)"), pl.col("claims"))
        .head(rows)
        .with_columns(short("name", 48))
    )
    base = alt.Chart(shown).encode(
        x=alt.X("claims:Q", title=title, axis=alt.Axis(format=",.6~g", tickCount=4, grid=False)),
        y=alt.Y(
            "name:N",
            sort=None,
            scale=alt.Scale(domain=shown["name"].unique(maintain_order=True).to_list()),
            title=None,
            axis=alt.Axis(ticks=False, domain=False, labelLimit=170, labelOverlap=False),
        ),
        tooltip=[alt.Tooltip("name:N", title="Of"), alt.Tooltip("claims:Q", title=title, format=",.6~g")],
    )
    bars = base.mark_bar(color=BLUE, height=alt.RelativeBandSize(0.62), cornerRadiusEnd=3)
    text = base.mark_text(align="left", dx=4, fontSize=12, color=INK).encode(
        text=alt.Text("claims:Q", format=",.6~g")
    )
    named = "; ".join(f"{name}: {claims:,}" for name, claims in shown.head(6).iter_rows())
    more = "; and more" if shown.height > 6 else ""
    return inked(
        alt.LayerChart(
            layer=[bars, text],
            height=24 * shown.height + 50,
            description=f"Bars of {title.lower()}: {named}{more}.",
        )
    )

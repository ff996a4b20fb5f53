"""How many there are of what: plain bars with their numbers, the most on top."""

from typing import Final

import altair as alt
import polars as pl

ROWS: Final = 25


def counts(frame: pl.DataFrame, *, title: str, ordered: bool = False, rows: int = ROWS) -> alt.LayerChart:
    """Return bars of rows with `name` and `claims`: `counts(kinds, title="Claims")`.

    `ordered` keeps the order of the frame, as years have one. At most `rows` bars are drawn; a name that is
    missing is called so.
    """
    shown = (
        frame.select(pl.col("name").cast(pl.String).fill_null("(not named)"), pl.col("claims"))
        .head(rows)
        .with_columns(pl.col("name").str.slice(0, 48))
    )
    sort = None if ordered else alt.EncodingSortField("claims", order="descending")
    base = alt.Chart(shown).encode(
        x=alt.X("claims:Q", title=title, axis=alt.Axis(format=",", tickCount=4, grid=False)),
        y=alt.Y("name:N", sort=sort, title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=220)),
        tooltip=[alt.Tooltip("name:N", title="Of"), alt.Tooltip("claims:Q", title=title, format=",")],
    )
    bars = base.mark_bar(color="#0072b2", height=alt.RelativeBandSize(0.62), cornerRadiusEnd=3)
    text = base.mark_text(align="left", dx=4, fontSize=11, color="#808795").encode(
        text=alt.Text("claims:Q", format=",")
    )
    named = "; ".join(f"{name}: {claims:,}" for name, claims in shown.head(6).iter_rows())
    more = "; and more" if shown.height > 6 else ""
    return alt.LayerChart(
        layer=[bars, text],
        height=max(60, 24 * shown.height),
        description=f"Bars of {title.lower()}: {named}{more}.",
    )

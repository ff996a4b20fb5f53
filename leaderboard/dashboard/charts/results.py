"""The results of a board: a point a result, the best on top, coloured and shaped by method family."""

from collections.abc import Mapping

import altair as alt
import polars as pl

ROWS = 40


def family_scales(families: list[str], palette: Mapping[str, tuple[str, str]]) -> tuple[alt.Color, alt.Shape]:
    """Return colour and shape of families, the same in every chart."""
    styles = [palette.get(name, ("#7c838b", "circle")) for name in families]
    legend = alt.Legend(title="Method family", orient="bottom", columns=3, symbolLimit=18, labelLimit=180)
    return (
        alt.Color(
            "family:N", scale=alt.Scale(domain=families, range=[style[0] for style in styles]), legend=legend
        ),
        alt.Shape(
            "family:N", scale=alt.Scale(domain=families, range=[style[1] for style in styles]), legend=legend
        ),
    )


def results(frame: pl.DataFrame, palette: Mapping[str, tuple[str, str]]) -> alt.LayerChart:
    """Return the chart of rows with `method`, `value`, `family`, `paper`: the first 40 of them."""
    rows = (
        frame.head(ROWS)
        .with_row_index("place")
        .with_columns(
            pl.col("family").cast(pl.String).fill_null("no family"),
            label=pl.concat_str(
                [
                    pl.col("place").cast(pl.String),
                    pl.lit("|"),
                    pl.col("method").fill_null(pl.col("paper")).str.slice(0, 40),
                ]
            ),
        )
    )
    colour, shape = family_scales(rows["family"].unique().sort().to_list(), palette)
    unit = rows["unit"][0] or ""
    base = alt.Chart(rows).encode(
        y=alt.Y(
            "label:N",
            sort=alt.EncodingSortField("place"),
            title=None,
            axis=alt.Axis(
                labelExpr="slice(datum.value, indexof(datum.value, '|') + 1)",
                labelLimit=240,
                ticks=False,
                domain=False,
            ),
        ),
        x=alt.X(
            "value:Q",
            title=f"{frame['metric'][0] or 'value'} ({unit})",
            scale=alt.Scale(zero=False, padding=24),
        ),
    )
    points = base.mark_point(filled=True, size=110).encode(
        color=colour, shape=shape,
        tooltip=[alt.Tooltip("method:N"), alt.Tooltip("value:Q"), alt.Tooltip("family:N"), alt.Tooltip("paper:N"), alt.Tooltip("sentence:N")],
    )  # fmt: skip
    text = base.mark_text(align="left", dx=10, fontSize=11, color="#808795").encode(text=alt.Text("text:N"))
    best = rows.row(0, named=True)
    return alt.LayerChart(
        layer=[points, text],
        height=max(190, 26 * rows.height + 120),
        description=f"{rows.height} results, first {best['method'] or best['paper']} with {best['value']} {unit}.",
    )

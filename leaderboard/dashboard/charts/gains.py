"""Changes and ratios against baselines as bars from the line of no change, the largest gain on top."""

from typing import Final, Literal

import altair as alt
import polars as pl

ROWS: Final = 40
# Blue for better and vermillion for worse are told apart by all; a change that nobody can judge is grey.
VERDICTS: Final = {"better": "#0072b2", "worse": "#d55e00", "not known": "#8a919c"}


def gains(
    frame: pl.DataFrame, *, title: str, kind: Literal["change", "ratio"], rows: int = ROWS
) -> alt.LayerChart:
    """Return bars of rows with `gain`, `is_better`, `label`, `shown`, `text`, `baseline`, `paper`, id.

    `gain` is signed: a change goes up or down from 0, a ratio is a factor, drawn from 1 on a log axis so that
    2x and half are equally long. The first `rows` rows are drawn; the colour says better or worse, and so
    does the sign of the text.
    """
    shown = (
        frame.head(rows)
        .with_row_index("place")
        .with_columns(
            verdict=pl.when("is_better")
            .then(pl.lit("better"))
            .when(~pl.col("is_better"))
            .then(pl.lit("worse"))
            .otherwise(pl.lit("not known")),
            label=pl.col("label").cast(pl.String).str.slice(0, 46),
            key=pl.concat_str(
                [pl.col("place").cast(pl.String), pl.col("label").cast(pl.String)], separator="|"
            ),
            origin=pl.lit(1.0 if kind == "ratio" else 0.0),
        )
    )
    x = alt.X(
        "gain:Q",
        title=title,
        scale=alt.Scale(type="log", nice=False, padding=24) if kind == "ratio" else alt.Scale(padding=24),
    )
    y = alt.Y(
        "key:N",
        sort=alt.EncodingSortField("place"),
        title=None,
        axis=alt.Axis(
            labelExpr="slice(datum.value, indexof(datum.value, '|') + 1)",
            labelLimit=260,
            ticks=False,
            domain=False,
        ),
    )
    base = alt.Chart(shown).encode(y=y)
    bars = (
        base.mark_bar(height=alt.RelativeBandSize(0.66), cornerRadiusEnd=3)
        .encode(
            x=x,
            x2="origin:Q",
            color=alt.Color(
                "verdict:N",
                title="For the metric",
                scale=alt.Scale(domain=list(VERDICTS), range=list(VERDICTS.values())),
                legend=alt.Legend(orient="top"),
            ),
            tooltip=[
                alt.Tooltip("label:N", title="Method"),
                alt.Tooltip("text:N", title="Reported"),
                alt.Tooltip("baseline:N", title="Against"),
                alt.Tooltip("paper:N", title="Paper"),
            ],
        )
        .add_params(alt.selection_point(name="picked", fields=["claim_id"]))
    )
    ends = [_ends(base, x, "right"), _ends(base, x, "left")]
    zero = (
        alt.Chart(pl.DataFrame({"at": [1.0 if kind == "ratio" else 0.0]}))
        .mark_rule(color="#808795")
        .encode(x="at:Q")
    )
    return alt.LayerChart(
        layer=[bars, *ends, zero],
        height=max(120, 24 * shown.height + 20),
        description=_described(shown, frame.height, title),
    )


def _ends(base: alt.Chart, x: alt.X, side: Literal["left", "right"]) -> alt.Chart:
    """Return the numbers at the ends of the bars that go to one side."""
    if side == "right":
        right = base.transform_filter("datum.gain >= datum.origin")
        text: alt.Chart = right.mark_text(align="left", dx=4, fontSize=11, color="#808795")
    else:
        left = base.transform_filter("datum.gain < datum.origin")
        text = left.mark_text(align="right", dx=-4, fontSize=11, color="#808795")
    return text.encode(x=x, text="shown:N")


def _described(shown: pl.DataFrame, total: int, title: str) -> str:
    if not shown.height:
        return f"{title}: nothing to show."
    first, last = shown.row(0, named=True), shown.row(-1, named=True)
    return (
        f"Bars of {shown.height} of {total} values, {title}: from {first['shown']} for {first['label']} "
        f"to {last['shown']} for {last['label']}."
    )

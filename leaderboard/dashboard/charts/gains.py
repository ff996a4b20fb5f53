"""Changes and ratios against baselines as bars from the line of no change, the largest gain on top."""

from typing import Final, Literal

import altair as alt
import polars as pl

from leaderboard.dashboard.charts.style import BLUE, GREY, INK, VERMILLION, inked, picked, short

ROWS: Final = 40
# Pixels: beside the bars at least and at most, around the chart, before a number, and of a letter of it.
BESIDE: Final = 24
WIDEST: Final = 64
EDGE: Final = 5
BEFORE: Final = 4
LETTER: Final = 6.5
# Blue for better and vermillion for worse are told apart by all; a change that nobody can judge is grey.
VERDICTS: Final = {"better": BLUE, "worse": VERMILLION, "not known": GREY}


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
            short("label", 40),
            verdict=pl.when("is_better")
            .then(pl.lit("better"))
            .when(~pl.col("is_better"))
            .then(pl.lit("worse"))
            .otherwise(pl.lit("not known")),
            key=pl.concat_str(
                [pl.col("place").cast(pl.String), pl.col("label").cast(pl.String)], separator="|"
            ),
            origin=pl.lit(1.0 if kind == "ratio" else 0.0),
        )
        .with_columns(short("paper", 90), short("baseline", 60))
        .select(
            "place",
            "key",
            "gain",
            "origin",
            "verdict",
            "label",
            "shown",
            "text",
            "baseline",
            "paper",
            "claim_id",
        )
    )
    beside = min(_room(shown, "left"), WIDEST)  # on both sides, so that a phone has room for the bars too
    x = alt.X(
        "gain:Q",
        title=title,
        axis=alt.Axis(tickCount=7),
        scale=alt.Scale(type="log", nice=False, padding=beside)
        if kind == "ratio"
        else alt.Scale(padding=beside),
    )
    y = alt.Y(
        "key:N",
        sort=alt.EncodingSortField("place"),
        title=None,
        axis=alt.Axis(
            labelExpr="slice(datum.value, indexof(datum.value, '|') + 1)",
            labelLimit=150,
            labelOverlap=False,
            ticks=False,
            domain=False,
        ),
    )
    base = alt.Chart(shown).encode(y=y)
    legend = 60 if shown["verdict"].n_unique() > 1 else 0
    bars = (
        base.mark_bar(height=alt.RelativeBandSize(0.66), cornerRadiusEnd=3)
        .encode(
            x=x,
            x2=alt.X2("origin:Q"),
            color=alt.Color(
                "verdict:N",
                title="For the metric",
                scale=alt.Scale(domain=list(VERDICTS), range=list(VERDICTS.values())),
                legend=alt.Legend(orient="top") if shown["verdict"].n_unique() > 1 else None,
            ),
            tooltip=[
                alt.Tooltip("label:N", title="Method"),
                alt.Tooltip("text:N", title="Reported"),
                alt.Tooltip("baseline:N", title="Against"),
                alt.Tooltip("paper:N", title="Paper"),
            ],
        )
        .add_params(picked())
    )
    ends = [*_ends(shown, x, y, "right"), *_ends(shown, x, y, "left")]
    zero = (
        alt.Chart(pl.DataFrame({"at": [1.0 if kind == "ratio" else 0.0]}))
        .mark_rule(color=INK)
        .encode(x=alt.X("at:Q"))
    )
    return inked(
        alt.LayerChart(
            layer=[bars, *ends, zero],
            height=26 * shown.height + 80 + legend,
            padding={"left": EDGE, "top": EDGE, "right": EDGE + max(0, _room(shown, "right") - beside)},
            description=_described(shown, frame.height, title),
        )
    )


def _room(shown: pl.DataFrame, side: Literal["left", "right"]) -> float:
    """Return how many pixels the longest number needs beside the bars that go to one side."""
    letters = (len(text) for text in _going(shown, side)["shown"].cast(pl.String).drop_nulls().to_list())
    return max(BESIDE, BEFORE + LETTER * max(letters, default=0))


def _going(shown: pl.DataFrame, side: Literal["left", "right"]) -> pl.DataFrame:
    up = pl.col("gain") >= pl.col("origin")
    return shown.filter(up if side == "right" else ~up)


def _ends(shown: pl.DataFrame, x: alt.X, y: alt.Y, side: Literal["left", "right"]) -> list[alt.Chart]:
    """Return the numbers at the ends of the bars that go to one side, none where no bar does."""
    mine = _going(shown, side)
    if mine.is_empty():
        return []
    text = alt.Chart(mine).mark_text(
        align="left" if side == "right" else "right",
        dx=BEFORE if side == "right" else -BEFORE,
        fontSize=12,
        color=INK,
    )
    return [text.encode(y=y, x=x, text=alt.Text("shown:N"))]


def _described(shown: pl.DataFrame, total: int, title: str) -> str:
    if not shown.height:
        return f"{title}: nothing to show."
    first, last = shown.row(0, named=True), shown.row(-1, named=True)
    return (
        f"Bars of {shown.height} of {total} values, {title}: from {first['shown']} for {first['label']} "
        f"to {last['shown']} for {last['label']}. The table holds the same rows."
    )

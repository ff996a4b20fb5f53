"""State of the art over time: the running best as steps, its setters labelled, the others as fainter points."""

from typing import Final

import altair as alt
import polars as pl

from leaderboard.dashboard.charts.style import (
    BLUE,
    INK,
    Palette,
    better_words,
    families_in,
    family_channels,
    inked,
    measure,
    near,
    picked,
    short,
    with_family,
    worded,
)

_ROOM: Final = 0.13  # of the width, for a label


def progress(frame: pl.DataFrame, palette: Palette, *, height: int = 400) -> alt.LayerChart:
    """Return the chart of rows with `date`, `date_end`, `value`, `unit`, `best_so_far`, `is_record`, `method`, `family`, `paper`.

    A result stands on the last day that its date can mean. Record setters are labelled where there is room.
    """
    rows = (
        with_family(frame)
        .with_columns(
            pl.coalesce("method", "paper").alias("name"),
            worded().alias("text"),
            pl.col("date_end").cast(pl.Date).alias("when"),
            short("paper", 90),
        )
        .with_columns(short("name", 26))
        .select(
            "when", "date", "value", "text", "best_so_far", "is_record", "name", "family", "paper", "claim_id"
        )
        .sort("when")
    )
    drawn = rows.with_columns(pl.col("when").dt.strftime("%Y-%m-%dT00:00:00"))
    colour, shape = family_channels(families_in(rows), palette)
    x = alt.X(
        "when:T",
        title="Date of the paper",
        scale=alt.Scale(padding=24),
        axis=alt.Axis(tickCount=6, labelOverlap=True),
    )
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(zero=False, nice=False, padding=30),
        title=measure(frame["metric"][0], frame["unit"][0]),
    )
    steps = (
        alt.Chart(drawn)
        .mark_line(interpolate="step-after", color=BLUE, strokeWidth=2.5)
        .encode(x=x, y=alt.Y("best_so_far:Q"))
    )
    points = (
        alt.Chart(drawn)
        .mark_point(filled=True, size=95, stroke=INK, strokeWidth=0.7)
        .encode(
            x=x,
            y=y,
            color=colour,
            shape=shape,
            opacity=alt.condition("datum.is_record", alt.value(1), alt.value(0.5)),
            tooltip=[
                alt.Tooltip("name:N", title="Method"),
                alt.Tooltip("text:N", title="Value"),
                alt.Tooltip("date:N", title="Date"),
                alt.Tooltip("family:N", title="Family"),
                alt.Tooltip("paper:N", title="Paper"),
            ],
        )
        .add_params(picked())
    )
    layers = [steps, points, *_labels(rows)]
    return inked(alt.LayerChart(layer=layers, height=height, description=_described(frame)))


def _labels(rows: pl.DataFrame) -> list[alt.Chart]:
    """Return the names of the record setters: to the right of their points, those in the last quarter to the left.

    Names that would run into the next one are written a line higher, and left out where that has no room either.
    """
    records = rows.filter("is_record").sort("when")
    if records.is_empty():
        return []
    days = [float(day) for day in records["when"].cast(pl.Int32).to_list()]
    ends = [float(day) for day in rows["when"].cast(pl.Int32).to_list()]
    low, high = min(ends), max(max(ends), min(ends) + 1)
    first = near(days, low, high, _ROOM)
    above = [not fits for fits in first]
    second = near([day for day, higher in zip(days, above, strict=True) if higher], low, high, _ROOM)
    kept = records.with_columns(
        line=pl.Series([0 if fits else 1 for fits in first]),
        late=pl.col("when").cast(pl.Int32) > low + (high - low) * 0.75,
        when=pl.col("when").dt.strftime("%Y-%m-%dT00:00:00"),
    )
    upper = kept.filter(pl.col("line") == 1).filter(pl.Series(second, dtype=pl.Boolean))
    made = []
    for part, rise in ((kept.filter(pl.col("line") == 0), -11), (upper, -26)):
        for late in (False, True):
            mine = part.filter(pl.col("late") == late).select("when", "value", "name")
            if mine.height:
                text = alt.Chart(mine).mark_text(
                    align="right" if late else "left", dx=-8 if late else 8, dy=rise, fontSize=12, color=INK
                )
                made.append(text.encode(x=alt.X("when:T"), y=alt.Y("value:Q"), text=alt.Text("name:N")))
    return made


def _described(frame: pl.DataFrame) -> str:
    records = frame.filter("is_record")
    told = f"{frame.height} dated results, {better_words(frame['higher_is_better'][0])}; {records.height} were records."
    if records.height:
        last = records.with_columns(shown=worded()).sort("date_end").row(-1, named=True)
        told += f" The last record is {last['shown']} by {last['method'] or last['paper']}, {last['date']}."
    return f"{told} The table holds the same rows."

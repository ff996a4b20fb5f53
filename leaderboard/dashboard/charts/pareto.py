"""What is given up for what is won: results of papers, with the frontier of those that nothing else beats."""

from collections.abc import Mapping
from typing import Final, Literal

import altair as alt
import polars as pl

Better = Literal["up", "down"]
Palette = Mapping[str, tuple[str, str]]

LABELS: Final = 12
LOG_SPREAD: Final = 30.0


def on_frontier(frame: pl.DataFrame, x_better: Better, y_better: Better) -> pl.Series:
    """Return for each row whether no other is at least as good in `x` and `y` and better in one.

    >>> on_frontier(pl.DataFrame({"x": [2, 4, 4], "y": [60, 70, 65]}), "down", "up").to_list()
    [True, True, False]

    Equal points are on the frontier together; rows without a finite `x` and `y` are not on it. Takes n log n.
    """
    x, y = (
        pl.col(name).cast(pl.Float64) * (-1.0 if better == "up" else 1.0)
        for name, better in (("x", x_better), ("y", y_better))
    )
    costs = (
        frame.select(x=x, y=y).with_row_index("row").filter(pl.col("x").is_finite() & pl.col("y").is_finite())
    )
    ordered = costs.group_by("x").agg(pl.col("y").min().alias("least")).sort("x")
    before = ordered.with_columns(before=pl.col("least").cum_min().shift(1).fill_null(float("inf")))
    kept = costs.join(before, on="x").filter(
        (pl.col("y") == pl.col("least")) & (pl.col("y") < pl.col("before"))
    )
    return (
        frame.with_row_index("row")
        .get_column("row")
        .is_in(kept.get_column("row").to_list())
        .alias("on_frontier")
    )


def wants_log(values: pl.Series) -> bool:
    """Return whether an axis serves better in logarithms: all positive, the largest 30 times the smallest."""
    known = values.drop_nulls().cast(pl.Float64)
    if known.len() < 3:
        return False
    low, high = float(known.min() or 0), float(known.max() or 0)  # type: ignore[arg-type]
    return low > 0 and high / low >= LOG_SPREAD


def pareto(
    frame: pl.DataFrame,
    palette: Palette,
    *,
    x_title: str,
    y_title: str,
    x_better: Better,
    y_better: Better,
    frontier: bool = True,
    height: int = 420,
) -> alt.LayerChart:
    """Return the trade-off chart of rows with `x`, `y`, `method`, `family`, `paper`, `claim_id`.

    Points outside the frontier are faded, those on it labelled where they are few; the line steps as far as
    each point is the best for its cost. With `frontier=False`, for values that cannot be compared, all points
    are equal.
    """
    rows = frame.with_columns(
        on_frontier(frame, x_better, y_better) if frontier else pl.lit(False).alias("on_frontier"),
        pl.col("family").cast(pl.String).fill_null("no family"),
    ).with_columns(stands=pl.col("on_frontier") | (not frontier))
    x = alt.X("x:Q", title=f"{x_title} ({_words(x_better)})", scale=_scale(rows["x"]))
    y = alt.Y("y:Q", title=f"{y_title} ({_words(y_better)})", scale=_scale(rows["y"]))
    base = alt.Chart(rows)
    points = (
        base.mark_point(filled=True, size=90, strokeWidth=1)
        .encode(
            x=x,
            y=y,
            color=_family(rows, palette, "colour"),
            shape=_family(rows, palette, "shape"),
            opacity=alt.condition("datum.stands", alt.value(0.95), alt.value(0.28)),
            tooltip=[
                alt.Tooltip("method:N", title="Method"),
                alt.Tooltip("family:N", title="Family"),
                alt.Tooltip("x:Q", title=x_title, format=","),
                alt.Tooltip("y:Q", title=y_title, format=","),
                alt.Tooltip("paper:N", title="Paper"),
            ],
        )
        .add_params(alt.selection_point(name="picked", fields=["claim_id"]))
    )
    layers: list[alt.Chart] = [points]
    best = rows.filter("on_frontier").unique(["x", "y"], keep="first", maintain_order=True).sort("x")
    if best.height > 1:
        layers.insert(0, _line(best, x, y, x_better))
    if 0 < best.height <= LABELS:
        layers.append(_labels(best, x, y))
    return alt.LayerChart(
        layer=layers, height=height, description=_described(rows, best, x_title, y_title, frontier)
    )


def _line(best: pl.DataFrame, x: alt.X, y: alt.Y, x_better: Better) -> alt.Chart:
    """Return the steps of the frontier: between two points, the cheaper one gives the best there is."""
    step: Literal["step-after", "step-before"] = "step-after" if x_better == "down" else "step-before"
    line: alt.Chart = alt.Chart(best).mark_line(
        interpolate=step, strokeDash=[5, 3], strokeWidth=1.5, color="#808795"
    )
    return line.encode(x=x, y=y)


def _labels(best: pl.DataFrame, x: alt.X, y: alt.Y) -> alt.Chart:
    named = best.with_columns(pl.col("method").cast(pl.String).str.slice(0, 22))
    text: alt.Chart = alt.Chart(named).mark_text(align="left", dx=9, dy=-9, fontSize=11, color="#808795")
    return text.encode(x=x, y=y, text="method:N")


def _scale(values: pl.Series) -> alt.Scale:
    return (
        alt.Scale(type="log", nice=True)
        if wants_log(values)
        else alt.Scale(zero=False, nice=True, padding=16)
    )


def _family(rows: pl.DataFrame, palette: Palette, what: Literal["colour", "shape"]) -> alt.Color | alt.Shape:
    names = rows["family"].unique().sort().to_list()
    styles = [palette.get(name, ("#7c838b", "circle")) for name in names]
    legend = alt.Legend(title="Method family", orient="bottom", columns=3, symbolLimit=18, labelLimit=180)
    if what == "colour":
        return alt.Color(
            "family:N", scale=alt.Scale(domain=names, range=[s[0] for s in styles]), legend=legend
        )
    return alt.Shape("family:N", scale=alt.Scale(domain=names, range=[s[1] for s in styles]), legend=legend)


def _words(better: Better) -> str:
    return "higher is better" if better == "up" else "lower is better"


def _described(rows: pl.DataFrame, best: pl.DataFrame, x_title: str, y_title: str, frontier: bool) -> str:
    told = f"Scatter plot of {rows.height} results: {x_title} across, {y_title} up."
    if not frontier:
        return told + " No frontier, since the values are not all comparable."
    names = ", ".join(str(name) for name in best["method"].head(5).to_list())
    return f"{told} {best.height} on the frontier" + (f": {names}." if names else ".")

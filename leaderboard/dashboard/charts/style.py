"""What all charts share: family colours and shapes, the key to them, ink that follows the page's theme."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Final

import altair as alt
import polars as pl

Palette = Mapping[str, tuple[str, str]]

# The colour of the text around the chart, dark on a light page and light on a dark one: charts are drawn as SVG.
INK: Final = "currentColor"
# Okabe and Ito's blue and vermillion, told apart by all.
BLUE: Final = "#0072b2"
VERMILLION: Final = "#d55e00"
GREY: Final = "#7c838b"
_SUFFIXES: Final = {"number": "", "%": "%", "% relative": "%", "x": "x", "parameters": "", "fraction": ""}
NO_FAMILY: Final = "no family"
_UNKNOWN: Final = (GREY, "circle")

# The shapes of Vega as polygons of CSS, for the key; a circle has none.
_POLYGONS: Final = {
    "square": "8% 8%,92% 8%,92% 92%,8% 92%",
    "cross": "33% 0,67% 0,67% 33%,100% 33%,100% 67%,67% 67%,67% 100%,33% 100%,33% 67%,0 67%,0 33%,33% 33%",
    "diamond": "50% 0,85% 50%,50% 100%,15% 50%",
    "triangle-up": "50% 4%,100% 92%,0 92%",
    "triangle-down": "50% 96%,100% 8%,0 8%",
    "triangle-right": "96% 50%,8% 100%,8% 0",
    "triangle-left": "4% 50%,92% 100%,92% 0",
}


def measure(metric: str | None, unit: str | None) -> str:
    """Return what an axis shows: `accuracy (%)`.

    >>> measure("accuracy", "%"), measure(None, "number")
    ('accuracy (%)', 'value')
    """
    shown = "" if unit in (None, "", "number") else f" ({unit})"
    return f"{metric or 'value'}{shown}"


def worded(value: str = "value", unit: str = "unit") -> pl.Expr:
    """Return a number with its unit as text: 95.2 and `%` give `95.2%`, 7e9 and `number` give `7B`.

    >>> pl.DataFrame({"value": [95.2, 7e9, 1.5], "unit": ["%", "number", "dB"]}).select(worded())["value"].to_list()
    ['95.2%', '7B', '1.5 dB']
    """
    number, sign = pl.col(value), pl.col(unit).fill_null("number")
    size = number.abs()
    step = (
        pl.when(size >= 1e12)
        .then(1e12)
        .when(size >= 1e9)
        .then(1e9)
        .when(size >= 1e6)
        .then(1e6)
        .otherwise(1.0)
    )
    letter = (
        pl.when(size >= 1e12)
        .then(pl.lit("T"))
        .when(size >= 1e9)
        .then(pl.lit("B"))
        .when(size >= 1e6)
        .then(pl.lit("M"))
        .otherwise(pl.lit(""))
    )
    digits = (number / step).cast(pl.Float64).round_sig_figs(6).cast(pl.String).str.strip_suffix(".0")
    return digits + letter + sign.replace_strict(_SUFFIXES, default=" " + sign)


def with_family(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame whose `family` is a name in every row."""
    return frame.with_columns(pl.col("family").cast(pl.String).fill_null(NO_FAMILY))


def families_in(frame: pl.DataFrame) -> list[str]:
    """Return the families of a frame, the most frequent first."""
    counted = with_family(frame).group_by("family").len().sort(["len", "family"], descending=[True, False])
    return [str(name) for name in counted["family"].to_list()]


def family_channels(families: Iterable[str], palette: Palette) -> tuple[alt.Color, alt.Shape]:
    """Return colour and shape of families, the same in every chart; `family_key` says which is which."""
    names = list(families)
    styles = [palette.get(name, _UNKNOWN) for name in names]
    return (
        alt.Color("family:N", scale=alt.Scale(domain=names, range=[one[0] for one in styles]), legend=None),
        alt.Shape("family:N", scale=alt.Scale(domain=names, range=[one[1] for one in styles]), legend=None),
    )


def family_key(families: Iterable[str], palette: Palette) -> str:
    """Return the key to colours and shapes as HTML that wraps at any width, everything in it escaped."""
    items = []
    for name in families:
        colour, shape = palette.get(name, _UNKNOWN)
        polygon = _POLYGONS.get(shape)
        form = f"clip-path:polygon({polygon})" if polygon else "border-radius:50%"
        items.append(f'<li><i><b style="background:{escape(colour)};{form}"></b></i>{escape(name)}</li>')
    return f'<ul class="lb-key" aria-label="Method families of the chart">{"".join(items)}</ul>'


_INKED: Final = alt.Config(
    axis=alt.AxisConfig(
        labelColor=INK, titleColor=INK, labelOpacity=0.85, titleOpacity=0.85, labelFontSize=12, titleFontWeight="normal", labelFlush=False, labelBound=False,
        gridColor=INK, gridOpacity=0.12,
    ),
    legend=alt.LegendConfig(labelColor=INK, titleColor=INK, labelFontSize=12),
)  # fmt: skip


def inked(chart: alt.LayerChart) -> alt.LayerChart:
    """Return a chart whose axes and legends are written in the page's ink."""
    chart.config = _INKED  # `configure_axis` and its like copy the whole chart each time
    return chart


def picked() -> alt.Parameter:
    """Return the selection by which a point leads to its evidence."""
    return alt.selection_point(name="picked", fields=["claim_id"])


def better_words(higher_is_better: bool | None) -> str:
    """Return the direction of a metric in words."""
    if higher_is_better is None:
        return "nobody told which way is better"
    return "higher is better" if higher_is_better else "lower is better"


def short(column: str, length: int) -> pl.Expr:
    """Return a text column cut to a length, with an ellipsis where something is left out."""
    text = pl.col(column).cast(pl.String)
    return (
        pl.when(text.str.len_chars() > length)
        .then(text.str.slice(0, length - 1) + "…")
        .otherwise(text)
        .alias(column)
    )


def near(values: list[float], low: float, high: float, share: float) -> list[bool]:
    """Return which of ascending values have room for a label: the last always, others where the next kept one is far enough.

    >>> near([0, 1, 50, 100], 0, 100, 0.1)
    [False, True, True, True]
    """
    room = (high - low) * share
    kept: list[bool] = []
    after = float("inf")
    for value in reversed(values):
        fits = after - value >= room
        kept.append(fits)
        after = value if fits else after
    return kept[::-1]

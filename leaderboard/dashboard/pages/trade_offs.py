"""Trade-offs: bits, speed-up or parameters against what was reported with them, with the Pareto frontier."""

from typing import Final, Literal, NamedTuple

import polars as pl
import streamlit as st

from leaderboard.dashboard import address, data, evidence, filters, table, takeaway
from leaderboard.dashboard.charts.pareto import pareto
from leaderboard.dashboard.charts.style import families_in
from leaderboard.dashboard.drawing import draw
from leaderboard.dashboard.router import Page


class Axis(NamedTuple):
    """What is across: its words, its title, which way is better, and which kinds are up first."""

    words: str
    title: str
    better: Literal["up", "down"]
    first: tuple[str, ...]
    doubles: bool = False  # what goes up by doubling is drawn on a log axis


AXES: Final = {
    "bits": Axis("Bit-width", "Bits", "down", ("score", "ratio", "resource"), True),
    "speed_up": Axis("Speed-up", "Times faster", "up", ("change", "score")),
    "parameters": Axis("Parameters", "Parameters", "down", ("score", "change"), True),
}
_FACETS: Final = ("family", "year", "confidence")
_SHOWN: Final = ("x", "y", "frontier", "method", "family", "model", "benchmark", "setting", "paper", "confidence")  # fmt: skip


def show() -> None:
    """Draw one measure against one cost."""
    st.title("Trade-offs", anchor=False)
    st.caption("What a paper reports of size or speed, beside what it reports of quality or saving.")
    x = address.segments("Across", {name: axis.words for name, axis in AXES.items()}, "x", default="bits")
    axis = AXES[x]
    same = address.switch(
        "Only numbers of one sentence",
        "same_sentence",
        help="Otherwise, where no sentence of a paper holds both, those of the whole abstract are paired.",
    )
    chosen = filters.active()
    filters.summary("trade_offs")
    kept = {**chosen.for_query("trade_offs"), "x": x, "same_sentence": same}
    measures = data.query("trade_off_measures", **kept, top=500)
    if measures.is_empty():
        filters.panel(_FACETS, {"own": "own"})
        filters.nothing(f"No {axis.title.lower()} reported together with a comparable measure")
        return
    counts = {str(name): int(pairs) for name, pairs in measures.select("measure", "pairs").iter_rows()}
    picked = address.choose(
        "Up", list(counts), "measure", default=_first(measures, axis), shown=lambda name: f"{name} ({counts.get(name, 0):,})"
    )  # fmt: skip
    filters.panel(_FACETS, _scope(measures, picked))
    asked = {**kept, "measure": picked, "top": 2000}
    rows = data.query("trade_offs", **asked)
    if rows.is_empty():
        filters.nothing("No pair of this measure")
        return
    _pairs(rows, axis, asked, counts.get(picked or "", rows.height))


def _pairs(rows: pl.DataFrame, axis: Axis, asked: dict[str, object], pairs: int) -> None:
    first = rows.row(0, named=True)
    up = "up" if first["higher_is_better"] else "down"
    title = str(first["measure"])
    ends = int(rows["on_frontier"].sum())
    hidden = (
        f" {pairs - rows.height:,} more are hidden, further from the frontier." if pairs > rows.height else ""
    )
    st.markdown(
        f"{filters.counted_words(rows.height, 'pair')} of {filters.counted_words(rows['doc_id'].n_unique(), 'paper')}; {ends:,} on the frontier, that no other beats in both. "
        f"The others are fainter.{hidden}"
        + (" All stand at one value across, so nothing is traded here." if rows["x"].n_unique() == 1 else "")
    )
    draw(
        lambda: pareto(
            rows,
            data.palette(),
            x_title=axis.title,
            y_title=title,
            x_better=axis.better,
            y_better="up" if up == "up" else "down",
            x_log=axis.doubles,
        ),
        "pareto",
        families=families_in(rows),
    )
    shown = rows.with_columns(
        frontier=pl.when(pl.col("on_frontier")).then(pl.lit("★ frontier")).otherwise(pl.lit(""))
    ).sort("on_frontier", descending=True, maintain_order=True)
    found = table.claims(
        shown,
        _SHOWN,
        "pairs",
        titles={"x": axis.title, "y": title[:1].upper() + title[1:]},
        alt="Pairs of the chart",
    )
    takeaway.offer(rows, "trade_offs", asked)
    evidence.linked(shown=found)


def _scope(measures: pl.DataFrame, picked: str | None) -> dict[str, object]:
    """Return what the facets count: own claims of the measure that is up."""
    mine = measures.filter(pl.col("measure") == picked)
    if mine.is_empty():
        return {"own": "own"}
    row = mine.row(0, named=True)
    return {"own": "own", "kind": [row["kind"]], "metric": row["metric"], "benchmark": row["benchmark"]}


def _first(measures: pl.DataFrame, axis: Axis) -> str:
    """Return the measure to begin with: the most reported of the kinds that go with the axis, if anything is traded there."""
    for least in (2, 1):
        for kind in axis.first:
            mine = measures.filter(
                (pl.col("kind") == kind) & (pl.col("pairs") > 1) & (pl.col("costs") >= least)
            )
            if mine.height:
                return str(mine["measure"][0])
    return str(measures["measure"][0])


PAGE = Page("Trade-offs", ":material/balance:", "trade-offs", 4, show)

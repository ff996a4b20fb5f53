"""Compare: two to six methods or papers side by side, differences marked."""

from typing import Any, Final

import polars as pl
import streamlit as st

from leaderboard.dashboard import address, data, evidence, filters, table, takeaway
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.safe import plain

MOST: Final = 6
_PLACE: Final = ("kind", "benchmark", "metric", "unit", "direction", "model", "setting", "target")


def show() -> None:
    """Draw what the picked methods or papers report, one column each."""
    st.title("Compare", anchor=False)
    sort = address.segments(
        "What", {"methods": "Methods", "papers": "Papers"}, "what", default="methods", hide_label=True
    )
    options, titles = _options(sort)
    if not options:
        filters.nothing("No method" if sort == "methods" else "No paper")
        return
    picked = address.choose_several(
        f"Two to six {sort}", options, sort, most=MOST, free=True, shown=lambda one: titles.get(one, one),
        placeholder="Type to search", help="The best known are listed; any other name can be typed.",
    )  # fmt: skip
    shared = address.switch("Only what at least two of them report", "shared")
    filters.panel(("confidence",), None)
    filters.summary("compare")
    if len(picked) < 2:
        st.info(
            f"Pick at least two {sort} to see their numbers side by side.", icon=":material/compare_arrows:"
        )
        names = _example(sort, options)
        if len(names) > 1:
            st.button(
                f"For example {plain(' and '.join((name if sort == 'methods' else titles[name])[:60] for name in names))}", key="example", on_click=address.turn,
                kwargs={sort: names},
            )  # fmt: skip
        return
    asked = {sort: picked, "shared_only": shared, **filters.active().for_query("compare")}
    rows = data.query("compare", **asked)
    if rows.is_empty():
        st.info("They report nothing" + (" in common." if shared else " that fits."), icon=":material/inbox:")
        return
    _compared(rows, asked, titles, picked)


def _options(sort: str) -> tuple[list[str], dict[str, str]]:
    if sort == "methods":
        # those with results of their own before those that papers only speak of, such as `strong baselines`
        known = data.query("methods", top=1000).sort(
            pl.col("results") > 0, descending=True, maintain_order=True
        )
        counts = dict(known.select("method", "claims").iter_rows())
        return list(counts), {name: f"{name} ({number:,})" for name, number in counts.items()}
    papers = data.query("papers", with_claims=True, top=1000)
    return papers["doc_id"].to_list(), dict(papers.select("doc_id", "paper").iter_rows())


def _example(sort: str, options: list[str]) -> list[str]:
    """Return two to begin with: methods of the most reported board, or the first ones where it names only one."""
    if sort == "methods":
        found = data.query("compare")["name"].unique(maintain_order=True).to_list()
        if len(found) > 1:
            return [str(name) for name in found]
    return options[:2]


def _compared(rows: pl.DataFrame, asked: dict[str, Any], titles: dict[str, str], picked: list[str]) -> None:
    names = _ordered(rows["name"].unique(maintain_order=True).to_list(), picked)
    wide = side_by_side(rows)
    heads = {name: (titles.get(name, name) if asked.get("papers") else name)[:60] for name in names}
    differing = wide.filter(pl.col("mark") == "≠").height
    shared = wide.filter(pl.col("mark") != "").height
    hidden = int(rows["found"][0]) - rows.height
    st.markdown(
        f"{wide.height:,} measurements, {shared:,} of them reported by at least two, {differing:,} with different values (≠). "
        "★ is the best of those reported, where it is known which way is better; several values of one are set apart by /."
        + (f" {hidden:,} more, reported by one only, are hidden further down." if hidden else "")
    )

    def opened(row: dict[str, Any], column: str) -> None:
        claim = row.get(f"claim {column}") or next(
            (row[f"claim {name}"] for name in names if row.get(f"claim {name}")), None
        )
        address.put(claim=claim)

    columns = [
        "mark",
        "measured",
        *names,
        *[name for name in ("model", "setting") if wide[name].drop_nulls().len()],
    ]
    table.pick(
        wide, columns, "compare", None, cell=opened, titles={"mark": "≠", "measured": "Measured", **heads},
        alt=f"Comparison of {', '.join(heads.values())}", most=14,
    )  # fmt: skip
    row = evidence.claim_of(rows)
    if row is not None:
        evidence.card(row, "compare")
    else:
        st.caption("Pick any value to see the sentence that it was read from.")
    takeaway.offer(rows, "compare", asked)
    evidence.linked(shown=row is not None)


def _ordered(names: list[str], picked: list[str]) -> list[str]:
    """Return the names in the order in which they were picked; a name that was typed otherwise than it is known comes last."""
    return sorted(names, key=lambda name: picked.index(name) if name in picked else len(picked))


def side_by_side(rows: pl.DataFrame) -> pl.DataFrame:
    """Return one row a measurement with a column for each name and, beside it, the claim that it was read from.

    `mark` is ≠ where the values differ, = where they agree, and empty where only one has it.
    """
    number = pl.element().round_sig_figs(6).cast(pl.String).str.strip_suffix(".0")
    compared = pl.col("kind").is_in(["change", "ratio"])
    kind = pl.col("kind").str.replace("_", " ") + (" " + pl.col("direction")).fill_null("")
    cells = rows.with_columns(
        cell=pl.col("values").cast(pl.List(pl.Float64)).list.eval(number).list.join(" / ")
        + _where(pl.col("is_best").fill_null(False) & pl.col("differs"), pl.lit(" ★")),
        mark=_where(pl.col("differs"), pl.lit("≠"), _where(pl.col("shared") > 1, pl.lit("="))),
        measured=pl.coalesce("metric", kind)
        + _where(compared & pl.col("metric").is_not_null(), ", " + kind)
        + (
            _where(compared & pl.col("metric").is_not_null(), pl.lit(",")) + " on " + pl.col("benchmark")
        ).fill_null("")
        + _where(pl.col("unit") != "number", " (" + pl.col("unit") + ")"),
    )
    names = rows["name"].unique(maintain_order=True).to_list()
    index = [*_PLACE, "measured", "mark"]
    wide = cells.select(index).unique(maintain_order=True)
    for name in names:
        mine = cells.filter(pl.col("name") == name).select(
            *index, pl.col("cell").alias(name), pl.col("claim_id").alias(f"claim {name}")
        )
        wide = wide.join(mine, on=index, how="left", nulls_equal=True, maintain_order="left")
    return wide


def _where(condition: pl.Expr, words: pl.Expr, otherwise: pl.Expr | None = None) -> pl.Expr:
    return pl.when(condition).then(words).otherwise(pl.lit("") if otherwise is None else otherwise)


PAGE = Page("Compare", ":material/compare_arrows:", "compare", 6, show)

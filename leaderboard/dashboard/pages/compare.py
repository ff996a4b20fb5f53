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
        example = data.query("compare")
        st.info(
            f"Pick at least two {sort} to see their numbers side by side.", icon=":material/compare_arrows:"
        )
        names = (
            example["name"].unique(maintain_order=True).to_list()
            if example.height and sort == "methods"
            else []
        )
        if len(names) > 1:
            st.button(
                f"For example {plain(' and '.join(names))}", key="example", on_click=address.turn, kwargs={"methods": names}
            )  # fmt: skip
        return
    asked = {sort: picked, "shared_only": shared, **filters.active().for_query("compare")}
    rows = data.query("compare", **asked)
    if rows.is_empty():
        st.info("They report nothing" + (" in common." if shared else " that fits."), icon=":material/inbox:")
        return
    _compared(rows, asked, titles)


def _options(sort: str) -> tuple[list[str], dict[str, str]]:
    if sort == "methods":
        known = data.query("methods", top=1000)
        counts = dict(known.select("method", "claims").iter_rows())
        return list(counts), {name: f"{name} ({number:,})" for name, number in counts.items()}
    papers = data.query("papers", with_claims=True, top=1000)
    return papers["doc_id"].to_list(), dict(papers.select("doc_id", "paper").iter_rows())


def _compared(rows: pl.DataFrame, asked: dict[str, Any], titles: dict[str, str]) -> None:
    names = rows["name"].unique(maintain_order=True).to_list()
    wide = side_by_side(rows)
    heads = {name: (titles.get(name, name) if asked.get("papers") else name)[:60] for name in names}
    differing = wide.filter(pl.col("mark") == "≠").height
    shared = wide.filter(pl.col("mark") != "").height
    st.markdown(
        f"{wide.height:,} measurements, {shared:,} of them reported by at least two, {differing:,} with different values (≠). "
        "★ is the best of those reported, where it is known which way is better; several values of one are set apart by /."
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
        + _where(compared & pl.col("metric").is_not_null(), ", " + kind + ",")
        + (" on " + pl.col("benchmark")).fill_null("")
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

"""Method families: their papers, their best results, and how families compare on one benchmark."""

import polars as pl
import streamlit as st

from leaderboard.dashboard import address, data, evidence, filters, picking, table, takeaway
from leaderboard.dashboard.charts.counts import counts
from leaderboard.dashboard.charts.strip import strip
from leaderboard.dashboard.charts.style import better_words, families_in
from leaderboard.dashboard.drawing import draw
from leaderboard.dashboard.router import Page
from leaderboard.dashboard.safe import plain

_BEST = ("benchmark", "metric", "rank", "value", "unit", "method", "model", "setting", "qualifier", "paper", "confidence")  # fmt: skip


def show() -> None:
    """Draw one family, or all of them, and how families compare on a board."""
    st.title("Method families", anchor=False)
    tree = data.query("families", used_only=True)
    if tree.is_empty():
        filters.nothing("No method family")
        return
    sizes = {str(name): int(number) for name, number in tree.select("family", "claims").iter_rows()}
    asked = address.several("family")
    family = address.choose(
        "Method family", sorted(sizes, key=lambda name: (-sizes[name], name)), "family",
        shown=lambda name: f"{name} ({sizes.get(name, 0):,})", placeholder=f"Pick one of {len(sizes):,}, or type to search",
        default=asked[0] if asked else None,
    )  # fmt: skip
    narrowing = ("task", "metric", "kind") if family is None else ("metric",)
    filters.panel((*narrowing, "model", "setting", "year", "confidence"), {"own": "own"})
    filters.summary("best_of_families", "family_papers", "found_boards", picked=("family", "benchmark"))
    found = _all(tree) if family is None else _one(family, tree)
    found |= _compared(family)
    evidence.linked(shown=found)


def _all(tree: pl.DataFrame) -> bool:
    st.subheader("All families", anchor=False)
    table.pick(
        tree.sort("claims", "family", descending=[True, False]), ("family", "parent", "documents", "claims"), "families",
        lambda row: address.turn(family=[row["family"]]), titles={"parent": "Part of"}, alt="Method families", most=10,
    )  # fmt: skip
    st.caption(f"{tree.height:,} families. Pick any cell to open one.")
    shown = tree.sort("claims", descending=True).select(pl.col("family").alias("name"), "claims")
    draw(lambda: counts(shown, title="Claims", rows=15), "family-counts")
    takeaway.offer(tree, "families", {"used_only": True}, key="families", link=False)
    return False


def _one(family: str, tree: pl.DataFrame) -> bool:
    st.subheader(plain(family), anchor=False)
    mine = tree.filter(pl.col("family") == family)
    parent = mine["parent"][0] if mine.height else None
    children = tree.filter(pl.col("parent") == family)["family"].to_list()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for name, icon in [(parent, ":material/arrow_upward:"), *((child, ":material/subdirectory_arrow_right:") for child in children)]:  # fmt: skip
            if name:
                st.button(
                    plain(name),
                    key=f"to-{name}",
                    icon=icon,
                    type="tertiary",
                    on_click=address.turn,
                    kwargs={"family": [name]},
                )
        st.button(
            "All families", key="all-families", type="tertiary", icon=":material/arrow_back:", on_click=address.turn, kwargs={"family": None}
        )  # fmt: skip
    chosen = filters.active().without("benchmark")
    asked = {**chosen.for_query("best_of_families"), "family": [family], "top": 200}
    best = data.query("best_of_families", **asked)
    st.markdown("**Its best result on each board**")
    filters.idle("best_of_families", picked=("benchmark",), what="This list")
    found = False
    if best.is_empty():
        st.caption(
            "No ranked result of this family fits. Where nobody told which way is better, nothing is best."
        )
    else:
        shown = best.with_columns(unit=pl.col("unit").replace("number", ""))
        found = table.claims(
            shown, _BEST, "best", titles={"rank": "Rank of families"}, alt=f"Best results of {family}", most=8
        )
        takeaway.offer(best, "best_of_families", asked, key="best", link=False)
        boards, more = best["board"].n_unique(), int(best["boards_found"][0]) - best["board"].n_unique()
        st.caption(
            f"{filters.counted_words(boards, 'board')}, the most reported first; "
            + (f"{more:,} more are hidden, and " if more else "")
            + "boards where nobody told which way is better are left out."
        )
    _papers(family)
    return found


def _papers(family: str) -> None:
    asked = {"family": [family], "top": 200}
    papers = data.query("family_papers", **asked)
    number = int(papers["found"][0]) if papers.height else 0
    st.markdown(f"**Its papers** ({number:,})")
    filters.idle("family_papers", picked=("benchmark",), what="This list")
    if papers.is_empty():
        st.caption("No paper has this family.")
        return
    table.pick(
        papers.with_columns(main=pl.when(pl.col("family_rank") == 1).then(pl.lit("main")).otherwise(pl.lit("also"))),
        ("paper", "date", "claims", "results", "main", "why"), "papers", _open, titles={"main": "Family is", "why": "Said by"},
        alt=f"Papers of {family}", most=8,
    )  # fmt: skip
    more = f" The first {papers.height:,} are listed." if number > papers.height else ""
    st.caption(f"Pick any cell to read the paper.{more}")
    takeaway.offer(papers, "family_papers", asked, key="papers", link=False)


def _open(row: dict[str, str]) -> None:
    st.session_state["go"] = ("papers", {"paper": row["doc_id"]})


def _compared(family: str | None) -> bool:
    st.subheader("Families on one board", anchor=False)
    boards = picking.offered(filters.active().without("family")).filter(pl.col("results") > 1)
    if family is not None:
        mine = picking.offered(filters.active()).select("board")
        boards = boards.join(mine, on="board", how="semi") if mine.height else boards
    if boards.is_empty():
        st.caption("No board that fits has two results yet.")
        return False
    row = picking.pick(boards)
    if row is None:
        told = boards.filter(
            pl.col("higher_is_better").is_not_null()
        )  # where families can be better or worse
        row = (told if told.height else boards).row(0, named=True)
        st.caption("The most reported board, until you pick another.")
    asked = {
        **filters.active().without("own", "benchmark", "metric", "family").for_query("leaderboard"),
        "board": row["board"],
        "baselines": False,
        "top": 500,
    }
    rows = data.query("leaderboard", **asked)
    if rows.is_empty():
        filters.nothing("No result on this board")
        return False
    found_of = int(rows["found"][0])
    hidden = (
        f", {found_of - rows.height:,} of them hidden after the first {rows.height:,}"
        if found_of > rows.height
        else ""
    )
    known = family if family in set(rows["family"].to_list()) else None
    st.markdown(
        f"**{plain(row['benchmark'])}, {plain(row['metric'] or 'metric not named')}**: {better_words(row['higher_is_better'])}. "
        f"{filters.counted_words(found_of, 'result')}{hidden}; a line marks the median of three or more."
    )
    draw(
        lambda: strip(rows, data.palette(), chosen=known), f"strip-{row['board']}", families=families_in(rows)
    )
    unit = row["unit"]
    found = table.claims(
        rows, ("family", "rank", "method", "value", "setting", "paper", "confidence"), "strip-rows",
        titles={"value": "Value" if unit == "number" else f"Value ({unit})"}, alt=f"Results on {row['benchmark']} by family", most=8,
    )  # fmt: skip
    takeaway.offer(rows, "leaderboard", asked)
    return found


PAGE = Page("Method families", ":material/account_tree:", "families", 2, show)

"""Filters: facets with counts that follow the other filters, said in words, taken off one by one or all at once.

The keys of the address are the names of the queries' parameters, so that a filter reaches each query that takes it, and
the page says of the others that they do not apply.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl
import streamlit as st

from leaderboard import boards
from leaderboard.dashboard import address, data
from leaderboard.dashboard.safe import plain

VALUES: Final = 200
_CONFIDENCES: Final = ("0.3", "0.5", "0.7", "0.9")


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to filter by: `Facet("family", "Method family", many=True)`; the key is that of the address."""

    key: str
    title: str
    many: bool = False
    free: bool = False


FACETS: Final = {
    facet.key: facet
    for facet in (
        Facet("family", "Method family", many=True),
        Facet("benchmark", "Benchmark", free=True),
        Facet("task", "Task"),
        Facet("metric", "Metric", free=True),
        Facet("kind", "Kind of claim", many=True),
        Facet("model", "Base model", many=True, free=True),
        Facet("setting", "Setting", many=True),
        Facet("year", "Year"),
        Facet("confidence", "Confidence"),
        Facet("own", "Own or baseline"),
    )
}
KEYS: Final = (
    "family",
    "benchmark",
    "task",
    "metric",
    "kind",
    "model",
    "setting",
    "year_from",
    "year_to",
    "min_confidence",
    "own",
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What is filtered by, as the queries take it: `Filters({"family": ["LoRA"], "year_from": "2023"})`."""

    values: Mapping[str, Any]

    def for_query(self, name: str) -> dict[str, Any]:
        """Return the filters that a query takes."""
        taken = {parameter.name for parameter in boards.find(name).parameters}
        return {key: value for key, value in self.values.items() if key in taken}

    def without(self, *keys: str) -> "Filters":
        """Return the filters but some."""
        return Filters({key: value for key, value in self.values.items() if key not in keys})

    def said(self) -> dict[str, str]:
        """Return each filter in words, by its key: `{"family": "method family is LoRA or pruning"}`."""
        return {key: _said(key, value) for key, value in self.values.items()}


def active() -> Filters:
    """Return the filters that stand in the address."""
    found: dict[str, Any] = {}
    for key in KEYS:
        facet = FACETS.get(key)
        value: Any = address.several(key) if facet is not None and facet.many else address.one(key)
        if value:
            found[key] = value
    return Filters(found)


def panel(names: Sequence[str], scope: Mapping[str, Any] | None = None) -> None:
    """Draw facets in the sidebar; `scope` is what the page shows anyway, to which the counts keep."""
    rows = counted(scope, active())
    with st.sidebar:
        st.subheader("Filters", anchor=False)
        for name in names:
            counts = _counts(rows, name)
            if name == "year":
                _years(counts)
            elif name == "confidence":
                _confidence(counts)
            elif name == "own":
                _own(counts)
            else:
                _facet(FACETS[name], counts)


def counted(scope: Mapping[str, Any] | None = None, filters: Filters | None = None) -> pl.DataFrame:
    """Return how many claims each value of each facet has, within a scope and under filters."""
    kept = filters.for_query("facets") if filters else {}
    return data.query("facets", **{**kept, **{k: v for k, v in (scope or {}).items() if v}}, top=VALUES)


def summary(*views: str, picked: Sequence[str] = ()) -> None:
    """Say in words what is filtered by, each with a button that takes it off, and which of it the views cannot follow.

    What the page has a picker of its own for is `picked`, and not said again.
    """
    filters = active().without(*picked)
    if not filters.values:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="filters-in-words"):
        st.markdown("Only where", width="content")
        for key, words in filters.said().items():
            st.button(
                plain(words, 120), key=f"off-{key}", icon=":material/close:", on_click=address.turn, kwargs={key: None},
                help="Take this filter off",
            )  # fmt: skip
        st.button(
            "Clear all filters",
            key="clear-all",
            type="tertiary",
            on_click=address.turn,
            kwargs=dict.fromkeys(KEYS),
        )
    if views:
        idle(*views, picked=picked)


def idle(*views: str, picked: Sequence[str] = (), what: str = "This view") -> None:
    """Say which filters none of some views can follow."""
    filters = active().without(*picked)
    taken = {key for view in views for key in filters.for_query(view)}
    if filters.values.get("own") == "own":  # views that take no side show own results anyway
        taken.add("own")
    words = [said for key, said in filters.said().items() if key not in taken]
    if words:
        st.caption(f"{what} cannot follow: {plain('; '.join(words))}.")


def counted_words(number: int, what: str) -> str:
    """Return a number with its noun: `counted_words(1, "claim")` is `1 claim`."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def clear() -> None:
    """Draw a button that takes all filters off."""
    st.button(
        "Clear all filters", key="clear-everything", icon=":material/filter_alt_off:", on_click=address.turn, kwargs=dict.fromkeys(KEYS)
    )  # fmt: skip


def nothing(what: str) -> None:
    """Say that nothing fits, and what to do."""
    if active().values:
        st.info(f"{what} fits these filters. Take one off, or clear them all.", icon=":material/filter_alt:")
        clear()
    else:
        st.info(
            f"{what} is in the data yet. Read papers in with `leaderboard build SOURCE`; this page picks the new file up.",
            icon=":material/inbox:",
        )


def _counts(rows: pl.DataFrame, facet: str) -> dict[str, int]:
    mine = rows.filter((pl.col("facet") == facet) & pl.col("value").is_not_null())
    return {str(value): claims for value, claims in mine.select("value", "claims").iter_rows()}


def _facet(facet: Facet, counts: dict[str, int]) -> None:
    def shown(value: str) -> str:
        return f"{value.replace('_', ' ') if facet.key == 'kind' else value} ({counts.get(value, 0):,})"

    help = "The most frequent are listed; any other name can be typed." if len(counts) >= VALUES else None
    free = facet.free and len(counts) >= VALUES
    if facet.many:
        address.choose_several(facet.title, list(counts), facet.key, shown=shown, free=free, help=help)
    else:
        address.choose(facet.title, list(counts), facet.key, shown=shown, free=free, help=help)


def _years(counts: dict[str, int]) -> None:
    years = sorted(counts)
    if not years and not address.one("year_from") and not address.one("year_to"):
        st.caption("Year: none of these papers has a date.")
        return
    address.choose("Year from", years, "year_from", shown=lambda year: f"{year} ({counts.get(year, 0):,})", placeholder="Any")  # fmt: skip
    address.choose("Year to", years[::-1], "year_to", shown=lambda year: f"{year} ({counts.get(year, 0):,})", placeholder="Any")  # fmt: skip


def _confidence(counts: dict[str, int]) -> None:
    def shown(least: str) -> str:
        fitting = sum(claims for band, claims in counts.items() if float(band) >= _number(least) - 1e-9)
        return f"at least {least} ({fitting:,})"

    address.choose(
        "Confidence", _CONFIDENCES, "min_confidence", shown=shown, placeholder="Any",
        help="The estimated probability that a claim was read rightly; see About the data.",
    )  # fmt: skip


def _own(counts: dict[str, int]) -> None:
    words = {"own": "own results", "baseline": "baselines"}
    address.choose(
        "Own or baseline", list(words), "own", placeholder="Both",
        shown=lambda side: f"{words.get(side, side)} ({counts.get(side, 0):,})",
        help="Baselines are the systems that a paper compares its own against.",
    )  # fmt: skip


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _said(key: str, value: Any) -> str:
    if key == "year_from":
        return f"papers of {value} or later"
    if key == "year_to":
        return f"papers of {value} or earlier"
    if key == "min_confidence":
        return f"confidence is at least {value}"
    if key == "own":
        return {"own": "results are the papers' own", "baseline": "results are baselines"}.get(
            str(value), f"results are {value}"
        )
    values = value if isinstance(value, list) else [value]
    words = " or ".join(str(item).replace("_", " ") if key == "kind" else str(item) for item in values)
    return f"{FACETS[key].title.lower()} is {words}"

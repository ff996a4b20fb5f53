"""What is chosen, kept in the address: widgets bound to the query, filters in words, links that show the same view."""

from collections.abc import Callable, Sequence
from urllib.parse import urlencode

import streamlit as st

from leaderboard.dashboard import data
from leaderboard.dashboard.safe import plain

FACETS = {
    "family": "Method family",
    "task": "Task",
    "metric": "Metric",
    "model": "Model",
    "setting": "Setting",
    "year": "Year",
}


def choose(label: str, options: Sequence[str], key: str, counts: dict[str, int] | None = None) -> str | None:
    """Return what is picked of a searchable list, or None for all; the pick stands in the address under `key`."""
    known = list(options)
    asked = st.query_params.get(key)
    if asked and asked not in known:
        known.insert(0, asked)

    def shown(option: str) -> str:
        return f"{option} ({counts[option]:,})" if counts and option in counts else option

    return remembered(label, known, key, shown)


def remembered(
    label: str, options: list[str], key: str, shown: Callable[[str], str] = str, placeholder: str = "All"
) -> str | None:
    """Return what is picked of a list; the plain value, not its label, stands in the address under `key`."""
    widget = f"pick-{key}"
    asked = st.query_params.get(key)
    if widget not in st.session_state and asked in options:
        st.session_state[widget] = asked
    picked = st.selectbox(label, options, index=None, key=widget, format_func=shown, placeholder=placeholder)
    if picked is None:
        st.query_params.pop(key, None)
    elif picked != asked:
        st.query_params[key] = picked
    return picked


def facets(names: Sequence[str], fixed: dict[str, object] | None = None) -> dict[str, object]:
    """Draw facets with counts that follow the other filters, in the sidebar; return the parameters they set."""
    chosen: dict[str, object] = {name: st.query_params.get(name) for name in names}
    parameters = {**(fixed or {}), **_as_parameters(chosen)}
    with st.sidebar:
        st.subheader("Filters")
        for name in names:
            others = {
                key: value for key, value in parameters.items() if key not in _as_parameters({name: "2000"})
            }
            rows = data.query(
                "facets", facet=name, **{k: v for k, v in others.items() if k in _FACET_PARAMETERS}
            )
            counts = {
                str(value): claims
                for value, claims in rows.select("value", "claims").iter_rows()
                if value is not None
            }
            chosen[name] = choose(FACETS[name], list(counts), name, counts)
        confidence = st.slider(
            "Least confidence", 0.0, 0.95, 0.0, 0.05, key="confidence", bind="query-params",
            help="Of the claims with 0.9, about nine in ten are right.",
        )  # fmt: skip
    active = {FACETS[name]: value for name, value in chosen.items() if value}
    if confidence:
        active["confidence at least"] = f"{confidence:.2f}"
    if active:
        words = ", ".join(f"{plain(label).lower()} **{plain(value)}**" for label, value in active.items())
        left, right = st.columns([5, 1], vertical_alignment="center")
        left.markdown(f"Showing {words}.")
        right.button(
            "Clear all", on_click=clear, args=(tuple(names),), icon=":material/close:", width="stretch"
        )
    return {**_as_parameters(chosen), "min_confidence": confidence or None}


_FACET_PARAMETERS = frozenset(
    [
        "kind",
        "benchmark",
        "metric",
        "family",
        "model",
        "task",
        "setting",
        "year_from",
        "year_to",
        "min_confidence",
        "baselines",
    ]
)


def _as_parameters(chosen: dict[str, object]) -> dict[str, object]:
    made = {name: value for name, value in chosen.items() if name != "year"}
    if chosen.get("year"):
        made["year_from"] = made["year_to"] = chosen["year"]
    return made


def clear(names: tuple[str, ...]) -> None:
    """Take all filters off."""
    for name in names:
        st.session_state[f"pick-{name}"] = None
        st.query_params.pop(name, None)
    st.session_state["confidence"] = 0.0


def permalink() -> None:
    """Offer the address of this view to be copied."""
    pairs = [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
    with st.popover("Link to this view", icon=":material/link:"):
        st.caption("Opens the same view, filters and all.")
        address = (st.context.url or "").split("?")[0]
        st.code(address + ("?" + urlencode(pairs) if pairs else ""), language=None, wrap_lines=True)

"""Charts on a page: drawn with their key, a point leads to its evidence, and one that fails says so."""

import logging
from collections.abc import Callable, Iterable
from typing import Any, Literal

import streamlit as st

from leaderboard.dashboard import address, data
from leaderboard.dashboard.charts.spec import Chart, spec
from leaderboard.dashboard.charts.style import family_key
from leaderboard.dashboard.safe import plain

_LOG = logging.getLogger(__name__)


def draw(
    make: Callable[[], Chart],
    key: str,
    *,
    families: Iterable[str] = (),
    then: Callable[[dict[str, Any]], None] | None = None,
    wide: bool = False,
) -> None:
    """Draw what `make` returns, with the key to its families.

    A picked point opens the evidence of its claim, or calls `then` with the fields of the chart's selection. A chart that cannot be made
    says so and leaves the rest of the page alone. A `wide` one keeps its width and is scrolled on a narrow page.
    """
    try:
        made = spec(make)
    except Exception as error:
        _LOG.exception("chart %s", key)
        st.warning(
            f"This chart could not be drawn ({plain(f'{type(error).__name__}: {error}', 200)}). The table holds the same rows; "
            "please report the chart with the link to this view.",
            icon=":material/broken_image:",
        )
        return
    width: Literal["content", "stretch"] = "content" if wide else "stretch"
    if "picked" in str(made.get("params")):
        st.vega_lite_chart(
            None, made, width=width, key=key, on_select=lambda: _picked(key, then), selection_mode="picked"
        )  # fmt: skip
    else:
        st.vega_lite_chart(None, made, width=width, key=key)
    names = list(families)
    if names:
        st.html(family_key(names, data.palette()))


def _picked(key: str, then: Callable[[dict[str, Any]], None] | None) -> None:
    points = st.session_state[key]["selection"].get("picked") or []
    if points and isinstance(points, list):
        if then is not None:
            then(dict(points[0]))
        elif points[0].get("claim_id"):
            address.put(claim=str(points[0]["claim_id"]))

"""The router: finds the pages, shows one of them, and carries what is chosen from one page to the next."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import streamlit as st

from leaderboard.dashboard import address, look, pages, trouble
from leaderboard.errors import LeaderboardError

LOGO: Final = Path(__file__).with_name("logo.svg")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `Page("Boards", ":material/leaderboard:", "boards", 1, show)`; `show` draws it."""

    title: str
    icon: str
    path: str
    order: int
    show: Callable[[], None]


def found() -> list[Page]:
    """Return the pages of the folder in their order; a file without a `PAGE` or an address twice raises."""
    made: list[Page] = []
    for module in pkgutil.iter_modules(pages.__path__):
        page = getattr(importlib.import_module(f"{pages.__name__}.{module.name}"), "PAGE", None)
        if not isinstance(page, Page):
            raise LeaderboardError(f"the page file {module.name}.py has no PAGE")
        if any(page.path == other.path for other in made):
            raise LeaderboardError(f"two pages have the address '{page.path}'")
        made.append(page)
    return sorted(made, key=lambda page: page.order)


def guarded(show: Callable[[], None]) -> Callable[[], None]:
    """Return a page that says what went wrong instead of a traceback."""

    def shown() -> None:
        st.html(look.style())
        try:
            show()
        except Exception as error:
            trouble.tell(error)

    shown.__name__ = show.__module__.rsplit(".", 1)[-1]
    return shown


def main() -> None:
    """Draw the page that the address names."""
    st.set_page_config(page_title="leaderboard", page_icon=str(LOGO), layout="wide", menu_items={})
    st.logo(str(LOGO), size="large")
    listed = {
        page.path: st.Page(
            guarded(page.show), title=page.title, icon=page.icon, url_path=page.path, default=place == 0
        )
        for place, page in enumerate(found())
    }
    page = st.navigation(list(listed.values()))
    _go(listed)
    _carry(page.url_path)
    page.run()


def _go(listed: dict[str, Any]) -> None:
    """Go where a button of the last run said."""
    asked = st.session_state.pop("go", None)
    if asked is not None:
        path, values = asked
        st.switch_page(listed[path], query_params=values)


def _carry(path: str) -> None:
    """Bring the filters along to a page that was opened without an address of its own."""
    came_from = st.session_state.get("page")
    if came_from is not None and came_from != path and not st.query_params:
        address.put(**st.session_state.get("carried", {}))
    st.session_state["page"] = path
    st.session_state["carried"] = {
        key: st.query_params.get_all(key) for key in address.SHARED if key in st.query_params
    }

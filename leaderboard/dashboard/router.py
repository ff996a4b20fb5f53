"""The router: finds the pages, opens the data, shows one page or says what is wrong and what to do."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from leaderboard.dashboard import pages
from leaderboard.errors import LeaderboardError


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
        try:
            show()
        except LeaderboardError as error:
            st.error(str(error).replace("$", r"\$"), icon=":material/error:")
            st.info(
                "Build the data with `leaderboard build`, then reload this page.", icon=":material/build:"
            )

    shown.__name__ = show.__module__.rsplit(".", 1)[-1]
    return shown


def main() -> None:
    """Draw the page that the address names."""
    st.set_page_config(
        page_title="leaderboard", layout="wide"
    )  # an icon by name would be fetched from outside
    # a page's icon would become the tab's, which Streamlit fetches from outside: pages go without
    listed = [
        st.Page(guarded(page.show), title=page.title, url_path=page.path, default=place == 0)
        for place, page in enumerate(found())
    ]
    st.navigation(listed).run()

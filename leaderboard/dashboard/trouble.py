"""What went wrong, in words: what happened and what to do about it, on the page instead of a traceback."""

import logging
import re

import streamlit as st

from leaderboard.dashboard import address
from leaderboard.dashboard.safe import plain
from leaderboard.errors import LeaderboardError, UsageError

_LOG = logging.getLogger(__name__)
_REBUILD = "Build the data with `leaderboard build`; this page picks the new file up when it is reloaded."


def tell(error: Exception) -> None:
    """Show an error: `unknown family 'lorra'; did you mean 'LoRA'?` is told apart from a file that is missing."""
    if isinstance(error, UsageError):
        happened, _, todo = str(error).partition("; ")
        st.warning(_words(happened) + ".", icon=":material/link_off:")
        st.info(
            (_words(todo) + " " if todo else "")
            + "The address of this page asks for something that the data does not have; go back, or start afresh.",
            icon=":material/lightbulb:",
        )
        with st.container(horizontal=True, gap="small"):
            _meant(str(error))
            st.button("Start afresh", key="start-afresh", icon=":material/restart_alt:", on_click=_afresh)
    elif isinstance(error, LeaderboardError):
        happened, _, todo = str(error).partition("; ")
        st.error(_words(happened) + ".", icon=":material/error:")
        st.info(_words(todo) + "." if todo else _REBUILD, icon=":material/build:")
        st.button("Try again", key="try-again", icon=":material/refresh:")
    else:
        _LOG.exception("a page failed")
        st.error(
            f"This page could not be drawn: {plain(f'{type(error).__name__}: {error}', 300)}.",
            icon=":material/error:",
        )
        st.info(
            "The other pages still work. Try again; if it stays, start afresh, and report it with what the terminal says and this "
            f"address: {plain(address.link(), 600)}",
            icon=":material/bug_report:",
        )
        left, right = st.columns(2)
        left.button("Try again", key="try-again", icon=":material/refresh:")
        right.button("Start afresh", key="start-afresh", icon=":material/restart_alt:", on_click=_afresh)


def _meant(error: str) -> None:
    """Offer the near names of an unknown one: `unknown benchmark 'GSMK8'; did you mean 'GSM8K'?`."""
    found = re.match(r"unknown (\w+) '(.*?)'; did you mean (.*)\?", error, re.DOTALL)
    if found is None or found[2] not in address.several(found[1]):
        return
    for near in re.findall(r"'(.*?)'(?: or |$)", found[3]):
        values = [near if value == found[2] else value for value in address.several(found[1])]
        st.button(plain(near), key=f"meant-{near}", icon=":material/check:", on_click=address.turn, kwargs={found[1]: values})  # fmt: skip


def _afresh() -> None:
    st.query_params.clear()


def _words(text: str) -> str:
    """Return a text for Markdown, the commands of this program in it set as code."""
    text = text[:1].upper() + text[1:]
    parts = re.split(r"(leaderboard (?:build|query|serve)(?: --\w+)?)", text)
    return "".join(f"`{part}`" if place % 2 else _spaced(part) for place, part in enumerate(parts))


def _spaced(part: str) -> str:
    first, last = " " * part.startswith(" "), " " * (part.endswith(" ") and bool(part.strip()))
    return first + plain(part) + last

"""The server of the dashboard: Streamlit, with what the first page needs made ready while the browser is on its way."""

import gc
import importlib
import logging
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import Final

from streamlit import runtime
from streamlit.web import cli

_LOG = logging.getLogger(__name__)
_PATIENCE: Final = 30.0
_TURN: Final = 0.0005
_LATER: Final = 4.0


def run(words: Sequence[str]) -> None:
    """Serve in this process until told to end: `run(["run", "streamlit_app.py", "--server.port", "8501"])`."""
    gc.disable()  # for as long as modules are loaded, of which nothing is garbage
    try:
        Thread(target=_ahead, daemon=True).start()
        cli.main(list(words), prog_name="streamlit", standalone_mode=False)
    finally:
        gc.enable()


def _ahead() -> None:
    """Make ready what visitors will need: for the first page as soon as the server is up, for SQL a while later."""
    until = time.monotonic() + _PATIENCE
    with _noted("the server was not waited for"):
        while not _is_up() and time.monotonic() < until:
            time.sleep(0.01)
    _prepare()
    _settle()
    time.sleep(_LATER)  # the first page needs the processor more
    with _noted("no process waits for SQL"):
        importlib.import_module("leaderboard.boards.apart").prepare()


def _prepare() -> None:
    """Load the pages and ask the questions of the first one; whatever goes wrong here, a page says it better."""
    with _noted("nothing was made ready"), _short_turns():
        from leaderboard.dashboard import first

        asking = Thread(target=first.ask, daemon=True)  # DuckDB answers while Python loads the rest
        asking.start()
        importlib.import_module("pandas")  # Streamlit loads it for its first table, for half a second
        importlib.import_module("leaderboard.dashboard.router").found()
        asking.join(_PATIENCE)
        first.draw()


def _settle() -> None:
    """Take what is loaded out of the collection of garbage, and begin to collect.

    Streamlit collects after every run of a page, before the browser hears of its end: a tenth of a second for going through
    the modules once more.
    """
    gc.collect()
    gc.freeze()
    gc.enable()


def _is_up() -> bool:
    """Tell whether the server has been started: until then this would only keep it from that."""
    return runtime.exists() and runtime.get_instance().state is not runtime.RuntimeState.INITIAL


@contextmanager
def _noted(what: str) -> Iterator[None]:
    """Note in the log what goes wrong, and go on: all of this only saves time."""
    try:
        yield
    except Exception:
        _LOG.debug(what, exc_info=True)


@contextmanager
def _short_turns() -> Iterator[None]:
    """Let threads take turns ten times as often: the browser asks for a hundred files now, each of them in several steps."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)

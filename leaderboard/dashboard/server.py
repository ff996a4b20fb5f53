"""The server of the dashboard: Streamlit, with what the first page needs made ready while the browser is on its way."""

import importlib
import logging
import time
from collections.abc import Sequence
from threading import Thread
from typing import Final

from streamlit import runtime
from streamlit.web import cli

_LOG = logging.getLogger(__name__)
_PATIENCE: Final = 30.0


def run(words: Sequence[str]) -> None:
    """Serve in this process until told to end: `run(["run", "streamlit_app.py", "--server.port", "8501"])`."""
    Thread(target=_prepare, daemon=True).start()
    cli.main(list(words), prog_name="streamlit", standalone_mode=False)


def _prepare() -> None:
    """Load the pages and ask the questions of the first one; whatever goes wrong here, a page says it better."""
    until = time.monotonic() + _PATIENCE
    while not runtime.exists() and time.monotonic() < until:
        time.sleep(0.01)  # until then Streamlit itself is being loaded, and its cache has no place yet
    try:
        from leaderboard.dashboard import first

        asking = Thread(target=first.ask, daemon=True)  # DuckDB answers while Python loads the rest
        asking.start()
        importlib.import_module("pandas")  # Streamlit loads it for its first table, for half a second
        importlib.import_module("leaderboard.dashboard.router").found()
        asking.join()
        first.draw()
    except Exception:
        _LOG.debug("nothing was made ready", exc_info=True)

"""The server of the dashboard: Streamlit, with what the first page needs made ready while the browser is on its way.

`python -m leaderboard.dashboard run streamlit_app.py` takes the words that `streamlit` takes.
"""

import importlib
import logging
import sys
import time
from threading import Thread

from streamlit import runtime
from streamlit.web import cli

_LOG = logging.getLogger(__name__)
_PATIENCE = 30.0


def main() -> None:
    """Serve until told to end."""
    Thread(target=_prepare, daemon=True).start()
    sys.exit(cli.main(prog_name="streamlit"))


def _prepare() -> None:
    """Load the pages and ask the questions of the first one; whatever goes wrong here, a page says it better."""
    until = time.monotonic() + _PATIENCE
    while not runtime.exists() and time.monotonic() < until:
        time.sleep(0.01)
    try:
        importlib.import_module("pandas")  # Streamlit loads it for its first table, for half a second
        from leaderboard.dashboard import landing, router

        router.found()
        landing.prepare()
    except Exception:
        _LOG.debug("nothing was made ready", exc_info=True)


if __name__ == "__main__":
    main()

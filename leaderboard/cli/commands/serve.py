"""`leaderboard serve`: the dashboard on the built database."""

import os
import socket
import sys
from typing import Annotated, Final

import typer

from leaderboard.cli.console import note
from leaderboard.cli.options import DB_VARIABLE, DEFAULT_DB, Database
from leaderboard.errors import LeaderboardError

PANEL = "Database"
ADDRESS: Final = "127.0.0.1"

_Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="Port on this machine.")]


def serve(port: _Port = 8501, db: Database = DEFAULT_DB) -> None:
    """Open the dashboard on the built database, for this machine only.

    Nothing leaves the machine: no telemetry, no files from outside. A database built anew is picked up.
    """
    from leaderboard import resources, warehouse

    warehouse.connect(db).close()  # says what is wrong with it before a browser would
    _check_free(port)
    from leaderboard.dashboard import server

    os.environ[DB_VARIABLE] = str(db.resolve())
    note(f"dashboard of {db} on http://{ADDRESS}:{port} (Ctrl+C ends it)")
    sys.stdout.flush()
    sys.stderr.flush()
    server.run(words(str(resources.root() / "streamlit_app.py"), port))


def _check_free(port: int) -> None:
    """Raise LeaderboardError where the port cannot be had: the server itself would end in a crash."""
    with socket.socket() as tried:
        if os.name == "posix":  # as the server does: what a server just ended left behind is no hindrance
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((ADDRESS, port))
        except OSError as problem:
            raise LeaderboardError(
                f"port {port} cannot be used: {problem.strerror}; choose another with --port"
            ) from problem


def words(app: str, port: int) -> list[str]:
    """Return the words for Streamlit: loopback only, no telemetry, no browser opened."""
    settings = {
        "server.address": ADDRESS,
        "server.port": port,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "browser.serverAddress": ADDRESS,
    }
    return ["run", app, *(word for name, value in settings.items() for word in (f"--{name}", str(value)))]

"""`leaderboard serve`: the dashboard on the built database."""

import os
import subprocess
import sys
from typing import Annotated, Final

import typer

from leaderboard.cli.console import note
from leaderboard.cli.options import DB_VARIABLE, DEFAULT_DB, Database

PANEL = "Database"
ADDRESS: Final = "127.0.0.1"

_Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="Port on this machine.")]


def serve(port: _Port = 8501, db: Database = DEFAULT_DB) -> None:
    """Open the dashboard on the built database, for this machine only.

    Nothing leaves the machine: no telemetry, no files from outside. A database built anew is picked up.
    """
    from leaderboard import resources, warehouse

    warehouse.connect(db).close()  # says what is wrong with it before a browser would
    app = resources.root() / "streamlit_app.py"
    environment = os.environ | {DB_VARIABLE: str(db.resolve())}
    note(f"dashboard of {db} on http://{ADDRESS}:{port} (Ctrl+C ends it)")
    _replace_process(command(str(app), port), environment)


def command(app: str, port: int) -> list[str]:
    """Return the words that start Streamlit, made ready for the first page: loopback only, no telemetry, no browser opened."""
    settings = {
        "server.address": ADDRESS,
        "server.port": port,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "browser.serverAddress": ADDRESS,
    }
    options = [word for name, value in settings.items() for word in (f"--{name}", str(value))]
    return [sys.executable, "-m", "leaderboard.dashboard", "run", app, *options]


def _replace_process(words: list[str], environment: dict[str, str]) -> None:
    """Become the server, so that a signal to this process reaches it; on Windows, wait for it."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        raise typer.Exit(subprocess.call(words, env=environment))
    os.execve(words[0], words, environment)

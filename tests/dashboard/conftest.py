"""Databases in the states that a page can meet, and pages run without a browser."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from leaderboard import resources
from leaderboard.warehouse import build

MADE_UP = Path(__file__).parent / "data" / "made_up.jsonl"
Opened = Callable[..., AppTest]


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The bundled sample, made-up papers with dates, nothing, and files that are no database of ours."""
    folder = tmp_path_factory.mktemp("dashboard")
    made = {
        name: folder / f"{name}.duckdb"
        for name in ("sample", "dated", "empty", "missing", "broken", "older", "foreign")
    }
    build([resources.sample() / "papers.jsonl"], made["sample"])
    build([MADE_UP], made["dated"])
    nothing = folder / "nothing.jsonl"
    nothing.write_text(json.dumps({"title": "Nothing to see", "abstract": "We think about stars."}) + "\n")
    build([nothing], made["empty"])
    made["broken"].write_text("not a database")
    shutil.copy(made["sample"], made["older"])
    with duckdb.connect(made["older"]) as con:
        con.execute("update schema_version set version = 0")
    with duckdb.connect(made["foreign"]) as con:
        con.execute("create table t (i int)")
    return made


@pytest.fixture
def opened(databases: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Open a page on a database: `opened("boards", "dated", benchmark="GSM8K", family=["LoRA"])`."""

    def opened(page: str, state: str | Path, **query: str | list[str]) -> AppTest:
        db = databases[state] if isinstance(state, str) else state
        monkeypatch.setenv("LEADERBOARD_DB", str(db))
        app = AppTest.from_string(
            "from leaderboard.dashboard.router import found, guarded\n"
            f"guarded(next(p for p in found() if p.path == {page!r}).show)()\n",
            default_timeout=60,
        )
        for key, value in query.items():
            app.query_params[key] = value
        return app.run()

    return opened

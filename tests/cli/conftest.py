"""Running the command line: in this process, or as the program that users start."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leaderboard.cli import app

PAPERS = [
    {
        "title": "TinyQuant: a made-up paper",
        "abstract": "TinyQuant reaches an accuracy of 71.5% on MMLU. It is 1.8x faster than GPTQ.",
        "id": "2401.00001",
    },
    {
        "title": "SmallTune: another made-up paper",
        "abstract": "We present SmallTune. SmallTune obtains an accuracy of 69.2% on MMLU.",
        "id": "2401.00002",
    },
]


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch):
    for name in ("LEADERBOARD_DB", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run():
    """Run the command line in this process: `run("query", "boards").stdout`."""

    def run(*words, stdin=None, env=None):
        result = CliRunner().invoke(app, [str(word) for word in words], input=stdin, env=env)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def program():
    """Run the program as users do: `program("--version").returncode`."""

    def program(*words, **options):
        command = [sys.executable, "-m", "leaderboard", *map(str, words)]
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", timeout=120, **options
        )

    return program


def write_papers(path: Path, papers=PAPERS) -> Path:
    path.write_text("".join(json.dumps(paper) + "\n" for paper in papers), "utf-8")
    return path


@pytest.fixture
def papers(tmp_path):
    return write_papers(tmp_path / "papers.jsonl")


@pytest.fixture(scope="session")
def database(tmp_path_factory):
    from leaderboard.warehouse import build

    folder = tmp_path_factory.mktemp("cli")
    build([write_papers(folder / "papers.jsonl")], folder / "papers.duckdb")
    return folder / "papers.duckdb"

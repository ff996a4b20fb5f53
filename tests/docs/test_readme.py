"""What the README tells a newcomer to type runs as it stands, and what it lists is what there is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from leaderboard import resources
from leaderboard.cli.reference import commands
from leaderboard.evaluation.published import block
from leaderboard.readme import part

ROOT = resources.root()
README = (ROOT / "README.md").read_text("utf-8")
FENCED = regex.compile(r"^```bash\n(.*?)^```$", regex.MULTILINE | regex.DOTALL)
INLINE = regex.compile(r"(?<!`|\| )`(leaderboard (?:build|extract|query|export|explain|evaluate) [^`…\[]+)`")
# Run elsewhere: the two commands of the set-up by .ci/run in clean environments, the server by tests/cli/test_serve.py.
ELSEWHERE = ("python -m pip install", "leaderboard serve")
LINES = [line for found in FENCED.findall(README) for line in found.splitlines() if line.strip()]
COMMANDS = [line for line in LINES if not line.startswith(ELSEWHERE)]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with the built sample, the queries and a newcomer's own papers beside it."""
    folder = tmp_path_factory.mktemp("newcomer")
    shutil.copytree(ROOT / "queries", folder / "queries")
    (folder / "papers.jsonl").write_text(
        '{"title": "One", "abstract": "One reaches 81.5% accuracy on CIFAR-10."}\n'
    )
    (folder / "more.bib").write_text(
        "@article{two, title={Two of a Kind}, abstract={Two is 2x faster than One.}}\n"
    )
    (folder / "listing.txt").write_text(
        "Title: Three\n\nAbstract: Three reaches 82.5% accuracy on CIFAR-10.\n"
    )
    typed(folder, "leaderboard build")
    return folder


def typed(folder, line):
    """Run a line as in a shell where the environment is active."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", line],
        cwd=folder,
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, f"{line}\n{done.stderr}"
    return done.stdout


def test_there_are_examples_of_every_way_to_use_it():
    assert len(COMMANDS) >= 6
    assert {line for line in LINES if line.startswith(ELSEWHERE)} >= {"leaderboard serve"}
    assert INLINE.findall(README)


@pytest.mark.parametrize("line", [*COMMANDS, *INLINE.findall(README)])
def test_an_example_runs_and_shows_something(place, line):
    if line.startswith("duckdb") and shutil.which("duckdb", path=str(Path(sys.executable).parent)) is None:
        pytest.skip("needs the DuckDB shell (duckdb-cli, in the test extra)")
    assert typed(place, line).strip()


def test_the_first_command_is_the_install_and_the_main_job():
    assert LINES[0] == "python -m pip install . && leaderboard build"
    assert (
        "<!-- test command -->\n```bash\npython -m pip install -e '.[test]' && python -m pytest\n```"
        in README
    )


def test_the_table_of_commands_is_that_of_the_program():
    assert part("commands") == commands()


def test_the_table_of_accuracy_is_that_of_the_data():
    import json

    figures = json.loads((ROOT / "data" / "accuracy" / "accuracy.json").read_text("utf-8"))
    assert part("accuracy") == block(figures)


@pytest.mark.parametrize(
    "document", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]), ids=lambda path: path.name
)
def test_files_that_documents_speak_of_are_there(document):
    text = document.read_text("utf-8")
    linked = regex.findall(r"\]\((?!https?:|#|mailto:)([^)\s#]+)", text)
    named = regex.findall(r"`((?:leaderboard|queries|data|tests|docs|\.ci)/[\w./-]+)`", text)
    missing = [name for name in linked if not (document.parent / name).exists()]
    missing += [name for name in named if not (ROOT / name).exists()]
    assert missing == []

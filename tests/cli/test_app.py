import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

import leaderboard
from leaderboard.cli.app import PANELS, command_names

CONTRACT = [
    "benchmarks",
    "build",
    "evaluate",
    "explain",
    "export",
    "extract",
    "families",
    "metrics",
    "models",
    "query",
    "serve",
]


def test_the_commands_are_those_of_the_contract():
    assert command_names() == CONTRACT


@pytest.mark.parametrize("name", ["", *CONTRACT])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_has_help(run, name, option):
    result = run(*([name] if name else []), option)
    assert result.exit_code == 0
    assert "Usage: leaderboard" in result.stdout
    assert result.stderr == ""


def test_help_lists_every_command_under_its_panel(run):
    shown = run("-h").stdout
    assert all(f" {name} " in shown for name in CONTRACT)
    assert all(panel in shown for panel in PANELS)


def test_version(run):
    assert run("--version").stdout == f"leaderboard {leaderboard.__version__}\n"


def test_without_a_command_the_help_is_shown_and_the_call_is_wrong(run):
    result = run()
    assert result.exit_code == 2
    assert "Usage:" in result.output


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["qurey"], "query"),
        (["extract", "x", "--fromat", "csv"], "--format"),
        (["query", "leaderbord"], "leaderboard"),
        (["query", "leaderboard", "--benchmrk", "x"], "benchmark"),
        (["query", "boards", "-c", "benchmrk"], "benchmark"),
        (["benchmarks", "humanevel"], "HumanEval"),
        (["metrics", "perplexty"], "perplexity"),
        (["families", "quantisaton"], "quantization"),
        (["models", "qwen9x"], "Qwen"),
    ],
)
def test_a_wrong_word_gets_the_near_one(run, database, words, hint):
    result = run(*words, env={"LEADERBOARD_DB": str(database)})
    assert result.exit_code == 2
    assert result.stdout == ""
    assert hint in result.stderr


def test_python_dash_m_is_the_program(program):
    assert program("--version").stdout.startswith("leaderboard ")


def test_starting_does_not_load_the_database_or_the_dashboard():
    code = (
        "import sys, leaderboard.cli;"
        "print(sorted({'duckdb', 'polars', 'streamlit', 'pyarrow'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_for_shells(program, shell):
    script = program(env=os.environ | {"_LEADERBOARD_COMPLETE": f"source_{shell}"})
    assert "_LEADERBOARD_COMPLETE" in script.stdout


@pytest.mark.parametrize(
    ("line", "found"), [("leaderboard qu", "query"), ("leaderboard query paper_", "paper_claims")]
)
def test_completion_completes_commands_and_queries(program, line, found):
    words = {"_LEADERBOARD_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    assert found in program(env=os.environ | words).stdout.split()


def on_a_terminal(*words, env):
    """Return what the program writes to a terminal of 80 columns, and its exit code."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "leaderboard", *words], stdout=theirs, stderr=theirs, env=env
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return shown.decode(), process.wait()


def test_colour_on_a_terminal_unless_no_color_is_set():
    env = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")} | {"TERM": "xterm"}
    coloured, code = on_a_terminal("query", "nothing", env=env)
    assert code == 2
    assert "\x1b[" in coloured
    bare, _ = on_a_terminal("query", "nothing", env=env | {"NO_COLOR": "1"})
    assert "\x1b[3" not in bare
    assert "unknown query 'nothing'" in bare


def test_progress_is_shown_on_a_terminal_only(papers, tmp_path, program):
    env = os.environ | {"TERM": "xterm", "LEADERBOARD_DB": str(tmp_path / "t.duckdb")}
    shown, code = on_a_terminal("build", str(papers), env=env)
    assert code == 0
    assert "extracting" in shown
    quiet = program("build", papers, "--db", tmp_path / "u.duckdb")
    assert "\x1b" not in quiet.stderr
    assert "extracting" not in quiet.stderr


def test_a_closed_pipe_is_no_error(papers):
    line = f"{sys.executable} -m leaderboard metrics -f csv | head -n 1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {line}"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("name,")


def test_a_full_disk_is_said(papers):
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    line = f"{sys.executable} -m leaderboard metrics -f csv > /dev/full"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
    assert done.returncode == 1
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_nobody_expected_is_one_line_and_a_traceback_only_when_asked_for(run, monkeypatch):
    from leaderboard import taxonomy

    def fail(*_):
        raise ZeroDivisionError("by\nnothing")

    monkeypatch.setattr(taxonomy, "load", fail)
    result = run("metrics")
    assert result.exit_code == 1
    assert result.stderr.startswith("error: ZeroDivisionError: by nothing; leaderboard did not expect this")
    with pytest.raises(ZeroDivisionError):
        run("metrics", env={"LEADERBOARD_TRACEBACK": "1"})

"""A build killed at any moment leaves the old database as it was, or the new one whole, and stops nobody after it."""

import os
import signal
import subprocess
import sys
import time

import pytest

from leaderboard.warehouse import build, connect
from leaderboard.warehouse.lock import working_place

from .conftest import write_papers

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")

# What is running when the build dies: the module, what it calls, and whether that has happened.
MOMENTS = {
    "the folder is locked": ("building", "_workplace", "before"),
    "the old file is attached": ("building", "_attach_old", "after"),
    "sources are read": ("building", "stage_documents", "before"),
    "documents are laid side by side": ("building", "stage_documents", "after"),
    "claims are extracted": ("building", "stage_claims", "after"),
    "the new file is begun": ("writing", "stage_taxonomy", "before"),
    "tables are half full": ("writing", "step", "after"),
    "the new file is checked": ("building", "run_checks", "after"),
    "the new file is closed": ("writing", "shutil.copymode", "before"),
    "the new file is about to take the place": ("writing", "os.replace", "before"),
}
KILLED = """
import importlib, os, signal, sys
from leaderboard.warehouse import build
module, path, when, source, db = sys.argv[1:]
owner = importlib.import_module("leaderboard.warehouse." + module)
*way, name = path.split(".")
for each in way:
    owner = getattr(owner, each)
own = getattr(owner, name)
def dying(*words, **named):
    if when == "after":
        own(*words, **named)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(owner, name, dying)
build([source], db)
"""


def values(db):
    with connect(db) as con:
        return con.sql("select value from claims where kind = 'score' order by value").fetchall()


def killed(moment, papers, db):
    words = [sys.executable, "-c", KILLED, *moment, str(papers), str(db)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_build_killed_while(moment, papers, db):
    before = db.read_bytes()
    write_papers(papers, "84.5%")
    killed(MOMENTS[moment], papers, db)
    assert db.read_bytes() == before
    assert values(db) == [(79.2,), (81.5,)]
    report = build([papers], db)
    assert (report.changed, report.unchanged, report.failed_checks) == (1, 1, ())
    assert values(db) == [(79.2,), (84.5,)]
    assert sorted(path.name for path in db.parent.iterdir()) == ["papers.jsonl", "x.duckdb"]


def test_a_build_killed_just_after_the_new_file_took_the_place(papers, db):
    write_papers(papers, "84.5%")
    killed(("writing", "os.replace", "after"), papers, db)
    assert values(db) == [(79.2,), (84.5,)]
    assert not build([papers], db).written


def test_a_first_build_that_is_killed_leaves_no_database(papers, tmp_path):
    db = tmp_path / "first.duckdb"
    killed(MOMENTS["the new file is about to take the place"], papers, db)
    assert not db.exists()
    assert build([papers], db).documents == 2


@pytest.mark.parametrize(("workers", "seconds"), [("1", 0.4), ("1", 0.8), ("2", 0.3), ("2", 1.0)])
def test_a_program_killed_at_any_time(papers, db, workers, seconds):
    write_papers(papers, "84.5%")
    words = [sys.executable, "-m", "leaderboard", "build", str(papers), "--workers", workers, "--db", str(db)]
    process = subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    while not working_place(db).exists() and process.poll() is None:
        time.sleep(0.01)
    time.sleep(seconds)
    process.kill()
    process.wait()
    assert values(db) in ([(79.2,), (81.5,)], [(79.2,), (84.5,)])
    assert build([papers], db).failed_checks == ()
    assert values(db) == [(79.2,), (84.5,)]
    assert not working_place(db).exists()
    _wait_for_the_end_of(process.pid)


def _wait_for_the_end_of(session):
    """Wait until no process of a session is left: workers of a killed build end by themselves."""
    for _ in range(100):
        try:
            os.killpg(session, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    os.killpg(session, signal.SIGKILL)
    raise AssertionError("workers outlive the build that was killed")


def heed():
    """Let a started process hear an interrupt even where whoever runs the tests has it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_build_that_is_interrupted_ends_with_130_and_leaves_nothing(papers, db):
    before = db.read_bytes()
    many = "".join(
        f'{{"title": "Paper {n}", "abstract": "We reach {n}% accuracy."}}\n' for n in range(20_000)
    )
    papers.write_text(many)
    process = subprocess.Popen(
        [sys.executable, "-m", "leaderboard", "build", str(papers), "--db", str(db)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed,
    )
    while not working_place(db).exists():
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.01)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    assert (process.returncode, "Traceback" in said) == (130, False), said
    assert db.read_bytes() == before
    assert not working_place(db).exists()


def test_an_interrupt_that_comes_while_an_object_is_deleted_is_not_lost():
    code = """
import os, signal, time
from leaderboard.cli import app, main

class Deleted:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.2)

def probe() -> None:
    Deleted()
    time.sleep(30)

app.command("probe")(probe)
main()
"""
    ended = subprocess.run(
        [sys.executable, "-c", code, "probe"], capture_output=True, text=True, timeout=90, preexec_fn=heed
    )
    assert (ended.returncode, ended.stderr.count("Traceback")) == (130, 0), ended.stderr


def test_workers_do_not_hear_an_interrupt_and_say_nothing(papers, db):
    papers.write_text(
        "".join(f'{{"title": "Paper {n}", "abstract": "We reach {n}% accuracy."}}\n' for n in range(20_000))
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "leaderboard", "build", str(papers), "--db", str(db), "--workers", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed,
        start_new_session=True,
    )
    while not working_place(db).exists():
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.01)
    while process.poll() is None and len(_children(process.pid)) < 2:
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: every process of the group hears it
    said = process.communicate(timeout=60)[1]
    assert (process.returncode, "Traceback" in said) == (130, False), said


def _children(parent):
    said = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True)
    return said.stdout.split()

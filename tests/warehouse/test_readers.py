"""Who reads the database while it is built: nobody waits, nobody fails, and afterwards everybody sees the new data."""

import os
import subprocess
import sys
import threading

import pytest

from leaderboard import resources
from leaderboard.boards import run
from leaderboard.documents import read
from leaderboard.errors import LeaderboardError
from leaderboard.warehouse import build, connect
from leaderboard.warehouse.lock import working_folder, working_place

from .conftest import write_papers

SCORES = "select value from leaderboard.claims where kind = 'score' order by value"


def paused(papers, db, meanwhile):
    """Build, and when the sources are read and the old file is in use do something else first."""

    def reading(sources):
        yield from read(sources)
        meanwhile()

    build([papers], db, read=reading)


def test_a_connection_keeps_the_old_data_and_a_new_one_has_the_new(papers, db):
    write_papers(papers, "84.5%")
    seen = []
    with connect(db) as con:

        def look():
            seen.append(con.sql(SCORES).fetchall())
            with connect(db) as another:
                seen.append(another.sql(SCORES).fetchall())

        paused(papers, db, look)
        seen.append(con.sql(SCORES).fetchall())
        assert run(con, "leaderboard", benchmark="CIFAR-10")["value"].to_list() == [81.5, 79.2]
    with connect(db) as con:
        assert con.sql(SCORES).fetchall() == [(79.2,), (84.5,)]
    assert seen == [[(79.2,), (81.5,)]] * 3


def test_readers_that_come_and_go_all_the_time_meet_one_state_or_the_other(papers, db):
    stop, met, failed = threading.Event(), set(), []

    def reader():
        while not stop.is_set():
            try:
                with connect(db) as con:
                    met.add(tuple(con.sql(SCORES).fetchall()))
            except Exception as error:  # whatever a reader meets is what this test is about
                failed.append(error)

    threads = [threading.Thread(target=reader) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        for score in ("84.5%", "85.5%", "86.5%"):
            write_papers(papers, score)
            build([papers], db)
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert failed == []
    assert met <= {((79.2,), (score,)) for score in (81.5, 84.5, 85.5, 86.5)}
    assert len(met) >= 2


def test_the_dashboard_works_during_a_build_and_shows_the_new_data_after(papers, db, monkeypatch):
    from streamlit.testing.v1 import AppTest

    monkeypatch.setenv("LEADERBOARD_DB", str(db))
    app = AppTest.from_file(str(resources.root() / "streamlit_app.py"), default_timeout=60)

    def shown():
        app.run()
        assert not app.exception
        assert not app.error
        return {value for frame in app.dataframe for column in frame.value for value in frame.value[column]}

    def during():
        assert 81.5 in shown()

    assert 81.5 in shown()
    write_papers(papers, "84.5%")
    paused(papers, db, during)
    after = shown()
    assert 84.5 in after
    assert 81.5 not in after


def test_the_command_line_reads_while_a_build_runs(papers, db):
    write_papers(papers, "84.5%")
    said = []

    def ask():
        words = [sys.executable, "-m", "leaderboard", "query", "leaderboard", "-c", "value", "-f", "csv"]
        said.append(
            subprocess.run([*words, "--db", str(db)], capture_output=True, text=True, check=True).stdout
        )

    paused(papers, db, ask)
    assert said == ["value\n81.5\n79.2\n"]


def test_a_second_build_is_told_that_one_runs(papers, db):
    before = db.read_bytes()
    words = [sys.executable, "-m", "leaderboard", "build", str(papers), "--db", str(db)]
    with working_folder(db):
        done = subprocess.run(words, capture_output=True, text=True)
        with pytest.raises(LeaderboardError, match=r"another build of .+ is running"):
            build([papers], db)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("error: another build of ")
    assert db.read_bytes() == before
    assert subprocess.run(words, capture_output=True).returncode == 0


def test_what_a_killed_build_left_is_cleared(papers, db):
    place = working_place(db)
    (place / "spill").mkdir(parents=True)
    (place / "new.duckdb").write_bytes(b"half a file")
    (place / "lock").touch()
    write_papers(papers, "84.5%")
    assert build([papers], db).written
    assert not place.exists()


def test_a_file_that_somebody_writes_is_not_taken_away(papers, db):
    code = "import duckdb, sys; con = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.readline()"
    writer = subprocess.Popen(
        [sys.executable, "-c", code, str(db)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert writer.stdout.readline() == "open\n"
        write_papers(papers, "84.5%")
        for use in (lambda: build([papers], db), lambda: connect(db)):
            with pytest.raises(LeaderboardError, match="open for writing in another program"):
                use()
    finally:
        writer.communicate("\n")
    assert build([papers], db).changed == 1


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_stays_a_link_and_permissions_stay(papers, db):
    link = db.with_name("link.duckdb")
    link.symlink_to(db.name)
    db.chmod(0o640)
    write_papers(papers, "84.5%")
    build([papers], link)
    assert link.is_symlink()
    assert db.stat().st_mode & 0o777 == 0o640
    with connect(db) as con:
        assert con.sql(SCORES).fetchall() == [(79.2,), (84.5,)]

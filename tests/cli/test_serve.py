import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from leaderboard.cli.commands import serve as serving
from leaderboard.dashboard import server


@pytest.fixture
def started(monkeypatch):
    calls = []
    monkeypatch.setenv("LEADERBOARD_DB", "")  # so that what serving sets does not stay
    monkeypatch.setattr(server, "run", lambda words: calls.append((words, os.environ["LEADERBOARD_DB"])))
    return calls


def test_the_dashboard_is_for_this_machine_only_and_sends_nothing(run, database, started):
    result = run("serve", "--port", "8600", "--db", database)
    ((words, served),) = started
    assert result.exit_code == 0
    assert words[0] == "run"
    assert words[1].endswith("streamlit_app.py")
    options = dict(zip(words[2::2], words[3::2], strict=True))
    assert options["--server.address"] == "127.0.0.1"
    assert options["--server.port"] == "8600"
    assert options["--server.headless"] == "true"
    assert options["--browser.gatherUsageStats"] == "false"
    assert served == str(database)
    assert "http://127.0.0.1:8600" in result.stderr


def test_without_a_database_nothing_is_started(run, tmp_path, started):
    result = run("serve", "--db", tmp_path / "absent.duckdb")
    assert result.exit_code == 1
    assert "leaderboard build --db" in result.stderr
    assert started == []


def test_a_wrong_port_is_a_wrong_call(run, started):
    assert run("serve", "--port", "0").exit_code == 2
    assert started == []


def test_a_port_that_is_taken_is_named_with_what_to_do(run, database, started):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", "--port", str(port), "--db", database)
    assert result.exit_code == 1
    assert f"port {port} cannot be used: " in result.stderr
    assert "--port" in result.stderr
    assert started == []


def test_the_options_are_those_of_the_installed_streamlit():
    from streamlit import config

    names = [word.removeprefix("--") for word in serving.words("app.py", 1)[2::2]]
    assert [config.get_option(name) is not None for name in names]


def test_the_server_answers_and_ends_when_told(database):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "leaderboard", "serve", "--port", str(port), "--db", str(database)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        assert _health(process, f"http://127.0.0.1:{port}/_stcore/health") == b"ok"
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)


def _health(process, url):
    for _ in range(300):
        if process.poll() is not None:
            raise AssertionError(process.stderr.read().decode())
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return answer.read()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)  # the server is starting; there is nothing else to wait on
    raise AssertionError("the server did not answer")

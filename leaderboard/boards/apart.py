"""SQL from people run in a process of its own, which is ended when it takes too long or too much, whatever it does.

DuckDB can be asked to stop, and some functions do not listen; a process that is killed does. One process waits with
everything loaded and forks one for each query, so that no query waits for Python to start:

    {"db": "leaderboard.duckdb", "sql": "select 1", "limit": 10, "seconds": 15}     in, a line
    {"truncated": false, "bytes": 312}                                            out, a line, then Arrow rows
    {"refused": "only SELECT is possible here …"}                                 or this line alone

Where a process cannot fork, as on Windows, the one that waits answers itself and ends, and another takes its place.
"""

import atexit
import io
import json
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from typing import Any, BinaryIO, Final

import pyarrow as pa

from leaderboard.boards.sandbox import ROWS, SECONDS, TOO_MUCH, Answer, arrow_of, frame_of, too_long
from leaderboard.errors import LeaderboardError, UsageError

# DuckDB keeps itself to the first; the second ends what does not keep to it. Address space is more than memory: threads
# and mapped files count in it.
MEMORY: Final = "1GB"
ADDRESS_SPACE: Final = 6_000_000_000
GRACE: Final = 2.0
NO_ANSWER: Final = "the query gave no answer; try it again"
_BROKEN: Final = 3  # how a forked process ends after a fault of ours
_FORKS: Final = hasattr(os, "fork")

_ready: list["subprocess.Popen[bytes]"] = []
_lock: Final = Lock()


def run_apart(db: str | os.PathLike[str], sql: str, limit: int = ROWS, seconds: float = SECONDS) -> Answer:
    """Run one reading statement on a built file: `run_apart("leaderboard.duckdb", "select 1").rows`.

    As `sandbox.run_sql`, and certain to end, at the latest `2 * GRACE` seconds after `seconds`. Raises UsageError for what is
    refused or goes wrong in the query, LeaderboardError for a file that cannot be opened.
    """
    asked = {"db": str(Path(db).absolute()), "sql": sql, "limit": limit, "seconds": seconds}
    worker = _worker()
    if not _FORKS:
        prepare()
    told, rows = _asked(worker, json.dumps(asked, ensure_ascii=True).encode() + b"\n", seconds + 2 * GRACE)
    _keep(worker)
    if told is None:
        raise UsageError(too_long(seconds))
    if "refused" in told:
        raise UsageError(told["refused"])
    if "broken" in told:
        raise LeaderboardError(told["broken"])
    return Answer(frame_of(pa.ipc.open_stream(rows).read_all()), bool(told["truncated"]))


def prepare() -> None:
    """See that a process waits for the next query."""
    with _lock:
        while _ready and _ready[0].poll() is not None:
            _kill(_ready.pop(0))
        if not _ready:
            _ready.append(_start())


def _asked(
    worker: "subprocess.Popen[bytes]", line: bytes, seconds: float
) -> tuple[dict[str, Any] | None, bytes]:
    """Return the line that a process answers and the rows after it; None where it had to be ended."""
    ended: list[bool] = []

    def end() -> None:
        ended.append(True)
        _stop(worker)

    assert worker.stdin is not None, "a worker is started with pipes"
    assert worker.stdout is not None, "a worker is started with pipes"
    ending = Timer(seconds, end)
    ending.daemon = True
    ending.start()
    try:
        worker.stdin.write(line)
        worker.stdin.flush()
        head = worker.stdout.readline()
        told: dict[str, Any] = json.loads(head) if head.endswith(b"\n") else {"refused": NO_ANSWER}
        rows = worker.stdout.read(told.get("bytes", 0))
    except (BrokenPipeError, ValueError):  # it has died, or something else was written than an answer
        told, rows = {"refused": NO_ANSWER}, b""
        _kill(worker)
    except BaseException:  # Ctrl+C does not reach a process of another session
        _kill(worker)
        raise
    finally:
        ending.cancel()
        ending.join()
    if ended:
        return None, b""
    if len(rows) < told.get("bytes", 0):
        told = {"refused": NO_ANSWER}
    return told, rows


def _worker() -> "subprocess.Popen[bytes]":
    """Return the process that waits, or a new one where it has died."""
    with _lock:
        while _ready:
            worker = _ready.pop()
            if worker.poll() is None:
                return worker
            _kill(worker)
    return _start()


def _keep(worker: "subprocess.Popen[bytes]") -> None:
    """Let a process wait for the next query, or end it where it cannot or one waits already."""
    with _lock:
        if _FORKS and not _ready and worker.poll() is None:
            _ready.append(worker)
            return
    _kill(worker)


def _kill(worker: "subprocess.Popen[bytes]") -> None:
    """End a process and the one that it forked, and what leads to them."""
    _stop(worker)
    worker.wait()
    for pipe in (worker.stdin, worker.stdout):
        if pipe is not None:
            with suppress(BrokenPipeError):
                pipe.close()


def _stop(worker: "subprocess.Popen[bytes]") -> None:
    """End a process and the one that it forked; its pipes stay open for who reads them."""
    if _FORKS and worker.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(worker.pid, signal.SIGKILL)
    else:
        worker.kill()


def _start() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "leaderboard.boards.apart"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "ARROW_DEFAULT_MEMORY_POOL": "system",  # which keeps no thread and no lock that a fork would leave behind
        },
        start_new_session=_FORKS,  # so that it can be ended together with the one that it forked
    )


@atexit.register
def _end() -> None:
    with _lock:
        for worker in _ready:
            _kill(worker)
        _ready.clear()


def answer(line: bytes, out: BinaryIO) -> None:
    """Run what a line asks and write what comes of it; the other end of `run_apart`."""
    from leaderboard.warehouse import connect

    asked = json.loads(line)
    try:
        with connect(asked["db"], seconds=asked["seconds"], memory=MEMORY) as con:
            table, truncated = arrow_of(con, asked["sql"], asked["limit"], asked["seconds"])
    except UsageError as error:
        out.write(_refusal(str(error)))
    except LeaderboardError as error:
        out.write(json.dumps({"broken": str(error)}).encode() + b"\n")
    except MemoryError:
        out.write(_refusal(TOO_MUCH))
    else:
        rows = io.BytesIO()
        with pa.ipc.new_stream(rows, table.schema) as stream:
            stream.write_table(table)
        out.write(json.dumps({"truncated": truncated, "bytes": rows.tell()}).encode() + b"\n")
        out.write(rows.getbuffer())
    out.flush()


def _answer_forked(line: bytes, out: BinaryIO) -> None:
    """Let a forked process answer a line, and end it where it does not end in time."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = _BROKEN
        try:
            os.close(reading)
            null = os.open(os.devnull, os.O_RDWR)
            os.dup2(null, sys.stdin.fileno())  # the questions and answers of the process that forked
            os.dup2(null, sys.stdout.fileno())
            _limit_memory()
            with os.fdopen(writing, "wb") as back:
                answer(line, back)
            code = 0
        except MemoryError:
            code = 0
        finally:
            os._exit(code)  # without what Python does at its end: that is for the process that forked
    os.close(writing)
    seconds = float(json.loads(line)["seconds"])
    told = _read_until(reading, time.monotonic() + seconds + GRACE)
    os.close(reading)
    if told is None:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if told is None:
        told = _refusal(too_long(seconds))
    elif not _is_whole(told):
        told = _refusal(NO_ANSWER if os.waitstatus_to_exitcode(status) == _BROKEN else TOO_MUCH)
    out.write(told)
    out.flush()


def _refusal(why: str) -> bytes:
    return json.dumps({"refused": why}).encode() + b"\n"


def _is_whole(told: bytes) -> bool:
    """Tell whether an answer has its first line and all the rows that the line announces."""
    head, newline, rows = told.partition(b"\n")
    return bool(newline) and len(rows) == json.loads(head).get("bytes", 0)


def _read_until(pipe: int, until: float) -> bytes | None:
    """Return all that comes through a pipe, or None where it has not ended by then."""
    parts: list[bytes] = []
    while True:
        left = until - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            return None
        part = os.read(pipe, 1 << 20)
        if not part:
            return b"".join(parts)
        parts.append(part)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit holds there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    import leaderboard.warehouse  # noqa: F401  # loaded while waiting

    if not _FORKS:
        _limit_memory()
    for asked_for in iter(sys.stdin.buffer.readline, b""):
        if _FORKS:
            _answer_forked(asked_for, sys.stdout.buffer)
        else:
            answer(asked_for, sys.stdout.buffer)
            break

"""SQL from people run in a process of its own, which is ended when it takes too long or too much, whatever it does.

DuckDB can be asked to stop, and some functions do not listen; a process that is killed does. One process waits ready, so
that a query does not wait for Python to start:

    {"db": "leaderboard.duckdb", "sql": "select 1", "limit": 10, "seconds": 15}     in, a line
    {"truncated": false}                                                          out, a line, then Arrow rows
    {"refused": "only SELECT is possible here …"}                                 or this line alone
"""

import atexit
import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Lock
from typing import BinaryIO, Final

import pyarrow as pa

from leaderboard.boards.sandbox import ROWS, SECONDS, TOO_MUCH, Answer, arrow_of, frame_of, too_long
from leaderboard.errors import LeaderboardError, UsageError

# DuckDB keeps itself to the first; the second ends what does not keep to it. Address space is more than memory: threads
# and mapped files count in it.
MEMORY: Final = "1GB"
ADDRESS_SPACE: Final = 6_000_000_000
GRACE: Final = 2.0

_ready: list["subprocess.Popen[bytes]"] = []
_lock: Final = Lock()


def run_apart(db: str | os.PathLike[str], sql: str, limit: int = ROWS, seconds: float = SECONDS) -> Answer:
    """Run one reading statement on a built file: `run_apart("leaderboard.duckdb", "select 1").rows`.

    As `sandbox.run_sql`, and certain to end `GRACE` seconds after `seconds`. Raises UsageError for what is refused or
    goes wrong in the query, LeaderboardError for a file that cannot be opened.
    """
    asked = {"db": str(Path(db)), "sql": sql, "limit": limit, "seconds": seconds}
    worker = _worker()
    _prepare()
    try:
        out, _ = worker.communicate(
            json.dumps(asked, ensure_ascii=True).encode() + b"\n", timeout=seconds + GRACE
        )
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.communicate()
        raise UsageError(too_long(seconds)) from None
    head, newline, rows = out.partition(b"\n")
    if not newline:
        raise UsageError(TOO_MUCH if worker.returncode else "the query gave no answer; try it again")
    told = json.loads(head)
    if "refused" in told:
        raise UsageError(told["refused"])
    if "broken" in told:
        raise LeaderboardError(told["broken"])
    return Answer(frame_of(pa.ipc.open_stream(rows).read_all()), bool(told["truncated"]))


def _worker() -> "subprocess.Popen[bytes]":
    """Return the process that waits, or a new one where it has died."""
    with _lock:
        while _ready:
            worker = _ready.pop()
            if worker.poll() is None:
                return worker
    return _start()


def _prepare() -> None:
    """See that a process waits for the next query."""
    with _lock:
        if not _ready:
            _ready.append(_start())


def _start() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "leaderboard.boards.apart"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )


@atexit.register
def _end() -> None:
    with _lock:
        for worker in _ready:
            worker.kill()
            worker.communicate()
        _ready.clear()


def answer(line: bytes, out: BinaryIO) -> None:
    """Run what a line asks and write what comes of it; the other end of `run_apart`."""
    from leaderboard.warehouse import connect

    asked = json.loads(line)
    try:
        with connect(asked["db"], seconds=asked["seconds"], memory=MEMORY) as con:
            table, truncated = arrow_of(con, asked["sql"], asked["limit"], asked["seconds"])
    except UsageError as error:
        out.write(json.dumps({"refused": str(error)}).encode() + b"\n")
    except LeaderboardError as error:
        out.write(json.dumps({"broken": str(error)}).encode() + b"\n")
    except MemoryError:
        out.write(json.dumps({"refused": TOO_MUCH}).encode() + b"\n")
    else:
        out.write(json.dumps({"truncated": truncated}).encode() + b"\n")
        with pa.ipc.new_stream(out, table.schema) as stream:
            stream.write_table(table)
    out.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit holds there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    import leaderboard.warehouse  # noqa: F401  # loaded while waiting

    _limit_memory()
    asked_for = sys.stdin.buffer.readline()
    if asked_for.strip():
        answer(asked_for, sys.stdout.buffer)

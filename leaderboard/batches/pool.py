"""Batch after batch, in this process or in several, the answers always in the order of the batches."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread, current_thread, main_thread

import pyarrow as pa

from leaderboard.batches.mapping import Assign, Extract, Reader, Understood, understand
from leaderboard.errors import LeaderboardError


def understand_all(
    batches: Iterable[pa.RecordBatch], reader: Reader, workers: int = 1
) -> Iterator[Understood]:
    """Yield what each batch gives, in the order of the batches, worked out by `workers` processes."""
    if workers <= 1:
        extract, assign = reader.functions()
        for batch in batches:
            yield understand(batch, extract, assign)
        return
    # Spawned and not forked: a fork of a process with threads (DuckDB, Arrow, a web server) can hang.
    with ProcessPoolExecutor(workers, get_context("spawn"), _prepare, (reader,)) as pool:
        waiting: deque[Future[Understood]] = deque()
        try:
            for batch in batches:
                with _deaf_children():
                    waiting.append(pool.submit(_understand_here, batch))
                if (
                    len(waiting) > workers * 2
                ):  # enough to keep them busy without holding everything in memory
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise LeaderboardError(
                "a worker process died, most often for want of memory; build again with fewer workers"
            ) from error
        finally:
            for future in waiting:
                future.cancel()


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Let processes that are started here not hear Ctrl+C: it ends this process, and they end with it, in silence."""
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    heard: list[int] = []
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # which they inherit
    # Another thread may hear it meanwhile; a process that is half started would then be left to complain.
    here = current_thread() is main_thread()
    handler = signal.signal(signal.SIGINT, lambda number, _: heard.append(number)) if here else None
    try:
        yield
    finally:
        if here:
            signal.signal(signal.SIGINT, handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        for number in heard[:1]:
            signal.raise_signal(number)


_functions: tuple[Extract, Assign] | None = None


def _prepare(reader: Reader) -> None:
    global _functions
    Thread(target=_end_with_parent, daemon=True).start()
    _functions = reader.functions()


def _end_with_parent() -> None:
    """End this worker when the process that started it is gone; a killed one cannot tell its workers to."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _understand_here(batch: pa.RecordBatch) -> Understood:
    assert _functions is not None, "the pool prepares its processes"
    return understand(batch, *_functions)

"""Batch after batch, in this process or in several, the answers always in the order of the batches."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread

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

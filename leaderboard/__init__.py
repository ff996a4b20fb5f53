"""Benchmark results read from papers, every number traced to the characters it was read from.

    from leaderboard import build, connect, extract, read, run

    claims = [claim for document in read(["papers.jsonl"]) for claim in extract(document)]
    build(["papers.jsonl"], "leaderboard.duckdb")
    frame = run(connect("leaderboard.duckdb"), "leaderboard", benchmark="humaneval")

`read` yields refusals among the documents; `leaderboard.model` has the types.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leaderboard.batches.mapping import extract_batch
    from leaderboard.boards import catalogue, run  # type: ignore[no-redef]  # found by __getattr__ when used
    from leaderboard.documents import merge, read
    from leaderboard.extraction import Extractor, extract
    from leaderboard.warehouse import build, connect

__version__ = "0.1.0"

__all__ = ["Extractor", "build", "catalogue", "connect", "extract", "extract_batch", "merge", "read", "run"]

# Stages are imported when they are first used, so that `leaderboard --version` does not load a database.
_HOMES = {
    "Extractor": "extraction",
    "extract_batch": "batches.mapping",
    "extract": "extraction",
    "build": "warehouse",
    "connect": "warehouse",
    "catalogue": "boards",
    "run": "boards",
    "merge": "documents",
    "read": "documents",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)

"""A board as a file: its name, and its line in the index."""

from collections.abc import Container, Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

import polars as pl
import regex

_UNSAFE: Final = regex.compile(r"[^a-z0-9.@+_-]++")
_LONGEST: Final = 100

INDEX: Final = pl.Schema(
    {
        "board": pl.String,
        "benchmark": pl.String,
        "metric": pl.String,
        "kind": pl.String,
        "unit": pl.String,
        "direction": pl.String,
        "task": pl.String,
        "rows": pl.Int64,
        "results": pl.Int64,
        "baselines": pl.Int64,
        "documents": pl.Int64,
        "best_value": pl.Float64,
        "best_method": pl.String,
        "best_model": pl.String,
        "best_family": pl.String,
        "best_paper": pl.String,
        "best_url": pl.String,
        "best_claim_id": pl.String,
        "first_date": pl.String,
        "last_date": pl.String,
        "file": pl.String,
    }
)
"""The columns of `index.csv`."""


def file_name(board: str, taken: Container[str]) -> str:
    """Return the path of a board's file: `boards/humaneval--pass-1--pct.csv`.

    It holds only characters that every file system takes, in lower case. Where that changes the name of the
    board, or another board has the file, a hash of the name keeps it apart and the same in every export.

    >>> file_name("human eval--Pass@1--%", ())
    'boards/human-eval--pass@1---eb4e9dc7.csv'
    """
    safe = _UNSAFE.sub("-", board.lower()).strip(".-")[:_LONGEST]
    path = f"boards/{safe}.csv"
    if safe != board or path in taken:
        path = f"boards/{safe}-{sha256(board.encode()).hexdigest()[:8]}.csv"
    return path


def title(board: Mapping[str, Any]) -> str:
    """Return what a board is called: `HumanEval, pass@1 (%)`."""
    unit = f" ({board['comparable_unit']})" if board["comparable_unit"] else ""
    return f"{board['benchmark_name']}, {board['metric_name'] or 'metric not named'}{unit}"


def index_row(board: Mapping[str, Any], frame: pl.DataFrame, path: str) -> dict[str, Any]:
    """Return the line of a board in the index, counted from the rows that its file holds."""
    own = frame.filter(pl.col("is_own"))
    best = next(frame.filter(pl.col("rank") == 1).iter_rows(named=True), {})
    dates = own["date"].drop_nulls()
    return {
        "board": board["board"],
        "benchmark": board["benchmark_name"],
        "metric": board["metric_name"],
        "kind": board["kind"],
        "unit": board["comparable_unit"],
        "direction": {True: "higher", False: "lower", None: None}[board["higher_is_better"]],
        "task": board["task"],
        "rows": frame.height,
        "results": own.height,
        "baselines": frame.height - own.height,
        "documents": own["doc_id"].n_unique(),
        **{f"best_{name}": best.get(name) for name in ("value", "method", "model", "family", "paper", "url")},
        "best_claim_id": best.get("claim_id"),
        "first_date": dates.min(),
        "last_date": dates.max(),
        "file": path,
    }


def index(rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    """Return the index, the boards with most results first."""
    frame = pl.DataFrame([dict(row) for row in rows], schema=INDEX)
    return frame.sort(["results", "documents", "board"], descending=[True, True, False])

"""What columns mean: the database's own comments, and words for those that only an export has."""

from typing import Final

import duckdb

from leaderboard.boards import run

_INDEX: Final = {
    "unit": "Unit of all its values",
    "direction": "Which way is better: higher or lower; empty where nobody knows, and then nothing is ranked",
    "rows": "Rows of its file",
    "best_value": "Best own result, in the unit; empty where the direction is unknown",
    "best_method": "Method that it belongs to",
    "best_model": "Base model under that method, where the text names one",
    "best_family": "Method family of the best result",
    "best_paper": "Title of the paper that reports it, the first where several do",
    "best_url": "Where that paper is",
    "best_claim_id": "The claim that holds it, in claims.csv",
    "file": "Path of its file in this package",
}
_BOARD: Final = {
    "rank": "Place among own results, ties equal; empty for baselines and where no direction is known",
    "is_best": "Whether it is the best own result",
    "mark": "What to know before comparing: baseline, a qualifier such as `up to`, range; null for a plain result",
    "found": "Rows that the board has",
    "conflict": "Whether other claims say another value for the same method, model, setting and benchmark",
    "paper": "Title of the paper",
}
# Where the export calls a column by a shorter name than the database does.
_RENAMED: Final = {
    "benchmark": "benchmark_name",
    "metric": "metric_name",
    "method": "method_name",
    "model": "model_name",
    "setting": "setting_name",
    "value": "comparable_value",
    "unit": "comparable_unit",
}
_LOOKED_UP: Final = {
    "board": ("claims", "boards", "documents"),
    "index": ("boards", "benchmarks", "claims"),
}
_OWN_WORDS: Final = {"board": _BOARD, "index": _INDEX}


class Descriptions:
    """Descriptions of columns: `Descriptions(con)("claims", "value")` is `The number in its unit`."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        """Read the comments of every column of a database."""
        rows = run(con, "tables").iter_rows(named=True)
        self._comments = {(row["table"], row["column"]): row["column_comment"] for row in rows}

    def __call__(self, about: str, column: str) -> str | None:
        """Return what a column means in a board, in the index or in a table; None where nothing says so."""
        words = _OWN_WORDS.get(about, {}).get(column)
        if words is not None:
            return words
        renamed = _RENAMED.get(column, column) if about in _LOOKED_UP else column
        for table in _LOOKED_UP.get(about, (about,)):
            comment = self._comments.get((table, renamed)) or self._comments.get((table, column))
            if comment:
                return str(comment)
        return None

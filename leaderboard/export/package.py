"""The export as a whole: boards, their index, claims and documents, and the description of them all."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb
import polars as pl

from leaderboard.boards import run
from leaderboard.export import boards, descriptor
from leaderboard.export.describe import Descriptions
from leaderboard.export.folder import replaced
from leaderboard.export.tables import Table, written

_ALL: Final = 2**31 - 1

# Numbers for joins and text for search stay out, and so do abstracts: the claims hold the sentences that are
# evidence, and a whole text is its authors' to publish.
_DOCUMENTS: Final = (
    "select * exclude (abstract, doc_no, search_text, title_key, text_hash) from documents order by doc_id"
)
_FAMILIES: Final = "select * exclude (doc_no) from document_families order by doc_id, rank"
_CLAIMS: Final = """
    select * exclude (doc_no, board_no)
    from claims
    where confidence >= ?
    order by doc_id, section, start, "end", claim_id
"""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: `ExportReport(Path("boards"), boards=52, claims=164, documents=85)`."""

    directory: Path
    boards: int
    claims: int
    documents: int


def export(
    con: duckdb.DuckDBPyConnection,
    directory: str | Path,
    *,
    min_confidence: float = 0.0,
    spreadsheet: bool = False,
) -> ExportReport:
    """Write a database as CSV files with a `datapackage.json`: `export(connect("papers.duckdb"), "boards")`.

    `boards/*.csv` hold the rows of the query `leaderboard`, a file a board; `index.csv` lists them;
    `claims.csv`, `documents.csv` and `document_families.csv` hold the tables. Files are UTF-8 with `\\n`, an
    empty cell is null, lists are JSON. The same database gives the same bytes. With `spreadsheet`, text that
    a spreadsheet would run as a formula gets a leading `'`, and no longer reads back as it was.

    The folder is written beside and swapped in whole. Raises LeaderboardError where it holds files of others.
    """
    target = Path(directory)
    describe = Descriptions(con)
    with replaced(target) as folder:
        tables: list[Table] = []

        def write(path: str, rows: pl.DataFrame | duckdb.DuckDBPyRelation, **keys: Any) -> Table:
            table = written(folder, path, rows, spreadsheet=spreadsheet, **keys)
            tables.append(table)
            return table

        entries = []
        for board, frame in _boards(con, min_confidence):
            table = write(
                boards.file_name(board["board"], {table.path for table in tables}),
                frame,
                title=boards.title(board),
                key=("claim_id",),
                about="board",
            )
            entries.append(boards.index_row(board, frame, table.path))
        write("index.csv", boards.index(entries), title="Boards", key=("board",), about="index")
        claims = write(
            "claims.csv",
            con.sql(_CLAIMS, params=[min_confidence]),
            title="Claims",
            key=("claim_id",),
            about="claims",
        )
        documents = write(
            "documents.csv", con.sql(_DOCUMENTS), title="Documents", key=("doc_id",), about="documents"
        )
        write(
            "document_families.csv",
            con.sql(_FAMILIES),
            title="Method families of documents",
            key=("doc_id", "rank"),
            about="document_families",
        )
        descriptor.write(folder, tables, describe, descriptor.facts(con, min_confidence, spreadsheet))
    return ExportReport(target, len(entries), claims.rows, documents.rows)


def _boards(
    con: duckdb.DuckDBPyConnection, min_confidence: float
) -> Iterator[tuple[dict[str, Any], pl.DataFrame]]:
    """Yield each board that has rows left, in alphabetical order, with its leaderboard."""
    for board in con.sql("select * from boards order by board").pl().iter_rows(named=True):
        frame = run(con, "leaderboard", board=board["board"], min_confidence=min_confidence, top=_ALL)
        if frame.height:
            yield board, frame

"""SQL from people run on an open database: one statement that only reads, limited in rows, size and time.

The connection of `connect` is read-only, without files, network or settings; `admission` is the fence before it. What
must end for certain, whatever it does, is run by `apart` in a process of its own.
"""

from dataclasses import dataclass
from threading import Timer
from typing import TYPE_CHECKING, Final

import duckdb
import pyarrow as pa

from leaderboard.boards.admission import admit
from leaderboard.boards.run import inside
from leaderboard.boards.types import in_known_types
from leaderboard.errors import LeaderboardError, UsageError, said
from leaderboard.warehouse.opening import damage, is_damage

if TYPE_CHECKING:
    import polars as pl  # loaded when there are rows: the process that SQL runs in needs none of it

ROWS: Final = 10_000
SECONDS: Final = 15.0
BYTES: Final = 64_000_000
_BATCH: Final = 256


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a query, cut at a limit: `Answer(frame, truncated=True)`."""

    rows: "pl.DataFrame"
    truncated: bool


def run_sql(con: duckdb.DuckDBPyConnection, sql: str, limit: int = ROWS, seconds: float = SECONDS) -> Answer:
    """Run one reading statement: `run_sql(con, "select count(*) from claims").rows`.

    At most `limit` rows come back; `truncated` says that there were more. Raises UsageError for what is refused and
    for errors of the query itself, in one line.
    """
    table, truncated = arrow_of(con, sql, limit, seconds)
    return Answer(frame_of(table), truncated)


def arrow_of(
    con: duckdb.DuckDBPyConnection, sql: str, limit: int, seconds: float, most_bytes: int = BYTES
) -> tuple[pa.Table, bool]:
    """Return the rows of one reading statement and whether there were more; errors are UsageErrors."""
    with inside(con) as cursor:
        statement = admit(cursor, sql)
        # the setting max_execution_time does not reach into a recursion that never ends
        ending = Timer(seconds, cursor.interrupt)
        ending.daemon = True
        ending.start()
        try:
            relation = cursor.sql(statement)
            if relation is None:
                raise UsageError("the SQL has no rows to show")
            return _taken(in_known_types(relation), limit, most_bytes)
        except duckdb.InterruptException as error:
            raise UsageError(too_long(seconds)) from error
        except (duckdb.OutOfMemoryException, MemoryError) as error:
            raise UsageError(TOO_MUCH) from error
        except duckdb.Error as error:
            if is_damage(error):
                raise LeaderboardError(damage(error)) from error
            raise UsageError(said(error)) from error
        except (OSError, pa.ArrowException) as error:  # what DuckDB says while Arrow reads the rows
            told = str(error)
            if "INTERRUPT" in told:
                raise UsageError(too_long(seconds)) from error
            raise UsageError(TOO_MUCH if "Out of Memory" in told else said(error)) from error
        finally:
            ending.cancel()


TOO_MUCH: Final = "the query needs more memory than is allowed; narrow it"


def too_long(seconds: float) -> str:
    """Return what is said of a query that was ended."""
    return f"the query took too long and was ended after {seconds:g} s; narrow it"


def frame_of(table: pa.Table) -> "pl.DataFrame":
    """Return rows as a frame."""
    import polars as pl

    frame = pl.from_arrow(table)
    return frame if isinstance(frame, pl.DataFrame) else frame.to_frame()


def _taken(relation: duckdb.DuckDBPyRelation, limit: int, most_bytes: int) -> tuple[pa.Table, bool]:
    """Return rows up to the limit, read a batch at a time so that wide ones are noticed before they fill the memory."""
    reader = relation.limit(limit + 1).to_arrow_reader(_BATCH)
    batches, size = [], 0
    for batch in reader:
        size += batch.nbytes
        if size > most_bytes:
            raise UsageError(
                f"the rows are larger than {most_bytes // 1_000_000} MB; ask for fewer columns or rows"
            )
        batches.append(batch)
    table = pa.Table.from_batches(batches, reader.schema)
    return table.slice(0, limit), table.num_rows > limit

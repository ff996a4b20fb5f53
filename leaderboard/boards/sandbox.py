"""SQL from people: one statement that only reads, limited in rows, with what is refused said in words.

The connection of `connect` is read-only, without files, network or settings; this is the last fence: only a single
SELECT passes, no table function that reads beyond the database, nothing that tells paths or settings.
"""

from dataclasses import dataclass
from threading import Timer

import duckdb
import polars as pl
import regex

from leaderboard.boards.run import inside
from leaderboard.errors import UsageError

ROWS = 10_000
SECONDS = 15.0

# functions and tables that read files, the machine or the settings; none of them is needed to ask of claims
_FORBIDDEN = regex.compile(
    r"""\b(?:
        read_\w++ | scan_\w++ | \w++_scan | glob | sniff_csv | parquet_\w++ | query | query_table
      | getenv | current_setting | duckdb_(?:settings|secrets|databases|extensions|logs|log_contexts|temporary_files|external_file_cache)\w*+
      | which_secret | pragma_\w++ | checkpoint | force_checkpoint | nextval | currval | set_config | getvariable
      | sqlite_attach | postgres_\w++ | mysql_\w++ | st_read | load_aws_credentials | system | writefile | readfile | json_execute_serialized_sql | from_substrait\w*+
      )\s*+\(""",
    regex.VERBOSE | regex.IGNORECASE,
)
_FILE = regex.compile(r"""\b(?:from|join|,)\s*+(?:'[^']*+'|"[^"]*+[./\\][^"]*+")""", regex.IGNORECASE)
_CATALOGUES = regex.compile(
    r"\b(?:duckdb_(?:settings|secrets|databases|extensions)|pragma_\w++|information_schema\s*+\.\s*+(?:schemata|settings))\b",
    regex.IGNORECASE,
)
_INTO = regex.compile(r"\binto\b", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a query, cut at a limit: `Answer(frame, truncated=True)`."""

    rows: pl.DataFrame
    truncated: bool


def checked_statement(con: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """Return the one SELECT of a text; raises UsageError that says what is refused and why."""
    if len(sql) > 100_000:
        raise UsageError("the SQL is longer than 100,000 characters")
    try:
        statements = con.extract_statements(sql)
    except duckdb.Error as error:
        raise UsageError(f"not SQL: {str(error).splitlines()[0]}") from error
    if len(statements) != 1:
        raise UsageError(f"give one SQL statement, not {len(statements)}")
    statement = statements[0]
    if statement.type != duckdb.StatementType.SELECT:
        kind = statement.type.name.lower().replace("_", " ")
        raise UsageError(
            f"only SELECT is possible here, the data cannot be changed; this is a statement of kind '{kind}'"
        )
    bare = regex.sub(r"--[^\n]*+|/\*.*?\*/", " ", sql, flags=regex.DOTALL)
    for pattern, reason in (
        (_FORBIDDEN, "reads beyond this database or its settings"),
        (_CATALOGUES, "tells about the machine, not about papers"),
        (_FILE, "names a file; only the tables of this database can be read"),
    ):
        found = pattern.search(bare)
        if found:
            raise UsageError(f"refused: '{found.group().strip(' (')}' {reason}")
    if regex.match(
        r"\s*+(?:pragma|explain|describe|show|summarize|call|set|reset)\b", bare, regex.IGNORECASE
    ):
        raise UsageError("only SELECT is possible here; see the query `tables` for tables and columns")
    return statement


def run_sql(con: duckdb.DuckDBPyConnection, sql: str, limit: int = ROWS, seconds: float = SECONDS) -> Answer:
    """Run one reading statement: `run_sql(con, "select count(*) from claims").rows`.

    At most `limit` rows come back; `truncated` says that there were more. Raises UsageError for what is refused and
    for errors of the query itself, in one line.
    """
    with inside(con) as cursor:
        statement = checked_statement(cursor, sql)
        # the setting max_execution_time does not reach into a recursion that never ends
        ending = Timer(seconds, cursor.interrupt)
        ending.daemon = True
        ending.start()
        try:
            relation = cursor.sql(statement)
            if relation is None:
                raise UsageError("the SQL has no rows to show")
            rows = relation.limit(limit + 1).pl()
        except duckdb.InterruptException as error:
            raise UsageError("the query took too long; narrow it") from error
        except duckdb.OutOfMemoryException as error:
            raise UsageError("the query needs more memory than is allowed; narrow it") from error
        except duckdb.Error as error:
            raise UsageError(str(error).splitlines()[0]) from error
        finally:
            ending.cancel()
    return Answer(rows.head(limit), rows.height > limit)

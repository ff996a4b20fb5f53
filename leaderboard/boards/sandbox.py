"""SQL from people: one statement that only reads, limited in rows, with what is refused said in words.

The connection of `connect` is read-only, without files, network or settings; this is the last fence: only a single
SELECT passes, no function that reads beyond the database, nothing that tells paths or settings. The engine's own tokens
are looked at and not the text, so that a word in quotes or a comment neither hides anything nor is taken for it.
"""

from dataclasses import dataclass
from threading import Timer

import duckdb
import polars as pl
import regex

from leaderboard.boards.run import inside
from leaderboard.errors import UsageError
from leaderboard.warehouse.opening import is_damage

ROWS = 10_000
SECONDS = 15.0

# Functions that read files, the machine or the settings; none of them is needed to ask of claims. The locked
# connection refuses most of them too: this list is a second fence, with words that say why.
_FUNCTIONS = regex.compile(
    r"""
    read_\w++ | scan_\w++ | \w++_scan | glob | sniff_csv | parquet_\w++ | query | query_table
    | getenv | current_setting | set_config | getvariable | which_secret | nextval | currval
    | checkpoint | force_checkpoint | sqlite_attach | postgres_\w++ | mysql_\w++ | st_read | load_aws_credentials
    | system | writefile | readfile | json_execute_serialized_sql | from_substrait\w*+
    """,
    regex.VERBOSE,
)
# Tables and functions of the engine that tell of paths, processes and settings, wherever they are named.
_CATALOGUES = regex.compile(
    r"""
    duckdb_(?: settings | secrets | databases | extensions | logs | log_contexts | temporary_files
             | external_file_cache | variables | memory | approx_database_count ) \w*+
    | pragma_\w++ | schemata
    """,
    regex.VERBOSE,
)
_NO_FRAME = regex.compile(
    r"\b(?: interval | union | bignum | blob | bit | time\ with\ time\ zone | variant | geometry )\b",
    regex.VERBOSE | regex.IGNORECASE,
)
_FAR_DATE = "a date lies beyond the years 1 to 9999; write it with ::varchar"
_NOT_SELECT = ("pragma", "explain", "describe", "desc", "show", "summarize", "call", "set", "reset")


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
        raise UsageError(f"not SQL: {_said(error)}") from error
    if len(statements) != 1:
        raise UsageError(f"give one SQL statement, not {len(statements)}")
    statement = statements[0]
    if statement.type != duckdb.StatementType.SELECT:
        kind = statement.type.name.lower().replace("_", " ")
        raise UsageError(
            f"only SELECT is possible here, the data cannot be changed; this is a statement of kind '{kind}'"
        )
    words = _words(sql)
    if words and words[0] in _NOT_SELECT:
        raise UsageError("only SELECT is possible here; see the query `tables` for tables and columns")
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if _CATALOGUES.fullmatch(word):
            raise UsageError(f"refused: '{word}' tells about the machine, not about papers")
        if following == "(" and _FUNCTIONS.fullmatch(word):
            raise UsageError(f"refused: '{word}' reads beyond this database or its settings")
    return statement


def _words(sql: str) -> list[str]:
    """Return names, keywords and signs in lower case and without quotes, as the engine reads them; texts and comments left out.

    `select '--', "Read_Text"(x)` is `["select", ",", "read_text", "(", "x", ")"]`.
    """
    data = sql.encode("utf-8", "surrogatepass")
    tokens = duckdb.tokenize(sql)  # where each begins, in bytes
    ends = [*(start for start, _ in tokens[1:]), len(data)]
    words = []
    for (start, sort), end in zip(tokens, ends, strict=True):
        if sort in (duckdb.token_type.comment, duckdb.token_type.string_const):
            continue
        word = data[start:end].decode("utf-8", "replace").strip().lower()
        words.append(word[1:-1].replace('""', '"') if word.startswith('"') else word)
    return words


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
            rows = _in_known_types(relation.limit(limit + 1)).pl()
        except duckdb.InterruptException as error:
            raise UsageError("the query took too long; narrow it") from error
        except duckdb.OutOfMemoryException as error:
            raise UsageError("the query needs more memory than is allowed; narrow it") from error
        except duckdb.Error as error:
            if is_damage(error):
                raise
            raise UsageError(_said(error)) from error
        finally:
            ending.cancel()
    return Answer(rows.head(limit), rows.height > limit)


def _in_known_types(relation: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    """Return rows that a frame can hold: intervals, unions, bits and the like as text, no date that Python has not."""
    columns = []
    for number, (name, type_) in enumerate(zip(relation.columns, relation.types, strict=True), 1):
        value = f"#{number}"
        if _NO_FRAME.search(str(type_)):
            value = f"{value}::varchar"
        elif str(type_).startswith(("DATE", "TIMESTAMP")):
            value = f"if({value} is null or year({value}) between 1 and 9999, {value}, error('{_FAR_DATE}'))"
        quoted = name.replace('"', '""')
        columns.append(f'{value} as "{quoted}"')
    return relation.project(", ".join(columns))


def _said(error: duckdb.Error) -> str:
    """Return what the engine says in one line, its hint with it, without the picture of where in the SQL."""
    return " ".join(str(error).partition("\nLINE ")[0].split())[:600]

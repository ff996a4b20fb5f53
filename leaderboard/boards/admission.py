"""Which SQL from people is let in: one SELECT over the tables of the file, judged by its syntax tree, not by its letters.

DuckDB itself turns a SELECT into a tree; everything else it refuses to. In the tree every table, table function and
function has its place, so that quotes, comments and strings cannot hide one, as they can from a pattern over the text.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

import duckdb

from leaderboard.errors import UsageError, did_you_mean, said

LENGTH: Final = 100_000

# Table functions that make rows out of nothing or speak of the tables in this file; all others read elsewhere.
TABLE_FUNCTIONS: Final = frozenset(
    [
        "range",
        "generate_series",
        "unnest",
        "repeat",
        "repeat_row",
        "histogram",
        "histogram_values",
        "json_each",
        "json_tree",
        "summary",
        "duckdb_columns",
        "duckdb_tables",
        "duckdb_views",
        "duckdb_constraints",
        "duckdb_keywords",
        "duckdb_functions",
        "duckdb_types",
    ]
)
# Functions that tell about the machine, change the session or wait.
FUNCTIONS: Final = frozenset(
    [
        "current_setting",
        "getenv",
        "getvariable",
        "nextval",
        "currval",
        "setval",
        "setseed",
        "write_log",
        "sleep_ms",
        "pg_sleep",
        "json_execute_serialized_sql",
        "from_substrait",
        "from_substrait_json",
        "query",
        "query_table",
    ]
)
_SCHEMAS: Final = frozenset({"main", "leaderboard"})
_OF_INFORMATION: Final = frozenset({"tables", "columns", "views", "table_constraints", "key_column_usage"})
_NODES: Final = frozenset({"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"})
_TABLES: Final = """
    select table_name from duckdb_tables() where database_name = current_database() and not internal
    union all
    select view_name from duckdb_views() where database_name = current_database() and not internal
"""
_OF_THE_SYSTEM: Final = "select view_name from duckdb_views() where internal"


def admit(con: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """Return the one SELECT of a text: `admit(con, "select count(*) from claims")`.

    Raises UsageError that says what is refused and what is possible instead. `con` must be in the database whose tables
    may be read.
    """
    if len(sql) > LENGTH:
        raise UsageError(f"the SQL is longer than {LENGTH:,} characters")
    if "\0" in sql:
        raise UsageError("the SQL holds a null character; take it out")
    try:
        statements = con.extract_statements(sql)
    except (duckdb.Error, UnicodeError) as error:
        raise UsageError(f"not SQL: {said(error)}") from error
    if len(statements) != 1:
        raise UsageError(f"give one SQL statement, not {len(statements)}")
    kind = _kind(statements[0])
    if kind != "select":
        raise UsageError(
            f"only SELECT is possible here, and this is a statement of kind '{kind}'; the data cannot be changed from here: begin with "
            "select, or change a copy of the file in a DuckDB shell"
        )
    nodes = list(_nodes(_tree(con, sql)))
    aliases = _aliases(con, nodes)
    tables = {str(row[0]).lower() for row in con.execute(_TABLES).fetchall()}
    for node in nodes:
        _judge(node, tables, aliases)
    return statements[0]


def _kind(statement: duckdb.Statement) -> str:
    try:
        return statement.type.name.lower().replace("_", " ")
    except ValueError:  # DuckDB knows more kinds than its Python module
        return "other"


def _tree(con: duckdb.DuckDBPyConnection, sql: str) -> Any:
    try:
        rows = con.execute("select json_serialize_sql($1::varchar)", [sql]).fetchall()
        tree = json.loads(rows[0][0])
    except (duckdb.Error, RecursionError, ValueError) as error:
        raise UsageError("the SQL is nested too deeply to be read; make it simpler") from error
    if tree.get("error"):
        raise UsageError(
            f"only a plain SELECT is possible here: {str(tree.get('error_message')).splitlines()[0]}"
        )
    return tree["statements"]


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Return every object of a tree, however deep."""
    waiting = [tree]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            yield found
            waiting.extend(found.values())
        elif isinstance(found, list):
            waiting.extend(found)


def _aliases(con: duckdb.DuckDBPyConnection, nodes: list[dict[str, Any]]) -> set[str]:
    """Return the names that `with` gives; one of the system is refused, since it would mean the system outside its scope."""
    named = {
        str(entry["key"]).lower()
        for node in nodes
        for entry in (node.get("cte_map") or {}).get("map", [])
        if isinstance(entry, dict)
    }
    named |= {
        str(node["cte_name"]).lower()
        for node in nodes
        if node.get("type") in _NODES and isinstance(node.get("cte_name"), str)
    }
    system = {str(row[0]).lower() for row in con.execute(_OF_THE_SYSTEM).fetchall()}
    for name in sorted(named):
        if name in system or name.startswith(("pragma_", "duckdb_", "pg_", "sqlite_")):
            raise UsageError(
                f"refused: '{name}' is a name of the system; call the part of your query otherwise"
            )
        if not name.replace("_", "a").replace(" ", "a").isalnum():
            raise UsageError(f"refused: '{name}' could name a file; use letters, digits and _ in names")
    return named


def _judge(node: dict[str, Any], tables: set[str], aliases: set[str]) -> None:
    """Raise UsageError where a node of the tree goes beyond the tables of the file."""
    kind = node.get("type")
    if kind == "BASE_TABLE":
        _judge_table(_path(node, "table_name"), tables, aliases)
    elif kind == "TABLE_FUNCTION":
        name = _path(node.get("function") or {}, "function_name")[-1]
        if name not in TABLE_FUNCTIONS:
            raise UsageError(f"refused: '{name}' reads beyond this database or its settings")
    elif kind == "SHOW_REF" and not node.get("query"):
        raise UsageError("only SELECT is possible here; see the query `tables` for tables and columns")
    elif kind in ("PARAMETER", "VALUE_PARAMETER"):
        raise UsageError("the SQL has a parameter without a value; write the value in its place")
    elif node.get("class") == "FUNCTION":
        name = _path(node, "function_name")[-1]
        if name in FUNCTIONS or name.startswith(("pragma_", "read_")):
            raise UsageError(f"refused: '{name}' tells about the machine or waits, it does not ask of papers")
    elif isinstance(kind, str) and kind.endswith("_NODE") and kind not in _NODES:
        raise UsageError("only SELECT is possible here, the data cannot be changed")


def _judge_table(path: list[str], tables: set[str], aliases: set[str]) -> None:
    name, above = path[-1], path[:-1]
    if not above and name in aliases:
        return
    if name in tables and set(above) <= _SCHEMAS:
        return
    if name in _OF_INFORMATION and above in (
        ["information_schema"],
        ["system", "information_schema"],
        ["leaderboard", "information_schema"],
    ):
        return
    raise UsageError(
        f"refused: '{'.'.join(path)[:120]}' is no table of this database{did_you_mean(name, tables)}; "
        "see the query `tables` for what there is"
    )


def _path(node: dict[str, Any], name: str) -> list[str]:
    """Return the parts of a name, catalog first, in lower case."""
    whole = (node.get("qualified_name") or {}).get("path")
    parts = (
        whole
        if whole
        else [node.get("catalog_name") or node.get("catalog"), node.get("schema_name"), node.get(name)]
    )
    return [str(part).lower() for part in parts if part] or [""]

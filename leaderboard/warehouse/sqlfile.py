"""A file of `queries/` as a value: its SQL with what the header comment says about it.

A header stands at the top, one `-- key: text` a line; a line that starts with `--` and three spaces goes on:

    -- title: Leaderboard
    -- description: Own results on a benchmark, best first.
    -- grain: one row a claim
    -- parameter: benchmark text:benchmark null Benchmark; the most reported one without it
    -- parameter: top integer 200 Rows at most

A parameter is `name type default description`. The SQL reads it as `coalesce(getvariable('top'), 200)`, so that the file
runs in the DuckDB shell as it stands, and after `set variable top = 10` with another value. Where the query becomes a view,
`-- column: name description` says what each of its columns means.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, cast, get_args

import regex

from leaderboard.errors import LeaderboardError, did_you_mean

ParameterType = Literal["text", "texts", "number", "integer", "boolean"]
Value = str | float | int | bool | list[str] | None
KEYS: Final = ("title", "description", "grain", "parameter", "column")

_LINE = regex.compile(
    r"""
    -- (?: \ (?P<key> [a-z]++ ) : \ ++ (?P<text> .*+ )     # -- title: Leaderboard
         | \ {3,} (?P<more> \S .*+ ) )                     # --   and its continuation
    """,
    regex.VERBOSE,
)
_PARAMETER = regex.compile(
    r"""
    (?P<name> [a-z][a-z0-9_]*+ ) \ ++
    (?P<type> [a-z]++ ) (?: : (?P<domain> [\w.|]++ ) )?+ \ ++
    (?P<default> ' (?: [^'] | '' )*+ ' | \S++ ) \ ++     # null, true, 0.5, 'most results'
    (?P<description> \S .*+ )
    """,
    regex.VERBOSE,
)
_GETVARIABLE = regex.compile(r"getvariable\(\s*+'(?P<name>[^']++)'\s*+\)", regex.VERBOSE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query can be asked: `Parameter("top", "integer", 200, "Rows at most")`.

    `domain` says which texts are right: a sort of name (`benchmark`, `metric`, `model`, `method`, `family`), `document`,
    a column (`boards.board`), or the texts themselves (`own|baseline`); None admits any.
    """

    name: str
    type: ParameterType
    default: Value
    description: str
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A file of `queries/`: its name, what it shows, and the SQL as it stands in the file."""

    name: str
    title: str
    description: str
    grain: str
    parameters: tuple[Parameter, ...]
    sql: str
    path: Path
    columns: tuple[tuple[str, str], ...] = ()
    """Name and description of each column, where the header says them."""

    @property
    def layer(self) -> str:
        """Return the folder that it is in: `boards`, `views` or `checks`."""
        return self.path.parent.name

    @property
    def body(self) -> str:
        """Return the SQL without the header comment and the last semicolon, as a view or subquery takes it."""
        lines = self.sql.splitlines()
        while lines and (lines[0].startswith("--") or not lines[0].strip()):
            lines.pop(0)
        return "\n".join(lines).rstrip().removesuffix(";")


def read(path: Path) -> Query:
    """Read a file of `queries/`; a header that is incomplete, unknown or untrue raises LeaderboardError."""
    sql = path.read_text(encoding="utf-8")
    found: dict[str, str] = {}
    several: dict[str, list[str]] = {"parameter": [], "column": []}
    last = ""
    for number, line in enumerate(sql.splitlines(), 1):
        if not line.startswith("--"):
            break
        match = _LINE.fullmatch(line)
        if match is None or (match["more"] and not last):
            raise _broken(path, number, "a header line is `-- key: text`")
        key = match["key"] or last
        if key not in KEYS:
            raise _broken(path, number, f"unknown header key {key!r}{did_you_mean(key, KEYS)}")
        if match["more"]:
            if key in several:
                several[key][-1] += " " + match["more"]
            else:
                found[key] += " " + match["more"]
        elif key in several:
            several[key].append(match["text"])
        elif key in found:
            raise _broken(path, number, f"the header says {key!r} twice")
        else:
            found[key] = match["text"]
        last = key
    missing = [key for key in ("title", "description", "grain") if not found.get(key)]
    if missing:
        raise _broken(path, 1, f"the header lacks {' and '.join(missing)}")
    taken = tuple(_parameter(path, text) for text in several["parameter"])
    _agree(path, sql, taken)
    columns = tuple(_column(path, text) for text in several["column"])
    return Query(path.stem, found["title"], found["description"], found["grain"], taken, sql, path, columns)


def read_folder(folder: Path) -> dict[str, Query]:
    """Read every `*.sql` of a folder, by name, in the order of the names."""
    return {path.stem: read(path) for path in sorted(folder.glob("*.sql"))}


def _parameter(path: Path, text: str) -> Parameter:
    match = _PARAMETER.fullmatch(text)
    if match is None:
        raise _broken(path, 1, f"a parameter is `name type default description`, not `{text}`")
    type_ = match["type"]
    if type_ not in get_args(ParameterType):
        raise _broken(path, 1, f"unknown type {type_!r} of parameter {match['name']!r}")
    try:
        default = _default(cast(ParameterType, type_), match["default"])
    except ValueError:
        raise _broken(
            path, 1, f"default {match['default']} of parameter {match['name']!r} is no {type_}"
        ) from None
    return Parameter(
        match["name"], cast(ParameterType, type_), default, match["description"], match["domain"]
    )


def _column(path: Path, text: str) -> tuple[str, str]:
    name, _, description = text.partition(" ")
    if not description.strip():
        raise _broken(path, 1, f"a column is `name description`, not `{text}`")
    return name, description.strip()


def _default(type_: ParameterType, text: str) -> Value:
    if text == "null":
        return None
    if type_ == "boolean":
        return {"true": True, "false": False}[text] if text in ("true", "false") else _refuse(text)
    if type_ == "integer":
        return int(text)
    if type_ == "number":
        return float(text)
    if type_ == "text" and text.startswith("'"):
        return text[1:-1].replace("''", "'")
    return _refuse(text)


def _refuse(text: str) -> Value:
    raise ValueError(text)


def _agree(path: Path, sql: str, parameters: tuple[Parameter, ...]) -> None:
    """See that the header and the SQL speak of the same parameters."""
    names = [parameter.name for parameter in parameters]
    if len(set(names)) < len(names):
        raise _broken(path, 1, "two parameters have one name")
    used = {match["name"] for match in _GETVARIABLE.finditer(sql)}
    if unsaid := used - set(names):
        raise _broken(
            path, 1, f"the SQL uses {', '.join(sorted(unsaid))}, which the header does not describe"
        )
    if unused := set(names) - used:
        raise _broken(
            path, 1, f"the header describes {', '.join(sorted(unused))}, which the SQL does not use"
        )


def _broken(path: Path, line: int, what: str) -> LeaderboardError:
    return LeaderboardError(f"{path.parent.name}/{path.name}, line {line}: {what}")

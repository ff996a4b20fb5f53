"""A fingerprint of all that decides what stands in the file: where it differs from the file's, all is made again."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from leaderboard import resources
from leaderboard.batches.mapping import Reader
from leaderboard.taxonomy.load import READ_ELSEWHERE

_CODE: Final = ("text", "taxonomy", "extraction", "batches", "warehouse")
_SQL: Final = ("schema", "functions", "steps", "views")
_SUFFIXES: Final = (".py", ".sql", ".csv", ".toml", ".json", ".tsv")
_WITHOUT_SAY: Final = ("sample",)


def rules_hash(reader: Reader) -> str:
    """Return 16 hex digits that change with rules, their data or the taxonomy."""
    digest = sha256(_shipped().encode())
    taxonomy = reader.taxonomy
    for rows in (taxonomy.benchmarks, taxonomy.metrics, taxonomy.models, taxonomy.families, taxonomy.units):
        digest.update(repr(rows).encode())
    for folder in taxonomy.folders[1:]:
        for name in READ_ELSEWHERE:
            table = folder / f"{name}.csv"
            digest.update(table.read_bytes() if table.exists() else b"")
    for function in (reader.extract, reader.assign):
        digest.update(_name(function).encode())
    return digest.hexdigest()[:16]


@cache
def _shipped() -> str:
    digest = sha256()
    data = resources.root() / "data"
    folders = [resources.PACKAGE / name for name in _CODE]
    folders += [resources.queries() / name for name in _SQL]
    folders += [path for path in sorted(data.glob("*")) if path.is_dir() and path.name not in _WITHOUT_SAY]
    for folder in folders:
        for path in sorted(_files(folder)):
            digest.update(f"{folder.name}/{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.suffix in _SUFFIXES]


def _name(function: Callable[..., Any] | None) -> str:
    if function is None:
        return "own"
    return f"{getattr(function, '__module__', '')}.{getattr(function, '__qualname__', repr(type(function)))}"

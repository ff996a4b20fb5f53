"""Gold files: JSON Lines, a line a claim, or `{"doc": …, "claims": 0}` for a document without any."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from leaderboard.errors import LeaderboardError, did_you_mean
from leaderboard.evaluation.agreement import squeezed
from leaderboard.evaluation.findings import SLOTS, Finding, Names
from leaderboard.model import KINDS, Document

Gold = dict[str, list[Finding]]
"""The expected findings by the title of their document, which may be none at all."""


def read_gold(path: str | Path) -> Gold:
    """Return the expected findings of each document: `read_gold("gold.jsonl")["A title"][0].value`.

    Raises LeaderboardError naming file and line where a line is not a claim in the gold format.
    """
    path = Path(path)
    gold: Gold = {}
    for number, row in _rows(path):
        place = f"{path}, line {number}"
        title = row.get("doc")
        if not isinstance(title, str):
            raise LeaderboardError(f"{place}: a gold line needs the title of its document as 'doc'")
        mine = gold.setdefault(title, [])
        if "kind" in row:
            mine.append(_finding(row, place))
    if not gold:
        raise LeaderboardError(
            f"{path}: no gold lines; expected one JSON object a line, with doc, kind and value"
        )
    return gold


def names_in(gold: Gold) -> dict[str, str]:
    """Return the names of a gold file's documents, ids or titles, by what `name_of` looks them up with."""
    return {**{squeezed(name): name for name in gold}, **{name: name for name in gold}}


def name_of(document: Document, names: Mapping[str, str]) -> str | None:
    """Return the name that a gold file has for a document, its id or its title; None where it is not in there."""
    return names.get(document.id) or names.get(squeezed(document.title))


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as problem:
        raise LeaderboardError(f"gold file {path} cannot be read: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise LeaderboardError(f"gold file {path} is not UTF-8 text (byte {problem.start})") from problem
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as problem:
            raise LeaderboardError(f"{path}, line {number}: not JSON: {problem}") from problem
        if not isinstance(row, dict):
            raise LeaderboardError(f"{path}, line {number}: expected an object, found {type(row).__name__}")
        yield number, row


def _finding(row: dict[str, Any], place: str) -> Finding:
    kind = row["kind"]
    if kind not in KINDS:
        raise LeaderboardError(f"{place}: unknown kind {kind!r}{did_you_mean(str(kind), KINDS)}")
    missing = [name for name in ("value", "start", "end") if not isinstance(row.get(name), int | float)]
    if missing:
        raise LeaderboardError(f"{place}: a gold claim needs numbers in {', '.join(missing)}")
    upper = row.get("value_max")
    return Finding(
        doc=row["doc"],
        kind=kind,
        value=float(row["value"]),
        value_max=None if upper is None else float(upper),
        spans=((int(row["start"]), int(row["end"])),),
        text=str(row.get("text") or row["value"]),
        slots={slot: _names(row[slot]) for slot in SLOTS if slot in row},
        optional=bool(row.get("optional")),
    )


def _names(value: Any) -> Names:
    if isinstance(value, list):
        return tuple(None if name is None else str(name) for name in value)
    return (None if value is None else str(value),)

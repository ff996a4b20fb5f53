"""The records inside a JSON value: itself, a list, a wrapper such as `{"papers": […]}`, records by their ids.

>>> [(r["title"], where) for r, where in records({"meta": 1, "results": [{"title": "A"}, {"title": "B"}]})]
[('A', 'entry 1'), ('B', 'entry 2')]
"""

from collections.abc import Iterator
from typing import Any

from leaderboard.documents.fields import INNER, field_name, is_paper

DEEPEST = 4
WRAPPERS = frozenset(
    ("papers", "results", "data", "notes", "entries", "items", "documents", "articles", "records", "works",
     "publications", "hits", "docs", "rows", "submissions", "accepted", "posters", "orals", "message", "response")
)  # fmt: skip


def records(value: object, deep: int = 0) -> Iterator[tuple[object, str]]:
    """Yield each record with its place in the value: `entry 3`, or nothing where the value is one record."""
    inner = _inside(value, deep)
    if inner is None:
        yield value, ""
        return
    number = 0
    for each in inner:
        for record, _ in records(each, deep + 1):
            number += 1
            yield record, f"entry {number}"


def _inside(value: object, deep: int) -> Iterator[Any] | None:
    """Return what a wrapper holds, or None where the value is a record or nothing to look into."""
    if isinstance(value, list):
        return iter(value) if deep <= DEEPEST else None
    if not isinstance(value, dict) or deep > DEEPEST or not value or is_paper(value) or _holds_paper(value):
        return None
    lists = [each for name, each in value.items() if isinstance(each, list) and _holds_papers(name, each)]
    if lists:
        return (item for each in lists for item in each)
    objects = {name: each for name, each in value.items() if isinstance(each, dict)}
    if objects and all(is_paper(each) for each in objects.values()):  # records by their ids
        return ({"id": name, **each} for name, each in objects.items())
    wrapped = [each for name, each in objects.items() if field_name(str(name)) in WRAPPERS]
    return iter(wrapped) if wrapped else None


def _holds_papers(name: object, items: list[Any]) -> bool:
    objects = [item for item in items[:100] if isinstance(item, dict)]
    if field_name(str(name)) in WRAPPERS:
        return bool(objects)
    return any(is_paper(item) or _holds_paper(item) for item in objects)


def _holds_paper(value: dict[Any, Any]) -> bool:
    inner = {field_name(name): each for name, each in value.items() if isinstance(name, str)}
    if isinstance(inner.get("content"), dict):
        return True
    return any(isinstance(inner.get(name), dict) and is_paper(inner[name]) for name in INNER)

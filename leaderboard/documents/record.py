"""A record of any format, fields by name, becomes a Document.

The abstract stays exactly as it was read, but for NULs and lone surrogates, each shown as one U+FFFD so that
offsets hold. In a title, line ends and runs of spaces become one space.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import regex

from leaderboard.documents import dates, identity, whereabouts
from leaderboard.documents.authors import authors
from leaderboard.documents.fields import ABSTRACT, AUTHORS, BODY, INVERTED, NAME, TITLE, Fields, named
from leaderboard.model import Document, Refusal

LONGEST_TITLE = 2_000
LONGEST_ABSTRACT = 1_000_000
EMPTY = frozenset(("", "none", "null", "nan", "n/a", "na", "-"))

_UNSAFE = regex.compile(r"[\ud800-\udfff\x00]")
_CONTROL = regex.compile(r"[\x00-\x1f\x7f-\x9f]")


def document(record: Mapping[Any, Any], source: str, place: str) -> Document | Refusal:
    """Make a Document of a record, or say why not: wrong types, absurd lengths, no title and no abstract.

    >>> document({"Title": "A", "id": "2312.01234v2", "summary": "B."}, "dump.csv", "line 2").id
    'arxiv:2312.01234'
    """
    fields = named(record)
    abstract = _abstract(fields)
    title = _title(fields)
    if not title and abstract:
        title = next((said for name in NAME if isinstance(said := _title(fields, (name,)), str) and said), "")
    for words in (title, abstract):
        if isinstance(words, Refused):
            return Refusal(source, place, words.reason)
    assert isinstance(title, str)
    assert isinstance(abstract, str)
    if not title and not _CONTROL.sub(" ", abstract).strip():  # control characters say nothing
        present = ", ".join(repr(name[:40]) for name in list(map(str, record))[:6]) or "no fields"
        return Refusal(source, place, f"has neither a title nor an abstract (it has {clean(present)})")
    arxiv, doi = whereabouts.arxiv_id(fields), whereabouts.doi(fields)
    when = whereabouts.date(fields, arxiv)
    link, venue = whereabouts.url(fields, arxiv, doi), whereabouts.venue(fields)
    names = next((names for key in AUTHORS if key in fields and (names := authors(fields[key]))), ())
    untitled = not title
    title = title or opening(abstract)
    if arxiv:
        identifier = f"arxiv:{arxiv}"
    elif doi:
        identifier = f"doi:{doi}"
    elif untitled:  # many abstracts open alike, so all of it tells them apart
        identifier = "title:" + sha256(abstract.encode("utf-8")).hexdigest()[:16]
    else:
        identifier = identity.title_id(title)
    return Document(
        id=identifier,
        title=title,
        abstract=abstract,
        authors=tuple(map(clean, names)),
        date=when,
        date_precision=dates.precision(when),
        url=clean(link) if link else None,
        venue=clean(venue) if venue else None,
        arxiv_id=arxiv,
        doi=doi,
        source=source,
        place=place,
    )


class Refused:
    """Why a field cannot be used: `Refused("title is a list, not text")`."""

    def __init__(self, reason: str) -> None:
        """Keep why."""
        self.reason = reason


def clean(text: str) -> str:
    """Return a text that can be written as UTF-8: NULs and lone surrogates become one U+FFFD each."""
    return text if text.isascii() and "\0" not in text else _UNSAFE.sub("\ufffd", text)


def opening(abstract: str) -> str:
    """Return the first words of an abstract with `…`, to call an untitled paper by."""
    words = " ".join(_CONTROL.sub(" ", abstract[:400]).split())
    if len(words) <= 80 and len(abstract) <= 400:
        return words
    return words[:80].rpartition(" ")[0] + "…" if " " in words[:80] else words[:80] + "…"


def kind(value: object) -> str:
    """Return what a JSON value is, in words: `[]` gives `a list`."""
    names = {bool: "a truth value", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "nothing" if value is None else "text")


def _title(fields: Fields, names: tuple[str, ...] = TITLE) -> str | Refused:
    for name in names:
        if name not in fields:
            continue
        value = fields[name]
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):  # Crossref
            value = value[0]
        if isinstance(value, str):
            if len(value) > LONGEST_TITLE:
                return Refused(f"the title has {len(value):,} characters; the most is {LONGEST_TITLE:,}")
            title = clean(" ".join((value if value.isprintable() else _CONTROL.sub(" ", value)).split()))
            if title:
                return title
        elif value is not None:
            return Refused(f"the title is {kind(value)}, not text")
    return ""


def _abstract(fields: Fields) -> str | Refused:
    has_title = any(name in fields for name in TITLE)
    for name in (*ABSTRACT, *BODY) if has_title else ABSTRACT:
        if name not in fields:
            continue
        value = fields[name]
        if isinstance(value, str):
            if len(value) > LONGEST_ABSTRACT:
                return Refused(
                    f"the abstract has {len(value):,} characters; the most is {LONGEST_ABSTRACT:,}"
                )
            if value and (len(value) > 5 or value.strip().casefold() not in EMPTY):
                return clean(value)
        elif value is not None and not (
            isinstance(value, float) and value != value
        ):  # NaN stands for nothing
            if isinstance(value, dict) and name not in BODY:
                return _uninverted(value)
            if name not in BODY:
                return Refused(f"the abstract is {kind(value)}, not text")
    for name in INVERTED:
        if isinstance(value := fields.get(name), dict):
            return _uninverted(value)
    return ""


def _uninverted(index: dict[Any, Any]) -> str | Refused:
    """Put the words of an inverted index in their places: `{"by": [1, 3], "step": [0], "one": [2]}`."""
    inner = next(
        (value for name, value in index.items() if name in ("InvertedIndex", "invertedIndex")), index
    )
    if not isinstance(inner, dict):
        return Refused(f"the inverted index is {kind(inner)}, not an object")
    placed: list[tuple[int, str]] = []
    size = 0
    for word, positions in inner.items():
        if not isinstance(positions, list) or not all(type(at) is int and at >= 0 for at in positions):
            return Refused(
                f"the inverted index gives no list of positions for the word {clean(str(word)[:40])!r}"
            )
        size += (len(word) + 1) * len(positions)
        if size > LONGEST_ABSTRACT:
            return Refused(f"the abstract has more than {LONGEST_ABSTRACT:,} characters")
        placed.extend((at, word) for at in positions)
    return clean(" ".join(word for _, word in sorted(placed)))

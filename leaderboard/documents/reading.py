"""From names of sources to documents, one at a time: open, unpack, decode, recognise, read."""

import io
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from leaderboard.documents.decoding import NotText, decoded
from leaderboard.documents.record import clean
from leaderboard.documents.registry import known, recognise
from leaderboard.documents.sources import Source, expand
from leaderboard.documents.text import Text
from leaderboard.documents.unpacking import unpacked
from leaderboard.model import Document, Refusal

FLOOD = 1_000


def read(sources: Iterable[str | Path]) -> Iterator[Document | Refusal]:
    """Read papers from files, folders, globs and `-`: `read(["dump.jsonl.gz", "papers/*.bib"])`.

    Yields each Document as soon as it is whole, and a Refusal with file, place and reason for everything that
    could not be read: a missing file, a broken record, the end of a truncated stream. Nothing is raised for
    what is in the sources, and no more is held than one record where the format allows. Formats are
    recognised by content.
    """
    for source in expand(sources):
        if isinstance(source, Refusal):
            yield source
            continue
        try:
            stream = source.open()
        except OSError as error:
            yield Refusal(clean(source.name), "", f"cannot be opened: {error.strerror or error}")
            continue
        with stream:
            yield from _read(stream, source)


def read_bytes(data: bytes, name: str) -> Iterator[Document | Refusal]:
    """Read papers from bytes at hand, such as an upload: `read_bytes(b"@article{…", "upload.bib")`."""
    yield from _read(io.BytesIO(data), Source(name))


def _read(stream: BinaryIO, source: Source) -> Iterator[Document | Refusal]:
    name = clean(source.name)
    waiting: deque[Refusal] = deque()

    def refuse(place: str, reason: str) -> None:
        waiting.append(Refusal(name, place, reason))

    try:
        blocks = unpacked(stream, lambda reason: refuse("", reason))
        text = Text(name, decoded(blocks, refuse), waiting.append)
        if not text.head.strip("\ufeff \t\n\v\f"):
            if not waiting:
                refuse("", "is empty" if not text.head else "holds nothing but spaces and line ends")
        elif (form := recognise(text.head)) is None:
            refuse("line 1", f"is in no format known here ({', '.join(each.NAME for each in known())})")
        else:
            nothing = True
            for item in _without_floods(form.read(text)):
                nothing = False
                while waiting:
                    yield waiting.popleft()
                yield item
            if nothing and not waiting:
                refuse("", f"holds no papers (read as {form.NAME})")
    except NotText as error:
        refuse(error.place, error.reason)
    except OSError as error:
        refuse("", f"cannot be read: {error.strerror or error}")
    yield from waiting


def _without_floods(items: Iterator[Document | Refusal]) -> Iterator[Document | Refusal]:
    """Say no more than so many refusals in a row: what follows them is summed up in one."""
    row = 0
    last: Refusal | None = None
    for item in items:
        if isinstance(item, Refusal):
            row += 1
            if row <= FLOOD:
                yield item
            last = item
            continue
        if last is not None and row > FLOOD:
            yield replace(last, reason=f"{last.reason} (and so {row - FLOOD - 1:,} more before it)")
        row = 0
        yield item
    if last is not None and row > FLOOD:
        yield replace(last, reason=f"{last.reason} (and so {row - FLOOD - 1:,} more before it)")

"""What a user names becomes the streams to read: files, folders, globs and `-`.

A folder gives its files at any depth, sorted, without hidden ones; a name that exists is taken literally
before it is tried as a glob; the same file is read once however often it is named.
"""

import glob
import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from leaderboard.errors import did_you_mean
from leaderboard.model import Refusal

STDIN = "<stdin>"


@dataclass(frozen=True, slots=True)
class Source:
    """One stream of bytes: `Source("papers/dump.jsonl.gz")`; the standard input is called `<stdin>`."""

    name: str

    def open(self) -> BinaryIO:
        """Open the stream for reading; raises OSError where that fails."""
        if self.name != STDIN:
            return Path(self.name).open("rb")
        if sys.stdin is None:
            raise OSError("there is no standard input here")
        raw = getattr(sys.stdin, "buffer", None)
        if raw is None:  # replaced by a text stream, as notebooks and tests do
            return io.BytesIO(sys.stdin.read().encode("utf-8", "surrogatepass"))
        # A duplicate of our own to close, so that the process keeps its standard input.
        return io.BufferedReader(Unclosed(raw))


def expand(sources: Iterable[str | Path]) -> Iterator[Source | Refusal]:
    """List the files behind names: `expand(["papers", "*.bib", "-"])`; a Refusal where nothing is."""
    seen: set[str] = set()
    for given in [sources] if isinstance(sources, str | Path) else sources:
        for found in _behind(os.fspath(given)):
            if isinstance(found, Refusal):
                yield found
                continue
            identity = found.name if found.name == STDIN else os.path.realpath(found.name)
            if identity not in seen:
                seen.add(identity)
                yield found


def _behind(name: str) -> Iterator[Source | Refusal]:
    if name in ("-", STDIN):
        yield Source(STDIN)
        return
    if not name or "\0" in name:
        yield Refusal(
            name.replace("\0", "\ufffd"), "", "is not a name of a file; name a file, folder, glob or -"
        )
        return
    if os.path.lexists(name):
        yield from _walk(name)
        return
    matches = sorted(glob.iglob(name, recursive=True)) if glob.has_magic(name) else []  # noqa: PTH207  # absolute too
    for match in matches:
        yield from _walk(match)
    if not matches:
        yield Refusal(name, "", _absent(name))


def _walk(name: str) -> Iterator[Source | Refusal]:
    if not Path(name).is_dir():
        yield Source(name)
        return
    troubles: list[Refusal] = []

    def unreadable(error: OSError) -> None:
        troubles.append(Refusal(str(error.filename), "", f"cannot list this folder: {error.strerror}"))

    found = 0
    for folder, folders, files in os.walk(name, onerror=unreadable):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in sorted(each for each in files if not each.startswith(".")):
            path = Path(folder, file)
            if path.is_file() or path.is_symlink():  # no sockets or pipes, which could wait for ever
                found += 1
                yield Source(str(path))
    if not found and not troubles:
        yield Refusal(name, "", "the folder holds no files (hidden ones are skipped)")
    yield from troubles


def _absent(name: str) -> str:
    if glob.has_magic(name):
        return "no file matches this pattern; quote it and use ** to look into folders"
    parent = Path(name).parent
    try:
        siblings = [each.name for each in parent.iterdir()]
    except OSError:
        return f"no such file or folder, nor is there a readable folder {str(parent)!r}"
    return "no such file or folder" + did_you_mean(Path(name).name, siblings)


class Unclosed(io.RawIOBase):
    """A view of a stream that another owner closes."""

    def __init__(self, stream: BinaryIO) -> None:
        """Look at a stream."""
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # any writable buffer comes in
        """Fill the buffer and return how many bytes it got."""
        read1 = getattr(self._stream, "read1", self._stream.read)
        data = read1(len(buffer))
        buffer[: len(data)] = data
        return len(data)

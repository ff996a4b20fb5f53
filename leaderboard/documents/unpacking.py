"""Bytes of a file become those that were packed in it: `.gz`, `.zst`, `.bz2`, `.xz` by their first bytes.

The name of a file is never asked. Concatenated members are read through. A stream that is cut or damaged
gives what was whole before, then one complaint.
"""

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

import zstandard

READ = 1 << 18
# What is unpacked in one call: small, so that a few bytes that stand for gigabytes of zeros give at most some
# 64 MB at a time, and so that little is lost before a damaged place.
BITE = 1 << 11
Complain = Callable[[str], None]


class Unpacker(Protocol):
    """What zlib, bz2, lzma and zstandard have in common: one member of a packed stream."""

    @property
    def eof(self) -> bool:
        """Whether the member is complete."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What followed the member."""
        ...

    def decompress(self, data: bytes, /) -> bytes:
        """Unpack the next bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Packing:
    """A way of packing: its name, its first bytes, and how to open a member."""

    name: str
    magic: bytes
    unpacker: Callable[[], Unpacker]


PACKINGS = (
    Packing("gzip", b"\x1f\x8b", lambda: zlib.decompressobj(31)),
    Packing("zstd", b"\x28\xb5\x2f\xfd", lambda: zstandard.ZstdDecompressor().decompressobj()),
    Packing("bzip2", b"BZh", lambda: bz2.BZ2Decompressor()),
    Packing("xz", b"\xfd7zXZ\x00", lambda: lzma.LZMADecompressor()),
)
FAULTS = (zlib.error, zstandard.ZstdError, OSError, lzma.LZMAError, EOFError, ValueError, MemoryError)


def unpacked(stream: BinaryIO, complain: Complain) -> Iterator[bytes]:
    """Yield the bytes of a stream in blocks, unpacked where they are packed.

    `complain` gets one sentence where the stream is cut or damaged; what was whole before has been yielded.
    Raises OSError where the stream cannot be read.
    """
    blocks = iter(lambda: stream.read(READ), b"")
    first = next(blocks, b"")
    while 0 < len(first) < 8 and (more := next(blocks, b"")):  # a pipe may give its first bytes one by one
        first += more
    packing = next((each for each in PACKINGS if first.startswith(each.magic)), None)
    if packing is None:
        if first:
            yield first
        yield from blocks
    else:
        yield from _members(packing, first, blocks, complain)


def _members(packing: Packing, first: bytes, blocks: Iterator[bytes], complain: Complain) -> Iterator[bytes]:
    unpacker, given = packing.unpacker(), 0
    pending = first
    while True:
        if unpacker.eof:  # another member may follow, or the padding that tapes and block devices leave
            pending = (unpacker.unused_data + pending).lstrip(b"\0")
            pending = pending or next(blocks, b"").lstrip(b"\0")
            if not pending:
                return
            while len(pending) < len(packing.magic) and (more := next(blocks, b"")):
                pending += more
            if not pending.startswith(packing.magic):
                complain(f"what follows the {packing.name} data is something else; it was left out")
                return
            unpacker = packing.unpacker()
        if not pending:
            pending = next(blocks, b"")
            if not pending:
                complain(
                    f"the {packing.name} data is cut off after {given:,} unpacked bytes; what was whole is in"
                )
                return
        bite, pending = pending[:BITE], pending[BITE:]
        spare = unpacker.copy() if hasattr(unpacker, "copy") else None
        try:
            data = unpacker.decompress(bite)
        except FAULTS as fault:
            if spare is not None:
                data = _until_fault(spare, bite)
                given += len(data)
                if data:
                    yield data
            words = str(fault) or type(fault).__name__
            complain(f"the {packing.name} data is damaged after {given:,} unpacked bytes ({words})")
            return
        given += len(data)
        if data:
            yield data


def _until_fault(unpacker: Unpacker, data: bytes) -> bytes:
    pieces = []
    try:
        for at in range(len(data)):
            pieces.append(unpacker.decompress(data[at : at + 1]))
    except FAULTS:
        pass
    return b"".join(pieces)

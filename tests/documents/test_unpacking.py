import bz2
import gzip
import io
import lzma
from collections.abc import Callable
from typing import Any

import pytest
import zstandard

from leaderboard.documents.unpacking import unpacked

LINES = b"".join(
    b'{"title": "Paper %d", "abstract": "We count %d stars."}\n' % (n, n * 7919) for n in range(3000)
)
MANY = b"".join(
    b'{"title": "Paper %d", "abstract": "We count %d stars."}\n' % (n, n * 7919) for n in range(60_000)
)
PACK: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "zstd": zstandard.ZstdCompressor().compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
}
MANY = b"".join(
    b'{"title": "Paper %d", "abstract": "We count %d stars."}\n' % (n, n**5) for n in range(20_000)
)
Read = Callable[[str | bytes], Any]


def unpack(data: bytes) -> tuple[bytes, list[str]]:
    complaints: list[str] = []
    return b"".join(unpacked(io.BytesIO(data), complaints.append)), complaints


@pytest.mark.parametrize("name", PACK)
def test_packed_bytes_are_known_by_their_content(name: str) -> None:
    assert unpack(PACK[name](LINES)) == (LINES, [])


@pytest.mark.parametrize("name", PACK)
def test_members_that_follow_one_another_are_all_read(name: str) -> None:
    assert unpack(PACK[name](b"a") + PACK[name](b"b" * 300_000) + PACK[name](b"")) == (
        b"a" + b"b" * 300_000,
        [],
    )


@pytest.mark.parametrize("name", PACK)
def test_padding_of_zeros_is_passed_over(name: str) -> None:
    assert unpack(PACK[name](b"abc") + b"\0" * 5000) == (b"abc", [])


@pytest.mark.parametrize("name", PACK)
def test_something_else_behind_is_left_out_and_said(name: str) -> None:
    data, complaints = unpack(PACK[name](b"abc") + b"something else")
    assert data == b"abc"
    assert len(complaints) == 1


def test_plain_bytes_and_nothing_at_all_pass() -> None:
    assert unpack(b"plain") == (b"plain", [])
    assert unpack(b"") == (b"", [])
    assert unpack(b"\x1f") == (b"\x1f", [])


@pytest.mark.parametrize("name", ["gzip", "zstd"])
def test_cut_stream_gives_what_was_whole(name: str, found: Read) -> None:
    packed = PACK[name](MANY)
    cut = found(packed[: len(packed) // 2])
    assert len(cut.documents) > 500
    assert cut.titles[:2] == ["Paper 0", "Paper 1"]
    assert any("is cut off after" in each.reason for each in cut.refusals)
    assert len(cut.refusals) <= 2  # and the line that it was cut in


@pytest.mark.parametrize("name", PACK)
def test_damage_in_the_middle_is_said_and_nothing_raised(name: str) -> None:
    packed = bytearray(PACK[name](LINES))
    packed[len(packed) // 2 : len(packed) // 2 + 20] = b"\xff" * 20
    _, complaints = unpack(bytes(packed))
    assert len(complaints) == 1


def test_gzip_with_a_wrong_checksum_still_gives_its_text() -> None:
    packed = bytearray(gzip.compress(LINES))
    packed[-6] ^= 0xFF
    data, complaints = unpack(bytes(packed))
    assert data == LINES
    assert "damaged" in complaints[0]


def test_slow_pipe_is_recognised() -> None:
    class Slow(io.RawIOBase):
        def __init__(self, data: bytes) -> None:
            self.data = data

        def read(self, size: int = -1) -> bytes:
            byte, self.data = self.data[:1], self.data[1:]
            return byte

    packed = gzip.compress(b"one by one")
    assert b"".join(unpacked(Slow(packed), print)) == b"one by one"  # type: ignore[arg-type]


def test_zeros_that_explode_are_given_in_bearable_blocks() -> None:
    bomb = zstandard.ZstdCompressor(level=19).compress(b"\0" * 200_000_000)
    assert max(map(len, unpacked(io.BytesIO(bomb), print))) <= 1 << 27

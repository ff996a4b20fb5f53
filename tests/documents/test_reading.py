import gzip
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leaderboard.documents import read
from leaderboard.documents.text import Text
from leaderboard.model import Document, Refusal

Read = Callable[[str | bytes], Any]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\n \r\n\t", "nothing but spaces"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\xff\xfe", "is empty"),
        (gzip.compress(b""), "is empty"),
        (b"\x00\x01\x02", "binary"),
        (b"%PDF-1.4", "PDF"),
        (gzip.compress(b"%PDF-1.4"), "PDF"),
        (b"\x1f\x8b", "cut off"),
        (b"\x1f\x8bgarbage", "damaged"),
    ],
)
def test_what_holds_no_text_is_refused_once_with_a_reason(data: bytes, reason: str, found: Read) -> None:
    everything = found(data)
    assert len(everything) == 1
    assert everything.refusals[0].source == "source"
    assert reason in everything.refusals[0].reason


def test_names_of_files_say_nothing_about_their_content(tmp_path: Path) -> None:
    contents = {
        "a.csv": b'{"title": "A"}\n',
        "b.json": b"title,abstract\nB,b\n",
        "c.txt": gzip.compress(b"@misc{c, title={C}}"),
        "d.gz": b"<feed><entry><title>D</title></entry></feed>",
        "e": b"Title: E\nAbstract: e",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    assert [each.title for each in read([tmp_path]) if isinstance(each, Document)] == list("ABCDE")


def test_bad_files_among_good_ones_are_named_and_the_good_are_in(tmp_path: Path) -> None:
    (tmp_path / "1.jsonl").write_text('{"title": "A"}\n{"title": \n{"title": "B"}\n')
    (tmp_path / "2.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "3.csv").write_text("title,abstract\nC,c\n")
    everything = list(read([tmp_path, tmp_path / "missing"]))
    assert [each.title for each in everything if isinstance(each, Document)] == ["A", "B", "C"]
    refusals = [each for each in everything if isinstance(each, Refusal)]
    assert [(Path(each.source).name, each.place) for each in refusals] == [
        ("1.jsonl", "line 2"),
        ("2.pdf", "byte 0"),
        ("missing", ""),
    ]


def test_floods_of_refusals_are_summed_up(found: Read) -> None:
    everything = found('{"title": "A"}\n' + "{broken}\n" * 5000 + '{"title": "B"}\n' + "{broken}\n" * 3)
    assert everything.titles == ["A", "B"]
    assert len(everything.refusals) == 1000 + 1 + 3
    assert everything.refusals[1000].place == "line 5001"
    assert "3,999 more" in everything.refusals[1000].reason


def test_large_dumps_are_not_held_whole(tmp_path: Path) -> None:
    record = json.dumps({"title": "Counting Stars", "abstract": "We count stars. " * 60})
    path = tmp_path / "dump.gz"
    path.write_bytes(gzip.compress((record + "\n").encode() * 20_000, compresslevel=1))  # 20 MB of text
    tracemalloc.start()
    count = sum(1 for _ in read([path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 8_000_000


def test_lines_of_a_text_come_whole_from_blocks_of_any_size() -> None:
    data = "a\n\nbc\n" + "d" * 100 + "\nlast"
    for size in (1, 2, 7, 1000):
        blocks = iter([data[at : at + size] for at in range(0, len(data), size)])
        assert list(Text("s", blocks).lines()) == ["a", "", "bc", "d" * 100, "last"]


def test_line_beyond_the_limit_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leaderboard.documents.text.LONGEST", 50)
    refused: list[Refusal] = []
    blocks = ["a\n", *["b" * 20] * 9, "\nc"]
    assert list(Text("s", iter(blocks), refused.append).lines()) == ["a", "", "c"]
    assert [each.place for each in refused] == ["line 2"]

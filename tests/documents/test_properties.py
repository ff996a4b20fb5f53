"""Whatever the bytes are, reading raises nothing, and what comes out can be written and pointed at."""

import gzip
import json
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from leaderboard.documents import merge, read_bytes
from leaderboard.documents.registry import known
from leaderboard.documents.text import Text
from leaderboard.model import Document, Refusal, as_row

SEEDS = [
    '{"id": "2312.01234", "title": "A", "abstract": "b", "year": 2023}\n{"title": "B"}\n',
    '{"papers": [{"title": "A", "abstract_inverted_index": {"b": [0]}},\n {"title": "B", "authors": [{"name": "C D"}]}]}',
    'title,abstract,year\nA,"b ""c""\nd",2023\nB,,\n',
    "title\tabstract\nA\tb\n",
    '@string{x = {y}}\n@misc{a, title = {A {B}}, author = "C D and E F", month = jan, abstract = {b}}\n@misc{b, title={B}}\n',
    '<feed xmlns:a="b"><entry><title>A</title><summary>b</summary><author><name>C D</name></author></entry></feed>',
    "Subscribe\n\nTitle One\n\n"
    + "We count stars. " * 20
    + "\n\nTitle Two\n\nA B, C D\n\n"
    + "We count stars. " * 20,
    "Title: A\nAuthors: B C, D E\nAbstract: f\n\nTitle: G\nAbstract: h\n",
    "---\ntitle: A\n---\n# B\n\n## Abstract\n\nWe count.\n\n## 1 Introduction\n\nStars.",
]
PIECES = st.sampled_from(
    ["\n", "\n\n", '"', "{", "}", "[", "]", ",", "<", ">", "&", "@", "\\", "#", "---\n", ":", "=", "\0", "\ud800", "\x85", " and ",
     "Abstract", "title", "<entry>", "@misc{", '{"title":', "é", "数", "\ufeff", "2312.01234", "1" * 50, "(" * 20, "\r"]
)  # fmt: skip


@st.composite
def spoiled(draw: st.DrawFn) -> bytes:
    """Take something that can be read and spoil it: cut, insert, repeat, swap bytes, pack, encode otherwise."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        match draw(st.integers(0, 3)):
            case 0:
                text = text[:at]
            case 1:
                text = text[:at] + draw(PIECES) + text[at:]
            case 2:
                text = text[:at] + text[draw(st.integers(0, len(text))) :]
            case _:
                text = text + draw(st.sampled_from(SEEDS))
    data = text.encode(draw(st.sampled_from(["utf-8", "utf-16", "utf-16-le", "latin-1"])), "replace")
    if draw(st.booleans()) and data:
        at = draw(st.integers(0, len(data) - 1))
        data = data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + 1 :]
    if draw(st.integers(0, 4)) == 0:
        data = gzip.compress(data)
        data = data[: draw(st.integers(0, len(data)))]
    return data


def examine(data: bytes) -> None:
    found = list(read_bytes(data, "source"))
    assert found
    for each in found:
        json.dumps(as_row(each), ensure_ascii=False).encode()  # no surrogates
        assert each.source == "source"
        if isinstance(each, Document):
            assert each.id.startswith(("arxiv:", "doi:", "title:"))
            assert each.title
            assert "\n" not in each.title
            assert each.place
        else:
            assert each.reason
    documents = [each for each in found if isinstance(each, Document)]
    assert len(merge(documents)) <= len(documents)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    examine(data)


@given(spoiled())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_spoiled_files(data: bytes) -> None:
    examine(data)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text(text: str) -> None:
    examine(text.encode())


@settings(deadline=None)
@given(
    st.one_of(st.text(max_size=100), st.sampled_from(SEEDS), st.lists(PIECES).map("".join)),
    st.integers(1, 50),
)
def test_every_reader_bears_text_that_is_not_its_own_in_blocks_of_any_size(text: str, size: int) -> None:
    for each in known():
        assert 0 <= each.sniff(text) <= 1
        blocks = [text[at : at + size] for at in range(0, len(text), size)]
        for item in each.read(Text("s", iter(blocks))):
            assert isinstance(item, Document | Refusal)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(
        ["title", "abstract", "id", "doi", "authors", "author", "url", "year", "date", "papers", "content", "value", "name",
         "abstract_inverted_index", "versions", "externalIds", "arxiv_id", "links", "primary_location", "issued", "month", "venue"]
    ), inner, max_size=6),
    max_leaves=25,
)  # fmt: skip


@example({"abstract": "\x1b"})
@given(json_values)
@settings(max_examples=400, deadline=None)
def test_any_json_under_known_names(value: Any) -> None:
    for text in (json.dumps(value), json.dumps([value], indent=1), json.dumps({"papers": [value, value]})):
        examine(text.encode())

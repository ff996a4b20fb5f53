import json
from collections.abc import Callable
from typing import Any

import pytest

from leaderboard.documents.jsonstream import Broken, Value, values

Read = Callable[[str | bytes], Any]
A, B, C = ({"title": name, "abstract": f"We count {name}."} for name in "ABC")


@pytest.mark.parametrize(
    "value",
    [
        [A, B, C],
        {"papers": [A, B, C]},
        {"results": [A, B, C], "next": None},
        {"total": 3, "offset": 0, "data": [A, B, C]},
        {"meta": {"count": 3, "page": 1}, "results": [A, B, C], "group_by": []},
        {"message": {"items": [A, B, C]}},
        {"hits": {"hits": [{"_source": A}, {"_source": B}, {"_source": C}]}},
        {"orals": [A], "posters": [B, C]},
        {"conference": "ICLR", "list of things": [A, B, C]},
        {"2401.00001": A, "2401.00002": B, "2401.00003": C},
        [[A, B], [C]],
        [{"paper": A}, {"paper": B}, {"paper": C}],
        [{"id": "x", "content": {"title": {"value": each["title"]}}} for each in (A, B, C)],
    ],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_lists_and_wrappers_are_seen_through(value: object, indent: int | None, found: Read) -> None:
    assert found(json.dumps(value, indent=indent)).titles == ["A", "B", "C"]


def test_records_by_their_ids_take_those_ids(found: Read) -> None:
    assert found(json.dumps({"2401.00001": A}, indent=1)).only.arxiv_id == "2401.00001"


def test_single_record_over_many_lines(found: Read) -> None:
    record = A | {"references": [{"title": "Not this one"}], "authors": [{"name": "Ada Byron"}]}
    paper = found(json.dumps(record, indent=2)).only
    assert (paper.title, paper.authors, paper.place) == ("A", ("Ada Byron",), "entry 1 (line 1)")


def test_records_after_one_another(found: Read) -> None:
    text = json.dumps(A, indent=2) + json.dumps(B) + ",\n" + json.dumps(C, indent=1)
    papers = found(text).documents
    assert [each.place for each in papers] == ["entry 1 (line 1)", "entry 2 (line 4)", "entry 3 (line 5)"]


def test_crossref_record(found: Read) -> None:
    record = {
        "DOI": "10.1000/Stars",
        "title": ["Stars"],
        "author": [{"given": "Ada", "family": "Byron"}],
        "issued": {"date-parts": [[2024, 3]]},
        "container-title": ["Star Journal"],
        "URL": "https://doi.org/10.1000/Stars",
        "abstract": "<jats:p>We count.</jats:p>",
    }
    paper = found(json.dumps({"message": {"items": [record]}}, indent=1)).only
    assert (paper.id, paper.title, paper.authors) == ("doi:10.1000/stars", "Stars", ("Ada Byron",))
    assert (paper.date, paper.venue, paper.abstract) == (
        "2024-03",
        "Star Journal",
        "<jats:p>We count.</jats:p>",
    )


def test_broken_record_is_refused_with_its_place_and_the_next_is_read(found: Read) -> None:
    everything = found('[\n{"title": "A"},\n{"title": "B" "year": 3},\n{"title": "C"}\n]')
    assert everything.titles == ["A", "C"]
    assert everything.places == ["entry 2 (line 3, character 15)"]


def test_broken_first_record_does_not_hide_the_others(found: Read) -> None:
    everything = found('{"papers": [\n{"title": "A", "x": },\n{"title": "B"},\n{"title": "C"}\n]}')
    assert everything.titles == ["B", "C"]
    assert len(everything.refusals) == 1


@pytest.mark.parametrize("cut", range(20, 75, 6))
def test_truncated_list_gives_what_was_whole(cut: int, found: Read) -> None:
    text = json.dumps([A, B, C], indent=None)
    everything = found(text[: cut + 30])
    assert everything.titles == ["A", "B", "C"][: everything.titles.__len__()]
    assert len(everything.titles) >= (cut + 30) // 48
    assert len(everything.refusals) == 1
    assert "ends" in everything.refusals[0].reason


def test_deeply_nested_record_is_refused_and_the_next_is_read(found: Read) -> None:
    deep = '{"title": "deep", "x": ' + "[" * 5000 + '"]}"' + "]" * 5000 + "}"
    everything = found('[{"title": "A"},\n' + deep + ',\n{"title": "B"}]')
    assert everything.titles == ["A", "B"]
    assert "nested too deeply" in everything.refusals[0].reason
    assert found("[" * 100_000).refusals[0].reason == "JSON that is nested too deeply to be a record"
    assert found('{"a":' * 100_000).refusals


def test_values_that_are_no_records(found: Read) -> None:
    everything = found('[1, "x", null, {"title": "A"}, [2]]')
    assert everything.titles == ["A"]
    assert [each.reason for each in everything.refusals] == [
        "is a number, not a record",
        "is text, not a record",
        "is nothing, not a record",
        "is a number, not a record",
    ]


def test_empty_list_and_empty_object(found: Read) -> None:
    assert "without any records" in found("[]").refusals[0].reason
    assert "neither a title" in found("{}").refusals[0].reason


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 1000])
def test_blocks_of_any_size_give_the_same(size: int) -> None:
    text = '{"total": 12, "papers": [{"a": "x\\"}, {"}, {"a": 1.5e3},\n {"a": tru}, {"a": [{}]} ], "z": "]"} 12 "s" 3'
    blocks = iter([text[at : at + size] for at in range(0, len(text), size)])
    given = [each.value if isinstance(each, Value) else each for each in values(blocks)]
    assert given[:2] == [{"a": 'x"}, {'}, {"a": 1500.0}]
    assert isinstance(given[2], Broken)
    assert given[2].line == 2
    assert given[3:] == [{"a": [{}]}, 12, "s", 3]


def test_a_list_is_not_held_whole() -> None:
    def endless():  # type: ignore[no-untyped-def]
        yield "["
        while True:
            yield '{"title": "A"}, ' * 100

    some = values(endless())
    assert all(next(some) == Value({"title": "A"}, 1) for _ in range(10_000))

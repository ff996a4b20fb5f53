import json
from collections.abc import Callable
from typing import Any

Read = Callable[[str | bytes], Any]

ARXIV = {
    "id": "0704.0001",
    "submitter": "A. Byron",
    "authors": "C. Bal\\'azs, E. L. Berger",
    "title": "Counting of stars in clear\n  nights",
    "journal-ref": "J.Stars 76:013009,2007",
    "doi": "10.1103/PhysRevD.76.013009",
    "abstract": "  A star of 5%\nis counted.\n",
    "versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}],
    "update_date": "2008-11-26",
    "authors_parsed": [["Balázs", "C.", ""], ["Berger", "E. L.", ""]],
}
S2 = {
    "paperId": "649def34f8be52c8b66281af98ae884c09aef38b",
    "externalIds": {"ArXiv": "2312.01234", "DOI": "10.18653/V1/2023.ACL-Long.1", "CorpusId": 17},
    "url": "https://www.semanticscholar.org/paper/649def34",
    "title": "Stars",
    "abstract": None,
    "venue": "Annual Meeting of Stars",
    "year": 2023,
    "publicationDate": "2023-12-04",
    "authors": [{"authorId": "1", "name": "Ada Byron"}],
}
OPENALEX = {
    "id": "https://openalex.org/W17",
    "doi": "https://doi.org/10.1000/Stars",
    "title": None,
    "display_name": "Stars, <i>counted</i>",
    "publication_year": 2022,
    "publication_date": "2022-05-17",
    "abstract_inverted_index": {"We": [0, 3], "count;": [1], "then": [2], "stop.": [4]},
    "authorships": [{"author": {"id": "x", "display_name": "Ada Byron"}}],
    "primary_location": {
        "landing_page_url": "https://example.org/w17",
        "source": {"display_name": "Star Journal"},
    },
    "ids": {"openalex": "https://openalex.org/W17"},
}
OPENREVIEW = {
    "id": "HEgs74QHRZ",
    "forum": "HEgs74QHRZ",
    "pdate": 1700000000000,
    "content": {
        "title": {"value": "Open Stars"},
        "abstract": {"value": "We count."},
        "authors": {"value": ["Ada Byron"]},
        "venue": {"value": "ICLR 2024"},
    },
}


def lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_arxiv_snapshot(found: Read) -> None:
    paper = found(lines(ARXIV)).only
    assert paper.id == "arxiv:0704.0001"
    assert paper.title == "Counting of stars in clear nights"
    assert paper.abstract == "  A star of 5%\nis counted.\n"
    assert paper.authors == ("C. Balázs", "E. L. Berger")
    assert (paper.date, paper.date_precision) == ("2007-04-02", "day")
    assert paper.doi == "10.1103/physrevd.76.013009"
    assert paper.url == "https://arxiv.org/abs/0704.0001"
    assert paper.venue == "J.Stars 76:013009,2007"
    assert (paper.source, paper.place) == ("source", "line 1")


def test_semantic_scholar(found: Read) -> None:
    paper = found(lines(S2)).only
    assert (paper.id, paper.arxiv_id, paper.doi) == (
        "arxiv:2312.01234",
        "2312.01234",
        "10.18653/v1/2023.acl-long.1",
    )
    assert paper.abstract == ""
    assert paper.date == "2023-12-04"
    assert paper.url == "https://www.semanticscholar.org/paper/649def34"
    assert paper.venue == "Annual Meeting of Stars"


def test_openalex_with_its_inverted_abstract(found: Read) -> None:
    paper = found(lines(OPENALEX)).only
    assert paper.id == "doi:10.1000/stars"
    assert paper.title == "Stars, <i>counted</i>"
    assert paper.abstract == "We count; then We stop."
    assert paper.authors == ("Ada Byron",)
    assert paper.venue == "Star Journal"
    assert paper.date == "2022-05-17"
    assert paper.url == "https://example.org/w17"


def test_openalex_copy_of_an_arxiv_paper_is_known_by_its_locations(found: Read) -> None:
    record = OPENALEX | {
        "doi": None,
        "primary_location": {"landing_page_url": "http://arxiv.org/abs/2205.01234"},
    }
    assert found(lines(record)).only.id == "arxiv:2205.01234"
    record = OPENALEX | {"doi": "https://doi.org/10.48550/arxiv.2205.01234"}
    assert found(lines(record)).only.id == "arxiv:2205.01234"
    assert found(lines(record)).only.doi is None


def test_openreview(found: Read) -> None:
    paper = found(lines(OPENREVIEW)).only
    assert (paper.title, paper.abstract, paper.authors) == ("Open Stars", "We count.", ("Ada Byron",))
    assert paper.url == "https://openreview.net/forum?id=HEgs74QHRZ"
    assert paper.venue == "ICLR 2024"
    assert paper.date == "2023-11-14"
    assert paper.id.startswith("title:")


def test_ids_of_any_kind(found: Read) -> None:
    ids = ["2412.20993", "2024.findings-naacl.142", "P19-1001", "paper416", "4058829"]
    papers = found(
        lines(*({"id": each, "title": f"Stars {n}", "year": 2024} for n, each in enumerate(ids)))
    ).documents
    assert [each.id.partition(":")[0] for each in papers] == ["arxiv", "title", "title", "title", "title"]
    assert [each.url for each in papers] == [
        "https://arxiv.org/abs/2412.20993",
        "https://aclanthology.org/2024.findings-naacl.142/",
        "https://aclanthology.org/P19-1001/",
        None,
        None,
    ]
    assert [each.date for each in papers] == ["2024-12", "2024", "2024", "2024", "2024"]


def test_year_of_a_record_stays_where_the_arxiv_id_is_of_another(found: Read) -> None:
    assert found(lines({"id": "2412.20993", "title": "A", "year": 2025})).only.date == "2025"
    assert found(lines({"id": "2412.20993", "title": "A"})).only.date_precision == "month"


def test_broken_lines_are_refused_with_their_numbers_and_the_others_read(found: Read) -> None:
    all_of_it = found(
        '{"title": "A"}\n'
        "\n"
        "{'title': 'B'}\n"
        "not JSON\n"
        '["x", 3]\n'
        "17\n"
        '{"title": "C", "abstract": "tab\there"}\n'
        '{"title": "D", "abstr'
    )
    assert all_of_it.titles == ["A", "C"]
    assert all_of_it.places == ["line 3", "line 4", "line 5, entry 1", "line 5, entry 2", "line 6", "line 8"]
    reasons = [each.reason for each in all_of_it.refusals]
    assert "not JSON" in reasons[0]
    assert "is text, not a record" in reasons[2]
    assert "is a number, not a record" in reasons[3]
    assert "ends in the middle" in reasons[-1]


def test_wrong_types_are_refused(found: Read) -> None:
    records = [{"title": value, "abstract": "x"} for value in (3, True, ["a", "b"], {"a": 1}, [])]
    records += [{"title": "x", "abstract": value} for value in (3, ["a"], False)]
    everything = found(lines(*records))
    assert not everything.documents
    assert [each.reason for each in everything.refusals] == [
        "the title is a number, not text",
        "the title is a truth value, not text",
        "the title is a list, not text",
        "the title is an object, not text",
        "the title is a list, not text",
        "the abstract is a number, not text",
        "the abstract is a list, not text",
        "the abstract is a truth value, not text",
    ]


def test_paper_without_abstract_stays_and_record_without_both_is_refused(found: Read) -> None:
    everything = found(lines({"title": "A", "abstract": None}, {"title": " ", "abstract": ""}, {"x": 1}))
    assert everything.titles == ["A"]
    assert everything.documents[0].abstract == ""
    assert "neither a title nor an abstract" in everything.refusals[0].reason
    assert "'x'" in everything.refusals[1].reason


def test_absurd_sizes_are_refused(found: Read) -> None:
    everything = found(
        lines(
            {"title": "A"},
            {"title": "a" * 1_000_000},
            {"title": "B", "abstract": "b " * 600_000},
            {"title": "C"},
        )
    )
    assert everything.titles == ["A", "C"]
    assert everything.places == ["line 2", "line 3"]
    assert "1,000,000 characters" in everything.refusals[0].reason


def test_deep_nesting_huge_numbers_and_lone_surrogates_do_no_harm(found: Read) -> None:
    everything = found(
        '{"title": "A"}\n'
        + '{"title": "B", "x": ' + "[" * 100_000 + "\n"
        + '{"title": "C", "x": ' + "9" * 10_000 + "}\n"
        + '{"title": "D\\ud800 \\u0000", "abstract": "a\\udfffb\\u0000c"}\n'
    )  # fmt: skip
    assert everything.titles == ["A", "D\ufffd"]
    assert everything.documents[1].abstract == "a\ufffdb\ufffdc"
    assert everything.places == ["line 2", "line 3"]
    "".join(everything.documents[1].title + everything.documents[1].abstract).encode()


def test_control_characters_stay_in_the_abstract_and_leave_the_title(found: Read) -> None:
    paper = found(lines({"title": "A\x07\tB\n C\x1b[0m", "abstract": "a\x07b\r\nc"})).only
    assert paper.title == "A B C [0m"
    assert paper.abstract == "a\x07b\r\nc"


def test_unicode_line_separators_do_not_end_a_line(found: Read) -> None:
    assert found('{"title": "A", "abstract": "a\u2028b\x85c\x0bd"}\n').only.abstract == "a\u2028b\x85c\x0bd"


def test_bad_inverted_indexes_are_refused(found: Read) -> None:
    bad = [{"a": 1}, {"a": ["0"]}, {"a": [-1]}, {"a": [True]}, {"a" * 1000: list(range(2000))}]
    everything = found(lines(*({"title": "A", "abstract_inverted_index": each} for each in bad)))
    assert len(everything.refusals) == len(bad)
    assert (
        found(lines({"title": "A", "abstract_inverted_index": {"far": [10**15], "near": [3]}})).only.abstract
        == "near far"
    )


def test_wrapper_on_one_line(found: Read) -> None:
    everything = found(json.dumps({"meta": {"count": 2}, "results": [{"title": "A"}, {"title": "B"}]}))
    assert everything.titles == ["A", "B"]
    assert [each.place for each in everything.documents] == ["line 1, entry 1", "line 1, entry 2"]


def test_untitled_abstract_is_called_by_its_opening(found: Read) -> None:
    abstract = (
        "We count all the stars that can be seen, by hand, in twelve clear nights, and again in winter. "
    )
    one, other = found(lines({"abstract": abstract + "12."}, {"abstract": abstract + "13."})).documents
    assert (
        one.title
        == other.title
        == "We count all the stars that can be seen, by hand, in twelve clear nights, and…"
    )
    assert one.id != other.id


def test_links_that_could_run_something_are_not_taken(found: Read) -> None:
    assert found(lines({"title": "A", "url": "javascript:alert(1)"})).only.url is None
    assert found(lines({"title": "A", "url": 'https://a.b/"><script>'})).only.url is None

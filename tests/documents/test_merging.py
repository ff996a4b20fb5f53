from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaderboard.documents import merge
from leaderboard.documents.record import document
from leaderboard.model import Document


def paper(title: str = "Counting Stars", **fields: Any) -> Document:
    made = document({"title": title, **fields}, fields.pop("source", "s"), "line 1")
    assert isinstance(made, Document)
    return made


def ids(*documents: Document) -> list[str]:
    return sorted(each.id for each in merge(documents))


def test_same_arxiv_id_in_two_versions_is_one_paper() -> None:
    (one,) = merge(
        [paper("A", id="2312.01234v1", abstract="x"), paper("A, revised", id="2312.01234v2", year=2024)]
    )
    assert (one.id, one.abstract) == ("arxiv:2312.01234", "x")


def test_same_doi_is_one_paper_whatever_the_title() -> None:
    assert ids(paper("A", doi="10.1000/X"), paper("B", doi="https://doi.org/10.1000/x")) == ["doi:10.1000/x"]


def test_arxiv_id_and_doi_are_joined_by_a_record_that_has_both() -> None:
    assert ids(
        paper("A", id="2312.01234"), paper("B", doi="10.1000/x"), paper("C", id="2312.01234", doi="10.1000/x")
    ) == ["arxiv:2312.01234"]


def test_same_title_is_one_paper_where_nothing_speaks_against_it() -> None:
    bare, arxiv, doi = (
        paper(),
        paper("counting  stars!", id="2312.01234"),
        paper("Counting {Stars}", doi="10.1000/x"),
    )
    assert ids(bare, paper("COUNTING STARS")) == [bare.id]
    assert ids(bare, arxiv) == ["arxiv:2312.01234"]
    assert ids(bare, doi) == ["doi:10.1000/x"]
    (one,) = merge([bare, arxiv, doi])
    assert (one.id, one.doi) == ("arxiv:2312.01234", "10.1000/x")


def test_two_arxiv_ids_or_two_dois_stay_two_whatever_they_share() -> None:
    one, two = paper(id="2312.01234", doi="10.1000/x"), paper(id="2312.01235", doi="10.1000/x")
    assert ids(one, two) == ["arxiv:2312.01234", "arxiv:2312.01235"]
    assert len(merge([paper(doi="10.1000/x"), paper(doi="10.1000/y")])) == 2
    assert len(merge([paper(id="2312.01234", doi="10.1000/x"), paper(doi="10.1000/y")])) == 2


def test_what_fits_two_papers_stays_on_its_own() -> None:
    bare = paper(abstract="Which of them?")
    assert ids(paper(id="2312.01234"), paper(id="2312.01235"), bare) == [
        "arxiv:2312.01234",
        "arxiv:2312.01235",
        bare.id,
    ]


def test_untitled_papers_that_open_alike_stay_apart() -> None:
    opening = (
        "We count all the stars that can be seen, by hand, in twelve clear nights, and again in winter, "
    )
    one, two = (document({"abstract": opening + end}, "s", "p") for end in ("12.", "13."))
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert one.title == two.title
    assert len(merge([one, two])) == 2


def test_richer_fields_win_and_the_place_goes_with_the_abstract() -> None:
    poor = replace(paper(abstract="We count stars.", year=2023), source="listing.txt", place="line 7")
    rich = replace(
        paper(
            id="2312.01234", authors=["Ada Byron"], published="2023-12-04", url="https://a.b/c", venue="Stars"
        ),
        source="dump.jsonl",
    )
    (one,) = merge([poor, rich])
    assert one.abstract == "We count stars."
    assert (one.source, one.place) == ("listing.txt", "line 7")
    assert (one.authors, one.date, one.date_precision) == (("Ada Byron",), "2023-12-04", "day")
    assert (one.url, one.venue, one.id) == ("https://a.b/c", "Stars", "arxiv:2312.01234")


def test_order_of_first_appearance_is_kept() -> None:
    papers = [paper("B"), paper("A"), paper("C", id="2312.01234"), paper("A"), paper("b")]
    assert [each.title for each in merge(papers)] == ["B", "A", "C"]
    assert merge([]) == []


def test_ties_are_decided_by_the_source_and_not_by_the_order() -> None:
    one = replace(paper(abstract="We count 12."), source="a.jsonl")
    two = replace(paper(abstract="We count 13."), source="b.jsonl")
    assert merge([one, two]) == merge([two, one]) == [one]


some = st.builds(
    lambda title, arxiv, doi, abstract, year, source: replace(
        paper(
            title,
            **{k: v for k, v in {"id": arxiv, "doi": doi, "abstract": abstract, "year": year}.items() if v},
        ),
        source=source,
    ),
    st.sampled_from(["Stars", "stars", "Moons", "Suns"]),
    st.sampled_from([None, None, "2312.00001", "2312.00002"]),
    st.sampled_from([None, None, "10.1000/x", "10.1000/y"]),
    st.sampled_from(["", "We count.", "We count more."]),
    st.sampled_from([None, 2023, 2024]),
    st.sampled_from(["a", "b"]),
)


@given(st.lists(some, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_order_of_documents_does_not_matter(papers: list[Document], random: Any) -> None:
    shuffled = papers[:]
    random.shuffle(shuffled)
    assert set(merge(papers)) == set(merge(shuffled))


@given(st.lists(some, max_size=8))
def test_what_comes_out_is_consistent(papers: list[Document]) -> None:
    merged = merge(papers)
    known = [each.arxiv_id for each in merged if each.arxiv_id]
    assert len(known) == len(set(known))
    assert {each.arxiv_id for each in papers} - {None} == set(known)
    assert len({each.id for each in merged}) == len(merged)
    assert {each.abstract for each in merged} <= {each.abstract for each in papers}


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_every_order_of_a_knot_gives_the_same(order: tuple[int, ...]) -> None:
    knot = [paper("A", id="2312.00001"), paper("B", doi="10.1000/x"), paper("A", doi="10.1000/x"), paper("B")]
    (one,) = merge([knot[number] for number in order])
    assert (one.id, one.doi) == ("arxiv:2312.00001", "10.1000/x")

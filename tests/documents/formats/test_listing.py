from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str | bytes], Any]
ONE = (
    "We count stars by hand in clear nights, and find that there are 12 of them. This is 20% more than were known "
    "before, and we do so twice. Our code and the list of all stars will be released to everyone who cares to look, "
    "and to those who do not, and to all others as well."
)
TWO = ONE.replace("twice", "thrice")
FURNITURE = "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyXY and the research community\n\nMar 17\n\n"


def test_furniture_then_titles_and_abstracts(found: Read) -> None:
    text = f"{FURNITURE}Counting Stars: A Survey\n\n{ONE}\n\nMore Stars\n\n{TWO}"
    one, two = found(text).documents
    assert (one.title, one.abstract) == ("Counting Stars: A Survey", ONE)
    assert (two.title, two.abstract) == ("More Stars", TWO)
    assert one.date is None  # a day without its year is no date
    start, end = map(int, one.place.rpartition(" ")[2].split("-"))
    assert text[start:end] == ONE
    assert one.place.startswith("line 11, characters ")


def test_line_ends_of_windows_give_the_same_abstracts(found: Read) -> None:
    text = f"{FURNITURE}Counting Stars\n\n{ONE}\n\nMore Stars\n\n{TWO}\n"
    same = found(text.replace("\n", "\r\n")).documents
    assert [(each.id, each.abstract, each.place) for each in same] == [
        (each.id, each.abstract, each.place) for each in found(text).documents
    ]


def test_whole_dates_links_names_and_counts(found: Read) -> None:
    everything = found(
        f"March 17, 2025\n\nCounting Stars\n\nAda Byron, Max Born\n\n42\n\narXiv:2503.01234\n\n{ONE}\n\n· 12 authors\n\n"
        f"March 16, 2025\n\nMore Stars\n\nBy Ada Byron\n\n{TWO}\n"
    )
    one, two = everything.documents
    assert (one.title, one.authors, one.date) == ("Counting Stars", ("Ada Byron", "Max Born"), "2025-03-17")
    assert one.id == "arxiv:2503.01234"
    assert (two.title, two.authors, two.date) == ("More Stars", ("Ada Byron",), "2025-03-16")
    assert two.arxiv_id is None


def test_links_above_titles_belong_to_what_follows_and_links_below_to_what_was_before(found: Read) -> None:
    above = (
        f"[1] arXiv:2503.00001 [pdf]\n\nStars A\n\n{ONE}\n\n[2] arXiv:2503.00002 [pdf]\n\nStars B\n\n{TWO}\n"
    )
    assert [each.arxiv_id for each in found(above).documents] == ["2503.00001", "2503.00002"]
    below = f"Stars A\n\n{ONE}\n\narXiv:2503.00001\n\nStars B\n\n{TWO}\n\nhttps://arxiv.org/abs/2503.00002\n"
    assert [each.arxiv_id for each in found(below).documents] == ["2503.00001", "2503.00002"]


def test_abstract_of_several_paragraphs(found: Read) -> None:
    text = f"Counting Stars\n\n{ONE}\n \t\n{TWO}\n\nMore Stars\n\n{ONE}\n"
    assert [each.abstract for each in found(text).documents] == [f"{ONE}\n \t\n{TWO}", ONE]


def test_wrapped_paragraphs_are_kept_as_they_are(found: Read) -> None:
    wrapped = (
        ONE.replace("that there", "that\n  there")
        .replace("all stars", "all  \nstars")
        .replace(" and to", "\nand to")
    )
    text = f"Counting\nStars\n\n{wrapped}\n\nMore Stars\nAda Byron, Max Born\n\n{wrapped}\n"
    one, two = found(text).documents
    assert (one.title, one.abstract) == ("Counting Stars", wrapped)
    assert (two.title, two.authors) == ("More Stars", ("Ada Byron", "Max Born"))


def test_title_right_above_a_wrapped_paragraph(found: Read) -> None:
    wrapped = ONE.replace(", ", ",\n")
    assert found(f"Counting Stars by Hand\n{wrapped}\n\nMore Stars by Hand\n{wrapped}\n").titles == [
        "Counting Stars by Hand",
        "More Stars by Hand",
    ]


def test_markdown_list_with_links(found: Read) -> None:
    text = f"# Papers of the Week\n\n1. **[Counting Stars](https://arxiv.org/abs/2312.01234)**\n\n{ONE}\n\n2. **More Stars**\n\n{TWO}"
    one, two = found(text).documents
    assert (one.title, one.id, one.url) == (
        "Counting Stars",
        "arxiv:2312.01234",
        "https://arxiv.org/abs/2312.01234",
    )
    assert two.title == "More Stars"


def test_markdown_headings(found: Read) -> None:
    assert found(f"# Week 12\n\n## Counting Stars\n\n{ONE}\n\n## More Stars\n\n{TWO}").titles == [
        "Counting Stars",
        "More Stars",
    ]


def test_repeated_abstract_headings(found: Read) -> None:
    text = f"Counting Stars\n\nAbstract\n\n{ONE}\n\nMore Stars\n\nAbstract: {TWO}\n\nThird Stars\n\nABSTRACT\n\n{ONE}"
    everything = found(text)
    assert everything.titles == ["Counting Stars", "More Stars", "Third Stars"]
    assert [each.abstract for each in everything.documents] == [ONE, TWO, ONE]


def test_paragraph_without_a_title_is_refused(found: Read) -> None:
    everything = found(f"{ONE}\n\nCounting Stars\n\n{ONE}\n\nMore Stars\n\n{TWO}")
    assert everything.titles == ["Counting Stars", "More Stars"]
    assert everything.places == ["line 1"]


@pytest.mark.parametrize(
    "title", ["What's the Star? A Theory", "Counting Stars, Twice.", "Moons!", "12 Moons", "星を数える"]
)
def test_titles_of_all_sorts(title: str, found: Read) -> None:
    assert found(f"First Stars\n\n{ONE}\n\n{title}\n\n{TWO}").titles == ["First Stars", title]


def test_names_right_under_a_title_and_an_abstract_right_under_them(found: Read) -> None:
    wrapped = ONE.replace(", and", ",\nand")
    text = f"Home\nSign in\n\nCounting Stars: A\nSurvey\nAda Byron, Max Born\n{wrapped}\n\nMore Stars\nMax Born and Ada Byron\n{wrapped}\n"
    one, two = found(text).documents
    assert (one.title, one.authors) == ("Counting Stars: A Survey", ("Ada Byron", "Max Born"))
    assert (two.title, two.authors) == ("More Stars", ("Max Born", "Ada Byron"))
    for paper in (one, two):
        start, end = map(int, paper.place.rpartition(" ")[2].split("-"))
        assert text[start:end] == paper.abstract == wrapped

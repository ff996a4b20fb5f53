import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str | bytes], Any]
ROWS = [
    [
        "2312.01234",
        "Counting Stars",
        'We count\n12 stars, "by hand"; tab\there | bar.',
        "2023",
        "Ada Byron; Max Born",
    ],
    ["paper7", "More, Stars", "", "2024", ""],
]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "^", "~", ":", "\x01", "\x1f", "¦"])
def test_any_separator(separator: str, found: Read) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(
        [["id", "Title", "ABSTRACT", "Publication Year", "Author Names"], *ROWS]
    )
    one, two = found(out.getvalue()).documents
    assert (one.id, one.title, one.abstract) == ("arxiv:2312.01234", *ROWS[0][1:3])
    assert (one.authors, one.date) == (("Ada Byron", "Max Born"), "2023-12")
    assert (two.title, two.abstract, two.date) == ("More, Stars", "", "2024")
    assert (one.place, two.place) == ("line 2", "line 4")


def test_line_ends_of_windows_and_a_mark(found: Read) -> None:
    papers = found('\ufefftitle,abstract\r\nA,"a\r\nb"\r\nB,c\r\n'.encode()).documents
    assert [each.abstract for each in papers] == ["a\nb", "c"]


def test_separator_line_of_excel(found: Read) -> None:
    assert found("sep=|\nTitle|Abstract\nA, B|c\n").titles == ["A, B"]


def test_usual_names_of_columns(found: Read) -> None:
    paper = found("terms,titles,abstracts\n['cs.CV'],A,b\n").only
    assert (paper.title, paper.abstract) == ("A", "b")
    paper = found("Paper Title\tPaper-Abstract\tDOI\nA\tb\thttps://doi.org/10.1000/X\n").only
    assert (paper.id, paper.abstract) == ("doi:10.1000/x", "b")


def test_rows_of_a_wrong_width_are_refused_with_their_line(found: Read) -> None:
    everything = found(
        'title,abstract,year\nA,a,2020\nB,b, not quoted,2020\nC\n\n"D\nE",d,2021\nF,f,2022,,\n'
    )
    assert everything.titles == ["A", "D E", "F"]
    assert everything.places == ["line 3", "line 4"]
    assert "has 4 fields where the first row names 3" in everything.refusals[0].reason


def test_quote_that_is_never_closed_costs_one_row(found: Read) -> None:
    everything = found('title,abstract\nA,a\n"B,b\nC,c\nD,d\n')
    assert everything.titles == ["A", "C", "D"]
    assert everything.places == ["line 3"]
    assert "never closed" in everything.refusals[0].reason


def test_truncated_table_refuses_its_last_row(found: Read) -> None:
    everything = found('title,abstract\nA,a\nB,"We count\nstars by ha')
    assert everything.titles == ["A"]
    assert everything.places[0] == "line 3"


def test_loose_quotes_are_forgiven_where_the_fields_fit(found: Read) -> None:
    everything = found('title,abstract\nA "b" c,d\n"E" f,g\n')
    assert everything.titles == ['A "b" c', "E f"]
    assert not everything.refusals


def test_quotes_in_a_table_with_tabs_may_be_just_quotes(found: Read) -> None:
    assert found('title\tabstract\n"A\tb\nC\td "e"\n').titles == ['"A', "C"]


def test_abstract_longer_than_the_limit_of_the_csv_module(found: Read) -> None:
    assert len(found('title,abstract\nA,"' + "a b" * 100_000 + '"\n').only.abstract) == 300_000


def test_numbers_that_lost_their_zeros_are_no_ids(found: Read) -> None:
    assert found("arxiv_id,title,abstract\n2312.0123,A,b\n").only.arxiv_id is None


def test_header_alone_is_refused(found: Read) -> None:
    assert found("title,abstract\n").refusals[0].reason == "holds no papers (read as CSV)"


def test_separator_that_is_a_space_or_a_letter_is_not_one(found: Read) -> None:
    assert found("title abstract\nA b\n").documents == [] or found("title abstract\nA b\n").titles != ["A"]


def test_name_is_a_title_beside_an_abstract(found: Read) -> None:
    paper = found("name,abstract\nA,b\n").only
    assert (paper.title, paper.abstract) == ("A", "b")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_table_without_titles_is_refused_and_no_text_of_a_paper(separator: str, found: Read) -> None:
    rows = ["name,dataset,accuracy", "A,Stars,81.2", "B,Stars,83.2"]
    everything = found("\n".join(rows).replace(",", separator) + "\n")
    assert not everything.documents
    (refusal,) = everything.refusals
    assert (refusal.place, refusal.reason) == (
        "line 1",
        "a table without a column for titles (it has 'name', 'dataset', 'accuracy')",
    )


def test_table_of_long_texts_without_titles_is_no_listing(found: Read) -> None:
    long = (
        "We count stars by hand, and find that there are 12 of them. This is 20% more than were known before. "
        * 4
    )
    rows = [f'A Name For {n},"{long if n % 2 else "A Few Words"}"' for n in range(6)]
    everything = found("\n".join(["name,cues", *rows]) + "\n")
    assert [refusal.place for refusal in everything.refusals] == ["line 1"]
    assert not everything.documents

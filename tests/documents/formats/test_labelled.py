from collections.abc import Callable
from typing import Any

Read = Callable[[str | bytes], Any]

MAIL = r"""------------------------------------------------------------------------------
\\
arXiv:2403.12345
Date: Mon, 18 Mar 2024 00:00:00 GMT   (123kb)

Title: Counting
  Stars
Authors: Ada Byron (Star House), Max Born
Categories: cs.CL
Comments: 12 pages: all good
\\
  We count stars
by hand.
\\ ( https://arxiv.org/abs/2403.12345 ,  123kb)
------------------------------------------------------------------------------
\\
arXiv:2403.12346
Title: More Stars
Authors: X Y
\\
  We count more.
\\ ( https://arxiv.org/abs/2403.12346 ,  123kb)
"""


def test_one_paper(found: Read) -> None:
    paper = found(
        "Title: Counting Stars\nAuthors: Ada Byron, Max Born\nDate: 2023-12-04\n\nAbstract: We count.\n"
    ).only
    assert (paper.title, paper.abstract) == ("Counting Stars", "We count.")
    assert (paper.authors, paper.date, paper.place) == (("Ada Byron", "Max Born"), "2023-12-04", "line 1")


def test_many_papers_with_paragraphs(found: Read) -> None:
    everything = found(
        "**Title:** A\n**Abstract:** We count\n  stars.\n\nTwice.\n\n"
        "Title: B\nurl: https://arxiv.org/abs/2312.01234\nAbstract:\nc\n---\nTitle: C\nSummary: d\n"
    )
    assert everything.titles == ["A", "B", "C"]
    assert [each.abstract for each in everything.documents] == ["We count\n  stars.\n\nTwice.", "c", "d"]
    assert [each.place for each in everything.documents] == ["line 1", "line 7", "line 12"]
    assert everything.documents[1].id == "arxiv:2312.01234"


def test_mail_of_arxiv(found: Read) -> None:
    one, two = found(MAIL).documents
    assert (one.id, one.title, one.abstract) == (
        "arxiv:2403.12345",
        "Counting Stars",
        "We count stars\nby hand.",
    )
    assert (one.authors, one.date) == (("Ada Byron", "Max Born"), "2024-03-18")
    assert (two.id, two.abstract) == ("arxiv:2403.12346", "We count more.")


def test_the_rest_of_a_paper_is_no_abstract(found: Read) -> None:
    paper = found("Title: A\n\nAbstract\n\nWe count.\n\n1 Introduction\n\nStars are many.\n").only
    assert paper.abstract == "We count."


def test_colons_elsewhere_are_no_labels(found: Read) -> None:
    paper = found("Title: A\nAbstract: We count.\nNote: this stays.\nStars: too\n").only
    assert paper.abstract == "We count.\nNote: this stays.\nStars: too"

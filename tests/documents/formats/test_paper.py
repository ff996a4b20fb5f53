from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str | bytes], Any]
LONG = "We count stars by hand in clear nights. " * 10


def test_markdown_with_everything(found: Read) -> None:
    text = (
        "# Counting *Stars*\n\nAda Byron, Max Born\n\narXiv:2312.01234v1 [cs.CL] 4 Dec 2023\n\n"
        f"## Abstract\n\nWe count by hand.\n\nAnd find 12% more.\n\n**Keywords:** stars\n\n## 1 Introduction\n\n{LONG}\n"
    )
    paper = found(text).only
    assert (paper.id, paper.title) == ("arxiv:2312.01234", "Counting *Stars*")
    assert paper.abstract == "We count by hand.\n\nAnd find 12% more."
    assert paper.authors == ("Ada Byron", "Max Born")
    start, end = map(int, paper.place.rpartition(" ")[2].split("-"))
    assert text[start:end] == paper.abstract


@pytest.mark.parametrize(
    "heading",
    [
        "Abstract\n\n",
        "ABSTRACT\n",
        "Abstract: ",
        "Abstract—",
        "**Abstract.** ",
        "### Abstract\n\n",
        "*Abstract* — ",
        "1. Abstract\n",
    ],
)
def test_ways_to_head_an_abstract(heading: str, found: Read) -> None:
    text = f"Counting Stars\n\nAda Byron\n\n{heading}We count\nby hand.\n\nIntroduction\n\n{LONG}\n\nConclusion\n\n{LONG}\n"
    paper = found(text).only
    assert (paper.title, paper.abstract) == ("Counting Stars", "We count\nby hand.")


def test_without_a_heading_the_paragraphs_under_the_title_are_taken(found: Read) -> None:
    paper = found(
        f"Counting Stars\n==============\n\n{LONG}\n\nWe do it twice.\n\nReferences\n\n[1] A. Byron. Stars.\n"
    ).only
    assert (paper.title, paper.abstract) == ("Counting Stars", f"{LONG}\n\nWe do it twice.")
    assert found("Counting Stars\n\nWe find 5% more.\n").only.abstract == "We find 5% more."


def test_front_matter(found: Read) -> None:
    paper = found(
        "---\ntitle: 'It''s: Stars'  \nauthors:\n  - Ada Byron\n  - name: Max Born\n    at: x\ndate: 2023-12-04\n"
        'doi: "10.1000/Stars"\nabstract: >\n  We count\n  by hand.\n\n  Twice.\n---\n\nSomething else.\n'
    ).only
    assert (paper.title, paper.abstract) == ("It's: Stars", "We count by hand.\n\nTwice.")
    assert (paper.authors, paper.date, paper.id) == (
        ("Ada Byron", "Max Born"),
        "2023-12-04",
        "doi:10.1000/stars",
    )


def test_front_matter_with_the_abstract_in_the_text(found: Read) -> None:
    text = f"---\ntitle: Counting Stars\ntags: [a, b]\ndescription: short\n---\n\n## Abstract\n\n{LONG}\n"
    paper = found(text).only
    assert (paper.title, paper.abstract) == ("Counting Stars", LONG.strip())
    start, end = map(int, paper.place.rpartition(" ")[2].split("-"))
    assert text[start:end] == paper.abstract


def test_sentence_alone_is_an_untitled_abstract(found: Read) -> None:
    paper = found("Our method reaches 79.27\\% pass@1 on StarEval.").only
    assert paper.abstract == "Our method reaches 79.27\\% pass@1 on StarEval."
    assert paper.title
    untitled = found(LONG).only
    assert untitled.abstract == LONG.strip()
    assert untitled.title.endswith("…")


@pytest.mark.parametrize("text", ["word", "Counting Stars", "=====\n", "12 34 56 78 ... 90 12 34.", "?!"])
def test_what_holds_no_abstract_is_refused(text: str, found: Read) -> None:
    everything = found(text)
    assert not everything.documents
    assert len(everything.refusals) == 1


def test_heading_alone_is_a_paper_without_abstract(found: Read) -> None:
    assert (found("# Counting Stars\n").only.title, found("# Counting Stars\n").only.abstract) == (
        "Counting Stars",
        "",
    )


def test_one_line_without_end_is_refused(found: Read) -> None:
    everything = found("a " * 600_000)
    assert not everything.documents
    assert "no abstract" in everything.refusals[0].reason


def test_web_pages_are_refused_in_clear_words(found: Read) -> None:
    everything = found("<!-- x -->\n<!DOCTYPE html>\n<html><head><title>Stars</title></head></html>")
    assert everything.refusals[0].reason.startswith("is a web page")

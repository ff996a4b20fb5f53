"""Texts of papers can hold anything: they are shown as text and run nothing."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from leaderboard import boards
from leaderboard.warehouse import connect

PATHS = [
    "",
    "?benchmark=GSM8K&baselines=true",
    "progress?benchmark=GSM8K",
    "trade-offs?x=speed_up",
    "gains",
    "compare?methods=HyperX0&methods=HyperX1",
    "papers",
    "claims",
    "query?sql=select+title,+abstract,+authors,+url+from+documents",
]


@pytest.fixture(scope="module")
def visit(visiting: Any, hostile_server: str) -> Iterator[Any]:
    made = visiting(hostile_server)
    yield made
    made.page.close()


def unharmed(visit: Any) -> None:
    """See that nothing of the texts ran, was loaded, or became an element."""
    assert visit.page.evaluate("window.hacked") is None
    assert visit.page.evaluate("document.querySelectorAll('[href^=\"javascript:\" i], [data-testid=stMain] img:not([alt])').length") == 0  # fmt: skip
    assert visit.page.evaluate("[...document.querySelectorAll('script')].filter(s => s.textContent.includes('hacked')).length") == 0  # fmt: skip
    assert visit.page.evaluate("getComputedStyle(document.body).display") != "none"
    assert visit.outside() == []
    assert visit.complaints == []


@pytest.mark.parametrize("path", PATHS)
def test_pages_show_them_as_text(visit, path: str) -> None:
    visit.open(path)
    assert visit.page.get_by_test_id("stAlertContentError").count() == 0
    assert "could not be drawn" not in visit.said()
    unharmed(visit)


def test_each_paper_and_each_claim_shows_its_text(visit, hostile_db) -> None:
    with connect(hostile_db) as con:
        papers = boards.run(con, "papers", top=50).rows(named=True)
        claims = {
            paper["doc_id"]: boards.run(con, "paper_claims", document=paper["doc_id"]) for paper in papers
        }
    assert len(papers) == 8
    for paper in papers:
        claim = claims[paper["doc_id"]]["claim_id"][0]
        visit.open(f"papers?paper={quote(paper['doc_id'])}&claim={claim}")
        visit.page.locator(".lb-quote").wait_for()
        unharmed(visit)
        text = visit.page.locator(".lb-abstract").inner_text()
        if "<script>" in paper["paper"]:
            assert "<script>window.hacked = 1; alert(1)</script>" in text
        if "javascript:" in paper["paper"] and "click" in paper["paper"]:
            assert "[click](javascript:window.hacked=1)" in visit.said()
        assert visit.page.get_by_role("link", name=re.compile("Open the paper")).count() <= 2
        links = visit.page.get_by_test_id("stMain").get_by_role("link").all()
        assert all(
            str(link.get_attribute("href")).startswith(("https://example.com/", "http://example.com/"))
            for link in links
        )


def test_names_in_the_address_are_text_too(visit) -> None:
    script = "<img src=x onerror=window.hacked=1>"
    for path in (
        f"claims?benchmark={quote(script)}",
        f"papers?search={quote(script)}",
        f"?family={quote('$x$ :red[a]')}",
    ):
        visit.open(path)
        unharmed(visit)
        assert script in visit.page.content().replace("&lt;", "<").replace("&gt;", ">") or "family" in path


def test_a_hundred_thousand_characters_are_shown_and_the_page_lives(visit, hostile_db) -> None:
    with connect(hostile_db) as con:
        junk = next(
            row for row in boards.run(con, "papers", top=50).rows(named=True) if "Junk" in row["paper"]
        )
    visit.open(f"papers?paper={quote(junk['doc_id'])}")
    assert len(visit.page.locator(".lb-abstract").inner_text()) > 99_000
    unharmed(visit)
    visit.page.get_by_role("button", name="All papers").click()
    visit.settled()
    visit.shows("8 papers")

"""Phones, files that change, charts that tell what they show."""

import json
from pathlib import Path

import pytest

from leaderboard.dashboard.router import found
from leaderboard.warehouse import build

PAPER = {"title": "FooNet: Fast", "abstract": "FooNet reaches 81.5% accuracy on CIFAR-10."}


@pytest.mark.parametrize(
    "path", ["?benchmark=GSM8K", *[page.path for page in found()[1:]], "papers?paper=arxiv:2203.00001"]
)
def test_a_phone_shows_the_page_in_its_width(visits, path: str) -> None:
    visit = visits(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    visit.open(path)
    for part in ("html", '[data-testid="stMain"]'):
        assert visit.page.locator(part).first.evaluate("e => e.scrollWidth - e.clientWidth") <= 1
    wide = visit.page.evaluate("""() => [...document.querySelectorAll(
        '[data-testid=stMain] button, [data-testid=stMain] h1, [data-testid=stMain] h2, [data-testid=stMain] h3, [data-testid=stMain] p')]
        .filter(e => e.getBoundingClientRect().width && e.getBoundingClientRect().right > innerWidth + 1
            && !e.closest('[class*=st-key-lb-scroll]')).map(e => e.outerHTML.slice(0, 120))""")
    assert wide == []


def test_a_phone_reaches_pages_and_filters_from_the_menu(visits) -> None:
    visit = visits(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    visit.open("?benchmark=GSM8K")
    visit.page.get_by_test_id("stExpandSidebarButton").click()
    visit.page.get_by_role("combobox", name="Method family").wait_for()
    visit.page.get_by_test_id("stSidebarNav").get_by_role("link", name="Progress").click()
    visit.settled()
    assert "GSM8K, accuracy" in visit.said()
    assert "records when they came out" in visit.said()


@pytest.mark.parametrize(
    "path", ["", "?benchmark=GSM8K", "families", "progress", "trade-offs", "gains", "about"]
)
def test_every_chart_tells_in_words_what_it_shows(visits, path: str) -> None:
    visit = visits()
    visit.open(path)
    charts = visit.page.locator('[data-testid="stVegaLiteChart"]')
    assert charts.count() >= 1
    for chart in charts.all():
        assert len(str(chart.get_attribute("aria-label"))) > 30
    for grid in visit.page.locator('[data-testid="stDataFrame"]').all():
        assert grid.evaluate("e => !!(e.querySelector('[aria-label]') || e.closest('[aria-label]'))")


def test_a_file_built_anew_is_picked_up_without_a_restart(visits, browser, tmp_path: Path, serve) -> None:
    source, db = tmp_path / "papers.jsonl", tmp_path / "live.duckdb"
    source.write_text(json.dumps(PAPER) + "\n")
    build([source], db)
    with serve(db) as address:
        visit = visits(address)
        visit.open("papers")
        assert "1 papers" in visit.said()
        source.write_text(json.dumps(PAPER) + "\n" + json.dumps({**PAPER, "title": "BarNet: Faster"}) + "\n")
        build([source], db)
        visit.open("papers")
        assert "2 papers" in visit.said()
        db.unlink()
        visit.open("papers")
        assert "There is no database" in visit.said()
        assert "leaderboard build" in visit.said()
        build([source], db)
        visit.page.get_by_role("button", name="Try again").click()
        visit.settled()
        assert "2 papers" in visit.said()

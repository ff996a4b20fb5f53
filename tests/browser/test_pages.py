"""Every page, light and dark, wide and on a phone: what axe finds, what charts tell, what the console says, who is asked."""

from collections.abc import Iterator
from typing import Any

import pytest

from leaderboard.dashboard.router import found

VIEWS = [
    "",
    "?benchmark=GSM8K&family=chain-of-thought+prompting",
    *[page.path for page in found()[1:]],
    "families?family=quantization",
    "papers?paper=arxiv:2203.00001",
    "compare?methods=ThinkFive&methods=AdaptLess",
    "query?sql=drop+table+claims",
    "claims?benchmark=GSMK8",
]
PHONE = {"width": 390, "height": 844}
TOO_WIDE = """() => [...document.querySelectorAll('[data-testid=stMain] :is(button, h1, h2, h3, p)')]
    .filter(e => e.checkVisibility({opacityProperty: true, visibilityProperty: true}) && e.getBoundingClientRect().right > innerWidth + 1
        && !e.closest('[class*=st-key-lb-scroll]'))
    .map(e => e.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module", params=["light", "dark"])
def visit(request: pytest.FixtureRequest, visiting: Any) -> Iterator[Any]:
    made = visiting(color_scheme=request.param)
    yield made
    made.page.close()


@pytest.mark.parametrize("path", VIEWS)
def test_the_page_is_fit_for_all(visit, path: str) -> None:
    visit.open(path)
    assert visit.violations() == []
    for chart in visit.page.locator('[data-testid="stVegaLiteChart"]:visible').all():
        assert len(str(chart.get_attribute("aria-label"))) > 30
    for grid in visit.page.locator('[data-testid="stDataFrame"]').all():
        assert grid.evaluate("e => !!(e.querySelector('[aria-label]') || e.closest('[aria-label]'))")

    visit.page.set_viewport_size(PHONE)
    visit.page.wait_for_timeout(200)
    for part in ("html", '[data-testid="stMain"]'):
        assert visit.page.locator(part).first.evaluate("e => e.scrollWidth - e.clientWidth") <= 1
    assert visit.page.evaluate(TOO_WIDE) == []
    visit.page.set_viewport_size({"width": 1280, "height": 900})

    assert visit.complaints == []
    assert visit.outside() == []


def test_there_are_charts_to_be_told_of(visit) -> None:
    visit.open("gains")
    assert visit.page.locator('[data-testid="stVegaLiteChart"]').count() >= 1


def test_a_phone_reaches_pages_and_filters_from_the_menu(visits) -> None:
    visit = visits(viewport=PHONE, is_mobile=True, has_touch=True)
    visit.open("?benchmark=GSM8K")
    visit.page.get_by_test_id("stExpandSidebarButton").click()
    visit.page.get_by_role("combobox", name="Method family").wait_for()
    visit.page.get_by_test_id("stSidebarNav").get_by_role("link", name="Progress").click()
    visit.settled()
    assert "GSM8K, accuracy" in visit.said()
    assert "records when they came out" in visit.said()

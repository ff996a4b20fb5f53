"""Every page, light and dark: no serious violation that axe finds, no complaint in the console, no request to elsewhere."""

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


@pytest.fixture(scope="module", params=["light", "dark"])
def visit(request: pytest.FixtureRequest, visits_of_session: Any) -> Iterator[Any]:
    """One browser a theme, so that the program's own files are loaded once."""
    with visits_of_session(color_scheme=request.param) as made:
        yield made


@pytest.mark.parametrize("path", VIEWS)
def test_axe_finds_nothing_serious(visit, path: str) -> None:
    visit.open(path)
    assert visit.violations() == []
    assert visit.complaints == []
    assert visit.outside() == []

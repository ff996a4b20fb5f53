"""The screenshots of the README, made anew from the bundled sample; or one of every page, to be looked at.

python tests/browser/screenshots.py                               docs/screenshots/*.png
python tests/browser/screenshots.py FOLDER [DATABASE]             every page, light and dark, wide and on a phone
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from conftest import ARGUMENTS, CHROMIUM, Visit, serving
from playwright.sync_api import sync_playwright

from leaderboard import boards, resources
from leaderboard.dashboard.router import found
from leaderboard.warehouse import build, connect

DOCS = Path(__file__).parents[2] / "docs" / "screenshots"
PAPER = "LLM-FP4"  # of the bundled sample: many kinds of claims in a short text


def main(arguments: list[str]) -> int:
    """Write the screenshots and name them."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        db = Path(arguments[1]) if len(arguments) > 1 else Path(folder) / "sample.duckdb"
        if len(arguments) < 2:
            build([resources.sample() / "papers.jsonl"], db)
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with serving(db) as address:
            made = every(browser, address, Path(arguments[0])) if arguments else shown(browser, address, db)
        browser.close()
    print("\n".join(str(path) for path in made))
    return 0


def shown(browser: Any, address: str, db: Path) -> list[Path]:
    """Take the two pictures of the README."""
    with connect(db) as con:
        paper = boards.run(con, "papers", search=PAPER, top=1)["doc_id"][0]
        claims = boards.run(con, "paper_claims", document=paper)
    claim = claims["claim_id"][claims["kind"].to_list().index("score")]
    views = {"boards.png": "", "paper.png": f"papers?paper={paper}&claim={claim}"}
    made = []
    for (name, path), scheme in zip(views.items(), ("light", "dark"), strict=True):
        height = 900 if name == "boards.png" else 1120
        visit = Visit(
            browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": height}), address
        )
        visit.open(path)
        made.append(picture(visit, DOCS / name))
        visit.context.close()
    return made


def every(browser: Any, address: str, folder: Path) -> list[Path]:
    """Take a picture of the whole of every page in both themes at both widths."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for scheme in ("light", "dark"):
        for width in (1280, 390):
            visit = Visit(
                browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}), address
            )
            for place, page in enumerate(found()):
                visit.open(page.path if place else "")
                long = visit.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
                visit.page.set_viewport_size({"width": width, "height": min(long + 20, 6000)})
                made.append(picture(visit, folder / f"{page.path}-{scheme}-{width}.png"))
                visit.page.set_viewport_size({"width": width, "height": 900})
            visit.context.close()
    return made


def picture(visit: Visit, path: Path) -> Path:
    """Take a picture of a page that is at rest."""
    visit.page.mouse.move(5, 5)
    visit.page.wait_for_timeout(1_000)
    visit.page.screenshot(path=path)
    return path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

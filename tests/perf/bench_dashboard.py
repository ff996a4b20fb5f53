"""From a click to the drawn result, on every page of the dashboard: `python tests/perf/bench_dashboard.py big.duckdb`.

Starts `leaderboard serve`, opens it in Debian's Chromium and does on each page what people do: go there, pick from each
list, turn each switch, pick rows, search, follow a deep link. The time is the browser's: from the event of the click to
the last change of what is seen before the page rests, with the server idle and nothing stale on it. A table is drawn on
a canvas and its cells are written inside it a quarter of a second later, for screen readers: nothing of that is seen, so
the last change of anything at all is printed beside. Choices are drawn with a seed from all that is offered, so that most
of them are new to the server's cache. Prints; asserts nothing.
"""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import NamedTuple

from playwright.sync_api import Error, Locator, Page, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]  # fmt: skip
WIDGETS = '[data-testid="stMain"] [data-testid="{}"]'
SEARCHES = (
    "retrieval",
    "sparse attention",
    "graph code agent",
    "7b",
    "former",
    "zzz nothing",
    "Neo",
    "speech",
)

# Notes when a click, a key or a load began it, whether the script ran since, and when the page last changed: what is seen
# of it, and anything of it, such as the cells for screen readers inside the canvas of a table.
WATCH = """
(() => {
    if (window.lbWatch) return;
    const watch = window.lbWatch = {begun: 0, changed: performance.now(), seen: performance.now(), ran: false, board: 0};
    const begin = () => { watch.begun = performance.now(); watch.ran = false; };
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, begin, true);
    const start = () => new MutationObserver(records => {
        watch.changed = performance.now();
        for (const record of records) {
            if (record.attributeName === 'data-test-script-state') watch.ran = true;
            const around = record.type === 'childList' ? record.target : record.target.parentElement;
            if (!around?.closest?.('canvas')) watch.seen = watch.changed;
        }
        if (!watch.board && document.querySelector('[data-testid="stDataFrame"] canvas')) {
            watch.board = watch.changed;  // its canvas is there, and painted two frames later
            requestAnimationFrame(() => requestAnimationFrame(() => { watch.board = performance.now(); }));
        }
    }).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
    start();
})()
"""
RESTED = """
() => {
    const watch = window.lbWatch, app = document.querySelector('[data-testid="stApp"]');
    if (!app || app.dataset.testConnectionState !== 'CONNECTED' || app.dataset.testScriptState !== 'notRunning') return false;
    if (document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')) return false;
    const rested = performance.now() - Math.max(watch.changed, watch.begun);
    return rested > (watch.ran ? 400 : 1500);
}
"""


class Drawn(NamedTuple):
    """Milliseconds to the last change of what is seen, and of anything: `Drawn(612.0, 855.0)`."""

    seen: float
    anything: float


class Times:
    """Milliseconds by page and by what was done there."""

    def __init__(self) -> None:
        self.of: dict[str, list[tuple[str, Drawn]]] = defaultdict(list)

    def add(self, page: str, what: str, milliseconds: Drawn | None) -> None:
        if milliseconds is not None:
            self.of[page].append((what, milliseconds))

    def table(self) -> Iterator[str]:
        yield f"{'page':18} {'clicks':>6} {'median':>8} {'p95':>8} {'most':>8} | {'anything':>8} {'p95':>8}  slowest"
        for page, told in self.of.items():
            seen = sorted(drawn.seen for _, drawn in told)
            anything = sorted(drawn.anything for _, drawn in told)
            slowest = max(told, key=lambda pair: pair[1])[0]
            yield (
                f"{page:18} {len(seen):6} {statistics.median(seen):8.0f} {p95(seen):8.0f} {seen[-1]:8.0f} | "
                f"{statistics.median(anything):8.0f} {p95(anything):8.0f}  {slowest}"
            )


def p95(ascending: list[float]) -> float:
    return ascending[min(len(ascending) - 1, round(0.95 * (len(ascending) - 1)))]


def drawn(page: Page, loaded: bool = False) -> Drawn | None:
    """Wait until the page rests and return milliseconds since the last event, or None where the server was not asked."""
    page.wait_for_function(RESTED, timeout=60_000, polling=50)
    watch = page.evaluate("window.lbWatch")
    begun = 0.0 if loaded else watch["begun"]
    return Drawn(watch["seen"] - begun, watch["changed"] - begun) if loaded or watch["ran"] else None


def visit_all(page: Page, times: Times, opened: Times, rounds: int, random: Random) -> None:
    links = page.locator('[data-testid="stSidebarNavLink"]')
    for round_ in range(rounds):
        for place in range(links.count()):
            name = links.nth(place).inner_text().strip().splitlines()[-1]
            links.nth(place).click()
            times.add(name, "go to the page", drawn(page))
            for _ in range(2):
                use(page, name, times, random)
            if round_ == 0:
                page.goto(page.url)
                opened.add(name, "", drawn(page, loaded=True))
            off = page.get_by_role("button", name="Clear all")
            if off.count():
                click(page, off.first, name, "clear all filters", times)


def use(page: Page, name: str, times: Times, random: Random) -> None:
    """Use each widget of a page once: lists, filters, switches, segments, fields, cells of tables."""
    for part, kind, most in (
        ("stMain", "stSelectbox", 4),
        ("stSidebar", "stSelectbox", 2),
        ("stMain", "stMultiSelect", 1),
        ("stSidebar", "stMultiSelect", 2),
    ):
        widgets = f'[data-testid="{part}"] [data-testid="{kind}"]'
        for place in range(min(most, page.locator(widgets).count())):
            pick(page, widgets, place, name, times, random)
    for _ in range(2):
        buttons = page.locator(f"{WIDGETS.format('stButtonGroup')} button")
        if buttons.count():
            click(page, buttons.nth(random.randrange(buttons.count())), name, "turn a segment", times)
    for place in range(min(2, page.locator(f"{WIDGETS.format('stCheckbox')} label").count())):
        click(
            page,
            page.locator(f"{WIDGETS.format('stCheckbox')} label").nth(place),
            name,
            "turn a switch",
            times,
        )
    field = page.locator(f"{WIDGETS.format('stTextInput')} input")
    if field.count():
        field.first.fill(random.choice(SEARCHES))
        field.first.press("Enter")
        times.add(name, "search", drawn(page))
    tables = page.locator(WIDGETS.format("stDataFrame"))
    if tables.count():
        cell = {"x": 60, "y": 52 + 35 * random.randrange(2)}
        try:
            tables.nth(random.randrange(tables.count())).click(position=cell, timeout=3_000)
            times.add(name, "pick a cell", drawn(page))
        except Error:
            pass


def click(page: Page, target: Locator, name: str, what: str, times: Times) -> None:
    try:
        target.click(timeout=3_000)
    except Error:
        return
    times.add(name, what, drawn(page))


def pick(page: Page, widgets: str, place: int, name: str, times: Times, random: Random) -> None:
    """Open a list and pick one of what it offers."""
    widget = page.locator(widgets).nth(place)
    try:
        label = widget.locator("label").first.inner_text(timeout=2_000).strip()
        widget.locator("input").first.click(timeout=2_000)
        options = page.locator('[role="option"]')
        options.first.wait_for(timeout=2_000)
        options.nth(random.randrange(max(1, options.count()))).click(timeout=2_000)
    except Error:
        page.keyboard.press("Escape")
        return
    times.add(name, f"pick: {label}", drawn(page))


@contextmanager
def serving(db: Path) -> Iterator[tuple[str, float]]:
    """Run `leaderboard serve` and yield its address, once it listens, and when it was started."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    begun = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, "-m", "leaderboard", "serve", "--db", str(db), "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while time.perf_counter() < begun + 60:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.02)
        yield f"http://127.0.0.1:{port}", begun
    finally:
        server.terminate()
        server.wait(10)


def speed() -> float:
    """Return seconds that ten million additions take, to compare machines and moments by."""
    begun, total = time.perf_counter(), 0
    for number in range(10_000_000):
        total += number
    return time.perf_counter() - begun


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("db", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--starts", type=int, default=3)
    parser.add_argument("--only-starts", action="store_true", help="measure the start of the server alone")
    parser.add_argument("--each", action="store_true", help="print every click")
    given = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    print(
        f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, ten million additions in {speed():.2f} s"
    )
    times, opened = Times(), Times()
    starts: list[tuple[float, float]] = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for start in range(given.starts):
            page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
            page.add_init_script(WATCH)
            with serving(given.db) as (address, begun):
                page.goto(address)
                first = (time.perf_counter() - begun) * 1000 - page.evaluate("performance.now()")
                everything = drawn(page, loaded=True) or Drawn(0, 0)
                board = float(page.evaluate("window.lbWatch.board"))
                starts.append((first + board, first + everything.seen))
                if start == given.starts - 1 and not given.only_starts:
                    visit_all(page, times, opened, given.rounds, Random(7))
                page.context.close()
        browser.close()
    for what, times_of in zip(
        ("the first list of boards", "everything below it"), zip(*starts, strict=True), strict=True
    ):
        print(
            f"from the start of the server to {what}: {', '.join(f'{each / 1000:.1f} s' for each in times_of)}"
        )
    if given.only_starts:
        return
    print("from a click to the drawn result, ms:")
    for line in times.table():
        print(line)
    print("from an address to the drawn page, everything loaded anew, ms:")
    for line in opened.table():
        print(line)
    if given.each:
        for name, told in times.of.items():
            for what, milliseconds in told:
                print(f"{milliseconds.seen:8.0f} {milliseconds.anything:8.0f}  {name}: {what}")
    print(f"load {os.getloadavg()[0]:.1f}, ten million additions in {speed():.2f} s")


if __name__ == "__main__":
    main()

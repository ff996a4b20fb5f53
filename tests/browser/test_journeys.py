"""What people come for, done in a real browser from the first click to the last."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from leaderboard.boards.sandbox import SECONDS

GRID = '[data-testid="stDataFrame"]'


def pick_option(visit: Any, label: str, typed: str, option: str) -> None:
    """Type into a list, pick an option of it, and wait for the page."""
    box = visit.page.get_by_role("combobox", name=re.compile(f"^{label}|{label}$"))
    box.click()
    box.type(typed)
    visit.page.get_by_role("option", name=re.compile(f"^{re.escape(option)}")).first.click()
    visit.settled()


def pick_cell(visit: Any, grid: int, row: int, x: int = 250) -> None:
    """Click a cell of a table: rows count from 0."""
    table = visit.page.locator(GRID).nth(grid)
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    visit.page.mouse.click(box["x"] + x, box["y"] + 35 * (row + 1) + 17)
    visit.settled()


def downloaded(visit: Any, popover: str, button: str) -> bytes:
    """Open a popover and return what one of its buttons downloads."""
    visit.page.get_by_role("button", name=popover).first.click()
    with visit.page.expect_download() as waiting:
        visit.page.get_by_test_id("stPopoverBody").get_by_role("button", name=button, exact=True).click()
    content = Path(waiting.value.path()).read_bytes()
    visit.page.keyboard.press("Escape")
    return content


def command_line(words: list[str], db: Path) -> bytes:
    """Return what a `leaderboard` command writes."""
    return subprocess.run(
        [sys.executable, "-m", "leaderboard", *words, "--db", str(db)], check=True, capture_output=True
    ).stdout


def test_from_a_benchmark_to_the_evidence_the_file_and_a_link(visits, dated_db: Path) -> None:
    visit = visits()
    visit.open()
    pick_option(visit, "Benchmark", "gsm", "GSM8K")
    visit.shows("GSM8K, accuracy")
    visit.shows("11 of 13 rows shown; hidden: 2 baselines.")

    pick_option(visit, "Method family", "chain", "chain-of-thought prompting")
    visit.shows("method family is chain-of-thought prompting")
    visit.shows("by the filters")

    pick_cell(visit, 0, 0)
    quote = visit.page.locator(".lb-quote").first
    quote.wait_for()
    assert "ThinkFive obtains an accuracy of 93.4% on GSM8K" in quote.inner_text()
    assert quote.locator("mark").inner_text() == "93.4%"
    visit.page.wait_for_url(re.compile("claim="))

    made = downloaded(visit, "Download", "CSV")
    words = ["query", "leaderboard", "--benchmark", "GSM8K", "--family", "chain-of-thought prompting", "--no-baselines", "-f", "csv"]  # fmt: skip
    assert made == command_line(words, dated_db)
    assert made.count(b"\n") > 5
    assert json.loads(downloaded(visit, "Download", "JSON")) == json.loads(command_line([*words[:-1], "json"], dated_db))  # fmt: skip
    assert b"@misc{" in downloaded(visit, "Download", "BibTeX of the papers")
    assert json.loads(downloaded(visit, "Download", "Badge"))["message"] == "93.4% (rank 1)"

    visit.page.get_by_role("button", name="Link to this view").first.click()
    link = visit.page.get_by_test_id("stPopoverBody").locator("code").inner_text().strip()
    assert link.startswith(visit.address)
    other = visits(fresh=True)
    other.page.goto(link)
    other.drawn()
    other.page.locator(".lb-quote").first.wait_for()
    assert other.page.locator(".lb-quote mark").first.inner_text() == "93.4%"
    assert "method family is chain-of-thought prompting" in other.said()
    assert "benchmark=GSM8K" in other.page.url


def test_a_query_runs_and_a_write_is_refused(visits) -> None:
    visit = visits()
    visit.open("query")
    field = visit.page.get_by_role("textbox", name="SQL")
    field.fill("select benchmark_name, count(*) as n from claims group by all order by n desc, 1")
    visit.page.get_by_role("button", name="Run").click()
    visit.settled()
    visit.shows("7 rows.")
    visit.page.get_by_role("tab", name="Chart").click()
    chart = visit.page.locator('[data-testid="stVegaLiteChart"]').first
    chart.wait_for()
    assert "Bars of n: GSM8K: 15" in str(chart.get_attribute("aria-label"))
    assert "GSM8K" in visit.page.locator('[data-testid="stVegaLiteChart"]').inner_text()

    for sql, said in (
        ("drop table claims", "Only SELECT is possible here"),
        ("select * from read_text('/etc/passwd')", "Refused: 'read_text'"),
        ("select '--', current_setting('secret_directory')", "Refused: 'current_setting'"),
    ):
        field.fill(sql)
        visit.page.get_by_role("button", name="Run").click()
        visit.settled()
        visit.shows(said)
    field.fill("select count(*) as still_there from claims")
    visit.page.get_by_role("button", name="Run").click()
    visit.settled()
    visit.shows("1 row.")
    visit.shows(f"ends after {SECONDS:g} seconds")


def test_a_shipped_query_and_the_sql_of_a_view_open_in_the_editor(visits) -> None:
    visit = visits()
    visit.open("?benchmark=GSM8K")
    visit.page.get_by_role("button", name="SQL").first.click()
    visit.page.get_by_role("button", name="Open it on the Query page").click()
    visit.settled()
    visit.page.wait_for_url(re.compile("/query"))
    visit.shows("11 rows.")
    pick_option(visit, "Start from a shipped query", "summary", "summary")
    visit.shows("1 row.")


def test_filters_come_along_to_the_next_page_and_the_back_button_goes_back(visits) -> None:
    visit = visits()
    visit.open("claims?family=quantization&min_confidence=0.3")
    fitting = re.search(r"(\d+) claims fit", visit.said())
    assert fitting
    visit.page.get_by_test_id("stSidebarNav").get_by_role("link", name="Gains").click()
    visit.settled()
    visit.page.wait_for_url(re.compile("/gains"))
    visit.shows("method family is quantization")
    visit.page.wait_for_url(re.compile("family=quantization"))
    visit.page.get_by_role("button", name="Clear all filters").click()
    visit.settled()
    assert "family=" not in visit.page.url
    assert "Only where" not in visit.said()
    visit.page.go_back()
    visit.settled()
    visit.page.wait_for_url(re.compile("family=quantization"))
    visit.shows("method family is quantization")


def test_the_back_button_takes_back_a_pick(visits) -> None:
    visit = visits()
    visit.open("?benchmark=GSM8K")
    pick_option(visit, "Method family", "param", "parameter-efficient fine-tuning")
    visit.shows("method family is")
    visit.page.go_back()
    visit.settled()
    visit.page.wait_for_url(re.compile("benchmark=GSM8K"))
    assert "method family is" not in visit.said()


def test_a_point_of_a_chart_leads_to_its_evidence(visits) -> None:
    visit = visits()
    visit.open("progress?benchmark=GSM8K")
    points = visit.page.locator('[data-testid="stVegaLiteChart"] .mark-symbol path')
    points.first.wait_for()
    points.last.click(force=True)
    visit.settled()
    visit.page.locator(".lb-quote mark").first.wait_for()
    visit.page.wait_for_url(re.compile("claim="))


def test_a_cell_of_the_matrix_and_a_row_of_the_landing_open_their_board(visits) -> None:
    visit = visits()
    visit.open()
    cell = visit.page.locator('[data-testid="stVegaLiteChart"] .mark-rect path').first
    cell.scroll_into_view_if_needed()
    cell.click(force=True)
    visit.settled()
    visit.page.wait_for_url(re.compile("board="))
    visit.page.wait_for_url(re.compile("family="))
    visit.open()
    pick_cell(visit, 0, 1)
    visit.shows("MMLU, accuracy")


def test_the_keyboard_reaches_the_evidence(visits) -> None:
    visit = visits()
    visit.open("?benchmark=GSM8K")
    canvas = visit.page.locator(f"{GRID} canvas").first
    visit.page.get_by_role("switch", name="Group by method family").focus()
    for _ in range(12):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate("document.activeElement.tagName") == "CANVAS":
            break
    assert canvas.evaluate("canvas => canvas === document.activeElement")
    visit.page.keyboard.press("ArrowDown")
    visit.settled()
    visit.page.locator(".lb-quote mark").first.wait_for()
    first = visit.page.locator(".lb-quote").first.inner_text()
    visit.page.keyboard.press("ArrowDown")
    visit.settled()
    visit.page.wait_for_function(
        "first => document.querySelector('.lb-quote').innerText !== first", arg=first
    )


def test_a_paper_is_found_and_its_claims_stand_in_its_text(visits) -> None:
    visit = visits()
    visit.open("papers")
    field = visit.page.get_by_role("textbox", name="Search")
    field.fill("quanttwo rotations")
    field.press("Enter")
    visit.settled()
    visit.shows("1 paper,")
    pick_cell(visit, 0, 0, x=100)
    visit.shows("QuantTwo: quantization with rotations")
    mark = visit.page.locator(".lb-abstract mark").first
    mark.hover()
    assert mark.locator(".lb-card").is_visible()
    mark.focus()
    assert "confidence" in mark.locator(".lb-card").inner_text()

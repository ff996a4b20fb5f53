"""Every page in every state that its data can be in."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from leaderboard.dashboard.router import found
from leaderboard.warehouse import build

APP = Path(__file__).parents[2] / "streamlit_app.py"
PAGES = [page.path for page in found()]
DEEP = {
    "boards": {"benchmark": "GSM8K", "baselines": "true", "grouped": "true", "min_confidence": "0.3"},
    "families": {"family": "chain-of-thought prompting", "benchmark": "GSM8K"},
    "progress": {"benchmark": "GSM8K", "family": ["chain-of-thought prompting"]},
    "trade-offs": {"x": "speed_up", "measure": "accuracy on MMLU, %"},
    "gains": {"gain": "ratio", "of": "speed"},
    "compare": {"methods": ["ThinkTwice", "ThinkThrice"]},
    "papers": {"paper": "2203.00001"},
    "claims": {"kind": ["score"], "own": "own", "year_from": "2022", "year_to": "2024", "search": "think"},
    "query": {"sql": "select count(*) as n from claims"},
    "about": {"by": "family"},
}
NOTHING = {
    "boards": {"family": ["quantization"], "benchmark": "LibriSpeech"},
    "families": {"family": "quantization", "year_from": "2025"},
    "progress": {"family": ["quantization"], "benchmark": "GSM8K"},
    "trade-offs": {"year_from": "2025", "family": ["quantization"]},
    "gains": {"year_to": "2021", "benchmark": "WikiText-2"},
    "compare": {"methods": ["ThinkTwice", "CutHalf"], "shared": "true"},
    "papers": {"search": "zzzzqqq"},
    "claims": {"kind": ["bit_width"], "benchmark": "GSM8K"},
    "query": {"sql": "select * from claims where false"},
    "about": {"by": "nonsense"},
}


def texts(app: AppTest) -> str:
    """Return all words of a page."""
    kinds = ("title", "subheader", "markdown", "caption", "info", "warning", "error")
    return "\n".join(str(element.value) for kind in kinds for element in getattr(app, kind))


def whole(app: AppTest) -> None:
    """See that a page was drawn to its end: no traceback, no message of a failure, no chart that failed."""
    assert not app.exception
    assert [error.value for error in app.error] == []
    assert [warning.value for warning in app.warning] == []
    assert app.title


@pytest.mark.parametrize("state", ["sample", "dated", "empty"])
@pytest.mark.parametrize("page", PAGES)
def test_page_shows(page: str, state: str, opened) -> None:
    whole(opened(page, state))


@pytest.mark.parametrize("page", PAGES)
def test_deep_link_shows_what_it_says(page: str, opened) -> None:
    app = opened(page, "dated", **DEEP[page])
    whole(app)
    expected = {
        "boards": "GSM8K, accuracy",
        "families": "chain-of-thought prompting",
        "progress": "GSM8K, accuracy",
        "trade-offs": "on the frontier",
        "gains": "speed: times as much",
        "compare": "reported by at least two",
        "papers": "QuantOne",
        "claims": "claims fit",
        "query": "1 row.",
        "about": "Coverage",
    }
    assert expected[page] in texts(app).replace("\\", "")


@pytest.mark.parametrize("page", PAGES)
def test_filtered_to_nothing_says_so_and_what_to_do(page: str, opened) -> None:
    app = opened(page, "dated", **NOTHING[page])
    whole(app)
    expected = {
        "boards": "No result fits these filters",
        "families": "No ranked result of this family fits",
        "progress": "No dated result fits these filters",
        "trade-offs": "fits these filters",
        "gains": "fits these filters",
        "compare": "nothing in common",
        "papers": "No paper fits",
        "claims": "No claim fits these filters",
        "query": "found nothing",
        "about": "Coverage",
    }
    assert expected[page] in texts(app)


@pytest.mark.parametrize("state", ["missing", "broken", "older", "foreign"])
@pytest.mark.parametrize("page", PAGES)
def test_page_says_what_is_wrong_with_the_file_and_what_to_do(page: str, state: str, opened) -> None:
    app = opened(page, state)
    assert not app.exception
    assert len(app.error) == 1
    happened = app.error[0].value.replace("\\", "")
    assert {
        "missing": "There is no database",
        "broken": "not a DuckDB file",
        "older": "has schema 0 and this version needs",
        "foreign": "without leaderboard's tables",
    }[state] in happened
    assert "leaderboard build" in app.info[0].value


def test_page_says_that_another_program_holds_the_file(opened, tmp_path: Path) -> None:
    db = tmp_path / "held.duckdb"
    source = tmp_path / "papers.jsonl"
    source.write_text('{"title": "FooNet", "abstract": "FooNet reaches 81.5% accuracy on CIFAR-10."}\n')
    build([source], db)
    holder = subprocess.Popen(
        [sys.executable, "-c", f"import duckdb, sys; c = duckdb.connect({str(db)!r}); print('held', flush=True); sys.stdin.read()"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        app = opened("boards", db)
        assert "open for writing in another program" in app.error[0].value.replace("\\", "")
        assert "Close it there" in app.info[0].value
    finally:
        holder.communicate("")
    whole(app.run())


def test_a_file_built_anew_is_shown_at_the_next_run(opened, tmp_path: Path) -> None:
    source, db = tmp_path / "papers.jsonl", tmp_path / "live.duckdb"
    source.write_text('{"title": "FooNet", "abstract": "FooNet reaches 81.5% accuracy on CIFAR-10."}\n')
    build([source], db)
    app = opened("papers", db)
    assert "1 paper," in texts(app)
    with source.open("a") as more:
        more.write('{"title": "BarNet", "abstract": "BarNet reaches 91.5% accuracy on CIFAR-10."}\n')
    time.sleep(0.01)
    build([source], db)
    assert "2 papers" in texts(app.run())


@pytest.mark.parametrize(
    ("page", "query", "said"),
    [
        ("boards", {"family": ["quantisationn"]}, "Did you mean 'quantization'"),
        ("claims", {"benchmark": "GSMK8"}, "Did you mean 'GSM8K'"),
        ("claims", {"min_confidence": "very"}, "Parameter 'min_confidence'"),
        ("papers", {"paper": "no such paper"}, "Unknown document"),
        ("compare", {"methods": ["ThinkTwice", "nobody"]}, "Unknown methods 'nobody'"),
        ("trade-offs", {"year_from": "soon"}, "year_from"),
    ],
)
def test_a_link_to_what_is_not_there_says_so_and_lets_start_afresh(page, query, said, opened) -> None:
    app = opened(page, "dated", **query)
    assert not app.exception
    assert said in texts(app).replace("\\", "")
    app.button(key="start-afresh").click().run()
    whole(app)


@pytest.mark.parametrize(
    "query",
    [
        {"claim": "nonsense"},
        {"skip": "-1", "top": "99999999999999999999"},
        {"board": "no--such--board"},
        {"x": "nonsense", "gain": "nonsense", "what": "nonsense", "by": "nonsense"},
        {"<script>": "<script>", "search": "<script>alert(1)</script>"},
    ],
)
@pytest.mark.parametrize("page", PAGES)
def test_no_address_breaks_a_page(page: str, query: dict[str, str], opened) -> None:
    app = opened(page, "dated", **query)
    assert not app.exception
    assert [error.value for error in app.error] == []


def test_a_near_name_can_be_taken(opened) -> None:
    app = opened("claims", "dated", benchmark="GSMK8", kind=["score"])
    app.button(key="meant-GSM8K").click().run()
    whole(app)
    assert app.query_params["benchmark"] == "GSM8K"
    assert app.query_params["kind"] == "score"
    assert "benchmark is GSM8K" in app.button(key="off-benchmark").label


def test_without_dates_progress_is_hidden_and_says_why(opened) -> None:
    app = opened("progress", "sample")
    assert "None of these papers has a date" in app.info[0].value
    assert app.get("vega_lite_chart") == []
    assert len(opened("progress", "dated").get("vega_lite_chart")) == 1


def test_a_page_that_fails_says_so(opened, monkeypatch) -> None:
    from leaderboard.dashboard import landing

    def broken(told: object) -> str:
        raise ZeroDivisionError("<b>broken</b>")

    monkeypatch.setattr(landing, "facts", broken)
    app = opened("boards", "dated")
    assert not app.exception
    assert "could not be drawn" in app.error[0].value
    assert "\\<b\\>" in app.error[0].value
    assert "Try again" in app.info[0].value


def test_a_chart_that_fails_says_so_and_leaves_the_page(opened, monkeypatch) -> None:
    from leaderboard.dashboard.pages import boards

    def broken(*_: object) -> None:
        raise ValueError("no such mark")

    monkeypatch.setattr(boards, "results", broken)
    app = opened("boards", "dated", benchmark="GSM8K")
    assert not app.exception
    assert "chart could not be drawn (ValueError: no such mark)" in app.warning[0].value.replace("\\", "")
    assert app.dataframe[0].value.shape[0] > 5


def test_the_app_routes_to_the_boards(databases, monkeypatch) -> None:
    monkeypatch.setenv("LEADERBOARD_DB", str(databases["sample"]))
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    whole(app)
    assert app.title[0].value == "Boards"

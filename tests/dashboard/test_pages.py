from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from leaderboard import resources
from leaderboard.dashboard.router import found
from leaderboard.warehouse import build

APP = Path(__file__).parents[2] / "streamlit_app.py"
PAGES = [page.path for page in found()]


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("dashboard")
    build([resources.sample() / "papers.jsonl"], folder / "sample.duckdb")
    empty = folder / "empty.jsonl"
    empty.write_text('{"title": "Nothing to see", "abstract": "We think about stars."}\n')
    build([empty], folder / "empty.duckdb")
    (folder / "broken.duckdb").write_text("not a database")
    return {name: folder / f"{name}.duckdb" for name in ("sample", "empty", "missing", "broken")}


def opened(page: str, db: Path, monkeypatch: pytest.MonkeyPatch, **query: str) -> AppTest:
    monkeypatch.setenv("LEADERBOARD_DB", str(db))
    source = f"from leaderboard.dashboard.router import found, guarded\nguarded(next(p for p in found() if p.path == {page!r}).show)()\n"
    app = AppTest.from_string(source, default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


@pytest.mark.parametrize("state", ["sample", "empty"])
@pytest.mark.parametrize("page", PAGES)
def test_page_shows_without_an_error(page: str, state: str, databases, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    app = opened(page, databases[state], monkeypatch)
    assert not app.exception
    assert not app.error
    assert app.title


@pytest.mark.parametrize("state", ["missing", "broken"])
@pytest.mark.parametrize("page", PAGES)
def test_page_says_what_is_wrong_with_the_file(page: str, state: str, databases, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    app = opened(page, databases[state], monkeypatch)
    assert not app.exception
    assert len(app.error) == 1
    assert "leaderboard build" in app.error[0].value + app.info[0].value


def test_deep_link_opens_the_board(databases, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    app = opened("boards", databases["sample"], monkeypatch, benchmark="HumanEval")
    assert not app.exception
    assert any("HumanEval" in heading.value for heading in app.subheader)


def test_filtered_to_nothing_says_so(databases, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    app = opened("papers", databases["sample"], monkeypatch, search="zzzzqqq")
    assert not app.exception
    assert any("No paper fits" in info.value for info in app.info)


def test_a_write_is_refused_on_the_query_page(databases, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    app = opened("query", databases["sample"], monkeypatch, sql="drop table claims")
    assert not app.exception
    assert any("only SELECT" in error.value for error in app.error)


def test_the_app_routes_to_the_boards(databases, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("LEADERBOARD_DB", str(databases["sample"]))
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not app.exception
    assert app.title[0].value == "Boards"

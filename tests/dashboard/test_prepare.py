"""What the server makes ready before the first visitor is what the first page asks for."""

import gc

import pytest

from leaderboard import boards
from leaderboard.dashboard import data, first, server


@pytest.mark.parametrize("state", ["sample", "dated", "empty"])
def test_the_landing_state_asks_nothing_that_was_not_prepared(opened, databases, state, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    asked: list[str] = []
    run = boards.run

    def noted(con, name, **parameters):  # type: ignore[no-untyped-def]
        asked.append(name)
        return run(con, name, **parameters)

    monkeypatch.setattr(boards, "run", noted)
    monkeypatch.setenv("LEADERBOARD_DB", str(databases[state]))
    data._rows.clear()
    first.ask()
    first.draw()
    prepared = list(asked)
    assert "family_matrix" in prepared
    assert not opened("boards", state).exception
    assert asked == prepared


def test_a_missing_file_is_left_to_the_page_to_say(opened, databases, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("LEADERBOARD_DB", str(databases["missing"]))
    server._prepare()
    assert opened("boards", "missing").error


def test_what_is_loaded_is_left_out_of_the_collection_of_garbage() -> None:
    gc.disable()
    try:
        server._settle()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 100_000  # the objects of the modules of a page
    finally:
        gc.enable()
        gc.unfreeze()


def test_garbage_is_collected_again_whatever_goes_wrong_before(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    def wrong() -> bool:
        raise RuntimeError("another Streamlit")

    monkeypatch.setattr(server, "_is_up", wrong)
    monkeypatch.setattr(server, "_LATER", 0.0)
    gc.disable()
    try:
        server._ahead()
        assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()

"""Facets, their counts, the filters in words, and the address that holds them all."""

import pytest
from streamlit.testing.v1 import AppTest

from leaderboard import boards
from leaderboard.dashboard.filters import FACETS, Filters
from leaderboard.warehouse import connect

EVERYTHING = {
    "family": ["chain-of-thought prompting", "quantization"],
    "benchmark": "GSM8K",
    "task": "math word problems",
    "metric": "accuracy",
    "kind": ["score"],
    "model": ["Mistral-7B"],
    "setting": ["zero-shot"],
    "year_from": "2022",
    "year_to": "2024",
    "min_confidence": "0.3",
    "own": "own",
}


def labels(app: AppTest, key: str) -> list[str]:
    """Return the options of a facet as they are shown."""
    for kind in ("selectbox", "multiselect"):
        for widget in getattr(app, kind):
            if widget.key == f"w-{key}":
                return list(widget.options)
    raise AssertionError(f"no facet {key}")


def chips(app: AppTest) -> list[str]:
    return [button.label.replace("\\", "") for button in app.button if str(button.key).startswith("off-")]


def test_the_claims_page_has_every_facet_with_its_counts(opened, databases) -> None:
    app = opened("claims", "dated")
    with connect(databases["dated"]) as con:
        counts = boards.run(con, "facets")
    for facet in ("family", "benchmark", "task", "metric", "kind", "model", "setting"):
        expected = counts.filter((counts["facet"] == facet) & counts["value"].is_not_null())
        shown = [f"{value.replace('_', ' ') if facet == 'kind' else value} ({claims})" for value, claims in expected.select("value", "claims").iter_rows()]  # fmt: skip
        assert labels(app, facet) == shown, facet
    assert labels(app, "own") == ["own results (49)", "baselines (3)"]
    assert labels(app, "min_confidence")[0].startswith("at least 0.3 (")
    assert any(label.startswith("2023 (") for label in labels(app, "year_from"))
    assert set(FACETS) == {"family", "benchmark", "task", "metric", "kind", "model", "setting", "year", "confidence", "own"}  # fmt: skip


def test_counts_follow_the_other_filters_but_not_their_own(opened) -> None:
    before, after = opened("claims", "dated"), opened("claims", "dated", family=["quantization"])
    assert labels(before, "family") == labels(after, "family")
    assert "GSM8K (15)" in labels(before, "benchmark")
    assert not any(label.startswith("GSM8K") for label in labels(after, "benchmark"))
    assert any(label.startswith("MMLU (") for label in labels(after, "benchmark"))


def test_the_counts_are_what_comes_when_the_value_is_picked(opened) -> None:
    app = opened("claims", "dated", min_confidence="0.3", own="own")
    for label in labels(app, "kind"):
        name, _, number = label.rpartition(" (")
        picked = opened("claims", "dated", min_confidence="0.3", own="own", kind=[name.replace(" ", "_")])
        assert f"{number.rstrip(')')} claims fit" in picked.markdown[0].value + picked.markdown[1].value


def test_picking_a_value_stands_in_the_address_without_its_count(opened) -> None:
    app = opened("claims", "dated")
    app.multiselect(key="w-family").select("quantization").run()
    assert app.query_params["family"] == "quantization"
    app.multiselect(key="w-family").select("parameter-efficient fine-tuning").run()
    assert app.query_params["family"] == ["quantization", "parameter-efficient fine-tuning"]
    assert chips(app) == ["method family is quantization or parameter-efficient fine-tuning"]


def test_active_filters_are_said_in_words(opened) -> None:
    app = opened("claims", "dated", **EVERYTHING)
    assert not app.exception
    assert chips(app) == [
        "method family is chain-of-thought prompting or quantization",
        "benchmark is GSM8K",
        "task is math word problems",
        "metric is accuracy",
        "kind of claim is score",
        "base model is Mistral-7B",
        "setting is zero-shot",
        "papers of 2022 or later",
        "papers of 2024 or earlier",
        "confidence is at least 0.3",
        "results are the papers' own",
    ]


@pytest.mark.parametrize("key", list(EVERYTHING))
def test_each_filter_can_be_taken_off_by_itself(opened, key: str) -> None:
    app = opened("claims", "dated", **EVERYTHING)
    app.button(key=f"off-{key}").click().run()
    assert not app.exception
    assert set(app.query_params) == set(EVERYTHING) - {key}


def test_clear_all_takes_all_off_and_leaves_the_rest(opened) -> None:
    app = opened("claims", "dated", **EVERYTHING, search="think")
    app.button(key="clear-all").click().run()
    assert set(app.query_params) == {"search"}
    assert chips(app) == []


def test_a_filter_that_a_view_cannot_follow_is_said(opened) -> None:
    app = opened("compare", "dated", family=["quantization"], min_confidence="0.3")
    assert any("cannot follow: method family is quantization" in caption.value for caption in app.caption)
    assert not any(
        "confidence" in caption.value and "cannot follow" in caption.value for caption in app.caption
    )


def test_picking_something_else_turns_the_page_to_its_beginning(opened) -> None:
    app = opened("claims", "dated", skip="10", claim="0123456789abcdef")
    app.selectbox(key="w-benchmark").select("GSM8K").run()
    assert set(app.query_params) == {"benchmark"}


def test_a_query_gets_the_filters_that_it_takes() -> None:
    filters = Filters({"family": ["LoRA"], "kind": ["score"], "min_confidence": "0.5"})
    assert filters.for_query("leaderboard") == {"family": ["LoRA"], "min_confidence": "0.5"}
    assert filters.for_query("summary") == {}
    assert filters.without("kind").values == {"family": ["LoRA"], "min_confidence": "0.5"}

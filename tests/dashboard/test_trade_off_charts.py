import json
from typing import Any, Literal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.dashboard.charts.counts import counts
from leaderboard.dashboard.charts.gains import gains
from leaderboard.dashboard.charts.pareto import on_frontier, pareto, wants_log
from leaderboard.dashboard.charts.reliability import reliability

Better = Literal["up", "down"]
PALETTE = {"quantization": ("#06702f", "cross"), "pruning": ("#3db37e", "square")}


def points(*pairs: tuple[float | None, float | None]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "x": [pair[0] for pair in pairs],
            "y": [pair[1] for pair in pairs],
            "method": [f"m{n}" for n in range(len(pairs))],
            "family": ["quantization"] * len(pairs),
            "paper": ["<b>A</b> [link](javascript:alert(1))"] * len(pairs),
            "claim_id": [str(n) for n in range(len(pairs))],
        },
        schema_overrides={"x": pl.Float64, "y": pl.Float64},
    )


def spec(chart: Any) -> dict[str, Any]:
    return json.loads(chart.to_json())


def beats(a: tuple[float, float], b: tuple[float, float], signs: tuple[int, int]) -> bool:
    differences = [(p - q) * sign for p, q, sign in zip(a, b, signs, strict=True)]
    return all(d >= 0 for d in differences) and any(d > 0 for d in differences)


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=30),
    st.sampled_from(["up", "down"]),
    st.sampled_from(["up", "down"]),
)
def test_the_frontier_is_what_nothing_beats(
    pairs: list[tuple[int, int]], x_better: Better, y_better: Better
) -> None:
    signs = (1 if x_better == "up" else -1, 1 if y_better == "up" else -1)
    expected = [not any(beats(other, pair, signs) for other in pairs) for pair in pairs]
    assert on_frontier(points(*pairs), x_better, y_better).to_list() == expected


def test_rows_without_numbers_are_not_on_the_frontier() -> None:
    frame = points((None, 1.0), (2.0, None), (float("nan"), 9.0), (3.0, 4.0))
    assert on_frontier(frame, "down", "up").to_list() == [False, False, False, True]


@pytest.mark.parametrize(
    ("values", "log"),
    [
        ([1.0, 2.0, 100.0], True),
        ([1.0, 2.0, 8.0], False),
        ([0.0, 1.0, 1000.0], False),
        ([-1.0, 2.0, 99.0], False),
        ([], False),
    ],
)
def test_a_log_axis_only_where_it_serves(values: list[float], log: bool) -> None:
    assert wants_log(pl.Series(values, dtype=pl.Float64)) is log


def test_what_doubles_is_drawn_in_logarithms_with_its_own_values_as_ticks() -> None:
    frame = points((2, 60), (4, 70), (16, 65), (4, 61))
    drawn = spec(
        pareto(frame, PALETTE, x_title="Bits", y_title="%", x_better="down", y_better="up", x_log=True)
    )
    [across] = [layer["encoding"]["x"] for layer in drawn["layer"] if layer["mark"]["type"] == "point"]
    assert across["scale"]["type"] == "log"
    assert across["axis"]["values"] == [2, 4, 16]
    same = pareto(
        points((4, 60), (4, 70)),
        PALETTE,
        x_title="Bits",
        y_title="%",
        x_better="down",
        y_better="up",
        x_log=True,
    )
    assert "type" not in spec(same)["layer"][0]["encoding"]["x"]["scale"]


def draw(frame: pl.DataFrame, frontier: bool = True) -> dict[str, Any]:
    return spec(
        pareto(
            frame,
            PALETTE,
            x_title="Bits",
            y_title="Accuracy, %",
            x_better="down",
            y_better="up",
            frontier=frontier,
        )
    )


def test_the_chart_fades_what_is_beaten_and_says_what_it_shows() -> None:
    drawn = draw(points((2, 60), (4, 70), (8, 65)))
    marks = [layer["mark"]["type"] for layer in drawn["layer"]]
    assert marks == ["line", "point", "text"]
    assert "2 on the frontier: m0, m1" in drawn["description"]
    opacity = drawn["layer"][1]["encoding"]["opacity"]
    assert opacity["condition"]["test"] == "datum.stands"
    assert opacity["value"] < 0.5


def test_values_that_cannot_be_compared_get_no_frontier() -> None:
    drawn = draw(points((2, 60), (4, 70), (8, 65)), frontier=False)
    assert [layer["mark"]["type"] for layer in drawn["layer"]] == ["point"]
    assert "not all comparable" in drawn["description"]


def test_families_have_their_fixed_colour_and_shape() -> None:
    frame = points((2, 60), (4, 70)).with_columns(family=pl.Series(["pruning", None]))
    encoding = draw(frame)["layer"][1]["encoding"]
    assert encoding["color"]["scale"] == {"domain": ["no family", "pruning"], "range": ["#7c838b", "#3db37e"]}
    assert encoding["shape"]["scale"]["range"] == ["circle", "square"]


def test_no_points_make_an_empty_chart() -> None:
    assert "Scatter plot of 0 pairs" in draw(points())["description"]


def changes(*values: tuple[float, bool | None]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "gain": [value for value, _ in values],
            "is_better": [better for _, better in values],
            "label": [f"m{n}" for n in range(len(values))],
            "shown": [f"{value:+g}" for value, _ in values],
            "text": [str(value) for value, _ in values],
            "baseline": [None] * len(values),
            "paper": ["A"] * len(values),
            "claim_id": [str(n) for n in range(len(values))],
        },
        schema_overrides={"gain": pl.Float64, "is_better": pl.Boolean, "baseline": pl.String},
    )


def test_changes_start_at_nothing_and_ratios_at_one() -> None:
    frame = changes((2.0, True), (-1.0, False), (0.5, None))
    change, ratio = (
        spec(gains(frame, title="Points", kind="change")),
        spec(gains(frame.head(1), title="Times", kind="ratio")),
    )
    assert change["layer"][0]["encoding"]["x"]["scale"].get("type") is None
    assert ratio["layer"][0]["encoding"]["x"]["scale"]["type"] == "log"
    assert {row["origin"] for rows in change["datasets"].values() for row in rows if "origin" in row} == {0.0}
    assert {row["origin"] for rows in ratio["datasets"].values() for row in rows if "origin" in row} == {1.0}


def test_gains_keep_the_order_of_the_frame_and_say_it() -> None:
    drawn = spec(gains(changes((2.0, True), (1.0, True), (-1.0, False)), title="Points", kind="change"))
    assert (
        drawn["description"]
        == "Bars of 3 of 3 values, Points: from +2 for m0 to -1 for m2. The table holds the same rows."
    )
    assert drawn["layer"][0]["encoding"]["y"]["sort"] == {"field": "place"}


def test_verdicts_are_told_only_where_they_differ() -> None:
    def legends(*values: tuple[float, bool | None]) -> list[Any]:
        drawn = spec(gains(changes(*values), title="Gain", kind="change"))
        return [
            layer["encoding"]["color"]["legend"] for layer in drawn["layer"] if "color" in layer["encoding"]
        ]

    assert legends((3.0, True), (2.0, True)) == [None]
    assert legends((3.0, True), (-2.0, False)) != [None]


def test_two_methods_of_one_name_have_two_bars() -> None:
    frame = changes((2.0, True), (1.0, True)).with_columns(label=pl.lit("same"))
    drawn = spec(gains(frame, title="Points", kind="change"))
    assert {row["key"] for rows in drawn["datasets"].values() for row in rows if "key" in row} == {
        "0|same",
        "1|same",
    }


def test_a_long_number_at_the_end_of_a_bar_has_room() -> None:
    def right(text: str) -> float:
        frame = changes((2.0, True), (1.0, True)).with_columns(shown=pl.lit(text))
        return float(spec(gains(frame, title="Gain", kind="change"))["padding"]["right"])

    assert right("+2") == 5
    assert right("+2 percentage points") - right("+2 points") == pytest.approx(11 * 6.5)


def test_nothing_to_show_is_said() -> None:
    assert spec(gains(changes(), title="Points", kind="change"))["description"] == "Points: nothing to show."


def test_counts_name_what_has_no_name() -> None:
    drawn = spec(counts(pl.DataFrame({"name": ["score", None], "claims": [1200, 3]}), title="Claims"))
    assert drawn["description"] == "Bars of claims: score: 1,200; (not named): 3."


def test_the_reliability_picture_tells_its_points() -> None:
    frame = pl.DataFrame({"confidence": [0.5, 0.9], "right": [0.55, 0.88], "claims": [40, 1200]})
    drawn = spec(reliability(frame))
    assert "of 1,200 claims with 90%, 88% right" in drawn["description"]
    assert [layer["mark"]["type"] for layer in drawn["layer"]] == ["line", "line", "circle"]

"""Charts are functions from a frame to a chart: what they draw, leave out, mark and say."""

import csv
import itertools
import json
import math
from datetime import date
from typing import Any

import polars as pl
import pytest

from leaderboard import resources
from leaderboard.dashboard.charts.answer import answer, columns_for
from leaderboard.dashboard.charts.matrix import matrix
from leaderboard.dashboard.charts.progress import progress
from leaderboard.dashboard.charts.results import ROWS, results
from leaderboard.dashboard.charts.strip import strip
from leaderboard.dashboard.charts.style import INK, family_key, measure, near, worded

PALETTE = {"quantization": ("#06702f", "cross"), "pruning": ("#3db37e", "square")}


def board(*values: float, **columns: list[Any]) -> pl.DataFrame:
    n = len(values)
    made = {
        "method": [f"m{k}" for k in range(n)],
        "paper": ["<b>A</b> [x](javascript:alert(1)) " + "long " * 40] * n,
        "family": ["quantization"] * n,
        "value": list(values),
        "unit": ["%"] * n,
        "metric": ["accuracy"] * n,
        "is_own": [True] * n,
        "is_best": [k == 0 for k in range(n)],
        "higher_is_better": [True] * n,
        "claim_id": [str(k) for k in range(n)],
        "sentence": ["A sentence that no chart needs."] * n,
    }
    return pl.DataFrame({**made, **columns}, strict=False)


def spec(chart: Any) -> dict[str, Any]:
    return json.loads(chart.to_json())


def rows(drawn: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of the largest data set of a chart."""
    return max(drawn["datasets"].values(), key=len)


def test_results_keep_the_order_star_the_best_and_take_only_what_they_draw() -> None:
    drawn = spec(results(board(95.25, 90.0), PALETTE))
    assert [row["shown"] for row in rows(drawn)] == ["95.25% ★", "90%"]
    assert "sentence" not in rows(drawn)[0]
    assert len(rows(drawn)[0]["paper"]) == 90
    assert drawn["layer"][0]["encoding"]["y"]["sort"] == {"field": "place"}
    assert (
        drawn["description"]
        == "2 of 2 results, higher is better. First: m0 with 95.25%. The table holds the same rows."
    )


def test_baselines_are_hollow() -> None:
    drawn = spec(results(board(95.0, 90.0, is_own=[True, False]), PALETTE))
    fill = drawn["layer"][0]["encoding"]["fillOpacity"]
    assert fill["condition"]["test"] == "datum.is_own"
    assert fill["value"] < 0.3


def test_only_the_first_results_are_drawn_and_it_is_said() -> None:
    drawn = spec(results(board(*range(100, 20, -1)), PALETTE))
    assert len(rows(drawn)) == ROWS
    assert drawn["description"].startswith(f"{ROWS} of 80 results")


def test_a_result_without_a_method_goes_by_its_paper() -> None:
    drawn = spec(results(board(95.0, method=[None]), PALETTE))
    assert rows(drawn)[0]["name"].startswith("<b>A</b>")


def dated(*points: tuple[str, float, float, bool]) -> pl.DataFrame:
    return board(
        *[point[1] for point in points],
        date=[point[0] for point in points],
        date_end=[date.fromisoformat(point[0]) for point in points],
        best_so_far=[point[2] for point in points],
        is_record=[point[3] for point in points],
    )


def test_progress_steps_along_the_running_best_and_labels_record_setters() -> None:
    frame = dated(("2021-01-01", 60, 60, True), ("2022-01-01", 55, 60, False), ("2024-01-01", 70, 70, True))
    drawn = spec(progress(frame, PALETTE))
    line, points, *labels = drawn["layer"]
    assert line["mark"]["interpolate"] == "step-after"
    assert line["encoding"]["y"]["field"] == "best_so_far"
    assert points["encoding"]["opacity"]["condition"]["test"] == "datum.is_record"
    assert points["encoding"]["opacity"]["value"] < 0.6
    named = {row["name"] for layer in labels for row in drawn["datasets"][layer["data"]["name"]]}
    assert named == {"m0", "m2"}
    assert "2 were records. The last record is 70% by m2, 2024-01-01." in drawn["description"]


def test_labels_that_would_overlap_go_a_line_higher_or_away() -> None:
    days = [f"2024-01-{day:02d}" for day in range(1, 21)]
    frame = dated(*[(day, 50 + k, 50 + k, True) for k, day in enumerate(days)], ("2025-12-31", 90, 90, True))
    drawn = spec(progress(frame, PALETTE))
    labels = drawn["layer"][2:]
    named = [row["name"] for layer in labels for row in drawn["datasets"][layer["data"]["name"]]]
    assert "m20" in named
    assert len(named) == len(set(named)) == 3
    assert len({layer["mark"]["dy"] for layer in labels}) == 2


def test_a_single_dated_result_is_drawn() -> None:
    assert "1 dated results" in spec(progress(dated(("2021-01-01", 60, 60, True)), PALETTE))["description"]


def test_a_strip_has_every_point_and_the_best_family_on_top() -> None:
    frame = board(
        95.0, 90.0, 80.0, 70.0, 60.0, family=["pruning", "quantization", "quantization", "quantization", None]
    )
    drawn = spec(strip(frame, PALETTE, chosen="quantization"))
    points = drawn["layer"][1]
    assert points["encoding"]["y"]["scale"]["domain"] == ["pruning", "quantization", "no family"]
    assert [row["stands"] for row in rows(drawn)] == [False, True, True, True, False]
    middles = drawn["datasets"][drawn["layer"][0]["data"]["name"]]
    assert [(row["family"], row["value"]) for row in middles] == [("quantization", 80.0)]
    assert points["encoding"]["color"]["scale"]["domain"] == ["quantization", "no family", "pruning"]


def test_a_matrix_says_how_many_and_leads_to_the_board() -> None:
    frame = pl.DataFrame(
        {"benchmark": ["A", "A", "B"], "family": ["x", "y", "x"], "results": [5, 1, 2], "best": [0.5, None, 3.0],
         "unit": ["%", "%", "number"], "metric": ["acc"] * 3, "board": ["a", "a", "b"]}
    )  # fmt: skip
    drawn = spec(matrix(frame))
    assert [row["best"] for row in rows(drawn)] == ["0.5 %", None, "3.0 "]
    assert drawn["params"][0]["select"]["fields"] == ["board", "family"]
    assert drawn["description"].endswith("most often x on A, 5 results.")


@pytest.mark.parametrize(
    ("frame", "x", "y", "mark"),
    [
        (pl.DataFrame({"kind": ["a", None], "n": [2, 1]}), "kind", "n", "bar"),
        (pl.DataFrame({"a": [1.0, 2.0], "n": [2, 1]}), "a", "n", "circle"),
        (pl.DataFrame({"day": [date(2024, 1, 1), date(2024, 2, 1)], "n": [2, 1]}), "day", "n", "line"),
    ],
)
def test_an_answer_is_drawn_by_the_types_of_its_columns(frame, x, y, mark) -> None:
    drawn = spec(answer(frame, x, y))
    first = drawn.get("layer", [drawn])[0]
    assert first["mark"]["type"] == mark
    assert columns_for(frame)[0][0] == (x if x in ("kind", "day") else "a")
    assert "n" in columns_for(frame)[1]


def test_the_key_holds_nothing_but_text_and_shapes() -> None:
    made = family_key(["<script>", "pruning"], PALETTE)
    assert "<script>" not in made
    assert "&lt;script&gt;" in made
    assert "clip-path:polygon(" in made
    assert "#3db37e" in made


def test_text_on_charts_is_in_the_ink_of_the_page() -> None:
    config = spec(results(board(95.0), PALETTE))["config"]
    assert config["axis"]["labelColor"] == config["axis"]["titleColor"] == INK == "currentColor"


def test_words_of_numbers_and_measures() -> None:
    frame = pl.DataFrame(
        {"value": [0.123456789, 1e12, -3.0, 1.58], "unit": ["fraction", "parameters", "points", None]}
    )
    assert frame.select(worded())["value"].to_list() == ["0.123457", "1T", "-3 points", "1.58"]
    assert measure("FID", "number") == "FID"
    assert near([], 0, 1, 0.1) == []


# Machado, Oliveira and Fernandes, 2009, severity 1: what people who lack one of the three cones see of a colour.
BLINDNESS = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}  # fmt: skip


def seen(colour: str, matrix_: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """Return a colour as CIELAB after a kind of blindness, where distances are about what an eye sees."""
    part = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    light = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in part]
    r, g, b = (min(max(sum(m * c for m, c in zip(line, light, strict=True)), 0), 1) for line in matrix_)
    x, y, z = 0.4124 * r + 0.3576 * g + 0.1805 * b, 0.2126 * r + 0.7152 * g + 0.0722 * b, 0.0193 * r + 0.1192 * g + 0.9505 * b  # fmt: skip
    fx, fy, fz = (
        c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in (x / 0.95047, y, z / 1.08883)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("blindness", list(BLINDNESS))
def test_areas_of_one_shape_are_told_apart_by_all(blindness: str) -> None:
    with (resources.taxonomy() / "families.csv").open(encoding="utf-8", newline="") as file:
        areas = [row for row in csv.DictReader(file) if not row["parent"]]
    assert len(areas) > 10
    for one, other in itertools.combinations(areas, 2):
        if one["shape"] == other["shape"]:
            apart = math.dist(*(seen(row["colour"], BLINDNESS[blindness]) for row in (one, other)))
            assert apart > 20, (one["name"], other["name"], apart)

"""The page of gains: as many units as there is room for, the others to pick and counted."""

from leaderboard.dashboard.pages.gains import BARS, _first


def counted(*claims: int) -> dict[str, dict[str, int]]:
    return {f"unit {place}": {"claims": number} for place, number in enumerate(claims)}


def test_small_groups_are_drawn_together_and_a_large_one_alone() -> None:
    assert _first(counted(3, 2, 1)) == ["unit 0", "unit 1", "unit 2"]
    assert _first(counted(10 * BARS, 2, 1)) == ["unit 0"]
    assert _first(counted(BARS - 2, 2, 1)) == ["unit 0", "unit 1"]


def test_a_picked_unit_is_drawn_alone(opened) -> None:
    whole = opened("gains", "sample", of="accuracy")
    units = next(box for box in whole.selectbox if box.label == "Counted in")
    assert len(units.options) > 1
    assert units.value is None
    one = units.options[-1].rpartition(" (")[0]
    page = opened("gains", "sample", of="accuracy", **{"in": one})
    assert [box.value for box in page.selectbox if box.label == "Counted in"] == [one]
    assert [head.value for head in page.subheader if ": " in head.value] == [f"accuracy: {one}"]


def test_a_unit_that_the_metric_has_not_is_forgotten(opened) -> None:
    page = opened("gains", "sample", of="accuracy", **{"in": "parsecs"})
    assert not page.exception
    assert "in" not in page.query_params
    assert [head.value for head in page.subheader if head.value.startswith("accuracy: ")]


def test_what_is_not_drawn_is_counted(opened) -> None:
    page = opened("gains", "sample", of="accuracy")
    units = next(box for box in page.selectbox if box.label == "Counted in")
    drawn = [head.value for head in page.subheader if head.value.startswith("accuracy: ")]
    hidden = [text.value for text in page.caption if text.value.startswith("Hidden: ")]
    assert bool(hidden) == (len(drawn) < len(units.options))

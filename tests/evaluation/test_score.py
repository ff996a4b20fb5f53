from dataclasses import replace

import pytest

from leaderboard.errors import UsageError
from leaderboard.evaluation import Finding, score
from leaderboard.model import Claim

TITLE = "TinyQuant: a made-up paper"
CLAIM = Claim(
    doc_id="title:1",
    doc=TITLE,
    kind="score",
    text="71.5%",
    start=40,
    end=45,
    value=71.5,
    unit="%",
    metric="accuracy",
    benchmark="MMLU",
    method="TinyQuant",
)


def gold(kind="score", value=71.5, value_max=None, start=40, end=45, optional=False, **slots):
    names = {slot: value if isinstance(value, tuple) else (value,) for slot, value in slots.items()}
    return Finding(TITLE, kind, value, value_max, ((start, end),), str(value), names, optional)


def compare(findings, claims):
    return score({TITLE: findings}, claims)


def what_went_wrong(report):
    return [d.what for d in report.disagreements]


def test_a_number_at_its_place_with_its_slots_is_right():
    report = compare([gold(unit="%", metric="accuracy", benchmark="MMLU", method="TinyQuant")], [CLAIM])
    assert (report.found.f1, report.whole.f1, report.disagreements) == (1.0, 1.0, ())


def test_a_wrong_slot_costs_the_tuple_but_not_the_number():
    report = compare([gold(unit="%", metric="f1", benchmark="MMLU")], [CLAIM])
    assert (report.found.f1, report.whole.f1) == (1.0, 0.0)
    assert report.slots["metric"].share == 0.0
    assert report.disagreements[0].got == {"metric": ("accuracy",)}


def test_a_wrong_slot_outside_the_tuple_costs_only_its_share():
    report = compare([gold(unit="%", metric="accuracy", benchmark="MMLU", method="Other")], [CLAIM])
    assert report.whole.f1 == 1.0
    assert report.slots["method"].share == 0.0


def test_a_change_needs_its_direction_and_baseline_for_the_tuple():
    change = replace(CLAIM, kind="change", direction="down")
    assert compare([gold("change", direction="up")], [change]).whole.f1 == 0.0
    assert compare([gold("change", direction="down", baseline="LoRA")], [change]).whole.f1 == 0.0
    assert compare([gold("change", direction="down", baseline=None)], [change]).whole.f1 == 1.0


def test_slots_absent_from_gold_are_not_compared():
    assert compare([gold()], [CLAIM]).slots == {}


def test_a_null_slot_must_be_left_empty():
    assert compare([gold(setting=None)], [CLAIM]).slots["setting"].share == 1.0
    assert compare([gold(setting=None)], [replace(CLAIM, setting="zero-shot")]).slots["setting"].share == 0.0
    assert compare([gold(setting=None)], [replace(CLAIM, setting="unknown")]).slots["setting"].share == 1.0


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"value": 71.4}, ["missed", "extra"]),
        ({"kind": "change"}, ["missed", "extra"]),
        ({"start": 45, "end": 50}, ["missed", "extra"]),
        ({"start": 44, "end": 50}, []),
        ({"value": -71.5}, []),
        ({"value_max": 71.5}, []),
        ({"value_max": 75.0}, ["missed", "extra"]),
        ({"section": "results"}, ["missed"]),
        ({"doc": "Another paper"}, ["missed"]),
    ],
)
def test_what_counts_as_the_same_number(change, what):
    assert what_went_wrong(compare([gold()], [replace(CLAIM, **change)])) == what


def test_titles_are_compared_without_case_and_punctuation():
    assert compare([gold()], [replace(CLAIM, doc="Tinyquant - A MADE-UP paper")]).found.f1 == 1.0


def test_bit_widths_count_once_wherever_they_stand():
    said = [replace(CLAIM, kind="bit_width", value=4.0, start=s, end=s + 5) for s in (100, 200)]
    report = compare([gold("bit_width", 4.0), gold("bit_width", 4.0, start=300, end=305)], said)
    assert (report.found.right, report.found.gold, report.found.said) == (1, 1, 1)


def test_bit_width_ranges_agree_where_they_share_an_end():
    said = replace(CLAIM, kind="bit_width", value=4.0, value_max=None)
    assert compare([gold("bit_width", 3.0, 4.0)], [said]).found.f1 == 1.0


def test_one_number_on_two_benchmarks_is_one_finding_with_both_names():
    report = compare([gold(benchmark="GSM8K")], [CLAIM, replace(CLAIM, benchmark="GSM8K")])
    assert (report.found.said, report.slots["benchmark"].share) == (1, 1.0)


def test_optional_gold_neither_earns_nor_costs():
    assert compare([gold(optional=True)], [CLAIM]).found.said == 0
    assert compare([gold(optional=True)], []).found.gold == 0
    widths = replace(CLAIM, kind="bit_width", value=4.0, start=100, end=105)
    assert compare([gold("bit_width", 4.0, optional=True)], [widths]).found.said == 0


@pytest.mark.parametrize(
    ("slot", "wanted", "said", "right"),
    [
        ("metric", ("accuracy", "exact match"), "Exact-Match", True),
        ("metric", "accuracy", "accuracy rate", False),
        ("unit", "GB", "gb", True),
        ("unit", "tokens/s", "tokens s", False),
        ("baseline", "LoRA", "the standard LoRA baseline", True),
        ("baseline", "LoRA", "LoRA with rank sixteen adapters", False),
        ("method", "Vanilla", "our Vanilla approach", True),
        ("setting", "few-shot", "5-shot", True),
        ("setting", "5-shot", "few-shot", False),
        ("setting", "zero-shot", "0-shot", True),
    ],
)
def test_how_names_are_compared(slot, wanted, said, right):
    report = compare([gold(**{slot: wanted})], [replace(CLAIM, **{slot: said})])
    assert report.slots[slot].share == float(right)


def test_a_figure_is_found_by_name_and_a_wrong_name_gets_a_hint():
    report = compare([gold(metric="accuracy")], [CLAIM])
    assert [report.figure(n) for n in ("found", "tuple", "score", "metric")] == [1.0, 1.0, 1.0, 1.0]
    with pytest.raises(UsageError, match="did you mean 'metric'"):
        report.figure("metrik")


def test_nothing_said_and_nothing_expected_are_zeros():
    assert compare([gold()], []).found.f1 == 0.0
    assert compare([], []).found.f1 == 0.0

"""The project's own examples: sentences as data in `examples/*.jsonl`, each with every claim it holds.

A line is `{"shows": …, "title": …, "text": …, "claims": […], "role": "developed" | "held out"}`. A claim has
the `text` of its number, `nth` where that text stands more than once, `kind`, `value` and the slots that
matter: a list means that any one is right, null that the slot must be empty, an absent slot is not looked at.
The list of claims is complete, except that a claim with `"optional": true` may be found or not. Examples
known to fail are named with a reason in `examples/known_failures.json`; one that starts to pass has to be
taken out there. Names and numbers are compared as the evaluation does.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from leaderboard.evaluation.agreement import same_number, same_slot

FOLDER = Path(__file__).parent / "examples"
KINDS = {"score", "change", "ratio", "bit_width", "parameters", "resource", "count"}
# Told once a document and value, wherever they are repeated.
ONCE_A_DOCUMENT = {"bit_width", "parameters"}
SLOTS = (
    "unit",
    "direction",
    "basis",
    "metric",
    "benchmark",
    "baseline",
    "method",
    "model",
    "setting",
    "qualifier",
    "role",
    "target",
)
OTHER_FIELDS = {"text", "nth", "kind", "value", "value_max", "optional"}

Row = Mapping[str, Any]


@cache
def examples() -> dict[str, Row]:
    """Return the examples of all files by `file::shows`."""
    found: dict[str, Row] = {}
    for path in sorted(FOLDER.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            row = json.loads(line)
            key = f"{path.stem}::{row['shows']}"
            assert key not in found, f"{path.name} line {number}: {row['shows']!r} names two examples"
            found[key] = row
    return found


def known_failures() -> dict[str, str]:
    path = FOLDER / "known_failures.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def parameters(role: str) -> list[Any]:
    failures = known_failures()
    return [
        pytest.param(
            row,
            id=key,
            marks=[pytest.mark.xfail(reason=failures[key], strict=True)] if key in failures else [],
        )
        for key, row in examples().items()
        if row["role"] == role
    ]


@pytest.mark.parametrize("example", parameters("developed"))
def test_claims_of_example(example: Row) -> None:
    check(example)


@pytest.mark.parametrize("example", parameters("held out"))
def test_claims_of_held_out_example(example: Row) -> None:
    check(example)


def check(example: Row) -> None:
    from leaderboard.extraction import extract
    from leaderboard.model import Document, as_row

    document = Document(id="example", title=example.get("title", ""), abstract=example["text"])
    wrong = differences(example, [as_row(claim) for claim in extract(document)])
    assert not wrong, "\n".join([example["text"], *wrong])


# ---- the data itself


def test_there_are_at_least_600_examples() -> None:
    assert len(examples()) >= 600


def test_a_fifth_of_the_examples_hold_numbers_and_no_claim() -> None:
    silent = [row for row in examples().values() if not row["claims"] and re.search(r"\d", row["text"])]
    assert len(silent) * 5 >= len(examples())


def test_about_a_third_of_the_examples_are_held_out() -> None:
    held_out = sum(row["role"] == "held out" for row in examples().values())
    assert 0.25 <= held_out / len(examples()) <= 0.45


def test_no_text_stands_twice() -> None:
    texts = [(row.get("title"), row["text"]) for row in examples().values()]
    assert len(set(texts)) == len(texts)


def test_every_kind_is_shown_at_least_twenty_times() -> None:
    kinds = [claim["kind"] for row in examples().values() for claim in row["claims"]]
    assert {kind: kinds.count(kind) for kind in KINDS if kinds.count(kind) < 20} == {}


@pytest.mark.parametrize("key", sorted(examples()))
def test_example_is_well_formed(key: str) -> None:
    row = examples()[key]
    assert row.keys() <= {"shows", "title", "text", "claims", "role"}
    assert row["role"] in ("developed", "held out")
    assert row["text"] == row["text"].strip()
    for claim in row["claims"]:
        assert claim.keys() <= {*OTHER_FIELDS, *SLOTS}, claim
        assert claim["kind"] in KINDS
        assert all(isinstance(value, int | float) for value in options(claim["value"]))
        start, end = span(row["text"], claim)
        assert row["text"][start:end] == claim["text"]
        # A name that is not asked for precisely enough to be found once needs `nth`.
        assert "nth" in claim or row["text"].count(claim["text"]) == 1, claim


def test_each_example_is_met_by_its_own_claims() -> None:
    for key, row in examples().items():
        told = []
        for claim in row["claims"]:
            start, end = span(row["text"], claim)
            first = {name: options(value)[0] for name, value in claim.items()}
            told.append({**first, "start": start, "end": end})
        assert differences(row, told) == [], key


def test_known_failures_name_examples_and_reasons() -> None:
    failures = known_failures()
    assert failures.keys() <= examples().keys()
    assert all(reason.strip() for reason in failures.values())


# ---- the comparison


def differences(example: Row, found: Iterable[Row]) -> list[str]:
    """Return a line for each claim that is missing, wrong in a slot, or not in the example."""
    groups = grouped(found)
    taken: set[int] = set()
    wrong = []
    for claim in example["claims"]:
        if claim.get("optional"):
            continue
        where = span(example["text"], claim)
        hit = next(
            (i for i, g in enumerate(groups) if i not in taken and same_finding(claim, g, where)), None
        )
        if hit is None:
            wrong.append(f"missing: {claim['text']!r} as {claim['kind']} {claim['value']}")
            continue
        taken.add(hit)
        for slot in SLOTS:
            said = tuple(one.get(slot) for one in groups[hit])
            if slot in claim and not same_slot(slot, tuple(options(claim[slot])), said):
                wrong.append(f"{slot} of {claim['text']!r}: {claim[slot]!r} expected, {said} found")
    for i, group in enumerate(groups):
        if i not in taken and not allowed(example, group):
            one = group[0]
            wrong.append(
                f"surplus: {one['text']!r} as {one['kind']} {one['value']} by rule {one.get('rule')!r}"
            )
    return wrong


def grouped(found: Iterable[Row]) -> list[list[Row]]:
    """Return the claims found, those on one number (say, one for each benchmark) together."""
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for one in found:
        place = one.get("value_max") if one["kind"] in ONCE_A_DOCUMENT else one["start"]
        groups.setdefault((one["kind"], one["value"], place), []).append(one)
    return list(groups.values())


def same_finding(claim: Row, group: list[Row], where: tuple[int, int]) -> bool:
    one = group[0]
    if one["kind"] != claim["kind"]:
        return False
    upper = one.get("value_max")
    if claim["kind"] in ONCE_A_DOCUMENT:
        mine = [*options(claim["value"]), claim.get("value_max")]
        return any(same_number(a, b) for a in mine for b in (one["value"], upper))
    if same_number(upper, one["value"]):
        upper = None
    return (
        any(overlap(where, (g["start"], g["end"])) for g in group)
        and any(same_number(abs(value), abs(one["value"])) for value in options(claim["value"]))
        and (same_number(claim.get("value_max"), upper) or (claim.get("value_max") is None and upper is None))
    )


def allowed(example: Row, group: list[Row]) -> bool:
    """Return whether a claim that was not asked for is, or stands on, a number marked optional."""
    for claim in example["claims"]:
        where = span(example["text"], claim)
        if claim.get("optional") and (
            any(overlap(where, (one["start"], one["end"])) for one in group)
            or (claim["kind"] in ONCE_A_DOCUMENT and same_finding(claim, group, where))
        ):
            return True
    return False


def span(text: str, claim: Row) -> tuple[int, int]:
    start = -1
    for _ in range(claim.get("nth", 1)):
        start = text.index(claim["text"], start + 1)
    return start, start + len(claim["text"])


def options(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]

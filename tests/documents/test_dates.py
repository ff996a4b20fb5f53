import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.documents.dates import date, finest, month_number, precision


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-03-17", "2024-03-17"),
        ("2024-03-17T12:30:00Z", "2024-03-17"),
        ("2024/3/7", "2024-03-07"),
        ("20240317", "2024-03-17"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("2024.0", "2024"),
        (2024, "2024"),
        (2024.0, "2024"),
        ("Mon, 2 Apr 2007 19:18:42 GMT", "2007-04-02"),
        ("17 March 2025", "2025-03-17"),
        ("March 17th, 2025", "2025-03-17"),
        ("Mar 17, 2025", "2025-03-17"),
        ("Mar. 2025", "2025-03"),
        ("2023-02-30", "2023-02"),  # no such day
        ("2023-13", "2023"),
        (1700000000000, "2023-11-14"),
        (1700000000, "2023-11-14"),
        ({"date-parts": [[2024, 3]]}, "2024-03"),
        ([2024, 3, 17], "2024-03-17"),
        ({"value": "2024-03-17"}, "2024-03-17"),
    ],
)
def test_dates_in_their_shapes(value: object, expected: str) -> None:
    assert date(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "",
        "Mar 17",
        "n.d.",
        "0000",
        0,
        12,
        True,
        None,
        [],
        {},
        [[]],
        {"date-parts": [[None]]},
        "1234",
        10**400,
        float("nan"),
    ],
)
def test_what_is_no_date(value: object) -> None:
    assert date(value) is None


def test_the_finest_that_agrees_with_the_first_is_taken() -> None:
    assert finest(["2024", "2023-05-01", "2024-03"]) == "2024-03"
    assert finest([None, "2023-05-01", "2024-03"]) == "2023-05-01"
    assert finest([None]) is None


def test_months_and_precision() -> None:
    assert [month_number(each) for each in ("jul", "July", "7", 7, "13", "x", None)] == ["07"] * 4 + [
        None
    ] * 3
    assert [precision(each) for each in ("2024", "2024-03", "2024-03-17", None)] == [
        "year",
        "month",
        "day",
        None,
    ]


@given(
    st.one_of(
        st.text(), st.integers(), st.floats(), st.lists(st.integers()), st.dictionaries(st.text(), st.text())
    )
)
def test_nothing_raises_and_what_comes_has_a_precision(value: object) -> None:
    found = date(value)
    assert found is None or precision(found) is not None

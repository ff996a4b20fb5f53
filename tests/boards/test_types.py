from datetime import date
from decimal import Decimal

import duckdb
import pytest

from leaderboard.boards.types import in_known_types


def frame(sql):
    return in_known_types(duckdb.sql(sql)).pl()


@pytest.mark.parametrize(
    ("sql", "value"),
    [
        ("select interval 1 day", "1 day"),
        ("select union_value(k := 1)", "1"),
        ("select [interval 1 day]", "[1 day]"),
        ("select 10::bignum", "10"),
        ("select 'x'::blob", "x"),
        ("select 1.5", Decimal("1.5")),
        ("select date '2024-02-29'", date(2024, 2, 29)),
        ("select null::timestamp", None),
    ],
)
def test_types_that_no_frame_holds_come_as_text(sql, value):
    assert frame(sql).rows() == [(value,)]


@pytest.mark.parametrize("sql", ["select 'infinity'::date", "select timestamp '20000-01-01 00:00:00'"])
def test_a_date_that_python_has_not_is_said(sql):
    with pytest.raises(duckdb.Error, match="beyond the years 1 to 9999"):
        frame(sql)


def test_names_stay_whatever_they_are():
    assert frame('select 1 as "a b", 2 as "c""d", interval 1 day as "#1"').columns == ["a b", 'c"d', "#1"]
    assert frame("select 1 as a, 2 as a, 3 as a").columns == ["a", "a_1", "a_2"]
    assert frame("select 1 as a, 2 as a_1, 3 as a").columns == ["a", "a_1", "a_2"]

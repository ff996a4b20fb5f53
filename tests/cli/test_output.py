import csv
import io
import json
import sys
from datetime import date

import pytest

from leaderboard.cli import tables
from leaderboard.cli.output import Format, write
from leaderboard.errors import UsageError

ROWS = [
    {
        "name": 'a,"b"\n| *c*',
        "value": 79.27,
        "big": 7.5e9,
        "yes": True,
        "list": ["x", "ü"],
        "day": date(2024, 1, 2),
    },
    {"name": "\x1b[31mred\ud800", "value": None, "big": 2024, "yes": None, "list": None, "day": None},
]
COLUMNS = list(ROWS[0])


def written(capsysbinary, form, wanted=None, rows=ROWS):
    count = write(iter(rows), COLUMNS, form, wanted)
    assert count == len(rows)
    return capsysbinary.readouterr().out.decode("utf-8")


def test_json_lines_and_json_hold_the_values(capsysbinary):
    lines = [json.loads(line) for line in written(capsysbinary, Format.jsonl).split("\n") if line]
    assert lines == json.loads(written(capsysbinary, Format.json))
    assert lines[0] == ROWS[0] | {"day": "2024-01-02"}
    assert lines[1]["name"] == "\x1b[31mred\ud800"


def test_json_of_no_rows_is_an_empty_list(capsysbinary):
    assert written(capsysbinary, Format.json, rows=[]) == "[]\n"


def test_numbers_that_json_does_not_know_are_null(capsysbinary):
    rows = [dict.fromkeys(COLUMNS, float("nan"))]
    assert json.loads(written(capsysbinary, Format.jsonl, rows=rows))["value"] is None


def test_csv_reads_back(capsysbinary):
    text = written(capsysbinary, Format.csv, rows=ROWS[:1])
    assert list(csv.DictReader(io.StringIO(text, newline=""))) == [
        {
            "name": 'a,"b"\n| *c*',
            "value": "79.27",
            "big": "7500000000.0",
            "yes": "true",
            "list": '["x", "ü"]',
            "day": "2024-01-02",
        }
    ]


def test_a_table_shows_everything_where_nobody_says_how_wide(capsysbinary):
    rows = [ROWS[0] | {"name": "x" * 300}]
    assert "x" * 300 in written(capsysbinary, Format.table, rows=rows)


def test_a_table_never_writes_control_characters(capsysbinary):
    shown = written(capsysbinary, Format.table)
    assert "\x1b" not in shown
    assert "\\x1b[31mred" in shown


def test_a_table_breaks_the_lines_of_columns_that_may(capsysbinary, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    rows = [{"name": "stars", "about": "all that shines " * 8, "more": "by night " * 4}]
    write(iter(rows), ["name", "about", "more"], Format.table, wrapped=("about", "more"))
    shown = capsysbinary.readouterr()
    assert max(map(len, shown.out.decode().split("\n"))) <= 40
    assert shown.out.decode().count("shines") == 8
    assert shown.out.decode().count("night") == 4
    assert shown.err == b""


def test_a_table_leaves_out_what_does_not_fit_and_says_so(capsysbinary, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    write(iter(ROWS), COLUMNS, Format.table)
    shown = capsysbinary.readouterr()
    assert max(map(len, shown.out.decode().split("\n"))) <= 40
    assert "columns that do not fit: yes, list, day" in shown.err.decode()


def test_columns_without_a_value_are_left_out_on_a_terminal(capsysbinary, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    write(iter(ROWS[1:]), COLUMNS, Format.table)
    assert capsysbinary.readouterr().out.decode().split("\n")[0].split() == ["name", "big"]


def test_markdown_is_escaped(capsysbinary):
    lines = written(capsysbinary, Format.markdown, "name,value").split("\n")
    assert lines[:3] == ["| name | value |", "| --- | --- |", '| a,"b" \\| \\*c\\* | 79.27 |']


def test_chosen_columns_come_in_the_order_asked(capsysbinary):
    assert written(capsysbinary, Format.csv, " value , name").split("\n")[0] == "value,name"


def test_an_unknown_column_is_a_wrong_call(capsysbinary):
    with pytest.raises(UsageError, match="did you mean 'value'"):
        write(iter(ROWS), COLUMNS, Format.csv, "valeu")


def test_rows_reach_the_reader_when_they_are_made(monkeypatch):
    out = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", out)

    def rows():
        yield ROWS[0]
        assert out.buffer.getvalue().count(b"\n") == 1
        yield ROWS[0]

    write(rows(), COLUMNS, Format.jsonl)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (22.0, "22"),
        (12345, "12,345"),
        (9999, "9999"),
        (1e-7, "1e-07"),
        (float("inf"), "inf"),
        ("", ""),
    ],
)
def test_how_numbers_are_shown(value, text):
    assert tables.shown(value) == text

import json

import pytest


@pytest.mark.parametrize("command", ["benchmarks", "metrics", "families"])
def test_without_a_word_everything_is_shown(run, command):
    rows = json.loads(run(command, "-f", "json").stdout)
    assert len(rows) > 20
    assert all(row["name"] for row in rows)


@pytest.mark.parametrize(
    ("command", "word", "name"),
    [
        ("benchmarks", "human eval", "HumanEval"),
        ("metrics", "f1", "F1"),
        ("families", "quantization", "quantization"),
    ],
)
def test_a_word_finds_names_by_alias_and_part(run, command, word, name):
    rows = json.loads(run(command, word, "-f", "json").stdout)
    assert rows[0]["name"].lower() == name.lower()


def test_a_metric_says_which_way_is_better(run):
    assert json.loads(run("metrics", "perplexity", "-f", "json").stdout)[0]["higher_is_better"] is False


def test_rows_of_ones_own_are_among_them(run, tmp_path):
    (tmp_path / "benchmarks.csv").write_text("name,task,metric\nZorple Suite,zorpling,accuracy\n", "utf-8")
    rows = json.loads(run("benchmarks", "zorple", "--taxonomy", tmp_path, "-f", "json").stdout)
    assert rows[0]["name"] == "Zorple Suite"


def test_a_broken_row_is_named_with_file_and_line(run, tmp_path):
    (tmp_path / "benchmarks.csv").write_text("name,task,metric\nZorple Suite,zorpling,akkuracy\n", "utf-8")
    result = run("benchmarks", "--taxonomy", tmp_path)
    assert result.exit_code == 1
    assert "benchmarks.csv:2" in result.stderr
    assert "accuracy" in result.stderr

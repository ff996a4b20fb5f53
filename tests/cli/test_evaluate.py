import json

import pytest


@pytest.fixture
def gold(papers):
    path = papers.with_name("gold.jsonl")
    rows = [
        {
            "doc": "TinyQuant: a made-up paper",
            "text": "71.5%",
            "start": 33,
            "end": 38,
            "kind": "score",
            "value": 71.5,
        }
        | {"unit": "%", "metric": "accuracy", "benchmark": "MMLU", "method": "TinyQuant"},
        {
            "doc": "TinyQuant: a made-up paper",
            "text": "1.8x",
            "start": 54,
            "end": 58,
            "kind": "ratio",
            "value": 1.8,
        }
        | {"unit": "x", "metric": "latency nobody names", "baseline": "GPTQ"},
        {"doc": "SmallTune: another made-up paper", "claims": 0},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_figures_as_a_table_and_as_json(run, gold, papers):
    shown = run("evaluate", gold, papers)
    assert shown.exit_code == 0
    assert "precision" in shown.stdout
    figures = json.loads(run("evaluate", gold, papers, "-f", "json").stdout)
    assert figures["gold"] == 2
    assert figures["found"]["r"] == 1.0
    assert figures["slots"]["benchmark"] == 1.0
    assert figures["kinds"]["score"]["p"] < 1


def test_figures_as_rows(run, gold, papers):
    rows = [
        json.loads(line) for line in run("evaluate", gold, papers, "-f", "jsonl").stdout.split("\n") if line
    ]
    assert rows[0]["figure"] == "found"
    assert rows[-1]["figure"] == "tuple"
    assert {row["name"] for row in rows if row["figure"] == "kind"} == {"score", "ratio"}
    assert "| found |" in run("evaluate", gold, papers, "-f", "markdown").stdout


def test_errors_are_listed(run, gold, papers):
    rows = json.loads(run("evaluate", gold, papers, "--errors", "-f", "json").stdout)["errors"]
    by_what = {row["what"]: row for row in rows}
    assert by_what["slots"]["wanted"].startswith("metric: latency nobody names")
    assert by_what["extra"]["text"] == "69.2%"
    listed = run("evaluate", gold, papers, "--errors", "-f", "csv").stdout
    assert listed.startswith("what,kind,text,doc,wanted,got,start,end\n")
    assert "latency nobody names" in run("evaluate", gold, papers, "--errors").stdout


def test_figures_that_fall_short_fail(run, gold, papers):
    assert run("evaluate", gold, papers, "--min", "found=0.5", "--min", "unit=1").exit_code == 0
    result = run("evaluate", gold, papers, "--min", "found=0.99", "--min", "tuple=0.9")
    assert result.exit_code == 1
    assert "falls short: found 0.800 < 0.99, tuple" in result.stderr


@pytest.mark.parametrize("text", ["found", "found=x", "fuond=0.9"])
def test_a_wrong_minimum_is_a_wrong_call(run, gold, papers, text):
    assert run("evaluate", gold, papers, "--min", text).exit_code == 2


def test_documents_that_the_sources_lack_are_named(run, gold, papers):
    papers.write_text(papers.read_text("utf-8").split("\n")[0] + "\n", "utf-8")
    assert "1 of 2 documents of the gold are not among the sources" in run("evaluate", gold, papers).stderr


def test_broken_gold_is_named(run, papers, tmp_path):
    (tmp_path / "bad.jsonl").write_text("{", "utf-8")
    result = run("evaluate", tmp_path / "bad.jsonl", papers)
    assert result.exit_code == 1
    assert "bad.jsonl, line 1: not JSON" in result.stderr

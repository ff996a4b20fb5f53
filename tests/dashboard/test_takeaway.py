"""What is taken from a view is what the command line gives."""

import json
import shlex

import pytest
from typer.testing import CliRunner

from leaderboard import boards
from leaderboard.cli import app as cli
from leaderboard.dashboard.badge import badge, count_badge
from leaderboard.dashboard.citation import entry
from leaderboard.dashboard.evidence import marked
from leaderboard.dashboard.takeaway import command
from leaderboard.rows import csv_text, json_text
from leaderboard.warehouse import connect

VIEWS = [
    ("leaderboard", {"board": "gsm8k--accuracy--percent", "baselines": True, "top": 200}),
    ("leaderboard", {"board": "gsm8k--accuracy--percent", "baselines": False, "family": ["quantization", "chain-of-thought prompting"]}),
    ("progress", {"board": "gsm8k--accuracy--percent", "year_from": "2023", "top": 2000}),
    ("best_of_families", {"family": ["quantization"], "top": 200}),
    ("family_papers", {"family": ["quantization"], "top": 200}),
    ("trade_offs", {"x": "speed_up", "measure": "accuracy on MMLU, %", "same_sentence": False, "top": 2000}),
    ("gains", {"metric": "accuracy", "unit": "points", "basis": "absolute", "top": 1000}),
    ("ratios", {"metric": "speed", "min_confidence": "0.3", "top": 1000}),
    ("compare", {"methods": ["ThinkTwice", "ThinkThrice"], "shared_only": False}),
    ("papers", {"search": "quant", "with_claims": True, "top": 100, "skip": 0}),
    ("paper_claims", {"document": "arxiv:2203.00001"}),
    ("claim_list", {"kind": ["score", "change"], "own": "own", "search": "think", "top": 200}),
    ("contradictions", {"board": "gsm8k--accuracy--percent", "top": 200}),
    ("boards", {"top": 5000}),
    ("found_boards", {"family": ["quantization"], "min_confidence": "0.3", "top": 5000}),
    ("newest_records", {"top": 20}),
    ("family_matrix", {"min_confidence": "0.3"}),
    ("families", {"used_only": True}),
    ("coverage", {"grouping": "family"}),
]  # fmt: skip


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize(("query", "parameters"), VIEWS)
def test_a_download_is_what_the_shown_command_writes(query, parameters, form, databases) -> None:
    with connect(databases["dated"]) as con:
        rows = boards.run(con, query, **parameters)
    assert rows.height
    made = csv_text(rows) if form == "csv" else json_text(rows)
    words = shlex.split(command(query, parameters, form))
    assert words[0] == "leaderboard"
    said = CliRunner().invoke(cli, [*words[1:], "--db", str(databases["dated"])])
    assert said.exit_code == 0, said.output
    assert said.stdout == made


def test_a_badge_is_what_shields_reads() -> None:
    made = json.loads(
        badge({"benchmark": "ImageNet", "metric": "FID", "value": 1.06, "unit": "number", "rank": 2})
    )
    assert made == {"schemaVersion": 1, "label": "ImageNet FID", "message": "1.06 (rank 2)", "color": "blue"}
    assert json.loads(badge({"kind": "ratio", "value": 2.5, "unit": "x"}))["message"] == "2.5x"
    assert json.loads(count_badge("Papers", 1200))["message"] == "1,200 results"


def test_a_bibtex_entry_cannot_be_left() -> None:
    hostile = {"paper": "A} @comment{x, \\input{/etc/passwd}", "authors": ["Ann\n}, O'Hara"], "date": None, "url": "javascript:alert(1)", "doc_id": "x"}  # fmt: skip
    made = entry(hostile)
    assert made.count("{") == made.count("}") == 4
    assert "\\" not in made
    assert "javascript" not in made
    assert made.count("\n") == made.rstrip().count("\n") + 1 == 4


def test_a_marked_sentence_is_escaped_and_cut_around_its_number() -> None:
    row = {
        "sentence": "<b>" + "x" * 5_000 + " 81.5% " + "y" * 5_000,
        "start": 104,
        "end": 109,
        "sentence_start": 100,
    }
    assert marked({**row, "start": 100 + 5_004, "end": 100 + 5_009}, 200).count("x") == 99
    assert "<mark>81.5%</mark>" in marked({**row, "start": 100 + 5_004, "end": 100 + 5_009})
    assert "&lt;b&gt;" in marked({"sentence": "<b> 1%", "start": 4, "end": 6, "sentence_start": 0})
    assert marked({"sentence": "no number", "start": 50, "end": 60, "sentence_start": 0}) == "no number"

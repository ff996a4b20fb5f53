import json
from dataclasses import dataclass
from typing import Any

import pytest

from leaderboard.cli.tables import print_renderable
from leaderboard.cli.trees import tree
from leaderboard.model import Claim


@dataclass
class Part:
    """Stands in for any part of an explanation."""

    text: str = ""
    start: int = 0
    end: int = 0
    claim: Any = None
    refused: str | None = None
    steps: tuple = ()
    quantities: tuple = ()
    mentions: tuple = ()
    sentences: tuple = ()
    kind: str = ""
    name: str | None = None
    slot: str = ""
    value: Any = None
    reason: str = ""


CLAIM = Claim("x", "A", "score", "71.5%", 0, 5, 71.5, 72.0, "%", rule="score.of", confidence=0.93)


def drawn(capsys, *sentences):
    import sys

    print_renderable(tree(Part(sentences=sentences)), sys.stdout)
    return capsys.readouterr().out


def test_the_tree_shows_claims_refusals_steps_and_mentions(capsys):
    taken = Part(
        "71.5%", 0, 5, claim=CLAIM, steps=(Part(slot="metric", value="accuracy", reason="before `of`"),)
    )
    left = Part(
        "GPT-4", 8, 13, refused="part of a name", steps=(Part(slot="unit", value=None, reason="none"),)
    )
    mention = Part("gsm-8k", 20, 26, kind="benchmark", name="GSM8K")
    shown = drawn(capsys, Part("One [bold]sentence\x1b[31m.", quantities=(taken, left), mentions=(mention,)))
    lines = [line.lstrip("│├└─ ") for line in shown.strip().split("\n")]
    assert lines == [
        "One [bold]sentence\\x1b[31m.",
        "71.5%  0-5  score 71.5 to 72 %  rule score.of, confidence 0.93",
        "metric accuracy  before `of`",
        "GPT-4  8-13  not taken: part of a name",
        "unit nothing  none",
        "mentions",
        "benchmark gsm-8k = GSM8K  20-26",
    ]


def test_a_sentence_without_numbers_says_so(capsys):
    assert "no number in this sentence" in drawn(capsys, Part("Hello."))
    assert "no sentence in this text" in drawn(capsys)


def test_a_real_sentence_is_explained(run):
    pytest.importorskip("leaderboard.extraction.explain")
    text = "Unlike GPT-4, TinyQuant reaches an accuracy of 71.5% on MMLU."
    result = run("explain", text, "--title", "TinyQuant: a made-up paper")
    assert result.exit_code == 0
    assert "accuracy" in result.stdout
    assert "71.5%" in result.stdout
    explained = json.loads(run("explain", text, "-f", "json").stdout)
    quantity = next(q for q in explained["sentences"][0]["quantities"] if q["text"] == "71.5%")
    assert quantity["claim"]["benchmark"] == "MMLU"
    assert {step["slot"] for step in quantity["steps"]} >= {"metric", "benchmark"}
    assert run("explain", "-", stdin=text).stdout == run("explain", text).stdout


def test_no_text_is_a_wrong_call(run):
    assert run("explain", " ").exit_code == 2
    assert run("explain", "-", stdin="").exit_code == 2

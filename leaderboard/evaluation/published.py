"""The published accuracy: a table by kind and slot, measured on gold and written into the README and `data/accuracy/`.

`python -m leaderboard.evaluation.published NAME GOLD.jsonl SOURCE [NAME GOLD SOURCE …]` runs the extractor, writes
`data/accuracy/accuracy.json` and the block between the marks in README.md.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from leaderboard import resources
from leaderboard.documents import read
from leaderboard.evaluation import read_gold, score
from leaderboard.evaluation.gold import name_of, names_in
from leaderboard.extraction import extract
from leaderboard.model import Claim, Document
from leaderboard.readme import put


def measured(gold: Path, source: str) -> dict[str, Any]:
    """Return the figures of the extractor on one gold set: found, tuple, kinds and slots."""
    expected = read_gold(gold)
    names = names_in(expected)
    claims: list[Claim] = []
    for document in read([source]):
        if isinstance(document, Document):
            name = name_of(document, names)
            claims += [replace(claim, doc=name) for claim in extract(document)] if name else []
    return score(expected, claims).as_json()


def block(figures: dict[str, dict[str, Any]]) -> str:
    """Return the accuracy table as Markdown, a column pair a gold set."""
    names = list(figures)
    lines = ["| | " + " | ".join(names) + " |", "| --- |" + " --- |" * len(names)]
    lines.append("| claims in gold | " + " | ".join(str(figures[name]["gold"]) for name in names) + " |")
    for key, label in (("found", "numbers found (F1)"), ("tuple", "whole claims right (F1)")):
        lines.append(
            f"| **{label}** | " + " | ".join(f"**{figures[name][key]['f']:.3f}**" for name in names) + " |"
        )
    kinds = sorted({kind for name in names for kind in figures[name]["kinds"]})
    for kind in kinds:
        cells = [figures[name]["kinds"].get(kind, {}).get("f") for name in names]
        lines.append(
            f"| {kind.replace('_', ' ')} (F1) | "
            + " | ".join("" if cell is None else f"{cell:.3f}" for cell in cells)
            + " |"
        )
    slots = list(figures[names[0]]["slots"])
    for slot in slots:
        cells = [figures[name]["slots"].get(slot) for name in names]
        lines.append(
            f"| {slot} right | " + " | ".join("" if cell is None else f"{cell:.2f}" for cell in cells) + " |"
        )
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Measure, write the data file and the README's block."""
    if not arguments or len(arguments) % 3:
        print(
            "usage: python -m leaderboard.evaluation.published NAME GOLD.jsonl SOURCE [NAME GOLD SOURCE …]",
            file=sys.stderr,
        )
        return 2
    triples = zip(arguments[::3], arguments[1::3], arguments[2::3], strict=True)
    figures = {name: measured(Path(gold), source) for name, gold, source in triples}
    folder = resources.root()
    (folder / "data" / "accuracy" / "accuracy.json").write_text(
        json.dumps(figures, indent=1) + "\n", encoding="utf-8"
    )
    put("accuracy", block(figures))
    print(block(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A file that is built anew, taken away and brought back under a running dashboard."""

import json
from pathlib import Path

from leaderboard.warehouse import build

PAPER = {"title": "FooNet: Fast", "abstract": "FooNet reaches 81.5% accuracy on CIFAR-10."}


def test_a_file_built_anew_is_picked_up_without_a_restart(visits, tmp_path: Path, serve) -> None:
    source, db = tmp_path / "papers.jsonl", tmp_path / "live.duckdb"
    source.write_text(json.dumps(PAPER) + "\n")
    build([source], db)
    with serve(db) as address:
        visit = visits(address)
        visit.open("papers")
        visit.shows("1 paper,")
        source.write_text(json.dumps(PAPER) + "\n" + json.dumps({**PAPER, "title": "BarNet: Faster"}) + "\n")
        build([source], db)
        visit.open("papers")
        visit.shows("2 papers")
        db.unlink()
        visit.open("papers")
        visit.shows("There is no database")
        visit.shows("leaderboard build")
        build([source], db)
        visit.page.get_by_role("button", name="Try again").click()
        visit.settled()
        visit.shows("2 papers")

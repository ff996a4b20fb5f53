import json
from pathlib import Path
from typing import Any

import pytest

from leaderboard.documents import merge, read
from leaderboard.model import Document


def documents(path: Path) -> list[Document]:
    everything = list(read([path]))
    found = [each for each in everything if isinstance(each, Document)]
    assert found == everything  # nothing is refused
    return found


def gold(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().split("\n") if line]


@pytest.mark.parametrize(
    ("corpus", "claims", "count"), [("seed.txt", "seed.jsonl", 85), ("dev.jsonl", "dev.jsonl", 73)]
)
def test_gold_offsets_count_characters_of_the_abstract(
    corpus: str, claims: str, count: int, shared: Path
) -> None:
    papers = {each.title: each for each in documents(shared / "corpus" / corpus)}
    assert len(papers) == count
    lines = gold(shared / "gold" / claims)
    assert {line["doc"] for line in lines} <= set(papers)
    marked = [line for line in lines if "start" in line]
    assert len(marked) > 150
    for line in marked:
        assert papers[line["doc"]].abstract[line["start"] : line["end"]] == line["text"]


def test_every_paper_of_the_page_is_the_text_of_its_place(shared: Path) -> None:
    page = shared / "corpus" / "seed.txt"
    text = page.read_text()
    for paper in documents(page):
        start, end = map(int, paper.place.rpartition(" ")[2].split("-"))
        assert text[start:end] == paper.abstract
        assert paper.date is None


def test_all_papers_of_the_page_have_families_that_readers_chose(shared: Path) -> None:
    titles = {
        line.split("\t")[0] for line in (shared / "gold" / "families.tsv").read_text().split("\n")[1:] if line
    }
    assert titles <= {each.title for each in documents(shared / "corpus" / "seed.txt")}


def test_ten_thousand_abstracts_are_read_and_are_the_values_of_the_file(shared: Path) -> None:
    papers = documents(shared / "corpus" / "bulk.jsonl.gz")
    assert len(papers) == 10_000
    assert 9_900 < len(merge(papers)) <= 10_000


def test_abstracts_of_json_are_exactly_the_values(shared: Path) -> None:
    path = shared / "corpus" / "wild.jsonl"
    assert [each.abstract for each in documents(path)] == [line["abstract"] for line in gold(path)]

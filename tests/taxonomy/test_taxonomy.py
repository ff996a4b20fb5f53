from collections import Counter
from pathlib import Path

import pytest

from leaderboard.errors import LeaderboardError
from leaderboard.taxonomy import default, load


def test_the_taxonomy_is_broad_and_complete() -> None:
    taxonomy = default()
    assert len(taxonomy.benchmarks) >= 1500
    assert len(taxonomy.metrics) >= 200
    assert len(taxonomy.families) >= 60
    assert sum(family.parent is not None and family.parent != "" for family in taxonomy.families) >= 40
    metrics = {metric.name for metric in taxonomy.metrics}
    assert all(benchmark.task and benchmark.source for benchmark in taxonomy.benchmarks)
    assert {benchmark.metric for benchmark in taxonomy.benchmarks if benchmark.metric} <= metrics
    assert max(Counter(benchmark.name for benchmark in taxonomy.benchmarks).values()) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("an accuracy of 53% on MATH", ["MATH"]),
        ("the math behind it", []),
        ("60.2% on GSM-8K", ["GSM8K"]),
        ("on the GSM8K benchmark", ["GSM8K"]),
    ],
)
def test_names_that_are_words_are_told_by_case_and_context(text: str, names: list[str]) -> None:
    assert [hit.name for hit in default().names.find(text) if hit.kind == "benchmark"] == names


@pytest.mark.parametrize(
    "surface",
    ["pass@1", "Pass@32", "pass@1 accuracy", "pass@5 success rate", "average pass@1 rate", "pass rate@8"],
)
def test_the_k_of_a_metric_stands_anywhere_in_its_name(surface: str) -> None:
    metric = default().metric(surface)
    assert metric is not None
    assert metric.name == "pass@k"


def test_a_user_adds_rows_without_code(tmp_path: Path) -> None:
    (tmp_path / "benchmarks.csv").write_text(
        "name,aliases,task,metric,area,case,source\nQuuxBench,QB-1,testing,accuracy,language,any,own list\n"
    )
    taxonomy = load([tmp_path])
    assert [hit.name for hit in taxonomy.names.find("81% on QuuxBench") if hit.kind == "benchmark"] == [
        "QuuxBench"
    ]


def test_a_folder_without_tables_is_named_with_those_there_are(tmp_path: Path) -> None:
    (tmp_path / "benchmarks.txt").write_text("name,task,metric\n")
    with pytest.raises(LeaderboardError, match=r"holds no table; the tables are benchmarks\.csv, "):
        load([tmp_path])


def test_a_wrong_row_is_named_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "benchmarks.csv").write_text(
        "name,aliases,task,metric,area,case,source\nQuuxBench,,testing,no such metric,language,any,own list\n"
    )
    with pytest.raises(LeaderboardError, match=r"benchmarks\.csv.*2"):
        load([tmp_path])

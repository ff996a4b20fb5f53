from pathlib import Path

import pytest

from leaderboard.boards import catalogue, run
from leaderboard.errors import LeaderboardError
from leaderboard.warehouse import build, connect

LINE = '{"title": "%s", "abstract": "%s"}\n'


def papers(folder: Path, score: str = "81.5%") -> Path:
    file = folder / "papers.jsonl"
    file.write_text(
        LINE
        % (
            "FooNet: Fast Bars",
            f"We propose FooNet. FooNet reaches {score} accuracy on CIFAR-10, 2.1 points over BarNet.",
        )
        + LINE
        % ("BazNet: Slow Bars", "BazNet is 3x faster than FooNet and reaches 79.2% accuracy on CIFAR-10.")
    )
    return file


def test_building_again_changes_nothing_and_a_changed_paper_replaces_itself(tmp_path: Path) -> None:
    db = tmp_path / "x.duckdb"
    build([papers(tmp_path)], db)
    with connect(db) as con:
        before = con.sql("select * from claims order by claim_id").fetchall()
    build([papers(tmp_path)], db)
    with connect(db) as con:
        assert con.sql("select * from claims order by claim_id").fetchall() == before
    build([papers(tmp_path, "84.5%")], db)
    with connect(db) as con:
        values = [
            value
            for (value,) in con.sql("select value from claims where kind = 'score' order by value").fetchall()
        ]
    assert values == [79.2, 84.5]


def test_board_ranks_in_the_direction_of_its_metric(tmp_path: Path) -> None:
    db = tmp_path / "x.duckdb"
    build([papers(tmp_path)], db)
    with connect(db) as con:
        rows = run(con, "leaderboard", benchmark="CIFAR-10", metric="accuracy")
    assert rows.select("rank", "method", "value").rows() == [(1, "FooNet", 81.5), (2, "BazNet", 79.2)]


def test_every_query_runs_and_every_check_is_empty(tmp_path: Path) -> None:
    db = tmp_path / "x.duckdb"
    build([papers(tmp_path)], db)
    with connect(db) as con:
        for name, query in catalogue().items():
            rows = run(con, name)
            if "checks" in query.path.parts:
                assert rows.is_empty(), name


def test_every_table_and_column_is_described(tmp_path: Path) -> None:
    db = tmp_path / "x.duckdb"
    build([papers(tmp_path)], db)
    with connect(db) as con:
        assert (
            con.sql(
                "select table_name from duckdb_tables() where not internal and comment is null"
            ).fetchall()
            == []
        )
        assert (
            con.sql(
                "select table_name, column_name from duckdb_columns() where not internal and comment is null and table_name in (select table_name from duckdb_tables() where not internal)"
            ).fetchall()
            == []
        )


@pytest.mark.parametrize("content", [b"", b"not a database at all"])
def test_a_foreign_file_is_named_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.duckdb"
    file.write_bytes(content)
    with pytest.raises(LeaderboardError, match=r"x\.duckdb"):
        connect(file)

import pytest

from leaderboard.warehouse import build

LINE = '{"title": "%s", "abstract": "%s"}\n'


def write_papers(file, score="81.5%"):
    """Write two papers on one board, the first with the score that is asked for."""
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


@pytest.fixture
def papers(tmp_path):
    return write_papers(tmp_path / "papers.jsonl")


@pytest.fixture
def db(papers, tmp_path):
    build([papers], tmp_path / "x.duckdb")
    return tmp_path / "x.duckdb"

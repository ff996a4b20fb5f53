"""Words, qualifiers and units that a user's folder adds: extraction reads them without any code."""

from pathlib import Path

import pytest

from leaderboard.errors import LeaderboardError
from leaderboard.extraction.pipeline import Extractor
from leaderboard.model import Claim, Document
from leaderboard.taxonomy import default, load

SENTENCE = (
    "FooNet zorkens the latency by 12%. It needs 3.5 zorks of energy, quasi 40 ms, at a plumbness of 81.2%."
)


def claims(extractor: Extractor) -> dict[str, Claim]:
    return {claim.text: claim for claim in extractor.extract(Document("d", "FooNet", SENTENCE))}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cues.csv").write_text("role,inflect,forms\nverb_down,verb,zorken\n")
    (tmp_path / "qualifiers.csv").write_text("side,words,qualifier\nleft,quasi,about\n")
    (tmp_path / "units.csv").write_text(
        "symbol,names,dimension,factor,source\nzork,zorks,energy,2,own list\n"
    )
    return tmp_path


def test_without_the_folder_the_words_say_nothing() -> None:
    found = claims(Extractor(default()))
    assert "12%" not in found or found["12%"].direction != "down"
    assert "3.5 zorks" not in found
    assert found["40 ms"].qualifier is None


def test_words_qualifiers_and_units_of_a_folder_are_read(folder: Path) -> None:
    found = claims(Extractor(load([folder])))
    assert (found["12%"].kind, found["12%"].direction, found["12%"].metric) == ("change", "down", "latency")
    assert (found["3.5 zorks"].kind, found["3.5 zorks"].unit, found["3.5 zorks"].value) == (
        "resource",
        "zork",
        3.5,
    )
    assert found["40 ms"].qualifier == "about"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("cues.csv", "role,inflect,forms\nverb_sideways,verb,zorken\n", r"cues\.csv, line 2: unknown role"),
        (
            "qualifiers.csv",
            "side,words,qualifier\nabove,quasi,about\n",
            r"qualifiers\.csv:2: side is left or right",
        ),
        ("qualifiers.csv", "words,qualifier\nquasi,about\n", r"qualifiers\.csv:1: the columns are"),
    ],
)
def test_a_table_that_cannot_be_read_is_named_with_its_line(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(LeaderboardError, match=said):
        Extractor(load([tmp_path]))

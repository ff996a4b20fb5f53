import json

import pytest

from leaderboard.errors import LeaderboardError
from leaderboard.evaluation import read_gold

LINE = {"doc": "A", "kind": "score", "value": 1, "start": 0, "end": 1}


def write(path, *lines):
    path.write_text(
        "\n".join(json.dumps(line) if isinstance(line, dict) else line for line in lines), "utf-8"
    )
    return path


def test_slots_keep_the_difference_between_null_absent_and_alternatives(tmp_path):
    line = LINE | {"metric": ["accuracy", "acc"], "benchmark": None}
    finding = read_gold(write(tmp_path / "gold.jsonl", line))["A"][0]
    assert finding.slots == {"metric": ("accuracy", "acc"), "benchmark": (None,)}


def test_a_document_without_claims_is_known(tmp_path):
    assert read_gold(write(tmp_path / "gold.jsonl", {"doc": "A", "claims": 0}, "")) == {"A": []}


def test_line_separators_inside_a_string_do_not_end_the_line(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"doc": "A\u2028B", "claims": 0}\n', "utf-8")
    assert list(read_gold(path)) == ["A\u2028B"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: not JSON"),
        ("[]", "line 2: expected an object"),
        ({"kind": "score"}, "line 2: a gold line needs the title"),
        (LINE | {"kind": "scores"}, "line 2: unknown kind 'scores'; did you mean 'score'"),
        (LINE | {"value": "x", "end": None}, "line 2: a gold claim needs numbers in value, end"),
    ],
)
def test_a_broken_line_is_named(tmp_path, line, message):
    with pytest.raises(LeaderboardError, match=message):
        read_gold(write(tmp_path / "gold.jsonl", LINE, line))


def test_an_empty_missing_or_binary_file_is_named(tmp_path):
    empty = write(tmp_path / "empty.jsonl")
    with pytest.raises(LeaderboardError, match="no gold lines"):
        read_gold(empty)
    with pytest.raises(LeaderboardError, match="No such file"):
        read_gold(tmp_path / "missing.jsonl")
    empty.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LeaderboardError, match="not UTF-8"):
        read_gold(empty)

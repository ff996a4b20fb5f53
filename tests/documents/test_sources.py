import io
import sys
from pathlib import Path

import pytest

from leaderboard.documents import read
from leaderboard.documents.sources import STDIN, Source, expand
from leaderboard.model import Document, Refusal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.jsonl", "a.jsonl", "deep/er/c.jsonl", ".hidden.jsonl", ".git/d.jsonl", "deep/note.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'{{"title": "Paper of {name}", "abstract": "We count."}}\n')
    return tmp_path


def names(folder: Path, *sources: str | Path) -> list[str]:
    return [
        str(Path(each.name).relative_to(folder)) if isinstance(each, Source) else each.reason
        for each in expand(sources)
    ]


def test_folder_is_walked_sorted_and_without_hidden_files(folder: Path) -> None:
    assert names(folder, folder) == ["a.jsonl", "b.jsonl", "deep/note.txt", "deep/er/c.jsonl"]


def test_hidden_file_named_by_itself_is_read(folder: Path) -> None:
    assert names(folder, folder / ".hidden.jsonl") == [".hidden.jsonl"]


def test_globs_look_into_folders(folder: Path) -> None:
    assert names(folder, f"{folder}/*.jsonl") == ["a.jsonl", "b.jsonl"]
    assert names(folder, f"{folder}/**/*.jsonl") == ["a.jsonl", "b.jsonl", "deep/er/c.jsonl"]
    assert names(folder, f"{folder}/de*") == ["deep/note.txt", "deep/er/c.jsonl"]


def test_name_that_looks_like_a_glob_is_taken_literally_where_it_exists(folder: Path) -> None:
    (folder / "[a].jsonl").write_text("x")
    assert names(folder, folder / "[a].jsonl") == ["[a].jsonl"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    (folder / "link.jsonl").symlink_to(folder / "a.jsonl")
    assert names(folder, folder / "a.jsonl", folder / "a.jsonl", f"{folder}/a*") == ["a.jsonl"]
    assert "link.jsonl" not in names(folder, folder / "a.jsonl", folder)


def test_missing_file_is_refused_with_a_near_name(folder: Path) -> None:
    (refusal,) = expand([folder / "a.json"])
    assert isinstance(refusal, Refusal)
    assert refusal.source == str(folder / "a.json")
    assert "no such file or folder" in refusal.reason
    assert "did you mean 'a.jsonl'" in refusal.reason


def test_glob_without_matches_folder_without_files_and_no_name_are_refused(folder: Path) -> None:
    (folder / "empty").mkdir()
    reasons = names(folder, f"{folder}/*.bib", folder / "empty", "", "a\0b", folder / "no/such/file")
    assert "no file matches" in reasons[0]
    assert "holds no files" in reasons[1]
    assert "not a name" in reasons[2]
    assert "not a name" in reasons[3]
    assert "no such file" in reasons[4]


def test_file_that_cannot_be_opened_is_refused_and_the_others_are_read(folder: Path) -> None:
    (folder / "aa.jsonl").symlink_to(folder / "nowhere")
    found = list(read([folder]))
    assert [type(each) for each in found] == [Document, Refusal, Document, Document, Document]
    assert "cannot be opened" in found[1].reason  # type: ignore[union-attr]


def test_dash_is_the_standard_input_and_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b'{"title": "A", "abstract": "b"}'))
    monkeypatch.setattr(sys, "stdin", stdin)
    (document,) = read(["-", "-"])
    assert document.source == STDIN
    assert not stdin.buffer.closed


def test_standard_input_may_be_text_or_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"title": "Ä"}'))
    (document,) = read(["-"])
    assert isinstance(document, Document)
    assert document.title == "Ä"
    monkeypatch.setattr(sys, "stdin", None)
    (refusal,) = read(["-"])
    assert isinstance(refusal, Refusal)


def test_a_single_name_is_understood_too(folder: Path) -> None:
    assert len(list(read(str(folder / "a.jsonl")))) == 1
    assert list(read([])) == []

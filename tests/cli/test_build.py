import csv
import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest


def counts(run, db):
    result = run("query", "--sql", "select count(*) as n from documents", "--db", db, "-f", "csv")
    return int(result.stdout.split("\n")[1])


def test_a_build_says_what_it_read_and_shows_the_top_boards(run, papers, tmp_path):
    db = tmp_path / "t.duckdb"
    result = run("build", papers, "--db", db, "-f", "csv")
    assert result.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert (rows[0]["benchmark"], rows[0]["metric"], rows[0]["best_value"]) == ("MMLU", "accuracy", "71.5")
    assert "papers.jsonl: 2 documents" in result.stderr
    assert "2 new" in result.stderr


def test_the_same_again_changes_nothing(run, papers, tmp_path):
    db = tmp_path / "t.duckdb"
    run("build", papers, "--db", db)
    before = db.read_bytes()
    result = run("build", papers, "--db", db)
    assert result.exit_code == 0
    assert "left as it was" in result.stderr
    assert db.read_bytes() == before


def test_new_sources_add_and_changed_documents_replace(run, papers, tmp_path):
    db = tmp_path / "t.duckdb"
    run("build", papers, "--db", db)
    more = tmp_path / "more.jsonl"
    more.write_text(json.dumps({"title": "Third", "abstract": "Nothing to see."}) + "\n", "utf-8")
    assert "1 new" in run("build", more, "--db", db).stderr
    assert counts(run, db) == 3
    papers.write_text(papers.read_text("utf-8").replace("69.2%", "70.2%"), "utf-8")
    assert "1 changed" in run("build", papers, "--db", db).stderr
    assert counts(run, db) == 3
    assert "70.2" in run("query", "leaderboard", "--benchmark", "mmlu", "--db", db, "-f", "csv").stdout


def test_without_sources_the_bundled_sample_is_built(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("build", "--top", "3")
    assert result.exit_code == 0
    assert "85 new" in result.stderr
    assert (tmp_path / "leaderboard.duckdb").exists()
    assert len(result.stdout.strip().split("\n")) == 5


def test_the_database_can_be_named_by_the_environment(run, papers, tmp_path):
    run("build", papers, env={"LEADERBOARD_DB": str(tmp_path / "named.duckdb")})
    assert (tmp_path / "named.duckdb").exists()


def test_what_cannot_be_read_is_named_and_the_rest_is_in(run, papers, tmp_path):
    db = tmp_path / "t.duckdb"
    broken = tmp_path / "broken.jsonl"
    broken.write_bytes(b'{"title": "A", "abstract": "B"}\n\x00\x01\x02')
    result = run("build", papers, broken, "--db", db)
    assert result.exit_code == 3
    assert "not read: " in result.stderr
    assert "broken.jsonl" in result.stderr
    assert counts(run, db) >= 2


def test_where_nothing_can_be_read_the_build_fails_and_the_old_database_stays(run, papers, tmp_path):
    db = tmp_path / "t.duckdb"
    run("build", papers, "--db", db)
    result = run("build", tmp_path / "absent.txt", "--db", db)
    assert result.exit_code == 1
    assert "absent.txt" in result.stderr
    assert counts(run, db) == 2


def test_where_nothing_can_be_read_no_database_is_made(run, tmp_path):
    result = run("build", tmp_path / "absent.txt", "--db", tmp_path / "new.duckdb")
    assert result.exit_code == 1
    assert "0 documents with 0 claims; not made" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_the_database_too_is_read_without_it(run, papers, tmp_path):
    db = tmp_path / "t.duckdb"
    for words in (["2 new"], ["2 unchanged", "left as it was"]):
        result = run("build", tmp_path, "--db", db)
        assert result.exit_code == 0, result.stderr
        assert all(word in result.stderr for word in words)
    assert run("build", db, "--db", db).exit_code == 1


@pytest.mark.skipif(os.name != "posix", reason="needs devices")
def test_a_device_is_no_database(run, papers, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    result = run("build", papers, "--db", pipe)
    assert result.exit_code == 1
    assert "is a device or a pipe" in result.stderr
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a file system that takes no folders")
def test_a_file_system_that_takes_no_folders_ends_the_build(run, papers):
    result = run("build", papers, "--db", "/proc/leaderboard.duckdb")
    assert result.exit_code == 1
    assert "cannot write beside /proc/leaderboard.duckdb" in result.stderr


@pytest.mark.parametrize("keep", [4096, 300_000])
def test_a_database_that_is_cut_off_is_said_with_what_to_do(run, papers, tmp_path, keep):
    db = tmp_path / "t.duckdb"
    run("build", papers, "--db", db)
    db.write_bytes(db.read_bytes()[:keep])
    for words in (
        ["build", papers],
        ["query", "boards"],
        ["export", tmp_path / "out"],
        ["query", "--sql", "from claims"],
    ):
        result = run(*words, "--db", db)
        assert result.exit_code == 1, words
        assert "remove it and run leaderboard build" in result.stderr
        assert result.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_is_named(run, papers, tmp_path):
    result = run("build", papers, "--db", tmp_path)
    assert result.exit_code == 1
    assert "is a folder" in result.stderr
    (tmp_path / "foreign.duckdb").write_text("not a database, " * 100)
    result = run("build", papers, "--db", tmp_path / "foreign.duckdb")
    assert result.exit_code == 1
    assert "not a DuckDB file" in result.stderr


def test_a_check_that_finds_something_fails_the_build_and_says_how_to_see_it(
    run, papers, tmp_path, monkeypatch
):
    from leaderboard.extraction import Extractor

    honest = Extractor.extract

    def careless(self, document):
        return [replace(claim, value_max=claim.value - 1) for claim in honest(self, document)]

    monkeypatch.setattr(Extractor, "extract", careless)
    db = tmp_path / "t.duckdb"
    result = run("build", papers, "--db", db)
    assert result.exit_code == 1
    assert (
        f"integrity check 'strange_numbers' found 3 rows: Strange numbers (leaderboard query strange_numbers --db {db}"
        in result.stderr
    )
    assert run("query", "strange_numbers", "--db", db, "-f", "csv").stdout.count("\n") == 4

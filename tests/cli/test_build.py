import csv
import io
import json


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


def test_a_place_that_cannot_be_written_is_named(run, papers, tmp_path):
    result = run("build", papers, "--db", tmp_path)
    assert result.exit_code == 1
    assert "is a folder" in result.stderr
    (tmp_path / "foreign.duckdb").write_text("not a database, " * 100)
    result = run("build", papers, "--db", tmp_path / "foreign.duckdb")
    assert result.exit_code == 1
    assert "not a DuckDB file" in result.stderr

"""Files of an older and of a newer schema: brought up to date by a build, refused with what to run by the rest."""

import shutil

import duckdb
import pytest

from leaderboard import resources
from leaderboard.boards import catalogue
from leaderboard.errors import LeaderboardError
from leaderboard.warehouse import build, connect, rules, schema

from .conftest import write_papers

SECOND = "alter table documents add column pages integer; comment on column documents.pages is 'Pages';"


@pytest.fixture
def next_version(tmp_path, monkeypatch):
    """A program whose schema has one migration more: what a later version will be."""
    folder = tmp_path / "next"
    shutil.copytree(resources.queries(), folder)
    (folder / "schema" / f"{schema.newest() + 1:03}_pages.sql").write_text(SECOND)

    def use():
        monkeypatch.setattr(resources, "queries", lambda: folder)
        _forget()

    yield use
    monkeypatch.undo()
    _forget()


def _forget():
    schema.migrations.cache_clear()
    rules._shipped.cache_clear()


def test_a_file_of_an_older_schema_is_named_with_what_to_run(db, next_version):
    next_version()
    with pytest.raises(
        LeaderboardError, match="has schema 1 and this version needs 2; run leaderboard build"
    ):
        connect(db)


def test_a_build_brings_an_older_file_up_to_date_with_everything_in_it(papers, db, next_version, tmp_path):
    more = tmp_path / "more.jsonl"
    more.write_text('{"title": "Third", "abstract": "Nothing to see."}\n')
    next_version()
    report = build([more], db)
    assert (report.new, report.removed, report.documents) == (1, 0, 3)
    assert report.failed_checks == ()
    with connect(db) as con:
        assert con.sql("select version from schema_version order by all").fetchall() == [(1,), (2,)]
        assert con.sql("select count(*), count(pages) from documents").fetchall() == [(3, 0)]
        assert con.sql("select count(*) from builds").fetchall() == [(2,)]
    assert not build([papers, more], db).written


def test_a_schema_alone_is_reason_enough_to_write(papers, db, next_version):
    next_version()
    report = build([papers], db)
    assert (report.new, report.changed, report.written) == (0, 0, True)
    with connect(db) as con:
        assert schema.version(con) == 2


def test_a_file_of_a_newer_schema_is_left_alone(papers, db, next_version, monkeypatch):
    next_version()
    build([papers], db)
    monkeypatch.undo()
    _forget()
    before = db.read_bytes()
    write_papers(papers, "84.5%")
    for use in (lambda: connect(db), lambda: build([papers], db)):
        with pytest.raises(LeaderboardError, match="built by a newer leaderboard"):
            use()
    assert db.read_bytes() == before


def test_a_database_of_somebody_else_is_left_alone(papers, tmp_path):
    db = tmp_path / "theirs.duckdb"
    with duckdb.connect(str(db)) as con:
        con.execute("create table theirs as select 1 as one")
    before = db.read_bytes()
    for use in (lambda: connect(db), lambda: build([papers], db)):
        with pytest.raises(LeaderboardError, match="without leaderboard's tables"):
            use()
    assert db.read_bytes() == before


@pytest.mark.parametrize("name", ["003_gap.sql", "second.sql", "02_short.sql"])
def test_migrations_are_numbered_without_gaps(tmp_path, name):
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "001_tables.sql").write_text("select 1")
    (tmp_path / "schema" / name).write_text("select 2")
    with pytest.raises(LeaderboardError, match="numbered 001, 002"):
        schema.migrations(tmp_path)


def test_the_schema_run_again_on_a_built_file_changes_nothing(db, tmp_path):
    copy = shutil.copy(db, tmp_path / "copy.duckdb")
    with duckdb.connect(str(copy)) as con:
        counts = "select table_name, estimated_size from duckdb_tables() where not internal order by all"
        before = con.execute(counts).fetchall()
        for migration in schema.migrations():
            con.execute(migration.sql)
        assert con.execute(counts).fetchall() == before


def test_what_the_checks_find_fails_the_build_and_is_told(papers, db, next_version, tmp_path):
    next_version()
    check = "-- title: Papers called FooNet\n-- description: Made up.\n-- grain: one row a paper\n"
    (resources.queries() / "checks" / "foonet.sql").write_text(
        check + "select doc_id, title from documents where title like 'FooNet%';\n"
    )
    report = build([papers], db)
    (found,) = report.failed_checks
    assert (found.name, found.title, found.offending) == ("foonet", "Papers called FooNet", 1)
    assert found.examples[0]["title"] == "FooNet: Fast Bars"


def test_every_shipped_check_is_run_by_a_build(papers, db):
    write_papers(papers, "84.5%")
    names = [name for name, query in catalogue().items() if query.layer == "checks"]
    assert [check.name for check in build([papers], db).checks] == sorted(names)

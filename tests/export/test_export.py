import csv
import json
from hashlib import sha256

import duckdb
import polars as pl
import pytest

from leaderboard.boards import run
from leaderboard.errors import LeaderboardError
from leaderboard.export import export
from leaderboard.export.boards import file_name

POLARS = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
    "date": pl.Date,
}
DUCKDB = {"string": "varchar", "integer": "bigint", "number": "double", "boolean": "boolean", "date": "date"}


@pytest.fixture
def exported(con, tmp_path):
    export(con, tmp_path / "out")
    return tmp_path / "out"


def resources(folder):
    return {r["path"]: r for r in json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"]}


def expected(con, path):
    """Return the rows that a file should hold, from the database."""
    if path.startswith("boards/"):
        boards = con.sql("select board from boards").pl()["board"]
        board = next(name for name in boards if path == file_name(name, ()))
        return run(con, "leaderboard", board=board)
    frame = con.sql(f"select * from {path.removesuffix('.csv')} order by all").pl()
    return frame.select(pl.exclude("abstract", "search_text", "title_key", "text_hash", "doc_no", "board_no"))


def plain(frame):
    """Return the rows in an order of their own, lists as JSON."""

    def cell(value):
        return json.dumps(value, separators=(",", ":")) if isinstance(value, list) else value

    return sorted((tuple(map(cell, row)) for row in frame.iter_rows()), key=repr)


def test_a_file_a_board_and_the_tables(exported):
    found = {path.relative_to(exported).as_posix() for path in exported.rglob("*") if path.is_file()}
    boards = {path for path in found if path.startswith("boards/")}
    assert found - boards == {
        "index.csv",
        "claims.csv",
        "documents.csv",
        "document_families.csv",
        "datapackage.json",
    }
    assert len(boards) == 2
    index = pl.read_csv(exported / "index.csv")
    assert set(index["file"]) == boards
    assert set(index["benchmark"]) == {"HumanEval", "WikiText-2"}


def test_the_index_names_the_best_in_the_direction_of_the_metric(exported):
    index = {row["benchmark"]: row for row in pl.read_csv(exported / "index.csv").iter_rows(named=True)}
    human = index["HumanEval"]
    assert (human["rows"], human["results"], human["baselines"]) == (3, 2, 1)
    assert (human["direction"], human["best_value"]) == ("higher", 71.5)
    assert (index["WikiText-2"]["direction"], index["WikiText-2"]["best_method"]) == ("lower", "@method")


def test_polars_reads_every_file_back_to_the_same_rows(con, exported):
    for path, resource in resources(exported).items():
        if path == "index.csv":
            continue
        schema = {f["name"]: POLARS.get(f["type"], pl.String) for f in resource["schema"]["fields"]}
        read = pl.read_csv(exported / path, schema=schema)
        want = expected(con, path)
        assert read.columns == want.columns
        assert plain(read) == plain(want), path


def test_duckdb_reads_every_file_back_to_the_same_rows(con, exported):
    for path, resource in resources(exported).items():
        if path == "index.csv":
            continue
        types = {f["name"]: DUCKDB.get(f["type"], "varchar") for f in resource["schema"]["fields"]}
        columns = ", ".join(f"'{name}': '{type_}'" for name, type_ in types.items())
        read = duckdb.sql(f"from read_csv('{exported / path}', header=true, columns={{{columns}}})").pl()
        assert plain(read) == plain(expected(con, path)), path


def test_a_board_holds_the_rows_of_the_query_in_its_order(con, exported):
    index = pl.read_csv(exported / "index.csv")
    for row in index.iter_rows(named=True):
        frame = run(con, "leaderboard", board=row["board"])
        with (exported / row["file"]).open(encoding="utf-8", newline="") as file:
            assert [line["claim_id"] for line in csv.DictReader(file)] == frame["claim_id"].to_list()


def test_the_same_database_gives_the_same_bytes(con, exported, tmp_path):
    export(con, tmp_path / "again")
    for path in exported.rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "again" / path.relative_to(exported)).read_bytes()


def test_every_column_is_described_with_its_type(exported):
    for path, resource in resources(exported).items():
        header = (exported / path).read_text("utf-8").split("\n", 1)[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        undescribed = [
            field["name"] for field in resource["schema"]["fields"] if not field.get("description")
        ]
        assert undescribed == [], path


def test_sizes_and_hashes_are_those_of_the_files(exported):
    for path, resource in resources(exported).items():
        data = (exported / path).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == "sha256:" + sha256(data).hexdigest()


def test_the_package_is_valid_for_frictionless(exported):
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(exported / "datapackage.json"))
    assert report.valid, report.flatten(["fieldName", "type", "message"])[:5]
    assert report.stats["tasks"] == 6


def test_text_of_papers_is_written_as_it_is(exported):
    with (exported / "documents.csv").open(encoding="utf-8", newline="") as file:
        titles = {row["title"] for row in csv.DictReader(file)}
    assert {"-dash", "NULL"} < titles
    assert any(title.startswith('=1+1, "quoted"; ünïcode → 数') for title in titles)


def test_for_a_spreadsheet_no_cell_of_text_starts_a_formula(con, tmp_path):
    export(con, tmp_path / "out", spreadsheet=True)
    for path, resource in resources(tmp_path / "out").items():
        text = {f["name"] for f in resource["schema"]["fields"] if f["type"] == "string"}
        with (tmp_path / "out" / path).open(encoding="utf-8", newline="") as file:
            cells = [value for row in csv.DictReader(file) for name, value in row.items() if name in text]
        assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]
        if path == "documents.csv":
            assert any(cell.startswith("'=1+1") for cell in cells)


def test_unsure_claims_can_be_left_out(con, tmp_path):
    report = export(con, tmp_path / "out", min_confidence=0.5)
    assert (report.boards, report.claims) == (2, 3)
    assert pl.read_csv(tmp_path / "out/index.csv")["baselines"].sum() == 0


def test_an_earlier_export_is_replaced_and_nothing_is_left_beside(con, exported):
    (exported / "boards" / "stale.csv").unlink(missing_ok=True)
    export(con, exported, min_confidence=0.5)
    assert "'" not in (exported / "index.csv").read_text("utf-8").split("\n")[0]
    assert [path.name for path in exported.parent.iterdir()] == [exported.name]


def test_a_folder_with_files_of_others_is_refused_and_left_alone(con, exported):
    (exported / "notes.txt").write_text("mine")
    before = sorted(exported.rglob("*"))
    with pytest.raises(LeaderboardError, match=r"files that no export made \(notes.txt\)"):
        export(con, exported)
    assert sorted(exported.rglob("*")) == before


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"resources": []}', '{"made_by": "leaderboard", "resources": [1]}']
)
def test_a_descriptor_of_somebody_else_is_no_export(con, tmp_path, text):
    (tmp_path / "datapackage.json").write_text(text)
    with pytest.raises(LeaderboardError, match="no export made"):
        export(con, tmp_path)


def test_an_empty_folder_is_filled(con, tmp_path):
    (tmp_path / "new").mkdir()
    export(con, tmp_path / "new")
    assert (tmp_path / "new/index.csv").exists()


def test_a_file_or_the_working_folder_is_refused(con, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    with pytest.raises(LeaderboardError, match="is a file"):
        export(con, tmp_path / "file")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    for name in (".", ".."):
        with pytest.raises(LeaderboardError, match="folder you are in"):
            export(con, name)


def test_a_failure_on_the_way_leaves_the_old_export(con, exported, monkeypatch):
    before = {path: path.read_bytes() for path in exported.rglob("*.csv")}

    def fail(*_):
        raise RuntimeError("disk full")

    monkeypatch.setattr("leaderboard.export.descriptor.write", fail)
    with pytest.raises(RuntimeError):
        export(con, exported)
    assert {path: path.read_bytes() for path in exported.rglob("*.csv")} == before
    assert [path.name for path in exported.parent.iterdir()] == [exported.name]


def test_file_names_are_safe_unique_and_stable():
    names = [
        "humaneval--pass@1--percent",
        "Humaneval--pass@1--percent",
        "../../etc/passwd",
        "..",
        "数学",
        "a" * 300,
        "a" * 301,
    ]
    paths: list[str] = []
    for name in names:
        paths.append(file_name(name, set(paths)))
    assert paths[0] == "boards/humaneval--pass@1--percent.csv"
    assert len({path.lower() for path in paths}) == len(names)
    assert all(
        path.count("/") == 1 and ".." not in path and path.isascii() and len(path) < 130 for path in paths
    )
    assert paths == [file_name(name, ()) for name in names]

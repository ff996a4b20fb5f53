import json


def test_an_export_prints_where_it_is(run, database, tmp_path):
    result = run("export", tmp_path / "out", "--db", database)
    assert result.exit_code == 0
    assert result.stdout == f"{tmp_path / 'out' / 'datapackage.json'}\n"
    assert "boards" in result.stderr
    assert json.loads((tmp_path / "out/datapackage.json").read_text("utf-8"))["made_by"] == "leaderboard"


def test_a_board_is_what_the_query_says(run, database, tmp_path):
    run("export", tmp_path / "out", "--db", database)
    boards = sorted((tmp_path / "out/boards").iterdir())
    said = run("query", "leaderboard", "--board", boards[0].stem, "--db", database, "-f", "csv").stdout
    assert boards[0].read_text("utf-8").replace('""', "") == said


def test_files_of_others_are_left_alone(run, database, tmp_path):
    (tmp_path / "thesis.tex").touch()
    result = run("export", tmp_path, "--db", database)
    assert result.exit_code == 1
    assert "thesis.tex" in result.stderr

import json

import pytest

from leaderboard.boards import catalogue, run
from leaderboard.errors import LeaderboardError
from leaderboard.warehouse import build, connect

from .conftest import write_papers


def rows(db, sql):
    with connect(db) as con:
        return con.sql(sql).fetchall()


def scores(db):
    return rows(db, "select value from claims where kind = 'score' order by value")


def write_lines(path, *papers):
    path.write_text("".join(json.dumps(paper) + "\n" for paper in papers))
    return path


def test_building_again_changes_nothing_and_a_changed_paper_replaces_itself(papers, db):
    before, bytes_before = rows(db, "from claims order by claim_id"), db.read_bytes()
    report = build([papers], db)
    assert (report.new, report.changed, report.unchanged, report.written) == (0, 0, 2, False)
    assert db.read_bytes() == bytes_before
    write_papers(papers, "84.5%")
    assert build([papers], db).changed == 1
    assert scores(db) == [(79.2,), (84.5,)]
    write_papers(papers)
    assert build([papers], db).changed == 1
    assert rows(db, "from claims order by claim_id") == before


def test_the_file_does_not_depend_on_the_way_there(papers, db, tmp_path):
    """Two sources read at once, or one after the other, or in the other order, give the same tables."""
    more = write_lines(tmp_path / "more.jsonl", {"title": "Third", "abstract": "Third reaches 70% on MMLU."})
    build([more], db)
    for name, sources in (("once", [papers, more]), ("other", [more, papers])):
        build(sources, tmp_path / f"{name}.duckdb")
    tables = [name for (name,) in rows(db, "select table_name from duckdb_tables() where not internal")]
    assert len(tables) > 15
    for table in set(tables) - {"builds"}:
        found = [
            rows(tmp_path / f"{name}.duckdb", f"from {table} order by all") for name in ("x", "once", "other")
        ]
        assert found[0] == found[1] == found[2], table


def test_a_paper_that_its_source_no_longer_holds_goes(papers, db):
    papers.write_text(papers.read_text().split("\n")[0] + "\n")
    report = build([papers], db)
    assert (report.removed, report.documents) == (1, 1)
    assert scores(db) == [(81.5,)]


def test_a_source_read_in_part_takes_nothing_away(papers, db):
    papers.write_text(papers.read_text().split("\n")[0] + "\n{broken\n")
    report = build([papers], db)
    assert (report.removed, report.documents, len(report.refusals)) == (0, 2, 1)
    assert rows(db, "select place from refusals") == [("line 2",)]


def test_the_same_paper_from_two_sources_is_one_document(tmp_path):
    title = "FooNet: Fast Bars for 8{255} Kinds"
    one = write_lines(
        tmp_path / "arxiv.jsonl",
        {"id": "2401.00001v2", "title": title, "abstract": "FooNet reaches 81.5% accuracy on CIFAR-10."},
    )
    other = tmp_path / "list.bib"
    other.write_text(
        "@inproceedings{foo, title={{FooNet}: Fast Bars for 8\\{255\\} Kinds}, author={Ann A and Bob B}, year={2024}}"
    )
    db = tmp_path / "x.duckdb"
    for sources in ([one], [other], [one, other]):
        build(sources, db)
    documents = rows(db, "select doc_id, title, authors, date, claims, abstract <> '' from documents")
    assert documents == [("arxiv:2401.00001", title, ["Ann A", "Bob B"], "2024-01", 1, True)]
    assert len(rows(db, "from readings")) == 2
    assert rows(db, "select documents from sources") == [(1,), (1,)]


def test_a_board_ranks_in_the_direction_of_its_metric(db):
    with connect(db) as con:
        found = run(con, "leaderboard", benchmark="CIFAR-10", metric="accuracy")
    assert found.select("rank", "method", "value").rows() == [(1, "FooNet", 81.5), (2, "BazNet", 79.2)]


def test_a_lower_value_leads_where_lower_is_better_and_equals_share_a_rank(tmp_path):
    db = tmp_path / "x.duckdb"
    papers = [
        {"title": f"{name}: A Model", "abstract": f"{name} reaches a perplexity of {value} on WikiText-2."}
        for name, value in (("AlphaLM", 9.2), ("BetaLM", 7.5), ("GammaLM", 9.2), ("DeltaLM", 11.0))
    ]
    build([write_lines(tmp_path / "p.jsonl", *papers)], db)
    with connect(db) as con:
        found = run(con, "leaderboard", benchmark="WikiText-2", metric="perplexity")
    assert found.select("rank", "method", "value", "is_best").rows() == [
        (1, "BetaLM", 7.5, True),
        (2, "AlphaLM", 9.2, False),
        (2, "GammaLM", 9.2, False),
        (4, "DeltaLM", 11.0, False),
    ]


def test_values_that_cannot_be_compared_share_no_ranking(tmp_path):
    """A share of one, another metric, a change and a baseline stand beside 81.5% accuracy and not below it."""
    db = tmp_path / "x.duckdb"
    sentences = {
        "AlphaNet": "AlphaNet reaches an accuracy of 81.5% on CIFAR-10.",
        "BetaNet": "BetaNet reaches an accuracy of 0.79 on CIFAR-10.",
        "GammaNet": "GammaNet reaches an F1 of 83.1% on CIFAR-10.",
        "DeltaNet": "DeltaNet improves accuracy by 5.1% on CIFAR-10.",
    }
    papers = [{"title": f"{name}: A Net", "abstract": text} for name, text in sentences.items()]
    build([write_lines(tmp_path / "p.jsonl", *papers)], db)
    ranked = rows(db, "select method_name, value, board from claims where board is not null order by all")
    assert [row[:2] for row in ranked] == [("AlphaNet", 81.5), ("BetaNet", 0.79), ("GammaNet", 83.1)]
    assert len({board for _, _, board in ranked}) == 3
    assert rows(db, "select kind, board from claims where method_name = 'DeltaNet'") == [("change", None)]


def test_every_query_runs_and_every_check_is_empty(db):
    with connect(db) as con:
        for name, query in catalogue().items():
            found = run(con, name)
            if query.layer == "checks":
                assert found.is_empty(), name


@pytest.mark.parametrize(
    "sql",
    [
        "select table_name from duckdb_tables() where not internal and comment is null",
        "select view_name from duckdb_views() where not internal and comment is null",
        "select table_name, column_name from duckdb_columns() where not internal and comment is null",
    ],
)
def test_every_table_view_and_column_is_described(db, sql):
    assert rows(db, sql) == []


def test_one_metric_by_several_names_is_one_board_and_another_k_another(tmp_path):
    spelled = ("pass@1", "a pass@1 accuracy", "a pass@1 rate", "pass@10")
    papers = tmp_path / "papers.jsonl"
    papers.write_text(
        "".join(
            f'{{"title": "Net{n}", "abstract": "Net{n} reaches {name} of 7{n}.5% on HumanEval."}}\n'
            for n, name in enumerate(spelled)
        )
    )
    build([papers], tmp_path / "x.duckdb")
    assert rows(tmp_path / "x.duckdb", "select metric_name, results, best_value from boards order by 1") == [
        ("pass@1", 3, 72.5),
        ("pass@10", 1, 73.5),
    ]


@pytest.mark.parametrize("content", [b"", b"not a database at all"])
def test_a_foreign_file_is_named_with_what_to_do(tmp_path, content):
    file = tmp_path / "x.duckdb"
    file.write_bytes(content)
    with pytest.raises(LeaderboardError, match=r"x\.duckdb"):
        connect(file)


def test_the_views_hold_what_the_claims_hold(db):
    assert rows(db, "select benchmark, metric, method, value, unit from results order by value desc") == [
        ("CIFAR-10", "accuracy", "FooNet", 81.5, "%"),
        ("CIFAR-10", "accuracy", "BazNet", 79.2, "%"),
    ]
    assert rows(db, "select kind, value, baseline from differences order by kind") == [
        ("change", 2.1, "BarNet"),
        ("ratio", 3.0, "FooNet"),
    ]

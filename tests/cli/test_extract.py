import csv
import gzip
import io
import json
import subprocess
import sys
from dataclasses import fields

import pytest

from leaderboard.model import Claim


def lines(text):
    return [json.loads(line) for line in text.split("\n") if line]


def test_claims_are_json_lines_with_the_fields_of_the_gold(run, papers):
    result = run("extract", papers)
    claims = lines(result.stdout)
    assert result.exit_code == 0
    assert list(claims[0]) == [field.name for field in fields(Claim)]
    first = claims[0]
    assert (first["doc"], first["doc_id"]) == ("TinyQuant: a made-up paper", "arxiv:2401.00001")
    assert (first["text"], first["value"], first["unit"], first["kind"]) == ("71.5%", 71.5, "%", "score")
    assert (first["metric"], first["benchmark"]) == ("accuracy", "MMLU")
    assert first["sentence"] == "TinyQuant reaches an accuracy of 71.5% on MMLU."
    assert "2 documents" in result.stderr


def test_spans_quote_the_abstract_as_it_was_read(run, tmp_path):
    abstract = "We reach\r\n an accuracy of $71.5\\%$ – on  MMLU."
    (tmp_path / "p.json").write_text(json.dumps([{"title": "A paper", "abstract": abstract}]), "utf-8")
    claim = lines(run("extract", tmp_path / "p.json").stdout)[0]
    assert abstract[claim["start"] : claim["end"]] == claim["text"]


@pytest.mark.parametrize("form", ["json", "csv", "table", "markdown"])
def test_the_other_formats(run, papers, form):
    result = run("extract", papers, "-f", form, "-c", "text,value,metric")
    assert result.exit_code == 0
    assert "71.5%" in result.stdout
    if form == "json":
        assert json.loads(result.stdout)[0] == {"text": "71.5%", "value": 71.5, "metric": "accuracy"}
    if form == "csv":
        assert next(csv.DictReader(io.StringIO(result.stdout))) == {
            "text": "71.5%",
            "value": "71.5",
            "metric": "accuracy",
        }


def test_standard_input_folders_and_globs(run, papers):
    expected = run("extract", papers).stdout
    assert run("extract", "-", stdin=papers.read_text("utf-8")).stdout == expected
    assert run("extract", papers.parent).stdout == expected
    assert run("extract", papers.parent / "*.jsonl").stdout == expected
    packed = papers.parent / "packed.gz"
    packed.write_bytes(gzip.compress(papers.read_bytes()))
    assert run("extract", packed).stdout == expected


def test_a_paper_that_comes_twice_is_read_once(run, papers):
    again = papers.with_name("again.jsonl")
    again.write_bytes(papers.read_bytes())
    result = run("extract", papers, again)
    assert result.stdout == run("extract", papers).stdout
    assert "2 repeated documents left out" in result.stderr


def test_several_workers_give_the_same_claims_in_the_same_order(run, papers):
    assert run("extract", papers, "--workers", "2").stdout == run("extract", papers).stdout


def test_many_documents_are_shared_among_the_cores_by_default(run, papers, monkeypatch):
    from leaderboard.batches import workers

    expected = run("extract", papers).stdout
    used = []
    monkeypatch.setattr(workers, "MANY", 2)
    monkeypatch.setattr(workers, "processes", lambda wanted, count: used.append((wanted, count)) or 2)
    assert run("extract", papers).stdout == expected
    assert run("extract", "-", stdin=papers.read_text("utf-8")).stdout == expected
    assert used == [(None, 2), (1, 0)]


def test_unsure_claims_can_be_left_out(run, papers):
    claims = lines(run("extract", papers).stdout)
    cut = max(claim["confidence"] for claim in claims)
    kept = lines(run("extract", papers, "--min-confidence", str(cut)).stdout)
    assert kept == [claim for claim in claims if claim["confidence"] >= cut]
    assert run("extract", papers, "--min-confidence", "2").exit_code == 2


@pytest.mark.parametrize(
    "name",
    [
        "Gronk",
        "Zorple Cup 3",
        pytest.param("zorple", marks=pytest.mark.xfail(reason="one word in lower case is taken for no name")),
        pytest.param(
            "zorple suite", marks=pytest.mark.xfail(reason="words such as suite are cut off a name")
        ),
    ],
)
def test_names_of_ones_own_are_known(run, tmp_path, name):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/benchmarks.csv").write_text(f"name,task,metric\n{name},zorpling,accuracy\n", "utf-8")
    (tmp_path / "p.txt").write_text(
        f"Title: A paper\n\nAbstract: We reach an accuracy of 71.5% on {name}.\n", "utf-8"
    )
    result = run("extract", tmp_path / "p.txt", "--taxonomy", tmp_path / "mine")
    assert lines(result.stdout)[0]["benchmark"] == name


def test_what_cannot_be_read_is_named_and_the_rest_is_in(run, papers, tmp_path):
    broken = tmp_path / "broken.jsonl"
    broken.write_text(
        '{"title": "Good", "abstract": "We reach an accuracy of 50% on MMLU."}\n{"title": \n', "utf-8"
    )
    result = run("extract", papers, broken, tmp_path / "absent.jsonl")
    assert result.exit_code == 3
    assert "Good" in {claim["doc"] for claim in lines(result.stdout)}
    assert f"not read: {broken}, line 2" in result.stderr
    assert "absent.jsonl: no such file" in result.stderr


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.bin", bytes(range(256)) * 50),
        ("cut.gz", gzip.compress(b"x" * 10_000)[:12]),
        ("nothing.json", b"[]"),
        ("half.json", b'[{"title": "A'),
    ],
)
def test_where_nothing_can_be_read_the_command_fails(run, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    result = run("extract", tmp_path / name)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert name in result.stderr


def test_of_a_stream_that_is_cut_off_the_whole_documents_are_in(run, papers):
    cut = papers.with_name("cut.gz")
    # Told apart by their number, which compresses badly enough that some are whole before the cut.
    many = "".join(papers.read_text("utf-8").replace("2401.", f"24{i % 12 + 1:02}.") for i in range(5))
    cut.write_bytes(gzip.compress(many.encode())[:-60])
    result = run("extract", cut)
    assert result.exit_code == 3
    assert lines(result.stdout)[0]["text"] == "71.5%"
    assert "cut.gz: the gzip data is cut off" in result.stderr


def test_no_source_is_a_wrong_call(run):
    result = run("extract")
    assert result.exit_code == 2
    assert "SOURCE" in result.stderr


def test_a_claim_is_written_before_the_input_has_ended(papers):
    first = papers.read_text("utf-8").split("\n")[0]
    command = [sys.executable, "-m", "leaderboard", "extract", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        filler = json.dumps({"title": "Filler", "abstract": "no number here " * 400})
        process.stdin.write((first + "\n").encode())
        process.stdin.write(
            "".join(filler.replace("Filler", f"Filler {i}") + "\n" for i in range(400)).encode()
        )
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["text"] == "71.5%"
        process.stdin.close()
        process.stdout.read()


def test_a_document_that_makes_a_rule_fail_does_not_stop_the_others(run, papers, monkeypatch):
    from leaderboard.extraction import Extractor

    honest = Extractor.extract

    def failing(self, document):
        if document.title.startswith("Tiny"):
            raise ZeroDivisionError("by nothing")
        return honest(self, document)

    monkeypatch.setattr(Extractor, "extract", failing)
    result = run("extract", papers)
    assert result.exit_code == 3
    assert "extraction failed on arxiv:2401.00001: ZeroDivisionError: by nothing" in result.stderr
    assert {claim["doc_id"] for claim in lines(result.stdout)} == {"arxiv:2401.00002"}

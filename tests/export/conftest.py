"""A small database with everything in it that a file format could trip over."""

from dataclasses import replace

import pytest

from leaderboard.model import Claim, Document
from leaderboard.taxonomy import Taxonomy
from leaderboard.taxonomy.rows import Benchmark, Family, Metric, Unit
from leaderboard.warehouse import build, connect

TAXONOMY = Taxonomy(
    benchmarks=(
        Benchmark("HumanEval", task="code generation"),
        Benchmark("WikiText-2", task="language modelling"),
    ),
    metrics=(Metric("pass@1", unit="%", higher_is_better=True), Metric("perplexity", higher_is_better=False)),
    families=(Family("=tuning", colour="#112233"),),
    units=(Unit("%"),),
)
NASTY = '=1+1, "quoted"; ünïcode → 数\nsecond line | `code` <b>'
DOCUMENTS = (
    Document(
        "arxiv:2401.00001", NASTY, "TinyQuant has 71.5% and 5.7.", ("Ann, A.", '"B"'), "2024-01", "month"
    ),
    Document("arxiv:2401.00002", "-dash", "We reach 69% in HumanEval, and 71.5%.", url="https://example.org"),
    Document("title:0003", "NULL", "Nothing in numbers."),
)


def claim(document, text, value, **slots):
    start = document.abstract.index(text)
    slots = {"kind": "score", "metric": "pass@1", "benchmark": "HumanEval", "unit": "%"} | slots
    return Claim(
        doc_id=document.id,
        doc=document.title,
        text=text,
        start=start,
        end=start + len(text),
        value=value,
        sentence=document.abstract,
        sentence_end=len(document.abstract),
        rule="test",
        **{"confidence": 0.9} | slots,
    )


def extract(document):
    if document.id.endswith("01"):
        return [
            claim(document, "71.5%", 71.5, method="TinyQuant", model="+model"),
            claim(
                document, "5.7", 5.7, metric="perplexity", benchmark="WikiText-2", unit=None, method="@method"
            ),
        ]
    if document.id.endswith("02"):
        weak = claim(document, "69%", 69.0, method="Old", role="baseline", confidence=0.4)
        return [weak, claim(document, "71.5%", 71.5, qualifier="up to")]
    return []


@pytest.fixture(scope="session")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "small.duckdb"
    documents = [replace(document, source="small.jsonl", place="line 1") for document in DOCUMENTS]
    build(
        ["small.jsonl"],
        path,
        taxonomy=TAXONOMY,
        extract=extract,
        assign=lambda document: (),
        read=lambda s: documents,
    )
    return path


@pytest.fixture
def con(database):
    with connect(database) as connection:
        yield connection

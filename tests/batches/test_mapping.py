"""The pure function over Arrow batches, and the pool that maps it: same claims, same order, however it is cut up."""

import pickle

import pyarrow as pa
import pytest

import leaderboard
from leaderboard import resources
from leaderboard.batches import workers
from leaderboard.batches.columns import CLAIMS, DOCUMENTS, claims_batch, documents_batch, documents_of
from leaderboard.batches.mapping import Reader, extract_batch, no_families
from leaderboard.batches.pool import understand_all
from leaderboard.documents import read
from leaderboard.errors import LeaderboardError
from leaderboard.extraction import extract
from leaderboard.model import Document
from leaderboard.taxonomy import default


@pytest.fixture(scope="module")
def papers():
    return list(read([resources.sample() / "papers.jsonl"]))


@pytest.fixture(scope="module")
def expected(papers):
    return claims_batch([claim for paper in papers for claim in extract(paper)])


def cut(papers, size):
    return [documents_batch(papers[at : at + size]) for at in range(0, len(papers), size)]


def test_a_batch_of_documents_gives_a_batch_of_claims(papers, expected):
    found = extract_batch(documents_batch(papers))
    assert found.schema == CLAIMS
    assert found == expected
    assert leaderboard.extract_batch is extract_batch


@pytest.mark.parametrize("size", [1, 7, 85])
def test_however_documents_are_cut_into_batches_the_claims_are_the_same(papers, expected, size):
    found = pa.Table.from_batches([extract_batch(batch) for batch in cut(papers, size)])
    assert found.combine_chunks().to_batches() == [expected]


def test_several_processes_give_the_same_in_the_same_order(papers, expected):
    reader = Reader(default(), assign=no_families)
    found = [answer.claims for answer in understand_all(cut(papers, 5), reader, workers=2)]
    assert pa.Table.from_batches(found).combine_chunks().to_batches() == [expected]


def test_what_an_engine_sends_to_its_workers_can_be_sent(papers):
    batch = documents_batch(papers[:3])
    function, sent = pickle.loads(pickle.dumps((extract_batch, batch)))
    assert function(sent) == extract_batch(batch)


def test_engines_that_hand_tables_around_can_map_it_too(papers, expected):
    table = pa.table(documents_batch(papers))
    assert pa.table(extract_batch(table)).to_batches() == [expected]


def test_documents_come_back_from_a_batch_as_they_were(papers):
    assert documents_of(documents_batch(papers)) == papers


def test_a_batch_may_have_fewer_columns_and_more_in_any_order():
    batch = pa.record_batch(
        {
            "pages": [3, 4],
            "abstract": ["FooNet reaches 81.5% accuracy on CIFAR-10.", None],
            "title": ["FooNet: Fast Bars", "Nothing said"],
        }
    )
    (claim,) = extract_batch(batch).to_pylist()
    assert (claim["value"], claim["benchmark"], claim["doc"]) == (81.5, "CIFAR-10", "FooNet: Fast Bars")
    first, second = documents_of(batch)
    assert first.id == claim["doc_id"]
    assert second == Document(id=second.id, title="Nothing said", abstract="")


def test_a_batch_without_abstracts_is_named():
    with pytest.raises(LeaderboardError, match="need a column 'abstract', and the batch has title"):
        extract_batch(pa.record_batch({"title": ["A"]}))


def test_no_documents_are_no_claims():
    assert extract_batch(documents_batch([])) == claims_batch([])
    assert DOCUMENTS.names[:3] == ["id", "title", "abstract"]


def test_processes_are_started_only_where_there_is_work_for_them(monkeypatch):
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    asked = [(None, workers.MANY - 1), (None, workers.MANY), (1, 10**6), (5, 1)]
    assert [workers.processes(*each) for each in asked] == [1, 3, 1, 5]


def test_a_worker_that_dies_is_said(papers):
    with pytest.raises(LeaderboardError, match="a worker process died"):
        list(understand_all(cut(papers, 50), Reader(default(), extract=dying), workers=2))


def dying(document):
    import os

    os._exit(9)

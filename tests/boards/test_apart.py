import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from leaderboard.boards import apart
from leaderboard.boards.apart import GRACE, run_apart
from leaderboard.errors import LeaderboardError, UsageError
from leaderboard.warehouse import build

# What does not end by itself, or fills the memory: ended after a second in a process of its own.
ENDLESS = [
    "with recursive r as (select 1 as i union all select i + 1 from r) select max(i) from r",
    "select count(*) from range(10000000000) as a, range(10000000000) as b where hash(a.range) = hash(b.range)",
    "select list_sort(range(200000000))[1]",
    "select length(repeat('x', 1500000000))",
    "select repeat('x', 3000000) from range(900)",
    "select levenshtein(repeat('a', 300000), repeat('b', 300000))",
]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("apart")
    source = folder / "papers.jsonl"
    source.write_text('{"title": "FooNet: Fast", "abstract": "FooNet reaches 81.5% accuracy on CIFAR-10."}\n')
    build([source], folder / "x.duckdb")
    return folder / "x.duckdb"


@pytest.mark.parametrize("sql", ENDLESS, ids=lambda sql: sql[:60])
def test_an_endless_query_ends(db: Path, sql: str) -> None:
    begun = time.monotonic()
    with pytest.raises(UsageError, match=r"too long|memory|larger than"):
        run_apart(db, sql, seconds=1)
    assert (
        time.monotonic() - begun < 1 + GRACE + 5
    )  # starting a process takes a second or two on a busy machine
    assert run_apart(db, "select count(*) as n from claims").rows.rows() == [(1,)]


def test_rows_come_back_with_their_types_and_are_cut(db: Path) -> None:
    answer = run_apart(db, "select range as n, [1, 2] as l, date '2024-01-02' as d from range(9)", limit=3)
    assert answer.truncated
    assert answer.rows.height == 3
    assert answer.rows["l"].to_list() == [[1, 2]] * 3


def test_refusals_and_mistakes_come_back_as_such(db: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="only SELECT"):
        run_apart(db, "drop table claims")
    with pytest.raises(UsageError, match="vallue"):
        run_apart(db, "select vallue from claims")
    with pytest.raises(LeaderboardError, match="there is no database"):
        run_apart(tmp_path / "none.duckdb", "select 1")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process that cannot fork answers one query and ends")
def test_one_process_waits_and_answers_many_queries(db: Path) -> None:
    run_apart(db, "select 1")
    (waiting,) = apart._ready
    with pytest.raises(UsageError, match=r"too long|memory"):
        run_apart(db, ENDLESS[-1], seconds=0.2)
    with pytest.raises(UsageError, match="only SELECT"):
        run_apart(db, "drop table claims")
    assert run_apart(db, "select 2 as n").rows.rows() == [(2,)]
    assert apart._ready == [waiting]


def test_a_process_that_died_is_replaced(db: Path) -> None:
    run_apart(db, "select 1")
    for waiting in apart._ready:
        waiting.kill()
        waiting.wait()
    assert run_apart(db, "select 2 as n").rows.rows() == [(2,)]


def test_queries_at_the_same_time_do_not_wait_for_one_another(db: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda n: run_apart(db, f"select {n} as n").rows.rows(), range(6)))
    assert answers == [[(n,)] for n in range(6)]

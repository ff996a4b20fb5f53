# The verbs that CI calls.
.PHONY: check test format bench accuracy

check:
	ruff format --check .
	ruff check .
	mypy

format:
	ruff format .
	ruff check --fix .

test:
	python -m pytest

bench:
	python tests/perf/bench_extraction.py

accuracy:
	python -m leaderboard.evaluation.published

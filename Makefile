# The verbs that CI calls.
.PHONY: check test format bench docs accuracy

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

docs:
	python -m leaderboard.cli.reference

accuracy:
	python -m leaderboard.evaluation.published

"""Measure claims against gold: `score(read_gold("gold.jsonl"), claims).found.f1`."""

from leaderboard.evaluation.findings import SLOTS, Finding
from leaderboard.evaluation.gold import read_gold
from leaderboard.evaluation.matching import score
from leaderboard.evaluation.report import Disagreement, Rates, Report

__all__ = ["SLOTS", "Disagreement", "Finding", "Rates", "Report", "read_gold", "score"]

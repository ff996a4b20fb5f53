"""The warehouse: claims of documents in a DuckDB file, built whole, checked, and opened read-only."""

from leaderboard.warehouse.build import build
from leaderboard.warehouse.opening import connect
from leaderboard.warehouse.report import BuildReport, CheckResult, SourceCount

__all__ = ["BuildReport", "CheckResult", "SourceCount", "build", "connect"]

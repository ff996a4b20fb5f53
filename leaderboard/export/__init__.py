"""A built database as files: one CSV a board, the claims behind them, and a description of every column."""

from leaderboard.export.package import ExportReport, export

__all__ = ["ExportReport", "export"]

"""Boards: the files of `queries/` found, given their parameters, and run to frames."""

from leaderboard.boards.catalogue import catalogue, find
from leaderboard.boards.run import run, script, statement
from leaderboard.warehouse.sqlfile import Parameter, Query

__all__ = ["Parameter", "Query", "catalogue", "find", "run", "script", "statement"]

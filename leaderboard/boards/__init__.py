"""Boards: the files of `queries/` found, given their parameters, and run to frames."""

from leaderboard.boards.catalogue import catalogue, find
from leaderboard.boards.run import inside, run, script
from leaderboard.boards.values import checked
from leaderboard.warehouse.sqlfile import Parameter, Query

__all__ = ["Parameter", "Query", "catalogue", "checked", "find", "inside", "run", "script"]

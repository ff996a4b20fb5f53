"""The command line: `leaderboard build`, `leaderboard query leaderboard --benchmark humaneval -f csv`."""

from leaderboard.cli.app import app, main

__all__ = ["app", "main"]

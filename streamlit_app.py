"""The dashboard's entry: a router over the pages of `leaderboard/dashboard/pages/`."""

from leaderboard.dashboard.router import main

main()

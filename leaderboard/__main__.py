"""`python -m leaderboard` is `leaderboard`."""

from leaderboard.cli import main

if __name__ == "__main__":
    main()

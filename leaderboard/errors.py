"""What can go wrong in words a user can act on: every error names the thing, the place and the next step."""

from collections.abc import Iterable
from difflib import get_close_matches


class LeaderboardError(Exception):
    """A failure to be shown to the user as one line, without a traceback."""


class UsageError(LeaderboardError):
    """The words of a call are off: unknown name, missing parameter, bad option (exit code 2)."""


def said(error: Exception) -> str:
    """Return what the engine says in one line, its hint with it, without the picture of where in the SQL.

    >>> said(ValueError("no table claimz!\\nDid you mean claims?\\n\\nLINE 1: from claimz\\n             ^"))
    'no table claimz! Did you mean claims?'
    """
    return " ".join(str(error).partition("\nLINE ")[0].split())[:600]


def did_you_mean(word: str, known: Iterable[str], limit: int = 3) -> str:
    """Return `; did you mean 'humaneval'?` for a word close to a known one, or an empty string.

    >>> did_you_mean("humanevel", ["humaneval", "mbpp"])
    "; did you mean 'humaneval'?"
    """
    names = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), list(names), n=limit, cutoff=0.6)
    if not close:
        return ""
    return "; did you mean " + " or ".join(f"'{names[name]}'" for name in close) + "?"

"""The parts of the README that are generated: `<!-- generated: NAME -->`, lines, `<!-- end: NAME -->`."""

from leaderboard import resources
from leaderboard.errors import LeaderboardError


def put(name: str, lines: str) -> None:
    """Write a generated part into the README of the checkout; raises LeaderboardError where it has no such part."""
    readme = resources.root() / "README.md"
    whole = f"{_first(name)}\n{part(name)}\n{_last(name)}"
    text = readme.read_text(encoding="utf-8").replace(whole, f"{_first(name)}\n{lines}\n{_last(name)}")
    readme.write_text(text, encoding="utf-8")


def part(name: str) -> str:
    """Return a generated part as it stands in the README."""
    text = (resources.root() / "README.md").read_text(encoding="utf-8")
    if _first(name) not in text or _last(name) not in text:
        raise LeaderboardError(f"README.md has no part {_first(name)} … {_last(name)}")
    return text.split(_first(name), 1)[1].split(_last(name), 1)[0].strip("\n")


def _first(name: str) -> str:
    return f"<!-- generated: {name} -->"


def _last(name: str) -> str:
    return f"<!-- end: {name} -->"

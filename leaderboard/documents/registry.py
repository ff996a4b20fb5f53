"""Finds the format of a text among the files of `formats/`; a broken or duplicate one raises."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from leaderboard.documents import formats
from leaderboard.documents.text import Text
from leaderboard.errors import LeaderboardError
from leaderboard.model import Document, Refusal


class Format(Protocol):
    """What a file of `formats/` offers; `formats/__init__.py` has one to copy."""

    NAME: str

    def sniff(self, head: str) -> float:
        """Return how sure it is, 0 to 1, that a text with this beginning is in this format."""
        ...

    def read(self, text: Text) -> Iterator[Document | Refusal]:
        """Yield what the text holds."""
        ...


@cache
def known() -> tuple[Format, ...]:
    """Return the formats in the order of their names; raises LeaderboardError for an incomplete one."""
    found: dict[str, Format] = {}
    for module in pkgutil.iter_modules(formats.__path__, formats.__name__ + "."):
        each = importlib.import_module(module.name)
        check(each, found)
        found[each.NAME] = cast(Format, each)
    return tuple(found[name] for name in sorted(found))


def check(module: object, found: dict[str, Format]) -> None:
    """Raise LeaderboardError where a module is no format, or has the name of one that was found before."""
    file = getattr(module, "__file__", module)
    for part, fits in (("NAME", str), ("sniff", None), ("read", None)):
        value = getattr(module, part, None)
        if not (isinstance(value, fits) and value if fits else callable(value)):
            raise LeaderboardError(
                f"{file} is no format: it lacks {part} (see documents/formats/__init__.py)"
            )
    name = getattr(module, "NAME")  # noqa: B009  # a module is an object to the type checker
    if name in found:
        raise LeaderboardError(
            f"two formats are called {name!r}: {file} and {getattr(found[name], '__file__', '')}"
        )


def recognise(head: str) -> Format | None:
    """Return the format that is surest about a beginning, or None: `@article{…` gives BibTeX."""
    sure = [(each.sniff(head), each) for each in known()]
    best, chosen = max(sure, key=lambda pair: pair[0])
    return chosen if best > 0 else None

"""Web pages: recognised to be refused in clear words, as their text cannot be told from their furniture.

Example of what is recognised::

    <!DOCTYPE html>
    <html><head><title>Counting Stars</title>
"""

from collections.abc import Iterator

import regex

from leaderboard.documents.text import Text
from leaderboard.model import Document, Refusal

NAME = "web page (refused)"
PAGE = regex.compile(
    r"""(?: [\s\ufeff]++ | <!-- (?: (?!-->) . )*+ --> | <\? [^>]*+ > )*+
        < (?: !DOCTYPE \s++ html | html | head | body | div | script | meta ) \b""",
    regex.VERBOSE | regex.IGNORECASE | regex.DOTALL,
)


def sniff(head: str) -> float:
    """Be sure where a page's first tag stands at the beginning."""
    return 0.93 if PAGE.match(head) else 0.0


def read(text: Text) -> Iterator[Document | Refusal]:
    """Yield the one Refusal, which says what to do."""
    yield Refusal(
        text.source,
        "line 1",
        "is a web page; copy what it shows into a text file, or use the site's JSON, BibTeX or Atom",
    )

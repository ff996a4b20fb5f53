"""Documents in: papers from files of many formats, one at a time, and the same paper from two sources as one.

    >>> found = read_bytes(b"Title: Counting Stars\\n\\nAbstract: We count 12.", "note.txt")
    >>> [each.title for each in merge(each for each in found if isinstance(each, Document))]
    ['Counting Stars']

The way of the data: `sources` (what a name stands for), `unpacking` (.gz, .zst), `decoding` (bytes to
characters), `registry` and `formats` (which reader), `record` (fields to a Document), `merging`.
`formats/__init__.py` shows how to add a format.
"""

from leaderboard.documents.merging import merge
from leaderboard.documents.reading import read, read_bytes
from leaderboard.model import Document, Refusal

__all__ = ["Document", "Refusal", "merge", "read", "read_bytes"]

"""Documents in: papers from files of many formats, one at a time, and the same paper from two sources as one.

    >>> [each.title for each in merge(read_bytes([b"Title: Counting Stars\\n\\nAbstract: We count 12."], "note.txt"))]
    ['Counting Stars']

The way of the data: `sources` (what a name stands for), `unpacking` (.gz, .zst), `decoding` (bytes to
characters), `registry` and `formats` (which reader), `record` (fields to a Document), `merging`.
`formats/__init__.py` shows how to add a format.
"""

from leaderboard.documents.merging import merge
from leaderboard.documents.reading import read, read_bytes

__all__ = ["merge", "read", "read_bytes"]

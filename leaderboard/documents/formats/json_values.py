"""JSON over many lines: a list of records, a wrapper around one, a single record, or one after another.

Example of what is read (names of fields are those of `documents/fields.py`)::

    {"total": 2, "papers": [
      {"title": "Counting Stars", "abstract_inverted_index": {"We": [0], "count": [1], "stars.": [2]}},
      {"title": ["More Stars"], "content": {"abstract": {"value": "We count more stars."}}}
    ]}

A list is walked through record by record, so that its length does not matter. After a broken record reading
goes on with the next one that begins with the same name.
"""

from collections.abc import Iterator

import regex

from leaderboard.documents.jsonstream import Broken, values
from leaderboard.documents.nesting import records
from leaderboard.documents.record import document, kind
from leaderboard.documents.text import Text
from leaderboard.model import Document, Refusal

NAME = "JSON"
BEGINNING = regex.compile(
    r"""[\s\ufeff]*+ (?: \{ \s*+ ["}] | \[ \s*+ (?: [\{\["] | \] \s*+ $ | -?+\d[\d.eE+-]*+ \s*+ , ) )""",
    regex.VERBOSE,
)
OBJECT = regex.compile(r"[\s\ufeff]*+ (?: \[ \s*+ )?+ \{ \s*+ \" [^\"\n]++ \" \s*+ :", regex.VERBOSE)


def sniff(head: str) -> float:
    """Be sure where an object or a list begins, less than JSON Lines, which begins so too."""
    if OBJECT.match(head):
        return 0.96
    return 0.7 if BEGINNING.match(head) else 0.0


def read(text: Text) -> Iterator[Document | Refusal]:
    """Yield a Document or a Refusal for each record; places are `entry 3 (line 40)`."""
    number = 0
    for found in values(text.blocks()):
        if isinstance(found, Broken):
            number += 1
            yield Refusal(
                text.source, f"entry {number} (line {found.line}, character {found.column})", found.reason
            )
            continue
        for record, _ in records(found.value):
            number += 1
            place = f"entry {number} (line {found.line})"
            if isinstance(record, dict):
                yield document(record, text.source, place)
            else:
                yield Refusal(text.source, place, f"is {kind(record)}, not a record")
    if not number:
        yield Refusal(text.source, "", "is JSON without any records in it")

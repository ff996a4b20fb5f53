"""JSON Lines: one record a line, such as the arXiv metadata snapshot and most dumps.

Example of what is read (names of fields are those of `documents/fields.py`)::

    {"id": "2312.01234", "title": "Counting Stars", "abstract": "We count 12 stars.", "update_date":
    "2023-12-04"} {"paperId": "ab12", "externalIds": {"DOI": "10.1/x"}, "title": "More Stars", "abstract":
    null, "year": 2024}

A line that is not JSON is refused and the next one read. A line may also be a wrapper with many records in
it. The abstract is exactly the value of the string.
"""

from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder

from leaderboard.documents.nesting import records
from leaderboard.documents.record import document, kind
from leaderboard.documents.text import HEAD, Text
from leaderboard.model import Document, Refusal

NAME = "JSON Lines"
# Raw tabs and line ends within strings are a common slip, and harmless.
_DECODE = JSONDecoder(strict=False).decode


def sniff(head: str) -> float:
    """Be sure where lines are whole objects; a text that is one object on one line counts too."""
    lines = head.lstrip("\ufeff").split("\n")
    if len(head) >= HEAD and len(lines) > 1:
        lines.pop()  # cut by the end of the head
    lines = [line for line in lines[:50] if line.strip()]
    objects = sum(line.lstrip().startswith("{") for line in lines)
    if not lines or objects < 0.5 * len(lines):
        return 0.0
    # A list with a record a line has whole ones too, but not at its beginning, and others end in a comma.
    if _is_object(lines[0]) or sum(_is_object(line) for line in lines) >= 0.5 * len(lines):
        return 0.98
    # Every line may be broken, cut short or in single quotes, and yet begin as records do.
    begins = all(line.lstrip()[1:].lstrip()[:1] in ('"', "'") for line in lines)
    return 0.6 if begins and objects == len(lines) > 1 else 0.0


def read(text: Text) -> Iterator[Document | Refusal]:
    """Yield a Document or a Refusal for each record; places are `line 12`."""
    for number, line in enumerate(text.lines(), 1):
        if not line or line.isspace():
            continue
        place = f"line {number}"
        try:
            value = _DECODE(line)
        except JSONDecodeError as error:
            yield Refusal(text.source, place, _not_json(line, error))
            continue
        except RecursionError:
            yield Refusal(text.source, place, "JSON that is nested too deeply to be a record")
            continue
        except ValueError as error:  # a number of thousands of digits
            yield Refusal(text.source, place, f"JSON that cannot be read: {error}")
            continue
        for record, entry in records(value):
            where = f"{place}, {entry}" if entry else place
            if isinstance(record, dict):
                yield document(record, text.source, where)
            else:
                yield Refusal(text.source, where, f"is {kind(record)}, not a record")


def _is_object(line: str) -> bool:
    try:
        return isinstance(_DECODE(line), dict)
    except (ValueError, RecursionError):
        return False


def _not_json(line: str, error: JSONDecodeError) -> str:
    if error.pos >= len(line.rstrip()) or error.msg.startswith("Unterminated string"):
        return f"JSON that ends in the middle of a record: {error.msg} (character {error.pos + 1})"
    return f"not JSON: {error.msg} (character {error.pos + 1})"

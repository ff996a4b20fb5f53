r"""Papers whose parts are named by `Title:`, `Authors:`, `Abstract:` where lines begin; one paper or many.

Example of what is read::

    arXiv:2312.01234
    Title: Counting Stars
    Authors: Ada Byron, Max Born
    Abstract: We count stars by hand
    and find 12 of them.

    Title: More Stars
    …

arXiv's mails, where the abstract follows a line of `\\`, are read as well. A part goes on until the next
label, a rule of dashes, or the heading of a section. The abstract is the text as it stands there.
"""

from collections.abc import Iterator
from itertools import islice

import regex

from leaderboard.documents import front_matter
from leaderboard.documents.fields import (
    ABSTRACT,
    ARXIV,
    AUTHORS,
    DATE,
    DOI,
    LATER_DATE,
    LINK,
    TITLE,
    VENUE,
    field_name,
)
from leaderboard.documents.prose import is_section
from leaderboard.documents.record import LONGEST_ABSTRACT, document
from leaderboard.documents.text import Text
from leaderboard.model import Document, Refusal

NAME = "labelled text"
LABEL = regex.compile(
    r"""[\s>]*+ (?: [*_]{1,2} | \#{1,6} \s )?+
        (?P<name> [A-Za-z][A-Za-z_ -]{1,24}? ) \s*+ [*_]{0,2}+ : [*_]{0,2}+ (?: \s++ | $ )
        (?P<value> .*+ )""",
    regex.VERBOSE | regex.DOTALL,
)
HEADING = regex.compile(r"[\s\#*_]*+ abstract [\s*_:.]*+", regex.VERBOSE | regex.IGNORECASE)
STAMP = regex.compile(r"[ ]? arXiv : (?P<id> \S++ ) .*+", regex.VERBOSE | regex.IGNORECASE)
RULE = regex.compile(r"\s*+ (?: -{3,}+ | ={3,}+ | \*{3,}+ | _{3,}+ | %{3,}+ ) \s*+", regex.VERBOSE)
SLASHES = regex.compile(r"\\\\ (?: \s .*+ )?+", regex.VERBOSE)
OTHERS = (
    "comments",
    "comment",
    "categories",
    "keywords",
    "subjects",
    "reportno",
    "journalref",
    "mscclass",
    "acmclass",
    "license",
    "code",
    "affiliation",
    "affiliations",
)
NAMES = frozenset((*TITLE, *ABSTRACT, *AUTHORS, *ARXIV, *DOI, *DATE, *LATER_DATE, *LINK, *VENUE, *OTHERS))


def sniff(head: str) -> float:
    """Be fairly sure where a title's label is among the first lines and an abstract's below it."""
    lines = [line for line in islice(head.split("\n"), 400) if line.strip()]
    title = next((at for at, line in enumerate(lines[:25]) if _label(line) in TITLE), None)
    if title is None or lines[0].lstrip().startswith(("{", "<", "@")) or front_matter.split(head)[1]:
        return 0.0
    below = lines[title + 1 : title + 200]
    labelled = any(_label(line) in ABSTRACT or HEADING.fullmatch(line) or line == "\\\\" for line in below)
    return 0.65 if labelled else 0.0


def read(text: Text) -> Iterator[Document | Refusal]:
    """Yield a Document or a Refusal for each paper; places are the `line 12` of its first label."""
    parts: dict[str, list[str]] = {}
    name, first = "", 0
    for number, line in enumerate(text.lines(), 1):
        label = _label(line)
        stamp = STAMP.fullmatch(line) if not label else None
        new = (label in TITLE and any(each in parts for each in TITLE)) or (stamp and name in ABSTRACT)
        rule = RULE.fullmatch(line) or (SLASHES.fullmatch(line) and "abstract" in parts)
        if (new or rule) and parts:
            yield from _paper(parts, text.source, first)
            parts, name = {}, ""
        if rule:
            name = ""
        elif stamp:
            parts["arxivid"], name = [stamp["id"]], ""
        elif label:
            found = LABEL.fullmatch(line)
            name = label
            if label in parts:
                name = ""
            else:
                parts[label] = [found["value"] if found else ""]
        elif (
            parts
            and not any(each in parts for each in ABSTRACT)
            and (HEADING.fullmatch(line) or line.strip() == "\\\\")
        ):
            name, parts["abstract"] = "abstract", []
        elif name and is_section(line):
            name = ""
        elif name and sum(map(len, parts[name])) <= LONGEST_ABSTRACT:
            parts[name].append(line)
        if len(parts) == 1 and (label or stamp):
            first = number
    if parts:
        yield from _paper(parts, text.source, first)


def _label(line: str) -> str:
    """Return the plain name of the known label that a line begins with, or nothing."""
    if ":" not in line[:40]:
        return ""
    found = LABEL.match(line[:200])
    name = field_name(found["name"]) if found else ""
    return name if name in NAMES else ""


def _paper(parts: dict[str, list[str]], source: str, line: int) -> Iterator[Document | Refusal]:
    if not any(each in parts for each in (*TITLE, *ABSTRACT)):
        return  # furniture with a colon in it
    record = {name: "\n".join(lines).strip() for name, lines in parts.items()}
    for name in AUTHORS:
        if name in record:
            record[name] = " ".join(record[name].split())
    yield document({name: value for name, value in record.items() if value}, source, f"line {line}")

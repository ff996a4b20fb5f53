"""One paper as plain text or Markdown: a title, perhaps authors, an abstract, perhaps all the rest.

Example of what is read::

    ---
    date: 2023-12-04
    ---
    # Counting Stars

    Ada Byron, Max Born

    ## Abstract

    We count stars by hand, and find 12 of them.

    ## 1 Introduction

Without the word Abstract, the paragraphs under the title up to the next heading are taken. The abstract is
the text as it stands, `text[start:end]` for the characters that its place names. Text that no other reader
wants ends here, too; it is refused where nothing in it could be an abstract.
"""

from collections.abc import Iterator

import regex

from leaderboard.documents import dates, front_matter, identity
from leaderboard.documents.blocks import Block, blocks, is_wrapped
from leaderboard.documents.prose import (
    WORD,
    abstract_heading,
    ends_sentence,
    is_furniture,
    is_names,
    is_prose,
    is_section,
    title_of,
)
from leaderboard.documents.record import LONGEST_ABSTRACT, LONGEST_TITLE, document
from leaderboard.documents.text import HEAD, Text
from leaderboard.model import Document, Refusal

NAME = "plain text"
HEADING = regex.compile(r"\#{1,6}+ \s", regex.VERBOSE)
UNDERLINE = regex.compile(r"\s*+ (?: ={3,}+ | -{3,}+ ) \s*+", regex.VERBOSE)
LABEL = regex.compile(r"\A (?: title | paper ) \s*+ : \s*+", regex.VERBOSE | regex.IGNORECASE)
BY = regex.compile(r"\A (?: authors? \s*+ : | by \s ) \s*+", regex.VERBOSE | regex.IGNORECASE)
KEYWORDS = regex.compile(
    r"\A [\W_]*+ (?: keywords? | key \s words | index \s terms | ccs \s concepts ) \b",
    regex.VERBOSE | regex.IGNORECASE,
)
ENOUGH = 400  # blocks: beyond these, neither title nor abstract of a paper begins


def sniff(head: str) -> float:
    """Accept any text, least surely; more with front matter or one heading for an abstract."""
    if front_matter.split(head)[1]:
        return 0.6
    headings = sum(
        bool(abstract_heading(line + "\n")) for line in head.split("\n", 300)[:300] if len(line) < 40
    )
    return 0.4 if headings == 1 else 0.1


def read(text: Text) -> Iterator[Document | Refusal]:
    """Yield the one Document, or a Refusal; the place is `characters 120-1800` (of the abstract)."""
    whole = text.whole()
    if whole is None:
        return
    fields, at = front_matter.split(whole)
    wrapped = is_wrapped(whole[at : at + HEAD])
    found: list[Block] = []
    for block in blocks(whole[at:].split("\n"), wrapped):
        found.append(block)
        if len(found) >= ENOUGH:
            break
    title, under = _title(found) if found else ("", 0)
    start, end = _abstract(found, under)
    abstract = whole[at + start : at + end]
    if len(abstract) > LONGEST_ABSTRACT:
        yield Refusal(
            text.source,
            f"characters {at + start}-{at + end}",
            "one paragraph without end, which is no abstract",
        )
        return
    if title and not abstract and not fields and len(found) == 1 and not HEADING.match(found[0].text):
        # A single line: a sentence with a number in it may be all that someone asks about; a word is no
        # paper.
        line = found[0].text
        if not LABEL.match(line):
            if not (
                ends_sentence(line) or len(WORD.findall(line)) >= 8 or any(sign.isdigit() for sign in line)
            ):
                yield Refusal(
                    text.source,
                    f"line {found[0].line}",
                    "a single line, with neither a title above it nor an abstract below",
                )
                return
            title, start, end = "", found[0].start, found[0].end
            abstract = whole[at + start : at + end]
    if sum(map(str.isalpha, abstract[:10_000])) < 0.4 * len(abstract[:10_000].replace(" ", "")):
        yield Refusal(
            text.source,
            f"characters {at + start}-{at + end}",
            "holds no words where an abstract was expected",
        )
        return
    place = f"characters {at + start}-{at + end}" if abstract else "line 1"
    above = [block for block in found if block.start < start or not abstract][:20]
    record = _said(above) | {"title": title, "abstract": abstract}
    yield document(_with(record, fields), text.source, place)


def _title(found: list[Block]) -> tuple[str, int]:
    """Return the title and the number of the block under it; no title before a first paragraph."""
    for number, block in enumerate(found[:20]):
        if is_furniture(block.text) or (is_section(block.text) and not HEADING.match(block.text)):
            if abstract_heading(block.text + "\n"):
                return "", number
            continue
        if is_prose(block.text) and not HEADING.match(block.text) and not LABEL.match(block.text):
            return "", number
        if abstract_heading(block.text):
            return "", number
        lines = block.text.split("\n")
        if HEADING.match(lines[0]) or (len(lines) > 1 and UNDERLINE.fullmatch(lines[1])):
            lines = lines[:1]
        title = LABEL.sub("", title_of(" ".join(line for line in lines if not UNDERLINE.fullmatch(line)))[0])
        if len(title) <= LONGEST_TITLE:
            return title, number + 1
        return "", number
    return "", len(found)


def _abstract(found: list[Block], under: int) -> tuple[int, int]:
    """Return where the abstract begins and ends, both 0 where there is none."""
    for number, block in enumerate(found):
        shift = abstract_heading(block.text + "\n")
        if shift:
            if shift < len(block.text):
                return _until_heading(found, number, block.start + shift)
            return _until_heading(found, number + 1, None)
    prose = next((number for number in range(under, len(found)) if is_prose(found[number].text)), None)
    if prose is None:  # something short, but a sentence
        sentences = (number for number in range(under, len(found)) if ends_sentence(found[number].text))
        prose = next((number for number in sentences if not is_furniture(found[number].text)), None)
    return (0, 0) if prose is None else _until_heading(found, prose, None)


def _until_heading(found: list[Block], first: int, start: int | None) -> tuple[int, int]:
    """Return the stretch from a block to the last before the next heading."""
    end = 0
    begin: int | None = start
    for number, block in enumerate(found[first:], first):
        heading = HEADING.match(block.text) or is_section(block.text) or KEYWORDS.match(block.text)
        ended = end and not is_prose(block.text) and not ends_sentence(block.text)
        if (heading or ended) and not (number == first and start is not None):
            break
        begin = block.start if begin is None else begin
        end = block.end
    return (begin, end) if begin is not None and end else (0, 0)


def _said(above: list[Block]) -> dict[str, object]:
    """Return what stands above the abstract: names, arXiv id, DOI, date."""
    record: dict[str, object] = {}
    for block in above:
        text = block.text[:3_000]
        if "authors" not in record and (BY.match(text) or (block is not above[0] and is_names(text))):
            record["authors"] = BY.sub("", text)
        if "arxivid" not in record and (arxiv := identity.arxiv_id_said_in(text)):
            record["arxivid"] = arxiv
        if "doi" not in record and (doi := identity.doi(text)):
            record["doi"] = doi
        if "date" not in record and is_furniture(text) and (date := dates.date(text)):
            record["date"] = date
    return record


def _with(record: dict[str, object], fields: dict[str, object]) -> dict[str, object]:
    """Return what the text says, over it what the front matter says; its description comes last."""
    last = ("summary", "description") if record["abstract"] else ()
    known = {name: value for name, value in fields.items() if value and name.lower() not in last}
    return {name: value for name, value in record.items() if value} | known

"""A page that lists papers, copied as text: the page's furniture, then titles, each with its abstract below.

Example of what is read::

    Subscribe

    March 17, 2025

    Counting Stars: A Survey

    Ada Byron, Max Born

    We count stars by hand in clear nights, and find 12 of them. This is 20% more than were known.

    More Stars

    We count more stars …

Authors, links and dates may stand between title and abstract; a heading that is a whole date (not `Mar 17`,
which lacks the year) dates what follows. Markdown lists and headings are read too. The abstract is the text
as it stands, `text[start:end]` for the characters that its place names. A paragraph with no title above it is
refused.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import regex

from leaderboard.documents import dates, identity
from leaderboard.documents.blocks import Block, blocks, is_wrapped
from leaderboard.documents.prose import (
    WORD,
    abstract_heading,
    ends_sentence,
    is_furniture,
    is_names,
    is_prose,
    is_section,
    is_title_case,
    title_of,
)
from leaderboard.documents.record import LONGEST_ABSTRACT, document
from leaderboard.documents.text import Text
from leaderboard.model import Document, Refusal

NAME = "listing"
MOST_ABOVE = 12  # blocks above a paragraph among which its title is looked for
LINK = regex.compile(r"https?+://[^\s<>()\"']++")


@dataclass(slots=True)
class Paper:
    """A paper while its paragraphs come in."""

    title: str
    first: Block
    abstract: list[str]
    start: int
    end: int
    said: dict[str, object] = field(default_factory=dict)


def sniff(head: str) -> float:
    """Be fairly sure where two papers follow one another without the usual headings of a single one."""
    if head.lstrip("\ufeff \n").startswith(("<", "{", "---\n")):
        return 0.0
    found = list(blocks(head.split("\n")[:2000], is_wrapped(head)))
    sections = [block for block in found if is_section(block.text)]
    abstracts = sum(bool(abstract_heading(block.text + "\n")) and len(block.text) < 40 for block in sections)
    if len(sections) - abstracts > 1 or abstracts == 1 or _is_one_markdown_paper(found):
        return 0.0
    papers = [paper for paper in _papers(found) if isinstance(paper, Paper)]
    return 0.5 if len(papers) > 1 else 0.0


def read(text: Text) -> Iterator[Document | Refusal]:
    """Yield a Document or a Refusal for each paper; places are `line 12, characters 120-1800`."""
    for paper in _papers(blocks(text.lines(), is_wrapped(text.head))):
        if isinstance(paper, Block):
            yield Refusal(text.source, f"line {paper.line}", "a paragraph without a title above it")
            continue
        record = paper.said | {"title": paper.title, "abstract": "".join(paper.abstract)}
        yield document(record, text.source, f"line {paper.first.line}, characters {paper.start}-{paper.end}")


def _papers(found: Iterable[Block]) -> Iterator[Paper | Block]:
    """Yield papers, and paragraphs that belong to none."""
    above: list[Block] = []
    paper: Paper | None = None
    date: str | None = None
    ids_above: bool | None = (
        None  # whether this page says a paper's link above its title or below its abstract
    )
    for block in found:
        if not is_prose(block.text):
            above = [*above[-MOST_ABOVE + 1 :], block]
            if is_furniture(block.text) and (said := dates.date(block.text)) and len(said) > 4:
                date = said
            continue
        if paper is not None and not above and _titled_by_itself(block) is None:
            _prolong(paper, block)
            continue
        following = _paper(above, block)
        before, between = _around(above, following)
        if following is not None:
            if ids_above is None:
                ids_above = any(map(_link, before))
            following.said = _details([*before, *between] if ids_above else between, date) | following.said
        if paper is not None:
            _link_below(paper, [] if ids_above else before)
            yield paper
        paper = following
        above = []
        if following is None:
            yield block
    if paper is not None:
        _link_below(paper, [] if ids_above else above)
        yield paper


def _paper(above: list[Block], block: Block) -> Paper | None:
    """Begin the paper that a paragraph is the abstract of; its title is the nearest that may be one."""
    titles = [each for each in above if not is_furniture(each.text) and not is_section(each.text)]
    if not titles:
        return _titled_by_itself(block)
    title, names = titles[-1], None
    if len(titles) > 1 and is_names(title.text):
        title, names = titles[-2], title
    words, link = title_of(title.text)
    shift = abstract_heading(block.text)
    said: dict[str, object] = {}
    if names:
        said["authors"] = regex.sub(r"(?i)\A(?:authors?\s*:|by\s)\s*", "", names.text)
    if link:
        said["link"] = link
    return Paper(words, title, [block.text[shift:]], block.start + shift, block.end, said)


def _titled_by_itself(block: Block) -> Paper | None:
    """Take the first line of a wrapped paragraph for its title where it looks like one."""
    title, _, rest = block.text.partition("\n")
    words = WORD.findall(title)
    if (
        not rest
        or not 3 <= len(words) <= 30
        or ends_sentence(title)
        or not is_title_case(words)
        or not is_prose(rest)
    ):
        return None
    abstract = rest.lstrip()
    start = block.end - len(abstract)
    name, link = title_of(title)
    return Paper(name, block, [abstract], start, block.end, {"link": link} if link else {})


def _prolong(paper: Paper, block: Block) -> None:
    """Add a paragraph to an abstract, with the blanks between as they are."""
    if block.end - paper.start <= LONGEST_ABSTRACT:
        paper.abstract += [block.gap, block.text]
        paper.end = block.end


def _around(above: list[Block], paper: Paper | None) -> tuple[list[Block], list[Block]]:
    """Return the blocks above a paper's title and those between it and the abstract."""
    if paper is None or paper.first not in above:
        return above, []
    at = above.index(paper.first)
    return above[:at], above[at + 1 :]


def _details(around: list[Block], date: str | None) -> dict[str, object]:
    said: dict[str, object] = {"date": date} if date else {}
    for block in around:
        if link := _link(block):
            said["link"] = link
        if is_furniture(block.text) and (day := dates.date(regex.sub(r"\A\D*?(?:on|at)\s+", "", block.text))):
            said["date"] = day
    return said


def _link_below(paper: Paper, below: list[Block]) -> None:
    """Give a paper the first link that stands under its abstract, if it has none."""
    link = next((link for block in below if (link := _link(block))), None)
    if link:
        paper.said.setdefault("link", link)


def _link(block: Block) -> str | None:
    """Return the arXiv id, DOI or link of a short line that says one."""
    if len(block.text) > 300:
        return None
    if found := identity.arxiv_id_said_in(block.text):
        return f"https://arxiv.org/abs/{found}"
    if doi := identity.doi(block.text):
        return f"https://doi.org/{doi}"
    link = LINK.search(block.text)
    return link[0] if link else None


def _is_one_markdown_paper(found: list[Block]) -> bool:
    """Say whether the first paragraph stands under the one top heading."""
    tops = [block for block in found if block.text.startswith("# ")]
    prose = next((number for number, block in enumerate(found) if is_prose(block.text)), 0)
    titles = [
        each
        for each in found[:prose]
        if not (is_furniture(each.text) or is_section(each.text) or is_names(each.text))
    ]
    return len(tops) == 1 and titles == tops

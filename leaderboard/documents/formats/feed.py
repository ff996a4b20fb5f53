"""Atom feeds, as arXiv's interface answers; RSS, OAI-PMH and the ACL Anthology's XML are read alike.

Example of what is read::

    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
      <entry>
        <id>http://arxiv.org/abs/2312.01234v2</id>
        <published>2023-12-04T00:00:00Z</published>
        <title>Counting Stars</title>
        <summary>We count 12 &lt; 13 stars.</summary>
        <author><name>Ada Byron</name></author>
        <arxiv:doi>10.1234/stars</arxiv:doi>
      </entry>
    </feed>

Each entry is parsed by itself: a broken one is refused with its line and the others are read, a feed of any
length is never held whole, and no declaration of entities, which can be made to explode, ever reaches the
parser. Spaces around the abstract, which indent the XML, are dropped.
"""

from collections.abc import Iterator
from html.entities import html5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import regex

from leaderboard.documents.record import document
from leaderboard.documents.text import LONGEST, Text
from leaderboard.model import Document, Refusal

NAME = "Atom"
DEEPEST = 8
_NAME = r"(?: [\w.-]++ : )?+"
_ENTRY = rf"< (?P<tag> {_NAME} (?: entry | item | record | paper ) ) (?= [\s>] )"
BEGIN = regex.compile(_ENTRY, regex.VERBOSE)
FEED = regex.compile(
    rf"""
    (?: [\s\ufeff]++
      | <\? (?: (?!\?>) . )*+ \?>
      | <!-- (?: (?!-->) . )*+ -->
      | <!DOCTYPE [^\[<>]*+ (?: \[ [^\]]*+ \] \s*+ )?+ >
    )*+
    (?: < {_NAME} (?: feed | rss | RDF | channel | OAI-PMH | ListRecords | collection | volume | papers )
          (?= [\s>] )
      | {_ENTRY} )
    """,
    regex.VERBOSE | regex.DOTALL,
)
# Anything that may be a name with a prefix: to declare one too many does no harm.
PREFIX = regex.compile(r"(?: < | </ | \s ) (?P<prefix> [A-Za-z_][\w.-]*+ ) : [\w.-]", regex.VERBOSE)
ENTITY = regex.compile(
    r"& (?! (?: amp|lt|gt|quot|apos ) ; ) (?P<name> [a-zA-Z][a-zA-Z0-9]*+ ; )", regex.VERBOSE
)
ILLEGAL = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def sniff(head: str) -> float:
    """Be sure where the first tag, after comments and declarations, is that of a feed or an entry."""
    return 0.97 if FEED.match(head) else 0.0


def read(text: Text) -> Iterator[Document | Refusal]:
    """Yield a Document or a Refusal for each entry; places are `entry 3 (line 40)`."""
    number = 0
    if "<!ENTITY" in text.head:
        yield Refusal(
            text.source, "line 1", "declares entities, which are not read; entries that use them are refused"
        )
    for begins, entry in _entries(text):
        number += 1
        place = f"entry {number} (line {begins})"
        if entry is None:
            yield Refusal(text.source, place, "XML that ends in the middle of an entry")
            continue
        prefixes = {found["prefix"] for found in PREFIX.finditer(entry)} - {"xml", "xmlns"}
        spaces = "".join(f' xmlns:{prefix}="{prefix}"' for prefix in sorted(prefixes))
        try:
            tree = ElementTree.fromstring(f"<feed{spaces}>{_mended(entry)}</feed>")
        except (ElementTree.ParseError, ValueError) as error:
            line = begins + getattr(error, "position", (1, 0))[0] - 1
            reason = str(error).partition(":")[0]
            yield Refusal(text.source, f"entry {number} (line {line})", f"not XML: {reason}")
            continue
        yield document(_record(tree[0]), text.source, place)
    if not number:
        yield Refusal(text.source, "", "is a feed without entries")


def _entries(text: Text) -> Iterator[tuple[int, str | None]]:
    """Yield line and text of each entry; None for the text of one that is cut off."""
    blocks = text.blocks()
    buffer, at, line = "", 0, 1
    while True:
        begin = BEGIN.search(buffer, at)
        end = buffer.find(f"</{begin['tag']}", begin.start()) if begin else -1
        close = buffer.find(">", end) + 1 if end >= 0 else 0
        if (
            begin
            and close
            and (other := BEGIN.search(buffer, begin.end(), end))
            and other["tag"] == begin["tag"]
        ):
            line += buffer.count("\n", at, begin.start())
            yield line, None  # another begins before this one has ended
            line += buffer.count("\n", begin.start(), other.start())
            at = other.start()
            continue
        if begin and close:
            line += buffer.count("\n", at, begin.start())
            yield line, buffer[begin.start() : close]
            line += buffer.count("\n", begin.start(), close)
            at = close
            continue
        # Without an entry in sight, a tag may still be cut by the end of the block.
        keep = begin.start() if begin else max(at, len(buffer) - 100)
        line += buffer.count("\n", at, keep)
        pieces, size = [buffer[keep:]], 0
        while size <= len(pieces[0]) < LONGEST and (block := next(blocks, "")):
            pieces.append(block)
            size += len(block)
        if not size:
            if begin:
                yield line, None
            return
        buffer, at = "".join(pieces), 0


def _mended(entry: str) -> str:
    """Replace HTML's entities, which XML does not know, and characters that it forbids."""
    return ILLEGAL.sub("\ufffd", ENTITY.sub(_character, entry))


def _character(found: regex.Match[str]) -> str:
    return html5.get(found["name"], found[0])


def _record(entry: Element) -> dict[str, object]:
    """Return the fields of an entry by names without namespaces; of several with a name the first counts."""
    record: dict[str, object] = {}
    people: list[dict[str, str]] = []
    links: list[str] = []
    identifiers: list[str] = []
    for element in _shallow(entry, DEEPEST):
        name = local(element)
        words = "".join(element.itertext()).strip()
        if name in ("author", "creator"):
            people.append({local(each): "".join(each.itertext()) for each in element} or {"name": words})
        elif name == "link":
            # Atom's alternate is the page of the paper; `related` is a PDF or the publisher's.
            links.insert(
                0 if element.get("rel", "alternate") == "alternate" else len(links),
                element.get("href") or words,
            )
        elif name in ("id", "identifier", "guid"):
            identifiers.append(words)
        elif name in ("title", "summary", "abstract", "description") or (name and len(element) == 0):
            record.setdefault(name, words)
    authors: object = [
        {"given": each.get("forenames", ""), "family": each["keyname"]}
        if "keyname" in each
        else each  # OAI-PMH's arXiv
        for each in people
    ]
    if len(people) == 1 and list(people[0]) == ["name"]:  # RSS: all of them in one
        authors = people[0]["name"]
    return record | {"authors": authors, "id": identifiers, "link": [link for link in links if link]}


def _shallow(element: Element, levels: int) -> Iterator[Element]:
    """Yield the elements down to a level: beyond it are no fields, only what is made to take long."""
    yield element
    if levels:
        for inner in element:
            yield from _shallow(inner, levels - 1)


def local(element: Element) -> str:
    """Return the name of an element without its namespace, in lower case."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""

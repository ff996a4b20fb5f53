r"""BibTeX and BibLaTeX with abstracts, as ACL Anthology, Zotero and JabRef write them.

Example of what is read::

    @string{acl = "Annual Meeting of Stars"}
    @inproceedings{byron-2023-counting,
      title     = {{Counting} Stars with {GPT}},
      author    = "Byron, Ada and Born, Max",
      booktitle = acl # { 2023}, month = jul, year = 2023,
      eprint    = {2312.01234}, archiveprefix = {arXiv},
      abstract  = {We count 12\% of all stars.},
    }

The abstract is exactly what stands between its braces or quotes. Of a title, the braces that keep capitals
are taken off. An entry that is broken is refused with its line, and reading goes on with the next line that
begins an entry.
"""

from collections.abc import Iterator

import regex

from leaderboard.documents.authors import AND
from leaderboard.documents.record import document
from leaderboard.documents.text import LONGEST, Text
from leaderboard.model import Document, Refusal

NAME = "BibTeX"
DEEPEST = 200
ENTRY = regex.compile(r"^[ \t]*+ @ \s*+ (?P<type> [a-zA-Z]++ ) \s*+ [{(]", regex.VERBOSE | regex.MULTILINE)
# As entries begin: a kind, a key, a comma, perhaps a field. Seen inside another entry, it says that that one
# was never closed.
KEYED = regex.compile(
    r"[ \t]*+ @ [a-zA-Z]++ \s*+ [{(] \s*+ [^\s,{}()=\"]++ \s*+ , \s*+ (?: $ | [\w-]++ \s*+ = )", regex.VERBOSE
)
OPENING = regex.compile(r"\s*+ @ \s*+ (?P<type> [a-zA-Z]++ ) \s*+ (?P<bracket> [{(] )", regex.VERBOSE)
KEY = regex.compile(r"\s*+ (?P<key> [^\s,={}\"]*+ ) \s*+ (?: , | (?= [})] ) )", regex.VERBOSE)
FIELD = regex.compile(r"\s*+ (?P<name> [^\s={}(),\"\#%]++ ) \s*+ = \s*+", regex.VERBOSE)
WORD = regex.compile(r"[^\s={}(),\"\#%]++")
BRACE = regex.compile(r"(?<!\\)(?:\\\\)*+[{}]")
BRACE_OR_QUOTE = regex.compile(r"(?<!\\)(?:\\\\)*+[{}\"]")
# Braces that only keep capitals: not those of a command's argument, of math or of an accent.
KEEPING = regex.compile(r"(?<! [\\\w}\]^'\"`~=.] ) \{ ( [^{}\\$]*+ ) \}", regex.VERBOSE)
NO_PAPERS = frozenset(("comment", "preamble"))


class BrokenEntry(Exception):
    """What is wrong with an entry, and at which character of it."""

    def __init__(self, reason: str, at: int) -> None:
        """Keep why and where."""
        super().__init__(reason)
        self.at = at


def sniff(head: str) -> float:
    """Be sure where a line begins an entry of a usual shape."""
    found = ENTRY.search(head)
    if not found:
        return 0.0
    before = head[: found.start()].strip("\ufeff \t\n")
    named = KEY.match(head, found.end()) or found["type"].lower() in (*NO_PAPERS, "string")
    if not named:
        return 0.0
    return 0.97 if not before or before.startswith("%") else 0.75


def read(text: Text) -> Iterator[Document | Refusal]:
    """Yield a Document or a Refusal for each entry; places are `line 12 (byron-2023-counting)`."""
    words: dict[str, str] = {}
    for line, entry in _entries(text):
        try:
            kind, key, fields = parsed(entry, words)
        except BrokenEntry as error:
            at = line + entry.count("\n", 0, error.at)
            begins = f" (the entry begins on line {line})" if at != line else ""
            yield Refusal(text.source, f"line {at}", f"a broken BibTeX entry: {error}{begins}")
            continue
        if kind == "string":
            words |= {name.lower(): value for name, value in fields.items()}
        elif kind not in NO_PAPERS:
            yield document(
                _record(fields), text.source, f"line {line} ({key[:80]})" if key else f"line {line}"
            )


def parsed(entry: str, words: dict[str, str]) -> tuple[str, str, dict[str, str]]:
    """Return kind, key and fields of an entry, abbreviations replaced: `@misc{a, year = 2024}`.

    Raises BrokenEntry.
    """
    opening = OPENING.match(entry)
    if not opening:
        raise BrokenEntry("it does not begin with @kind{", 0)
    kind, closing = opening["type"].lower(), "}" if opening["bracket"] == "{" else ")"
    at, key = opening.end(), ""
    if kind in NO_PAPERS:
        return kind, key, {}
    if kind != "string":
        found = KEY.match(entry, at)
        if not found:
            raise BrokenEntry("it has no key with a comma behind it", at)
        key, at = found["key"], found.end()
    fields: dict[str, str] = {}
    while True:
        while at < len(entry) and (entry[at].isspace() or entry[at] == ","):
            at += 1
        if at >= len(entry):
            raise BrokenEntry(f"it ends without its closing {closing}", at)
        if entry[at] == closing:
            return kind, key, fields
        found = FIELD.match(entry, at)
        if not found:
            raise BrokenEntry(
                f"a field, as in name = {{value}}, was expected before {entry[at : at + 20]!r}", at
            )
        value, at = _value(entry, found.end(), words)
        fields.setdefault(found["name"].lower(), value)
        rest = entry[at : at + 1]
        if rest and rest not in ("," + closing):
            raise BrokenEntry(f"a comma was expected behind the field {found['name'][:40]!r}", at)


def _value(entry: str, at: int, words: dict[str, str]) -> tuple[str, int]:
    """Return a value and where it ends: braced, quoted, a number, an abbreviation, or some joined by `#`."""
    parts: list[str] = []
    while True:
        sign = entry[at : at + 1]
        if sign == "{":
            end = _closing(entry, at + 1, BRACE, "}")
            parts.append(entry[at + 1 : end])
            at = end + 1
        elif sign == '"':
            end = _closing(entry, at + 1, BRACE_OR_QUOTE, '"')
            parts.append(entry[at + 1 : end])
            at = end + 1
        elif found := WORD.match(entry, at):
            parts.append(words.get(found[0].lower(), found[0]))
            at = found.end()
        else:
            raise BrokenEntry("a value was expected", at)
        while entry[at : at + 1].isspace():
            at += 1
        if entry[at : at + 1] != "#":
            return "".join(parts), at
        at += 1
        while entry[at : at + 1].isspace():
            at += 1


def _closing(entry: str, at: int, signs: regex.Pattern[str], closing: str) -> int:
    """Return where the value that begins here is closed, braces inside it counted."""
    depth = 0
    for found in signs.finditer(entry, at):
        sign = found[0][-1]
        if depth == 0 and sign == closing:
            return found.end() - 1
        if sign == '"':
            continue
        depth += 1 if sign == "{" else -1
        if depth > DEEPEST:
            raise BrokenEntry(f"braces are nested more than {DEEPEST} deep", found.end() - 1)
        if depth < 0:
            raise BrokenEntry("a brace is closed that was not opened", found.end() - 1)
    raise BrokenEntry(f"a value is never closed by {closing}", at - 1)


def _entries(text: Text) -> Iterator[tuple[int, str]]:
    """Yield each entry with the line it begins on, up to the next; what is between is comment."""
    lines: list[str] = []
    begins = size = depth = 0
    for number, line in enumerate(text.lines(), 1):
        starts = "@" in line and ENTRY.match(line) and (depth <= 0 or KEYED.match(line))
        if starts:
            if lines:
                yield begins, "\n".join(lines)
            lines, begins, size, depth = [], number, 0, 0
        if not starts and not lines:
            continue
        if size > LONGEST:
            continue
        lines.append(line)
        size += len(line) + 1
        depth += _opened(line)
        if size > LONGEST:
            text.refuse(f"line {begins}", f"an entry of more than {LONGEST:,} characters")
            lines = [lines[0][:200]]
    if lines:
        yield begins, "\n".join(lines)


def _opened(line: str) -> int:
    """Return how many more braces a line opens than it closes; those behind a backslash do not count."""
    if "\\" in line:
        return sum(1 if found[0][-1] == "{" else -1 for found in BRACE.finditer(line))
    return line.count("{") - line.count("}")


def _record(fields: dict[str, str]) -> dict[str, object]:
    record: dict[str, object] = dict(fields)
    if "title" in fields:
        title = fields["title"]
        for _ in range(3):  # {{A {B}}} nests a little
            title = KEEPING.sub(r"\1", title)
        record["title"] = title
    if "author" in fields:
        record["author"] = [name for name in AND.split(fields["author"]) if name.strip().lower() != "others"]
    for name in ("journal", "booktitle", "journaltitle", "publisher"):
        if name in fields:
            record[name] = KEEPING.sub(r"\1", fields[name])
    return record

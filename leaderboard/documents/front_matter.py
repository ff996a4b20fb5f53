"""The fields at the head of a Markdown file, between `---` lines: the part of YAML that people write there.

>>> split("---\\ntitle: Counting Stars\\ntags: [a, b]\\n---\\nText")
({'title': 'Counting Stars', 'tags': ['a', 'b']}, 43)
"""

import regex

FENCE = regex.compile(r"\ufeff?+ (?:[ \t]*+\n)*+ (?P<fence> --- | \+\+\+ ) [ \t]*+ \n", regex.VERBOSE)
FIELD = regex.compile(
    r"(?P<name> [A-Za-z][\w .-]{0,40}? ) \s*+ (?: : (?: \s++ | $ ) | = \s*+ ) (?P<value> .*+ )", regex.VERBOSE
)
ITEM = regex.compile(r"\s*+ - \s++ (?: name \s*+ : \s++ )?+ (?P<value> .++ )", regex.VERBOSE)
NESTED_NAME = regex.compile(r"\s++ name \s*+ : \s++ (?P<value> .++ )", regex.VERBOSE)
BLOCK = regex.compile(r"[|>] [+-]?+ \d?+ [+-]?+ \s*+ (?: \# .*+ )?+", regex.VERBOSE)
LONGEST = 200_000


def split(text: str) -> tuple[dict[str, object], int]:
    """Return the fields and where the text behind them begins; 0 where there is no front matter."""
    opening = FENCE.match(text[:1000])
    if not opening:
        return {}, 0
    closing = regex.compile(rf"^(?:{regex.escape(opening['fence'])}|\.\.\.)[ \t]*+$", regex.MULTILINE)
    found = closing.search(text, opening.end(), opening.end() + LONGEST)
    if not found:
        return {}, 0
    return _fields(text[opening.end() : found.start()].split("\n")), min(found.end() + 1, len(text))


def _fields(lines: list[str]) -> dict[str, object]:
    fields: dict[str, object] = {}
    at = 0
    while at < len(lines):
        found = FIELD.fullmatch(lines[at])
        at += 1
        if not found:
            continue
        below: list[str] = []
        while at < len(lines) and (
            not lines[at].strip() or lines[at][0] in " \t" or lines[at].startswith("- ")
        ):
            below.append(lines[at])
            at += 1
        fields[found["name"].strip()] = _value(found["value"].strip(), below)
    return fields


def _value(value: str, below: list[str]) -> object:
    if BLOCK.fullmatch(value):
        lines = [line.rstrip() for line in below]
        indent = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
        text = "\n".join(line[indent:] for line in lines).strip("\n")
        return text if value[0] == "|" else regex.sub(r"(?<!\n)\n(?!\n)", " ", text)
    if not value:
        items = [
            found["value"] for line in below if (found := ITEM.fullmatch(line) or NESTED_NAME.fullmatch(line))
        ]
        if items:
            return [_scalar(item.strip()) for item in items]
    if value.startswith("[") and value.endswith("]"):
        return [_scalar(item.strip()) for item in _items(value[1:-1]) if item.strip()]
    return _scalar(" ".join([value, *(line.strip() for line in below if line.strip())]).strip())


def _items(text: str) -> list[str]:
    """Split at commas that are not in quotes."""
    return [found[0] for found in regex.finditer(r"""(?:"(?:[^"\\]|\\.)*+"|'[^']*+'|[^,"']|["'])++""", text)]


def _scalar(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] == '"':
        return regex.sub(r'\\(["\\])', r"\1", text[1:-1])
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return regex.sub(r"\s#\s.*+", "", text)

r"""Names of authors in the shapes that records have, as `Given Family` each.

>>> authors("Balázs, C. and Berger, E. L."), authors([{"name": "Ada Byron"}, ["Balázs", "C.", "Jr"]])
(('C. Balázs', 'E. L. Berger'), ('Ada Byron', 'C. Balázs Jr'))
"""

import html
import unicodedata
from collections.abc import Mapping

import regex

LONGEST = 300
MOST = 20_000
ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
}
ACCENTS |= {
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
}
LETTERS = {
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
    "j": "ȷ",
}
ACCENT = regex.compile(
    r"""\\ (?: (?P<mark> [`'^~"=.] ) \s*+ | (?P<word> [uvHckrd] ) (?: \s++ | (?=\{) ) )
        (?: \{ \s*+ \\? (?P<braced> \w ) \s*+ \} | \\? (?P<bare> \w ) )""",
    regex.VERBOSE,
)
LETTER = regex.compile(
    r"\\ (?P<name> ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j ) (?! [a-zA-Z] ) (?: \{\} | \s++ )?+", regex.VERBOSE
)
AND = regex.compile(r"\s++ (?: and | \\?& ) \s++", regex.VERBOSE | regex.IGNORECASE)
ONE_TURNED = regex.compile(r"[^\s,]++ , \s*+ [^\s,]++ (?: \s++ [^\s,]++ )?+", regex.VERBOSE)  # Berger, E. L.
AFFILIATION = regex.compile(r"\s*+ \( [^()]*+ \)", regex.VERBOSE)  # as arXiv writes it behind a name
WHOLE = (
    "name",
    "displayname",
    "display_name",
    "fullname",
    "full_name",
    "rawauthorname",
    "raw_author_name",
    "author",
    "literal",
)
GIVEN = ("given", "given_name", "firstname", "first_name", "first", "forename")
FAMILY = ("family", "family_name", "lastname", "last_name", "last", "surname")


def authors(value: object) -> tuple[str, ...]:
    """Return the names of a string, a list of strings, of records, or of `[family, given, suffix]`."""
    if isinstance(value, str):
        names = _listed(value)
    elif isinstance(value, list | tuple):
        names = [_one(each) for each in value[:MOST]]
    elif isinstance(value, Mapping):
        names = [_one(value)]
    else:
        names = []
    return tuple(dict.fromkeys(name for name in names if name))


def plain(text: str) -> str:
    r"""Return a name without LaTeX and HTML: `Bal\'azs` and `{\"O}zg{\"u}r` give `Balázs` and `Özgür`."""
    if "&" in text:
        text = html.unescape(text)
    if "\\" in text:
        text = LETTER.sub(lambda found: LETTERS[found["name"]], ACCENT.sub(_accented, text))
    if "{" in text or "\\" in text:
        text = text.replace("{", "").replace("}", "").replace("\\&", "&").replace("\\", "")
    return " ".join(text.replace("~", " ").split())


def _accented(found: regex.Match[str]) -> str:
    letter = (found["braced"] or found["bare"]).replace("ı", "i")
    return unicodedata.normalize("NFC", letter + ACCENTS[found["mark"] or found["word"]])


def _listed(text: str) -> list[str]:
    text = text[: LONGEST * 1000]
    text = AFFILIATION.sub("", html.unescape(text) if "&" in text else text).strip()
    if ";" in text:
        return [_turned(each) for each in text.split(";")]
    if "\n" in text and "," not in text and not AND.search(text):
        return [_turned(each) for each in text.split("\n")]
    parts = AND.split(text)
    # `Family, Given and Family, Given`; in `A B, C D and E F` the last has no comma.
    if (
        len(parts) > 1
        and all(part.count(",") <= 1 for part in parts)
        and "," in parts[0]
        and "," in parts[-1]
    ):
        return [_turned(part) for part in parts]
    if ONE_TURNED.fullmatch(text):
        return [_turned(text)]
    return [plain(name)[:LONGEST] for part in parts for name in part.split(",")]


def _one(value: object) -> str:
    if isinstance(value, str):
        return _turned(value)
    if isinstance(value, Mapping):
        inner = value.get("author")
        if isinstance(inner, Mapping):  # OpenAlex
            value = inner
        for key in WHOLE:
            if isinstance(name := value.get(key), str) and name.strip():
                return _turned(name)
        given = next((value[key] for key in GIVEN if isinstance(value.get(key), str)), "")
        family = next((value[key] for key in FAMILY if isinstance(value.get(key), str)), "")
        return plain(f"{given} {family}")[:LONGEST]
    if isinstance(value, list | tuple):
        parts = [each for each in value[:3] if isinstance(each, str)]
        family, given, *suffix = [*parts, "", ""][: max(2, len(parts))]
        return plain(" ".join([given, family, *suffix]))[:LONGEST]
    return ""


def _turned(name: str) -> str:
    """Write `Family, Given` and `Family, Jr, Given` the way people say it."""
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 2:
        return plain(f"{parts[1]} {parts[0]}")[:LONGEST]
    if len(parts) == 3:
        return plain(f"{parts[2]} {parts[0]} {parts[1]}")[:LONGEST]
    return plain(name)[:LONGEST]

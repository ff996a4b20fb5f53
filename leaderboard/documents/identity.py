"""What says that two records are the same paper: arXiv ids, DOIs and normalised titles.

arXiv's forms are those of https://info.arxiv.org/help/arxiv_identifier.html: `YYMM.NNNN` until 2014,
`YYMM.NNNNN` since, and `archive/YYMMNNN` before April 2007; versions are dropped, as are the subject classes
of old ids (`math.GT/0309136`).
"""

import html
import unicodedata
from hashlib import sha256

import regex

_NEW = r"""
    (?: (?:0[7-9]|1[0-4]) (?:0[1-9]|1[0-2]) \. \d{4}        # 0704.0001 to 1412.9999
      | (?:1[5-9]|[2-9]\d) (?:0[1-9]|1[0-2]) \. \d{5} )     # 1501.00001 on
    (?!\d)
"""
_OLD = r"""
    (?: acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat
      | cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th
      | patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con|stat )
    (?: \. [A-Z]{2} )?+
    / (?:9[1-9]|0[0-7]) (?:0[1-9]|1[0-2]) \d{3}
    (?!\d)
"""
_ID = rf"(?P<id> {_NEW} | {_OLD} ) (?: v\d{{1,3}} )?+"
# As the value of a field for ids: nothing beside it but the ways of saying that it is arXiv's.
ALONE = regex.compile(
    rf"""\s*+
    (?: (?: https?:// )?+ (?: (?:www|export)\. )?+ arxiv\.org / (?:abs|pdf|html|format|e-print|ps) / \s*+
      | (?: https?:// )?+ (?: (?:dx\.)? doi\.org/ | doi: )?+ \s*+ 10\.48550 / arxiv\.
      | (?: oai: )?+ arxiv (?: \.org )?+ (?: \s*+ [:/] \s*+ | \s++ )
      | https?:// (?: www\. )?+ alphaxiv\.org / abs /
      | https?:// huggingface\.co / papers /
      | https?:// ar5iv\. (?: labs\.arxiv\. )?+ org / (?:abs|html) /
    )?+
    {_ID}
    (?: \.pdf )?+ (?: [?\#] \S*+ )?+ (?: \s*+ \[ [\w.-]++ \] )?+ \s*+""",
    regex.VERBOSE | regex.IGNORECASE,
)
# In running text: only where it says that it is arXiv's.
SAID = regex.compile(
    rf"""(?: \b arxiv (?: \.org / (?:abs|pdf|html) / | \s*+ : \s*+ )
           | \b 10\.48550 / arxiv\.
           | \b huggingface\.co / papers / )
    {_ID}""",
    regex.VERBOSE | regex.IGNORECASE,
)
DOI = regex.compile(r"10\.\d{4,9}+ (?:\.\d++)*+ / [^\s\"<>{}|\\^`]++", regex.VERBOSE)
ARXIV_DOI = regex.compile(r"10\.48550/arxiv\.", regex.IGNORECASE)

_PLAIN = regex.compile(r"[^a-z0-9]++")
_NOT_WORD = regex.compile(r"[\W_]++")
_MARKUP = regex.compile(
    r"""< /?+ [a-zA-Z] [^<>]*+ >                # <i>, </sub>, <mml:math …>
      | \\ (?: ["'`^~=.] | [uvHcdbrk] (?=\{) )  # an accent before its letter
      | \\ (?: text|math|emph|bm|rm|it|bf|tt|sf|sc|em|boldsymbol|ensuremath|operatorname|mbox )
           [a-z]*+ (?![a-zA-Z])
    """,
    regex.VERBOSE,
)


def arxiv_id(value: str) -> str | None:
    """Return the arXiv id that a field holds, without its version, or None.

    >>> arxiv_id("https://arxiv.org/pdf/2312.01234v2.pdf"), arxiv_id("math.GT/0309136"), arxiv_id("4058829")
    ('2312.01234', 'math/0309136', None)
    """
    found = ALONE.fullmatch(value) if len(value) < 200 else None
    return _canonical(found["id"]) if found else None


def arxiv_id_said_in(text: str) -> str | None:
    """Return the first id that a text says to be arXiv's: `arXiv:2312.01234v1`, not a bare `2312.01234`."""
    found = SAID.search(text)
    return _canonical(found["id"]) if found else None


def doi(value: str) -> str | None:
    """Return the first DOI of a text in lower case, or None; arXiv's own DOIs are arXiv ids, so None.

    >>> doi("https://doi.org/10.18653/v1/2024.ACL-long.7."), doi("10.48550/arXiv.2312.01234")
    ('10.18653/v1/2024.acl-long.7', None)
    """
    found = DOI.search(value, 0, 2000)
    if not found or ARXIV_DOI.match(found[0]):
        return None
    name = found[0].rstrip(".,;:'")
    while name.endswith((")", "]")) and name.count("(") + name.count("[") < name.count(")") + name.count("]"):
        name = name[:-1].rstrip(".,;:'")
    return name.lower()


def title_key(title: str) -> str:
    r"""Return what stays of a title when case, accents, punctuation, HTML and LaTeX do not count.

    >>> title_key("Zero/Few-Shot \\textbf{Na\\\"ive} <i>Bayes</i>") == title_key("zero few shot naïve bayes")
    True
    """
    if title.isascii() and not ("\\" in title or "<" in title or "&" in title):
        key = _PLAIN.sub("", title.lower())
    else:
        text = unicodedata.normalize("NFKD", _MARKUP.sub("", html.unescape(title)))
        text = "".join(c for c in text if not unicodedata.combining(c))
        key = _NOT_WORD.sub("", text.casefold())
    return key or " ".join(title.split())


def title_id(title: str) -> str:
    """Return the id of a paper known by its title only: `title:` and 16 hex digits of its key's SHA-256."""
    return "title:" + sha256(title_key(title).encode("utf-8", "replace")).hexdigest()[:16]


def arxiv_month(identifier: str) -> str:
    """Return the month of an arXiv id: `2312.01234` gives `2023-12`, `cs/9901001` gives `1999-01`."""
    digits = identifier.rpartition("/")[2]
    century = "19" if "/" in identifier and digits[0] == "9" else "20"
    return f"{century}{digits[:2]}-{digits[2:4]}"


def _canonical(identifier: str) -> str:
    archive, slash, number = identifier.lower().rpartition("/")
    return archive.partition(".")[0] + slash + number

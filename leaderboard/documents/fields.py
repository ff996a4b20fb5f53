"""The usual names of a record's fields, and records brought to them.

Names are compared without case, spaces, `_` and `-`: `Paper Title`, `paper_title` and `paperTitle` are one.
Of several names for one thing the first in its table counts. A new name is one more word here.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import regex

TITLE = ("title", "papertitle", "displayname", "titles", "articletitle", "documenttitle")
NAME = ("name", "papername")  # a title only beside an abstract: NeurIPS, ICML and ICLR list their posters so
ABSTRACT = ("abstract", "abstracts", "paperabstract", "abstracttext", "summary", "summaries", "abstractnote")
BODY = ("description", "text", "body")  # an abstract only beside a title
INVERTED = ("abstractinvertedindex", "indexedabstract", "invertedindex")
AUTHORS = (
    "authorsparsed",
    "authors",
    "authorships",
    "author",
    "authorlist",
    "authornames",
    "authorfullnames",
    "creators",
    "creator",
)
ARXIV = ("arxivid", "arxiv", "eprint", "arxivnumber")
IDENTIFIER = ("id", "paperid", "identifier", "key", "forum", "acl", "aclid", "anthologyid", "docid")
DOI = ("doi", "dois", "articledoi")
LINK = (
    "url", "urlabs", "absurl", "paperurl", "link", "links", "arxivurl", "landingpageurl", "htmlurl",
    "pdfurl", "urlpdf", "pdf", "pdflink", "guid", "openaccesspdf", "primarylocation", "bestoalocation",
)  # fmt: skip
VENUE = (
    "venue", "journal", "journalref", "booktitle", "conference", "proceeding", "proceedings",
    "publicationvenue", "containertitle", "primarylocation", "hostvenue", "sourcetitle", "publicationtitle",
    "journalname",
)  # fmt: skip
DATE = (
    "publicationdate", "published", "publisheddate", "publishedat", "publishedonline", "date", "submitted",
    "submitteddate", "issued", "pubdate", "publicationyear", "year", "pubyear", "publishyear", "coverdate",
)  # fmt: skip
LATER_DATE = ("pdate", "created", "createddate", "cdate", "tcdate", "updatedate", "updated", "lastmodified")
INNER = (
    "paper",
    "source",
    "metadata",
    "attributes",
    "fields",
    "node",
    "article",
    "work",
    "bibjson",
    "record",
    "item",
)

OPENREVIEW = regex.compile(r"[\w-]{8,14}+")
Fields = dict[str, Any]


@lru_cache(maxsize=4096)
def field_name(name: str) -> str:
    """Return the name of a field as the tables here have it: `Paper Title` gives `papertitle`."""
    return name[:60].strip("\ufeff\"' ").replace("_", "").replace("-", "").replace(" ", "").casefold()


def is_paper(record: Mapping[Any, Any]) -> bool:
    """Say whether a record has a field for a title or for an abstract."""
    names = {field_name(name) for name in record if isinstance(name, str)}
    return not names.isdisjoint(TITLE) or not names.isdisjoint(ABSTRACT) or not names.isdisjoint(INVERTED)


def named(record: Mapping[Any, Any]) -> Fields:
    """Return the fields of a record by plain names, without empty ones, unwrapped where they lie deeper.

    >>> named({"forum": "x", "content": {"Title": {"value": "A"}}})
    {'forum': 'x', 'title': 'A'}
    >>> named({"title": "A", "paper": {"title": "A", "id": "2312.01234"}})["id"]
    '2312.01234'
    """
    fields = _plain(record)
    content = fields.get("content")
    if isinstance(content, dict):  # OpenReview
        del fields["content"]
        forum = fields.get("forum", fields.get("id"))
        if isinstance(forum, str) and OPENREVIEW.fullmatch(forum):
            fields.setdefault("url", f"https://openreview.net/forum?id={forum}")
        return fields | _plain(content)
    for name in INNER:
        inner = fields.get(name)
        if not isinstance(inner, dict) or not is_paper(inner):
            continue
        deeper = _plain(inner)
        if not is_paper(record):
            return fields | deeper
        if fields.get("title") == deeper.get(
            "title"
        ):  # the paper once more, in full: Hugging Face's daily papers
            return deeper | fields
    return fields


def _plain(record: Mapping[Any, Any]) -> Fields:
    fields: Fields = {}
    for name, value in record.items():
        if isinstance(value, dict) and "value" in value:
            value = value["value"]
        if value is not None and isinstance(name, str):
            fields.setdefault(field_name(name), value)
    return fields

"""Where and when a record was published: arXiv id, DOI, link, venue and date out of its fields."""

import regex

from leaderboard.documents import dates, identity
from leaderboard.documents.fields import ARXIV, DATE, DOI, IDENTIFIER, LATER_DATE, LINK, VENUE, Fields

LONGEST = 2_000
WEB = regex.compile(
    r"https?+://[^\s<>\"'`\\]++", regex.IGNORECASE
)  # and nothing that runs, such as `javascript:`
ACL = regex.compile(  # 2024.findings-naacl.142, P19-1001
    r"(?:19|20)\d\d \. [a-z0-9_]++ - [a-z0-9]++ \. \d++ | [A-Z]\d\d - \d{4}", regex.VERBOSE
)


def arxiv_id(fields: Fields) -> str | None:
    """Return the arXiv id from the fields for it, or from an id, a DOI or a link that is arXiv's."""
    for name in ARXIV:
        if name not in fields:
            continue
        value = fields[name]
        if isinstance(value, float):  # a table took it for a number and dropped its last zeros
            value = f"{value:.5f}" if value >= 1501 else f"{value:09.4f}"
        if isinstance(value, str) and (found := identity.arxiv_id(value)):
            return found
    for value in _outer_ids(fields, ("ArXiv", "arXiv", "arxiv")):
        if found := identity.arxiv_id(value):
            return found
    for name in (*IDENTIFIER, *DOI, *LINK, "locations"):
        if name in fields:
            for value in _texts(fields[name]):
                if found := identity.arxiv_id(value):
                    return found
    return None


def doi(fields: Fields) -> str | None:
    """Return the DOI in lower case; arXiv's own are ids, see `arxiv_id`."""
    values = [text for name in DOI if name in fields for text in _texts(fields[name])]
    values += _outer_ids(fields, ("DOI", "doi"))
    values += [text for name in ("id", "url", "link") if name in fields for text in _texts(fields[name])]
    return next((found for value in values if (found := identity.doi(value))), None)


def url(fields: Fields, arxiv: str | None, doi: str | None) -> str | None:
    """Return the link that the record gives, else that of its arXiv id, DOI or ACL Anthology id."""
    for name in LINK:
        if name in fields:
            for value in _texts(fields[name]):
                if WEB.fullmatch(value.strip()):
                    return value.strip()
    if arxiv:
        return f"https://arxiv.org/abs/{arxiv}"
    if doi:
        return f"https://doi.org/{doi}"
    for name in IDENTIFIER:
        if name in fields:
            for value in _texts(fields[name]):
                if WEB.fullmatch(value.strip()):
                    return value.strip()
                if ACL.fullmatch(value.strip()):
                    return f"https://aclanthology.org/{value.strip()}/"
    return None


def venue(fields: Fields) -> str | None:
    """Return the journal, conference or book that the record names."""
    for name in VENUE:
        if name not in fields:
            continue
        value = fields[name]
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            inner = value.get("source")
            value = inner if isinstance(inner, dict) else value
            value = next(
                (value[key] for key in ("display_name", "name", "title") if isinstance(value.get(key), str)),
                None,
            )
        if isinstance(value, str) and (text := " ".join(value[:500].split())):
            return text
    return None


def date(fields: Fields, arxiv: str | None) -> str | None:
    """Return the day, month or year of the paper as ISO text.

    The first version on arXiv comes before a date of publication, that before a year; a finer date that
    agrees with the first is taken. An arXiv id gives the month where the record gives nothing, or only the
    same year.
    """
    versions = fields.get("versions")
    first = versions[0] if isinstance(versions, list) and versions and isinstance(versions[0], dict) else {}
    known = [dates.date(first.get("created"))]
    known += [dates.date(fields[name]) for name in DATE if name in fields]
    if (
        "month" in fields
        and (month := dates.month_number(fields["month"]))
        and (year := dates.date(fields.get("year")))
    ):
        known.append(dates.date(f"{year[:4]}-{month}-{fields.get('day', '')}".rstrip("-")))
    when = dates.finest(known)
    if arxiv and (when is None or len(when) == 4):
        given = identity.arxiv_month(arxiv)
        when = given if when is None or given.startswith(when) else when
    return when or next(
        (later for name in LATER_DATE if name in fields and (later := dates.date(fields[name]))), None
    )


def _outer_ids(fields: Fields, keys: tuple[str, ...]) -> list[str]:
    """Return the ids that Semantic Scholar and OpenAlex keep together under one name."""
    if "externalids" not in fields and "ids" not in fields:
        return []
    groups = [ids for name in ("externalids", "ids") if isinstance(ids := fields.get(name), dict)]
    return [value for ids in groups for key in keys if isinstance(value := ids.get(key), str)]


def _texts(value: object) -> list[str]:
    """Return the short texts of a value, of a list's first items, or of a location's links."""
    found: list[object] = []
    for each in value[:50] if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            found += [each.get(key) for key in ("landing_page_url", "url", "href", "pdf_url", "doi")]
        else:
            found.append(each)
    return [text for text in found if isinstance(text, str) and len(text) < LONGEST]

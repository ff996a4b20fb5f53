"""Dates in the shapes that records have, cut to what they say: day, month or year.

>>> date("Mon, 2 Apr 2007 19:18:42 GMT"), date("Mar 2024"), date(2024), date({"date-parts": [[2024, 3]]})
('2007-04-02', '2024-03', '2024', '2024-03')
"""

import datetime
from collections.abc import Sequence

import regex

from leaderboard.model import DatePrecision

PRECISIONS: dict[int, DatePrecision] = {4: "year", 7: "month", 10: "day"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month> jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec ) [a-z]*+ \.?+"
_DAY = r"(?P<day> 3[01]|[12]\d|0?[1-9] )"
_YEAR = r"(?P<year> (?:19|20)\d\d ) (?!\d)"
FORMS = tuple(
    regex.compile(r"\s*+" + form, regex.VERBOSE | regex.IGNORECASE)
    for form in (
        # 2024-03-17T00:00:00Z, 2024/3/17, 2024.03, 20240317, 2024
        rf"{_YEAR} (?: [-/.] (?P<month> 1[0-2]|0?[1-9] ) (?!\d) (?: [-/.] {_DAY} (?!\d) )? )?",
        rf"(?P<year> (?:19|20)\d\d ) (?P<month> 1[0-2]|0[1-9] ) {_DAY} (?!\d)",
        # Mon, 2 Apr 2007; 2 April 2007
        rf"(?: [a-z]{{3,9}}+ ,? \s++ )? {_DAY} (?: st|nd|rd|th )? [\s-]++ {_MONTH} ,? [\s-]++ {_YEAR}",
        # April 2, 2007; Apr 2007
        rf"{_MONTH} \s*+ (?: {_DAY} (?: st|nd|rd|th )? (?!\d) )? ,? \s*+ {_YEAR}",
    )
)


def date(value: object) -> str | None:
    """Return the date that a value gives as ISO text, `2024-03-17`, `2024-03` or `2024`, or None.

    Text, years as numbers, seconds or milliseconds since 1970 (OpenReview), and `date-parts` (Crossref) are
    understood.
    """
    if isinstance(value, str):
        return _read(value)
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, dict):
        value = value.get("date-parts") or value.get("value")
        if isinstance(value, str):
            return _read(value)
        value = value[0] if isinstance(value, list) and value and isinstance(value[0], list) else value
    return _parts(value) if isinstance(value, list | tuple) else None


def precision(iso: str | None) -> DatePrecision | None:
    """Return how precise an ISO date is: `2024-03` gives `month`."""
    return PRECISIONS.get(len(iso)) if iso else None


def finest(dates: Sequence[str | None]) -> str | None:
    """Return the first date, or a finer one that agrees with it: of `2024`, `2023-05`, `2024-03` the last."""
    known = [each for each in dates if each]
    if not known:
        return None
    return max((each for each in known if each.startswith(known[0])), key=len)


def month_number(value: object) -> str | None:
    """Return two digits for a month: `mar`, `March`, `3` and 3 give `03`."""
    text = str(value).strip().lower()
    if text[:3] in MONTHS:
        return f"{MONTHS.index(text[:3]) + 1:02d}"
    return (
        text.zfill(2)
        if text.isascii() and text.isdigit() and len(text) < 3 and 1 <= int(text) <= 12
        else None
    )


def _read(text: str) -> str | None:
    text = text[:80]
    if len(text) == 4 and text.isascii() and text.isdigit():
        return text if "1900" <= text < "2100" else None
    for form in FORMS:
        if found := form.match(text):
            month = found["month"]
            return _iso(found["year"], month_number(month) if month else None, found["day"])
    if text.isascii() and text.isdigit():
        return _number(int(text))
    return None


def _number(value: float) -> str | None:
    if 1900 <= value < 2100:
        return str(int(value))
    if not abs(value) < 1e13:
        return None
    seconds = value / 1000 if abs(value) >= 1e11 else value
    if not 3e8 <= seconds < 4.1e9:  # 1979 to 2099, so that no serial number passes for a date
        return None
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()


def _parts(parts: Sequence[object]) -> str | None:
    numbers = [str(each) for each in parts[:3] if isinstance(each, int) and 0 < each < 2100]
    if not numbers or not "1900" <= numbers[0] < "2100" or len(numbers[0]) != 4:
        return _read(parts[0]) if parts and isinstance(parts[0], str) else None
    return _iso(
        numbers[0], numbers[1] if len(numbers) > 1 else None, numbers[2] if len(numbers) > 2 else None
    )


def _iso(year: str, month: str | None, day: str | None) -> str:
    """Join what is possible: an impossible day or month is left out with what is finer."""
    try:
        if month and day:
            return datetime.date(int(year), int(month), int(day)).isoformat()
        if month:
            return datetime.date(int(year), int(month), 1).isoformat()[:7]
    except (ValueError, OverflowError):
        if month and day:
            return _iso(year, month, None)
    return year

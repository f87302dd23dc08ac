"""Dates as people write them in the head of a release: «10 марта», «5 мар», «12 мая 2023, 18:05»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from core.segmenting.tables import rows

_MONTHS = {form: int(number) for number, form in rows("months.tsv")}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ZONE = r"(?:\s?\((?:UTC|GMT|МСК|MSK)[^()\n]{0,12}\)|\s(?:МСК|мск|MSK|UTC|GMT)\b)?"
_CLOCK = rf"(?:\s?[,|]?\s(?:в\s)?\d\d?[:.]\d\d(?::\d\d)?{_ZONE})?"

# one capturing group; what it caught is read again by `read`
DATE = (
    rf"((?<!\d)(?:\d\d?(?:\s+|-)(?i:{_MONTH})\b\.?(?:,?\s+\d{{4}}(?:\s*(?:года|год|г)\b\.?)?)?"
    rf"|\d\d?\.\d\d?\.\d{{4}}(?:\s*(?:года|г)\b\.?)?|\d\d\.\d\d\.\d\d(?![\d.:])|\d\d?/\d\d?/\d{{4}}|\d{{4}}-\d\d-\d\d){_CLOCK})"
)
_WORDS = re.compile(rf"(\d\d?)(?:\s+|-)({_MONTH})\b\.?(?:,?\s+(\d{{4}}))?", re.I)
_DOTTED = re.compile(r"(\d\d?)[./](\d\d?)[./](\d{4}|\d\d)")
_CENTURY = 2000  # of a year of two digits
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_GRACE = timedelta(days=14)  # a page may carry the date of an earlier state of itself


@dataclass(frozen=True, slots=True)
class Written:
    """A day as written; the year may be missing."""

    day: int
    month: int
    year: int | None

    def resolved(self, near: str | None) -> str | None:
        """ISO date. Without a year the last such day before the ISO date `near`; None without both.

        A December dateline on a page of January is thereby last year's.
        """
        if self.year is not None:
            return _iso(self.year, self.month, self.day)
        known = _parsed(near)
        if known is None:
            return None
        for year in range(known.year + 1, known.year - 8, -1):
            then = _parsed(_iso(year, self.month, self.day))  # None on 29 February of most years
            if then is not None and then - known <= _GRACE:
                return then.isoformat()
        return None


def read(written: str) -> Written | None:
    """The day in a text that `DATE` has matched; None for a day that no calendar has."""
    if (found := _WORDS.match(written)) is not None:
        day, month = int(found[1]), _MONTHS[found[2].lower()]
        year = int(found[3]) if found[3] else None
    elif (found := _DOTTED.match(written)) is not None:
        day, month, year = int(found[1]), int(found[2]), int(found[3])
        year += 0 if len(found[3]) == 4 else _CENTURY
    elif (found := _ISO.match(written)) is not None:
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    else:
        return None
    return Written(day, month, year) if _iso(year or 2000, month, day) else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _parsed(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None

"""Dates that machines write, as ISO dates. Dates written for people are the business of segmenting."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\s{0,20}(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
_COMPACT = re.compile(r"\s{0,20}(\d{4})(\d\d)(\d\d)(?:T|\s|\Z)")
_DOTTED = re.compile(r"\s{0,20}(\d\d?)\.(\d\d?)\.(\d{4})(?!\d)")
_YEARS = range(1900, 2101)


def iso(value: object) -> str | None:
    """«2026-03-11» from ISO 8601, «11.03.2026», a mail's or feed's RFC 2822 date; None for anything else.

    The day is the one written, without a change of time zone.
    """
    if not isinstance(value, str):
        return None
    value = value[:100]
    for pattern, order in ((_ISO, (1, 2, 3)), (_COMPACT, (1, 2, 3)), (_DOTTED, (3, 2, 1))):
        if (found := pattern.match(value)) is not None:
            return _checked(*(int(found[group]) for group in order))
    try:
        moment: datetime = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _checked(moment.year, moment.month, moment.day)


def _checked(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year in _YEARS else None
    except ValueError:
        return None

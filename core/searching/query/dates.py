"""Dates of a query: «2026», «2026-03», «10.03.2026», «март», «прошлая неделя», «a..b», «>2026-03-01».

A span is a pair of days, both inside it; None where it is open.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from core.folding import fold


class Span(NamedTuple):
    """The days from `first` to `last`, both included; None is open."""

    first: date | None
    last: date | None


_ISO = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?")
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_BOUND = re.compile(r"(>=|<=|>|<|≥|≤)\s*(.+)")
_DAY_NAMED = re.compile(r"(?:(\d{1,2})\s+)?([^\W\d]+)(?:\s+(\d{4}))?")
_OF_YEAR = re.compile(r"(?<=\d{4})\s*(?:г|год|года)\.?$")


@cache
def _named() -> dict[str, str]:
    """Words for months and stretches of time → what they mean."""
    lines = (Path(__file__).parent / "dates.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {fold(name): meaning for meaning, names in rows for name in names.split("|")}


def span(text: str, today: date) -> Span | None:
    """The days that `text` means; None if it means none."""
    text = _OF_YEAR.sub("", " ".join(fold(text).split()))
    try:
        return _span(text, today)
    except (ValueError, OverflowError):  # a day that no month has, a year that no calendar has
        return None


def _span(text: str, today: date) -> Span | None:
    if ".." in text:
        first, _, last = text.partition("..")
        return _between(first.strip(". "), last.strip(". "), today)
    if bound := _BOUND.fullmatch(text):
        return _bounded(bound[1], bound[2], today)
    if dotted := _DOTTED.fullmatch(text):
        return _day(int(dotted[3]), int(dotted[2]), int(dotted[1]))
    if month := _MONTH_YEAR.fullmatch(text):
        return _month(int(month[2]), int(month[1]))
    if iso := _ISO.fullmatch(text):
        return _numbers(int(iso[1]), iso[2], iso[3])
    if meaning := _named().get(text):
        return _meant(meaning, today)
    return _worded(text, today)


def _between(first: str, last: str, today: date) -> Span | None:
    one = _span(first, today) if first else Span(None, None)
    other = _span(last, today) if last else Span(None, None)
    if one is None or other is None:
        return None
    return Span(one.first, other.last)


def _bounded(sign: str, text: str, today: date) -> Span | None:
    inner = _span(text, today)
    if inner is None or inner.first is None or inner.last is None:
        return None
    day = timedelta(days=1)
    return {
        ">": Span(inner.last + day, None),
        "<": Span(None, inner.first - day),
        ">=": Span(inner.first, None),
        "≥": Span(inner.first, None),
    }.get(sign, Span(None, inner.last))


def _numbers(year: int, month: str | None, day: str | None) -> Span:
    if month is None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    return _month(year, int(month)) if day is None else _day(year, int(month), int(day))


def _day(year: int, month: int, day: int) -> Span:
    return Span(date(year, month, day), date(year, month, day))


def _month(year: int, month: int) -> Span:
    from calendar import monthrange

    first = date(year, month, 1)
    return Span(first, first.replace(day=monthrange(year, month)[1]))


def _worded(text: str, today: date) -> Span | None:
    """«март», «март 2025», «10 марта», «10 марта 2025»; without a year the last such time up to today."""
    match = _DAY_NAMED.fullmatch(text)
    month = _named().get(match[2], "") if match else ""
    if match is None or not month.isdecimal():
        return None
    year = int(match[3]) if match[3] else today.year
    made = _day(year, int(month), int(match[1])) if match[1] else _month(year, int(month))
    if not match[3] and made.first and made.first > today:
        return _worded(f"{text} {today.year - 1}", today)
    return made


def _meant(meaning: str, today: date) -> Span | None:
    """A stretch of time by name, counted from today; weeks begin on Monday."""
    if meaning.isdecimal():
        return _worded(meaning_name(meaning), today)
    unit, _, number = meaning.partition(" ")
    back = int(number)
    if unit == "day":
        day = today - timedelta(days=back)
        return Span(day, day)
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return Span(monday, monday + timedelta(days=6))
    if unit == "month":
        months = today.year * 12 + today.month - 1 - back
        return _month(months // 12, months % 12 + 1)
    if unit == "days":
        return Span(today - timedelta(days=back - 1), today)
    return _numbers(today.year - back, None, None)


def is_date(text: str) -> bool:
    """True if `text` means some days, in a leap year at least."""
    return span(text, date(2024, 12, 31)) is not None


def begins(half: str) -> bool:
    """True if the name of a stretch of time begins so."""
    start = " ".join(fold(half).split())
    return any(name.startswith(start) for name in _named())


@cache
def offered() -> tuple[str, ...]:
    """For every month and stretch of time the name that is offered."""
    names: dict[str, str] = {}
    for name, meaning in _named().items():
        names.setdefault(meaning, name)
    return tuple(names.values())


def meaning_name(month: str) -> str:
    """A word for the month of that number."""
    return next(name for name, meaning in _named().items() if meaning == month)

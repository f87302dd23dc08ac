"""The dateline: place, date and agency at the head of a release, by a table of forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from core import states
from core.folding import lookalikes
from core.model import Dateline
from core.segmenting import agencies, dates
from core.segmenting.tables import column, rows

_LONGEST = 200  # characters that are looked at
_UPPER, _ANY = "A-ZА-ЯЁӘҒҚҢӨҰҮІЎҲҶӢӮЄЇ", r"\w’'"
_WORD = rf"[{_UPPER}][{_ANY}]*(?:\.?-[{_ANY}]+)*"
_WEEKDAY = "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
_BLANKS = {
    "place": rf"(?P<place>(?:г\.\s?|город\s)?{_WORD}(?:[ \u00a0]{{1,2}}(?:{_WORD}|де|да|ла|эль|на)){{0,4}}"
    rf"(?:/{_WORD})?)(?:\s\([{_UPPER}][^()\n]{{1,30}}\))?",
    "name": rf"(?P<agency>[«\"]?(?:(?!(?:В|На|С|К|О|По|За|Как)\s)[{_UPPER}\d][\w.«»\"-]*?)"
    rf"(?:\s[«\"]?[{_UPPER}\d][\w.«»\"-]*?){{0,3}})",
    "capital": r"(?P<agency>(?=[^\s]*[A-ZА-ЯЁ]{2}|[A-Z])[A-ZА-ЯЁ0-9][A-ZА-ЯЁ0-9.a-z&-]*[A-ZА-ЯЁ0-9a-z]"
    r"(?:\s[A-ZА-ЯЁ][A-ZА-ЯЁ0-9.-]+){0,2})",
    "marked": r"(?P<open>[/(])(?P<agency>[^/()\n]{2,60})[/)]",
    "byline": r"(?:,\s[A-ZА-ЯЁ][\w-]+\s[A-ZА-ЯЁ][\w-]+|\s?[/(][^/()\n]{2,60}[/)])?",
    "land": rf"(?P<land>{_WORD}(?:\s(?:[а-яё]+\s)?{_WORD})?)",
    "sep": rf"(?:\s?[.,:]\s?(?:(?i:{_WEEKDAY}),?\s)?|\s?[-–—―−]\s?|\s[-–—―−]\s)",
    "gap": r"(?:\s?[.,:]\s?(?:[-–—―−]+\s)?|\s[-–—―−]+\s?|[–—―]\s?|\s|(?=[/(]))",
    "clear": r"\.?\s?[-–—―−]+\s",
    "stop": r"(?:\s?\.?\s?[-–—―−]+(?=\s|$)|\s?[.:](?=\s|$|[А-ЯЁ«\"])|\s*$)",
    "dash": r"\s?\.?\s?[-–—―−]+(?=\s|$|[А-ЯЁ«\"])",
    "full": r"\.(?=\s|$)",
}
_DATE = re.compile(dates.DATE)
# how the agency looks that a dateline without a date must have
_AGENCY = re.compile(
    r"[A-ZА-ЯЁ]{2}|[A-Z][a-z]|[/(]|(?i:инф|прес|ньюс|новост|дунё|кабар|ховар|авеста|анадолу|газет|вестник|правда|сегодня"
    r"|радио|голос|агентств|телеграф)|\w\s?:\s"
)
_HINT = re.compile(rf"{_AGENCY.pattern}|{dates.DATE}")
_WITHIN = 70  # characters from the start, in which date or agency begins
_SINGLE = re.compile(r"\\s(?![?*+{|)\]])")  # people type blanks twice
_CITY_ONLY = ("city-date-known",)  # forms with so few signs that only a known city will do
_SPANS = ("place", "date", "agency")


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline as written: spans in the text, the day without its year."""

    rule: str
    start: int
    end: int
    place: tuple[int, int] | None
    date: tuple[int, int] | None
    agency: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Form:
    rule: str
    pattern: re.Pattern[str]
    has_date: bool


@cache
def _forms() -> tuple[_Form, ...]:
    known = rf"(?P<agency>{agencies.pattern()})(?![\w-])"
    blanks = {**_BLANKS, "known": known, "wire": agencies.pattern(), "date": f"(?P<date>{dates.DATE[1:-1]})"}
    return tuple(
        _Form(rule, _compiled(pattern, blanks), "{date}" in pattern)
        for rule, pattern, _ in rows("datelines.tsv")
    )


def _compiled(pattern: str, blanks: dict[str, str]) -> re.Pattern[str]:
    """The pattern with its blanks filled; a blank that stands twice keeps what the first has caught."""
    for name, blank in blanks.items():
        pattern = pattern.replace(f"{{{name}}}", blank, 1)
        pattern = pattern.replace(f"{{{name}}}", re.sub(r"\?P<\w+>", "?:", blank))
    return re.compile(_SINGLE.sub(r"\\s{1,3}", pattern.replace(r"\s?", r"\s{0,3}")))


def may_hold(text: str, start: int, end: int) -> bool:
    """False for a line in whose beginning there is no date and nothing that looks like an agency."""
    return _HINT.search(text, start, min(end, start + _LONGEST)) is not None


def find(text: str, start: int, end: int) -> Found | None:
    """The dateline that begins at `start` of the line `text[start:end]`."""
    head = text[start : min(end, start + _LONGEST)]
    has_date = _DATE.search(head, 0, _WITHIN) is not None
    if not has_date and not _AGENCY.search(head, 0, _WITHIN):
        return None
    for form in _forms():
        if form.has_date and not has_date:
            continue
        if (match := form.pattern.match(head)) is None:
            continue
        if "land" in form.pattern.groupindex and not states.codes(match["land"]):
            continue
        found = _found(form, match, start)
        if _is_plausible(text, found):
            return found
    return None


def _found(form: _Form, match: re.Match[str], start: int) -> Found:
    caught = {
        name: (start + match.start(name), start + match.end(name))
        for name in ("place", "date", "agency")
        if name in form.pattern.groupindex and match[name]
    }
    return Found(form.rule, start, start + match.end(), **{name: caught.get(name) for name in _SPANS})


def _is_plausible(text: str, found: Found) -> bool:
    if found.date is not None and dates.read(text[slice(*found.date)]) is None:
        return False
    agency = text[slice(*found.agency)] if found.agency else ""
    if found.place is None:
        return found.date is not None or agencies.holds_agency(agency)
    place = text[slice(*found.place)]
    words = re.split(r"[\s-]+", place)
    if len(place) < 2 or agencies.is_agency(place):
        return False
    if is_city(place):
        return not _is_opening(agency)
    if found.date is None and found.agency is None or found.rule in _CITY_ONLY or _is_opening(agency):
        return False
    if words[0].casefold() in column("places.tsv", "opener") and not _is_rubric(words):
        return False
    if found.date is not None and agencies.holds_agency(agency):
        return True
    if found.rule == "place-marked" and not agencies.holds_agency(agency) and not place.isupper():
        return False
    is_one = len(words) == 1 or "-" in place or place.isupper()
    return is_one or words[0].casefold() in column("places.tsv", "first")


def is_city(place: str) -> bool:
    """True for the name of a well-known city and nothing else."""
    return _folded(place) in _cities()


@cache
def _cities() -> frozenset[str]:
    return frozenset(map(_folded, column("cities.tsv", "city")))


def _folded(place: str) -> str:
    return lookalikes(place.strip()).casefold().replace("ё", "е").replace(" ", "-")


def _is_opening(agency: str) -> bool:
    """True for words behind a dash that open the text: «Посол Казахстана – гость …»."""
    return not agencies.holds_agency(agency) and agency.casefold().startswith(
        column("openings.tsv", "common")
    )


def _is_rubric(words: list[str]) -> bool:
    return any(word.casefold().strip(".") in column("places.tsv", "rubric") for word in words)


def dateline_of(text: str, found: Found, near: str | None) -> Dateline:
    """The dateline with its names in their usual letters; `near`: the date that tells a missing year."""
    place = text[slice(*found.place)] if found.place else None
    is_place = place is not None and not _is_rubric(re.split(r"[\s-]+", place))
    written = dates.read(text[slice(*found.date)]) if found.date else None
    agency = agencies.signed(text[slice(*found.agency)]) if found.agency else None
    return Dateline(
        found.start,
        found.end,
        place_name(place) if is_place and place else None,
        written.resolved(near) if written else None,
        agency or None,
        found.place if is_place else None,
        found.date,
        found.agency if agency else None,
        found.rule,
    )


def place_name(written: str) -> str:
    """«УЛАН-БАТОР» → «Улан-Батор», «г. Астана» → «Астана»; letters that look Cyrillic become Cyrillic."""
    name = re.sub(r"^(?:г\.\s?|город\s)", "", written)
    words = re.split(r"([\s/-]+)", " ".join(name.split()))
    return "".join(
        _cased(lookalikes(word), place > 0) if word.isupper() and len(word) > 1 else lookalikes(word)
        for place, word in enumerate(words)
    )


def _cased(word: str, is_inner: bool) -> str:
    if is_inner and word.casefold() in column("places.tsv", "particle"):
        return word.lower()
    return word.capitalize()

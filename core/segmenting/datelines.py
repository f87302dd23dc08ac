"""The dateline: place, date and agency at the head of a release, by a table of forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from core.folding import lookalikes
from core.model import Dateline
from core.segmenting import dates
from core.segmenting.tables import column, rows

_LONGEST = 200  # characters that are looked at
_UPPER, _ANY = "A-ZА-ЯЁӘҒҚҢӨҰҮІЎҲҶӢӮЄЇ", r"\w’'"
_WORD = rf"[{_UPPER}][{_ANY}]*(?:\.?-[{_ANY}]+)*"
_BLANKS = {
    "place": rf"(?P<place>(?:г\.\s?|город\s)?{_WORD}(?:[ \u00a0](?:{_WORD}|де|да|ла|эль|на)){{0,4}}"
    rf"(?:/{_WORD})?)(?:\s\([{_UPPER}][^()\n]{{1,30}}\))?",
    "name": rf"(?P<agency>[«\"]?(?:(?!(?:В|На|С|К|О|По|За|Как)\s)[{_UPPER}\d][\w.«»\"-]*?)"
    rf"(?:\s[«\"]?[{_UPPER}][\w.«»\"-]*?){{0,3}})",
    "capital": r"(?P<agency>(?=[^\s]*[A-ZА-ЯЁ]{2}|[A-Z])[A-ZА-ЯЁ0-9][A-ZА-ЯЁ0-9.a-z&-]*[A-ZА-ЯЁ0-9a-z]"
    r"(?:\s[A-ZА-ЯЁ][A-ZА-ЯЁ0-9.-]+){0,2})",
    "marked": r"(?P<open>[/(])(?P<agency>[^/()\n]{2,60})[/)]",
    "byline": r"(?:,\s[A-ZА-ЯЁ][\w-]+\s[A-ZА-ЯЁ][\w-]+|\s?[/(][^/()\n]{2,60}[/)])?",
    "sep": r"(?:\s?[.,:]\s?|\s?[-–—]\s?|\s[-–—]\s)",
    "gap": r"(?:\s?[.,:]\s?(?:[-–—]+\s)?|\s[-–—]+\s?|[–—]\s?|\s|(?=[/(]))",
    "clear": r"\.?\s?[-–—]+\s",
    "stop": r"(?:\s?\.?\s?[-–—]+(?=\s|$)|\s?[.:](?=\s|$|[А-ЯЁ«\"])|\s*$)",
    "dash": r"\s?\.?\s?[-–—]+(?=\s|$|[А-ЯЁ«\"])",
    "full": r"\.(?=\s|$)",
}
# rules without an agency, where the place has to prove itself
_BARE = frozenset(("place-date", "date-place", "place-marked"))


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline as written: spans in the text, the day without its year."""

    rule: str
    start: int
    end: int
    place: tuple[int, int] | None
    date: tuple[int, int] | None
    agency: tuple[int, int] | None


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    names = sorted(column("agencies.tsv", "name"), key=len, reverse=True)
    parts = "|".join(column("agencies.tsv", "part"))
    known = "|".join(re.escape(name).replace("«", '[«"“]?').replace("»", '[»"”]?') for name in names)
    known = rf"(?P<agency>(?:Корр\.\s)?[«\"]?(?:(?i:{known})|[\w.-]*(?i:{parts})[\w.-]*\w)[»\"]?)(?![\w-])"
    blanks = {**_BLANKS, "known": known, "date": f"(?P<date>{dates.DATE[1:-1]})"}
    return tuple((rule, _compiled(pattern, blanks)) for rule, pattern, _ in rows("datelines.tsv"))


def _compiled(pattern: str, blanks: dict[str, str]) -> re.Pattern[str]:
    for name, blank in blanks.items():
        pattern = pattern.replace(f"{{{name}}}", blank, 1)
        pattern = pattern.replace(f"{{{name}}}", re.sub(r"\?P<\w+>", "?:", blank))
    return re.compile(pattern)


def find(text: str, start: int, end: int) -> Found | None:
    """The dateline that begins at `start` of the line `text[start:end]`."""
    head = text[start : min(end, start + _LONGEST)]
    for rule, pattern in _forms():
        match = pattern.match(head)
        if match is None:
            continue
        spans = {
            name: (start + match.start(name), start + match.end(name))
            for name in ("place", "date", "agency")
            if name in pattern.groupindex and match[name]
        }
        found = Found(
            rule, start, start + match.end(), spans.get("place"), spans.get("date"), spans.get("agency")
        )
        if _is_plausible(text, found):
            return found
    return None


def _is_plausible(text: str, found: Found) -> bool:
    if found.date is not None and dates.read(text[slice(*found.date)]) is None:
        return False
    if found.place is None:
        return (
            found.date is not None
            or found.rule != "marked"
            or _is_known(text[slice(*(found.agency or (0, 0)))])
        )
    place = text[slice(*found.place)]
    words = re.split(r"[\s-]+", place)
    first = words[0].casefold()
    if len(place) < 2 or _is_agency(place):
        return False
    if first in column("places.tsv", "opener") and not _is_rubric(words):
        return False
    if found.rule not in _BARE:
        return True
    if found.rule == "place-marked":
        return _is_known(text[slice(*(found.agency or (0, 0)))]) or " ".join(words).isupper()
    return len(words) == 1 or "-" in place or place.isupper() or first in column("places.tsv", "first")


def _is_known(agency: str) -> bool:
    folded = _plain(agency).casefold()
    return any(_plain(name).casefold() in folded for name in column("agencies.tsv", "name")) or any(
        part in folded for part in column("agencies.tsv", "part")
    )


def _is_agency(place: str) -> bool:
    folded = _plain(place).casefold()
    return any(_plain(name).casefold() == folded for name in column("agencies.tsv", "name"))


def _plain(name: str) -> str:
    return re.sub(r"[«»\"“”]", "", name)


def _is_rubric(words: list[str]) -> bool:
    return any(word.casefold().strip(".") in column("places.tsv", "rubric") for word in words)


def dateline_of(text: str, found: Found, near: str | None) -> Dateline:
    """The dateline with its names in their usual letters; `near`: the date that tells a missing year."""
    place = text[slice(*found.place)] if found.place else None
    is_place = place is not None and not _is_rubric(re.split(r"[\s-]+", place))
    written = dates.read(text[slice(*found.date)]) if found.date else None
    agency = _signed(text[slice(*found.agency)]) if found.agency else None
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


def _signed(written: str) -> str:
    """The agency without its correspondent: «Корр. БЕЛТА», «корр. ТАСС Иван Иванов»."""
    bare = re.sub(r"^(?:корр\.|корреспондент(?:ы)?|спецкорр\.)\s*", "", written, flags=re.I).strip(" .,")
    named = re.match(rf"(.+?),?\s{_WORD}\s{_WORD}\Z", bare)
    return named[1] if named and _is_agency(named[1]) else bare


def place_name(written: str) -> str:
    """«УЛАН-БАТОР» → «Улан-Батор», «г. Астана» → «Астана»; letters that look Cyrillic become Cyrillic."""
    name = re.sub(r"^(?:г\.\s?|город\s)", "", written)
    words = re.split(r"([\s/-]+)", name)
    return "".join(
        _cased(lookalikes(word), place > 0) if word.isupper() and len(word) > 1 else lookalikes(word)
        for place, word in enumerate(words)
    )


def _cased(word: str, is_inner: bool) -> str:
    if is_inner and word.casefold() in column("places.tsv", "particle"):
        return word.lower()
    return word.capitalize()

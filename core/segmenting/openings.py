"""Digest or single note: by how its paragraphs open, and by who is spoken of again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from core import states
from core.segmenting import mentions
from core.segmenting.tables import column, rows

_FIRST = 260  # characters of a paragraph in which a known person ties it to what stands above
_FIRST_NEW = 70  # the same for a paragraph that opens like news of its own
_SHARE = 0.62  # of the paragraphs that must open like news of their own
_LEAST_NEW = 0.4  # of them that must be new for certain
_NEUTRAL = 0.5  # what a paragraph counts that neither goes on nor opens like news, but introduces somebody
_NAMELESS = 0.3  # what one counts that opens like news, but introduces nobody
_TITLED = 0.12  # what a title that announces several pieces of news adds
_SUMMED = 0.08  # what an opening summary adds
_RUBRICATED = 0.2  # what several rubrics add
_SERIES = 0.3  # of the paragraphs that must open a dispatch where dispatches have several paragraphs
_LONGEST = 4  # paragraphs of such a dispatch at the most
_PLACED = re.compile(r"[а-яё](?:ск|цк)(?:ий|ая|ое|ие|ого|ой|их|им|ими|ую|ом|ому|ою)\b|[A-ZА-ЯЁ]{2}|[A-Z]")
_CAPITAL = re.compile(r"(?<=[^.!?\s]\s)[«\"]?[А-ЯЁ]")
_CAPITALISED = re.compile(r"\b[А-ЯЁA-Z][\w-]+")
_PAST = re.compile(r"\b[а-яё]{3,}(?:л|ла|ло|ли|лся|лась|лось|лись)\b")
_SENTENCE = re.compile(r"[^.!?]*")
_STEM = 5  # letters by which names of places are compared


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in column("openings.tsv", kind)), re.I)


def is_summary(paragraph: str) -> bool:
    """True for the opening summary of a digest: it sums up, and tells of nobody like news of its own."""
    sums_up = _pattern("sum").search(paragraph[:_FIRST]) is not None
    if mentions.names_someone(paragraph):
        return sums_up and not is_new(paragraph)
    return sums_up or not is_new(paragraph)


@lru_cache(maxsize=256)  # it is asked several times about each paragraph
def is_new(paragraph: str) -> bool:
    """True if the paragraph opens like news of its own."""
    if paragraph[:1].islower():
        return False
    return _pattern("new").match(paragraph) is not None and _pattern("bare").match(paragraph) is None


def goes_back(paragraph: str) -> bool:
    """True if the paragraph opens like one that goes on with what stands above."""
    kinds = ("bare", "back")
    return paragraph[:1].islower() or any(_pattern(kind).match(paragraph) is not None for kind in kinds)


def tells_news(paragraph: str) -> bool:
    """True if the paragraph opens like news, or introduces somebody."""
    return is_new(paragraph) or mentions.names_someone(paragraph)


def is_small_news(point: str) -> bool:
    """True for a point of a list that begins with a small letter, yet tells news: who has done what."""
    piece = point[:1].upper() + point[1:]
    return is_new(piece) and mentions.names_someone(piece) and _PAST.search(piece) is not None


def tells_deed(paragraph: str) -> bool:
    """True if the paragraph opens like news, or says what a person named in it has done."""
    return is_new(paragraph) or (mentions.names_someone(paragraph) and _PAST.search(paragraph) is not None)


def ties(pieces: Sequence[str]) -> list[bool]:
    """For each paragraph: does it go on with what stands above, by its opening or by a person known?"""
    known = mentions.Known()
    found: list[bool] = []
    told: set[str] = set()
    for piece in pieces:
        new = is_new(piece)
        goes_on = is_placeless(piece) or (_repeats(piece, told) if new else goes_back(piece))
        back = bool(found) and goes_on
        # news of its own may well name a president once more in full
        again = mentions.referred(piece[:_FIRST_NEW]) if new else mentions.met(piece[:_FIRST])
        found.append(back or known.has(again))
        known.add(piece)
        told |= _capitals(piece)
    return found


@lru_cache(maxsize=256)
def is_placeless(paragraph: str) -> bool:
    """True if the first sentence names no state, place or institution: it goes on with one told of before."""
    if _pattern("post").match(paragraph) is not None:
        return False
    match = _SENTENCE.match(paragraph)
    first = mentions.without_names(match.group() if match else paragraph)
    return _PLACED.search(first) is None and _CAPITAL.search(first) is None


def _guests(pieces: Sequence[str]) -> frozenset[int]:
    """Numbers of the paragraphs, but the first, that open with missions each of another state.

    A digest tells of the missions of one state; those of many states come together at one event.
    """
    missions = _senders(pieces, "from")
    guests = missions if len(missions) > 1 else _senders(pieces, "leader")
    is_mixed = len(set(guests.values())) == len(guests) > (1 if guests is missions else 2)
    return frozenset(number for number in guests if number) if is_mixed else frozenset()


def _senders(pieces: Sequence[str], kind: str) -> dict[int, str]:
    """Number → code of the state whose mission or leader opens the paragraph."""
    openings = ((number, _pattern(kind).match(piece)) for number, piece in enumerate(pieces))
    found = ((number, states.codes(opening[1])) for number, opening in openings if opening)
    return {number: codes[0] for number, codes in found if codes}


def _repeats(paragraph: str, told: set[str]) -> bool:
    """True if the first sentence names no new place, and the paragraph introduces nobody from a mission."""
    match = _SENTENCE.match(paragraph)
    first = match.group() if match else ""
    if not mentions.names_someone(paragraph):
        return _capitals(first[2:]) <= told
    places = _capitals(mentions.without_names(first)[2:])
    is_news = any(_pattern(kind).match(paragraph) is not None for kind in ("from", "post"))
    return bool(places) and places <= told and not is_news


def _capitals(piece: str) -> set[str]:
    """Stems of the words with capitals."""
    return {word.casefold()[:_STEM] for word in _CAPITALISED.findall(piece)}


def series(pieces: Sequence[str], tied: Sequence[bool], *, announced: bool) -> list[int]:
    """Numbers of the paragraphs that begin a dispatch, where most dispatches have several paragraphs.

    They tell of missions in ever other places; none if not.
    """
    first = 1 if is_summary(pieces[0]) else 0
    starts = [number for number in range(first, len(pieces)) if is_new(pieces[number]) and not tied[number]]
    if len(starts) < 2 or starts[0] != first or len(starts) < _SERIES * (len(pieces) - first):
        return []
    ends = [*starts[1:], len(pieces)]
    if max(end - start for start, end in zip(starts, ends, strict=True)) > _LONGEST:
        return []
    if _looks_back(pieces, starts):
        return []
    firsts = [pieces[number] for number in starts]
    if announced or len(starts) > 2:
        firsts = ["\n".join(pieces[start:end]) for start, end in zip(starts, ends, strict=True)]
    named = sum(map(mentions.names_someone, firsts))
    told = _fresh(pieces, starts)
    return starts if told >= 2 and min(told, named) * 2 > len(starts) else []


def _looks_back(pieces: Sequence[str], starts: Sequence[int]) -> bool:
    """True if a paragraph speaks of a person whom an earlier dispatch has introduced, but not its own."""
    for start, end in zip(starts[1:], [*starts[2:], len(pieces)], strict=True):
        before = set().union(*map(mentions.introduced, pieces[:start])) - mentions.met(pieces[start])
        if any(before & mentions.met(pieces[number]) for number in range(start + 1, end)):
            return True
    return False


def _fresh(pieces: Sequence[str], starts: Sequence[int]) -> int:
    """How many of the paragraphs open with a mission in a place, and in a state, not told of before."""
    fresh = 0
    seen: set[str] = set()
    for number in starts:
        match = _pattern("host").match(pieces[number]) or _pattern("scene").match(pieces[number])
        if match is None:
            continue
        place = next(filter(None, match.groups()))
        held = _states_of(place)
        is_told = any(place.casefold()[:_STEM] in piece.casefold() for piece in pieces[:number])
        fresh += not is_told and seen.isdisjoint(held)
        seen |= held
    return fresh


def _states_of(place: str) -> frozenset[str]:
    """Codes of the state that is named, or of those in which a city lies whose name begins so."""
    return frozenset(states.codes(place)[:1]) or _cities().get(place.casefold()[:_STEM], frozenset())


@cache
def _cities() -> dict[str, frozenset[str]]:
    """The first letters of the names of cities → codes of the states in which such cities lie."""
    found: dict[str, set[str]] = {}
    for _, name, code in rows("cities.tsv"):
        found.setdefault(name.casefold()[:_STEM], set()).add(code)
    return {stem: frozenset(codes) for stem, codes in found.items()}


def news(pieces: Sequence[str], head: str, rubricated: frozenset[int]) -> list[int]:
    """Numbers of the paragraphs that begin a dispatch; none for a single note.

    pieces: the paragraphs. head: what stands above them; it may announce several pieces of news.
    rubricated: numbers of those below a rubric.
    """
    below = len(pieces) - 1
    announced = _pattern("title").search(head) is not None
    least = max(_LEAST_NEW * below, 1 if announced and below and is_new(pieces[0]) else 2)
    if not any(map(is_new, pieces[1:])):
        return []
    tied = ties(pieces)
    if not announced and (guests := _guests(pieces)):
        tied = [is_tied or number in guests for number, is_tied in enumerate(tied)]
    weights = [_weight(piece, is_tied) for piece, is_tied in zip(pieces[1:], tied[1:], strict=True)]
    has_lede = is_summary(pieces[0])
    if has_lede and tied[1] and not announced and 1 not in rubricated:
        return []  # what is gone on with is no summary
    score = sum(weights) / below + _TITLED * announced + _SUMMED * has_lede
    score += _RUBRICATED * (len(rubricated) > 1)
    if score < _SHARE or weights.count(1) < least:
        return series(pieces, tied, announced=announced)
    is_plain = not any(tied)  # then every paragraph is an item
    starts = [
        number for number, weight in enumerate(weights, 1) if weight or is_plain or number in rubricated
    ]
    return starts if has_lede else [0, *starts]


def _weight(piece: str, tied: bool) -> float:
    if tied:
        return 0
    if is_new(piece):
        return 1 if mentions.names_someone(piece) else _NAMELESS
    return _NEUTRAL if mentions.names_someone(piece[:_FIRST]) else 0

"""Lines that stand by themselves: credits, sources, calls, rubrics; and the marks before items of a list."""

from __future__ import annotations

import re
from functools import cache

from core import states
from core.segmenting import datelines, dates
from core.segmenting.lines import Line
from core.segmenting.tables import column, rows

_LONGEST = 300
_RUBRIC = 60
_RUBRIC_WORDS = 4
_WORD = re.compile(r"[^\W\d_][\w-]*")
_STAMP = re.compile(rf"(?:сегодня|вчера|{dates.DATE})[,\s]*(?:в\s)?(?:\d\d?:\d\d)?", re.I)
_TIMED = re.compile(r"\d{4}|\d:\d\d")
_BULLET = re.compile(
    r"(?P<sign>[•‣⁃∙·*→\u25a0-\u25ff]\ufe0f?|[-–—―−](?=\s|[А-ЯЁ«]))\s*"
    r"|(?P<picture>(?:[\u2600-\u27bf\u2b00-\u2bff\U0001f1e6-\U0001faff][\ufe0f\u200d]*)+)\s*"
    r"|(?P<rubric>(?:[А-ЯЁ][А-ЯЁ -]{2,30}|[А-ЯЁ][а-яё-]{2,20}(?:-[А-ЯЁ][а-яё]+)?)[.:]"
    r"(?=\s+[«А-ЯЁ][а-яё\s]))\s*"
    r"|(?P<number>\d\ufe0f?\u20e3|\(?\d{1,2}[.)](?=\s|[А-ЯЁ«][а-яё\s])|№\s?\d{1,2}[.:)]?(?=\s))\s*"
)


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern, re.I)) for kind, pattern in rows("lines.tsv"))


@cache
def _any_kind() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for _, pattern in rows("lines.tsv")), re.I)


def kind_of(piece: str) -> str | None:
    """The kind of a line that stands around the news, by the table; None for anything else."""
    if len(piece) > _LONGEST:
        return None
    if _STAMP.fullmatch(piece) and _TIMED.search(piece):
        return "date"
    if _any_kind().match(piece) is None:
        return None
    return next(kind for kind, pattern in _kinds() if pattern.match(piece))


def is_rubric(piece: str) -> bool:
    """«АФРИКА», «В мире», «Политика»: a few words without a stop, in capitals or known as a rubric."""
    if len(piece) > _RUBRIC:
        return False
    words = _WORD.findall(piece)
    if not words or len(words) > _RUBRIC_WORDS or piece[-1] in ".!?…,;":
        return False
    if piece.isupper():
        return True
    return words[-1].casefold() in column("places.tsv", "rubric")


def sign(mark: re.Match[str]) -> str:
    """What a mark shares with those of other items: the bullet itself, «number», «picture» or «rubric»."""
    return mark["sign"] or mark.lastgroup or ""


def bullet(text: str, line: Line) -> re.Match[str] | None:
    """The bullet or number that opens a line, or a rubric before a sentence: «АЗИЯ. В Дели …»."""
    found = _BULLET.match(text, line.start, line.end)
    if found is None or found.end() == line.end:
        return None
    rubric = (found["rubric"] or "").strip(".: ")
    is_place = not rubric or rubric.isupper() or datelines.is_city(rubric) or states.codes(rubric)
    return found if is_place else None

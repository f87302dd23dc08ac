"""News agencies as they sign in datelines."""

from __future__ import annotations

import re
from functools import cache

from core.segmenting.tables import column

_QUOTES = re.compile(r"[«»\"“”]")
_CORRESPONDENT = re.compile(r"(?:корр\.|корреспонденты?|спецкорр\.)\s*", re.I)
_BEHIND = re.compile(r"(.+?),?\s[А-ЯЁA-Z][\w-]+\s[А-ЯЁA-Z][\w-]+\Z")


@cache
def pattern() -> str:
    """A regular expression for a known agency, or a word that says that it is one."""
    names = sorted(column("agencies.tsv", "name"), key=len, reverse=True)
    known = "|".join(re.escape(name).replace("«", '[«"“]?').replace("»", '[»"”]?') for name in names)
    parts = "|".join(column("agencies.tsv", "part"))
    return rf"(?:Корр\.\s)?[«\"]?(?:(?i:{known})|[\w.-]*(?i:{parts})[\w.-]*\w)[»\"]?"


def is_agency(name: str) -> bool:
    """True for the name of a known agency and nothing else."""
    return _folded(name) in _known()


def holds_agency(phrase: str) -> bool:
    """True if a phrase names a known agency, or has a word like «…информ», «…press»."""
    folded = _folded(phrase)
    return any(name in folded for name in (*_known(), *column("agencies.tsv", "part")))


def signed(written: str) -> str:
    """The agency without its correspondent: «Корр. БЕЛТА» → «БЕЛТА», «ТАСС Иван Иванов» → «ТАСС»."""
    bare = _CORRESPONDENT.sub("", written, count=1).strip(" .,")
    named = _BEHIND.match(bare)
    return named[1] if named and is_agency(named[1]) else bare


@cache
def _known() -> frozenset[str]:
    return frozenset(_folded(name) for name in column("agencies.tsv", "name"))


def _folded(name: str) -> str:
    return _QUOTES.sub("", name).strip(" .").casefold()

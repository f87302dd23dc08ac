"""News agencies as they sign in datelines."""

from __future__ import annotations

import re
from functools import cache

from core.segmenting.tables import column

_QUOTES = re.compile(r"[«»\"“”]")
_NAME = r"[«\"]?[A-ZА-ЯЁ][\w-]+[»\"]?"
_CORRESPONDENT = re.compile(r"(?:корр\.|корреспонденты?|спецкорр\.)\s*", re.I)
_BEHIND = re.compile(r"(.+?)(?:,|\s[-–—])?\s[А-ЯЁA-Z][\w-]+\s[А-ЯЁA-Z][\w-]+\Z")


@cache
def pattern() -> str:
    """A regular expression for a known agency, or a word that says that it is one."""
    names = sorted(column("agencies.tsv", "name"), key=len, reverse=True)
    known = "|".join(
        re.escape(name).replace("\\ ", r"\s").replace("«", '[«"“]?').replace("»", '[»"”]?') for name in names
    )
    parts = "|".join(column("agencies.tsv", "part"))
    lead, tail = ("|".join(column("agencies.tsv", kind)) for kind in ("lead", "tail"))
    phrase = rf"(?i:{lead})\s{_NAME}(?:\s{_NAME})?|{_NAME}\s(?i:{tail})\b"
    return rf"(?:Корр\.\s)?[«\"]?(?:(?i:{known})|{phrase}|[\w.-]*(?i:{parts})[\w.-]*\w)[»\"]?"


def is_agency(name: str) -> bool:
    """True for the name of a known agency and nothing else."""
    return _folded(name) in _known()


def holds_agency(phrase: str) -> bool:
    """True if a phrase names a known agency, or has a word like «…информ», «…press»."""
    folded = _folded(phrase)
    if any(name in folded for name in (*_known(), *column("agencies.tsv", "part"))):
        return True
    words = folded.split()
    return len(words) > 1 and (
        words[0] in column("agencies.tsv", "lead") or words[-1] in column("agencies.tsv", "tail")
    )


def signed(written: str) -> str:
    """The agency without its correspondent: «Корр. БЕЛТА» → «БЕЛТА», «ТАСС Иван Иванов» → «ТАСС»."""
    bare = _CORRESPONDENT.sub("", written, count=1).strip(" .,")
    named = _BEHIND.match(bare)
    name = " ".join((named[1] if named and is_agency(named[1]) else bare).split())
    return name[1:-1] if name[:1] + name[-1:] in ("«»", '""', "“”") else name


@cache
def _known() -> frozenset[str]:
    return frozenset(_folded(name) for name in column("agencies.tsv", "name"))


def _folded(name: str) -> str:
    return " ".join(_QUOTES.sub("", name).strip(" .").casefold().split())

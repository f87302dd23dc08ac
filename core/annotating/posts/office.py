"""What kind of post a phrase in the nominative is, and whether it makes its holder an official."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from core.annotating.posts.heads import head_of

_OFFICES = frozenset(("mission", "state", "chief", "governor", "deputy", "member", "scholar"))
_CHIEF = ("главный", "главная", "генеральный", "специальный", "старший")


@dataclass(frozen=True, slots=True)
class Office:
    """`lemma` and `kind` of the head noun of a post."""

    lemma: str
    kind: str
    official: bool


@lru_cache(maxsize=1 << 14)
def office_of(norm: str) -> Office | None:
    """The office that a post in the nominative stands for; None where it has no known head noun.

    «главный дирижёр» is a post, «дирижёр» an occupation.
    """
    words = norm.lower().split()
    for place, word in enumerate(words):
        if head := head_of(word.strip('«»"(),.')):
            official = head.kind in _OFFICES or any(chief in words[:place] for chief in _CHIEF)
            return Office(head.lemma, head.kind, official)
    return None

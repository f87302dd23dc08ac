"""The state that a bare post serves, from what its dispatch says around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from core.annotating.posts.heads import head_of
from core.annotating.posts.office import Office, office_of
from core.annotating.posts.serving import is_international
from core.annotating.posts.tables import column
from core.folding import fold
from core.model import Country, Cut, Event, Host, Person, Post

if TYPE_CHECKING:
    from core.annotating.places import Places

Mention = TypeVar("Mention", Country, Person)

# Between the name of a state and the post of its representative: «финскую – …», «Чехию представлял …».
_BEFORE = re.compile(
    r"\s*(?:(?:сторон\w+|делегаци\w+|част\w+|команд\w+)\s*)?(?:,\s*котор\w+\s+)?"
    r"(?:[–—:-]|(?:(?:также|на\s\w+)\s+)?"
    r"(?:возглав\w+|представл\w+|представил\w*|подписал\w*|участвовал\w*|выступил\w*))\s*"
)
# «казахстанская делегация во главе с …», «с узбекской стороны документ подписал …»
# but not «казахстанскую делегацию принял …»
_SIDE = re.compile(
    r"\s*(?:сторон\w+|делегаци\w+)\s*(?:(?!при[нв]\w+|встре\w+|провод\w+|пригласи\w+)\w+\s*){0,4}"
)
# «от Казахстана подпись поставил …»: the words before the state and behind it
_ON_BEHALF = re.compile(
    r"(?:\bот|\bот имени|\bсо стороны|\bиз)\s+(?:(?:посольства|правительства|МИДа?)\s+)?$", re.IGNORECASE
)
_FEW_WORDS = re.compile(r"(?:\s+\w+){1,4}\s+")
# «по поручению Президента …», «передал послание министра …»: those who send a diplomat are of his own state
_SENT = re.compile(
    r"(?:по\s+поручению|от\s+имени|указом|распоряжением|(?:передал|вручил|зачитал|огласил)\w*\s+(?:\w+\s+){0,6}"
    r"(?:послани|письм|поздравлени|приветстви|приглашени)\w+(?:\s+от)?)\s+$",
    re.IGNORECASE,
)
# Behind the person, before the name of the state whose representative comes next.
_AFTER = re.compile(r"\s*[,;]?\s*(?:(?:а|и|от|за|со?)\s+)*$")
_DASHED = re.compile(r"\s*(?:сторон\w+\s*)?[–—-]")
# Behind a person who has come from elsewhere.
_ARRIVES = re.compile(
    r"\s+(?:прибыл|приехал|прилет|посетил|находит?с|совершил|совершает|вылетел|отбыл|направился|с\s\w+\sвизитом)"
)
_ENVOYS = frozenset(("представитель", "посланник", "спецпредставитель", "спецпосланник", "министр-советник"))
_KEPT = 40  # posts of a dispatch among which a short form looks for its full one
_REACH = 60  # characters between a state and the post that it tells of


@dataclass(frozen=True)
class Surroundings:
    """A dispatch with the states named in it, its people, its sender and receiving state."""

    text: str
    states: Sequence[Country]
    people: Sequence[Person]
    elsewhere: Sequence[Person]
    sender: str | None
    host: Host | None
    appointed: bool = False  # the dispatch tells of an appointment, where people are the sender's own

    def state_of(self, person: Person) -> tuple[str | None, str]:
        """(ISO code or None, the ground) for a person whose post names no state."""
        post = person.post
        start = min(post.start, person.start) if post else person.start
        end = max(post.end, person.end) if post else person.end
        if holder := column("office_holders").get(fold(person.name)):
            return holder, "state-well-known"
        if told := self._told_before(start):
            return told, "state-before-post"
        if known := self._known.get(person.name):
            return known, "state-elsewhere"
        if post and _of_mission(post.norm):
            return self._missions, "state-of-mission"
        if post and (whole := self._in_full(person, post)):
            return whole.country, "state-of-same-post"
        if post and self._of_the_organisation(person, post):
            return None, "organisation-named-before"
        if self.sender and _SENT.search(self.text, max(0, start - 2 * _REACH), start):
            return self.sender, "state-of-sender"
        if _ARRIVES.match(self.text, end):
            away = self.host is not None and self.host.iso != self.sender
            return (self.sender if away else self._only_other or self.sender), "state-of-arrival"
        return self._by_default(person, end)

    def _by_default(self, person: Person, end: int) -> tuple[str | None, str]:
        """The state that nothing beside the post tells: by contrast, by the event, by the host."""
        if (next_one := self._told_after(end)) and self.sender:
            receiving = self.host.iso if self.host else None
            return (receiving if next_one == self.sender else self.sender), "state-by-contrast"
        if self.sender and self.host and self._next_is_of_host(person, end):
            return self.sender, "state-by-contrast"
        if self.appointed:
            return self.sender, "state-of-appointment"
        if guest := self._guest_before(person):
            return guest, "state-of-guest-before"
        if self.host:
            return self.host.iso, "state-of-host"
        return self._only_other or self.sender, "state-of-dispatch"

    def _told_before(self, start: int) -> str | None:
        """«от Таиланда – | директор», «финскую – | директор», «Чехию представлял | мэр»."""
        place = bisect_right(self.states, start, key=lambda state: state.end) - 1
        if place < 0 or start - self.states[place].end > _REACH:
            return None
        state = self.states[place]
        between = self.text[state.end : start]
        told = _BEFORE.fullmatch(between) or _SIDE.fullmatch(between)
        if not told and _FEW_WORDS.fullmatch(between):
            told = _ON_BEHALF.search(self.text, max(0, state.start - 30), state.start)
        return state.iso if told else None

    def _told_after(self, end: int) -> str | None:
        """«…Иванов |, от Таиланда – директор»: the state of the next person."""
        place = bisect_left(self.states, end, key=lambda state: state.start)
        for state in self.states[place : place + 1]:
            near = state.start <= end + _REACH and _AFTER.fullmatch(self.text[end : state.start])
            return state.iso if near and _DASHED.match(self.text, state.end) else None
        return None

    def _guest_before(self, person: Person) -> str | None:
        """At home: «принял министра торговли Турции … и | директора компании …», both from Turkey."""
        if self.host is None or self.host.iso != self.sender:
            return None
        last = bisect_left(self.people, person.start, key=lambda one: one.start) - 1
        before = self.people[last] if last >= 0 else None
        if before is None or before.post is None or person.post is None or _of_mission(before.post.norm):
            return None
        tied = self.text[before.end : person.post.start].strip() in ("и", ",")
        return before.country if tied and before.country != self.sender else None

    def _next_is_of_host(self, person: Person, end: int) -> bool:
        """True for «министр Петров и | министр торговли Чили …» in Chile: the first is none of theirs."""
        place = bisect_right(self.people, person.start, key=lambda one: one.start)
        for following in self.people[place : place + 1]:
            post = following.post
            if post is None or self.host is None or self.text[end : post.start].strip() != "и":
                return False
            inside = self.states[
                bisect_left(self.states, post.start, key=lambda one: one.start) : bisect_right(
                    self.states, post.end, key=lambda one: one.end
                )
            ]
            told = (
                one.via == "adj" or (one.via == "name" and one.end == post.end)
                for one in inside
                if one.iso == self.host.iso
            )
            return any(told)
        return False

    def _in_full(self, person: Person, post: Post) -> Post | None:
        """The same post named in full nearby: «председатель сессии» of the Assembly."""
        words = set(post.norm.lower().split())
        if len(words) < 2 and post.status != "former":
            return None
        for whole, other in self._posts:
            if words < whole and other.name != person.name:
                return other.post
        return None

    def _of_the_organisation(self, person: Person, post: Post) -> bool:
        """«генеральный секретарь организации», where an organisation of states is named before."""
        if not post.norm.endswith(" организации"):
            return False
        before = self.people[: bisect_left(self.people, person.start, key=lambda one: one.start)]
        return any(one.org and is_international(one.org) for one in before)

    @cached_property
    def _posts(self) -> list[tuple[set[str], Person]]:
        """The words of the posts in the dispatch, each post once and no more than a reader keeps in mind."""
        found = {one.post.norm: one for one in reversed(self.people) if one.post}
        return [(set(norm.lower().split()), one) for norm, one in list(found.items())[:_KEPT]]

    @cached_property
    def _known(self) -> dict[str, str]:
        """The states that other places of the release name beside a person."""
        return {one.name: one.country for one in reversed(self.elsewhere) if one.country}

    @cached_property
    def _missions(self) -> str | None:
        """The state whose missions act here: the sender, unless only missions of another state do."""
        named = {
            person.country
            for person in self.people
            if person.country and person.post and _is_mission(office_of(person.post.norm))
        }
        return named.pop() if len(named) == 1 else self.sender

    @cached_property
    def _only_other(self) -> str | None:
        """The one state besides the sender that the dispatch names."""
        others = {state.iso for state in self.states if state.iso and state.iso != self.sender}
        return others.pop() if len(others) == 1 else None


def surroundings(
    text: str,
    item: Cut,
    places: Places,
    persons: Sequence[Person],
    sender: str | None,
    host: Host | None,
    events: Sequence[Event],
) -> Surroundings:
    """What the dispatch `item` and its release say about states and people."""
    states = [state for state in _inside(places.countries, item) if state.iso]
    appointed = bool(events) and events[0].kind == "appointment"
    return Surroundings(text, states, _inside(persons, item), persons, sender, host, appointed)


def _inside(mentions: Sequence[Mention], item: Cut) -> Sequence[Mention]:
    """Those of the mentions, in the order of the text, that begin in the dispatch."""
    first = bisect_left(mentions, item.start, key=lambda one: one.start)
    return mentions[first : bisect_left(mentions, item.end, key=lambda one: one.start)]


def _of_mission(norm: str) -> bool:
    """True for those who serve at a mission: посол, атташе, «пресс-секретарь посольства»; not for an envoy of
    a head of government («торговый посланник премьер-министра»)."""
    if any(word in norm for word in ("посольств", "консульств", "постпредств", "торгпредств")):
        return True
    office = office_of(norm)
    if office is None or office.kind != "mission":
        return False
    permanent = office.lemma not in _ENVOYS or any(word in norm for word in ("постоянн", "торговый предст"))
    inner = (head_of(word) for word in norm.lower().split())
    return permanent and not any(head and head.kind == "state" for head in inner)


def _is_mission(office: Office | None) -> bool:
    return office is not None and office.kind == "mission"

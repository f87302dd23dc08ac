"""The state that a bare post serves, from what its dispatch says around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.annotating.posts.heads import head_of
from core.annotating.posts.office import Office, office_of
from core.annotating.posts.tables import column
from core.folding import fold
from core.model import Country, Cut, Event, Host, Person, Post

if TYPE_CHECKING:
    from core.annotating.places import Places

# Between the name of a state and the post of its representative.
_BEFORE = re.compile(
    r"\s*(?:(?:сторон\w+|делегаци\w+|часть|части)\s*)?"
    r"(?:[–—:-]|(?:(?:также|выступил[аи]?|был[аи]?|на\s\w+)\s+)?"
    r"(?:возглав\w+|представл\w+|представил\w*|подписал\w*|участвовал\w*|выступил\w*))\s*$"
)
_SIDE = re.compile(r"\s*(?:сторон\w+|делегаци\w+)\s*(?:\w+\s*){0,2}$")
# Behind the person, before the name of the state whose representative comes next.
_AFTER = re.compile(r"\s*[,;]?\s*(?:(?:а|и|от|за|со?)\s+)*$")
_ENVOYS = frozenset(("представитель", "посланник", "спецпредставитель", "спецпосланник", "министр-советник"))
_REACH = 60  # characters between a state and the post that it tells of


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A dispatch with the states named in it, its people, its sender and receiving state."""

    text: str
    item: Cut
    states: tuple[Country, ...]
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
        if known := self._known(person.name):
            return known, "state-elsewhere"
        if post and _of_mission(post.norm):
            return self._missions(), "state-of-mission"
        if post and (whole := self._in_full(person, post)):
            return whole.country, "state-of-same-post"
        if (next_one := self._told_after(end)) and self.sender:
            receiving = self.host.iso if self.host else None
            return (receiving if next_one == self.sender else self.sender), "state-by-contrast"
        if self.appointed:
            return self.sender, "state-of-appointment"
        if self.host:
            return self.host.iso, "state-of-host"
        return self._only_other() or self.sender, "state-of-dispatch"

    def _told_before(self, start: int) -> str | None:
        """«от Таиланда – | директор», «финскую – | директор», «Чехию представлял | мэр»."""
        for state in reversed(self.states):
            if state.end <= start and start - state.end <= _REACH:
                between = self.text[state.end : start]
                if _BEFORE.fullmatch(between) or _SIDE.fullmatch(between):
                    return state.iso
                return None
        return None

    def _told_after(self, end: int) -> str | None:
        """«…Иванов |, от Таиланда – директор»: the state of the next person."""
        for state in self.states:
            if end <= state.start <= end + _REACH and _AFTER.fullmatch(self.text[end : state.start]):
                return state.iso if re.match(r"\s*(?:сторон\w+\s*)?[–—-]", self.text[state.end :]) else None
        return None

    def _in_full(self, person: Person, post: Post) -> Post | None:
        """The same post named in full nearby: «председатель сессии» of the Assembly."""
        words = set(post.norm.lower().split())
        if len(words) < 2 and post.status != "former":
            return None
        others = (one.post for one in self.people if one.post and one.name != person.name)
        return next((one for one in others if words < set(one.norm.lower().split())), None)

    def _known(self, name: str) -> str | None:
        """The state that another place of the release names beside the same person."""
        return next((p.country for p in self.elsewhere if p.name == name and p.country), None)

    def _missions(self) -> str | None:
        """The state whose missions act here: the sender, unless only missions of another state do."""
        named = [
            person.country
            for person in self.people
            if person.country and person.post and _is_mission(office_of(person.post.norm))
        ]
        return named[0] if named and self.sender not in named and len(set(named)) == 1 else self.sender

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
    states = tuple(c for c in places.countries if item.start <= c.start < item.end and c.iso)
    inside = [person for person in persons if item.start <= person.start < item.end]
    appointed = bool(events) and events[0].kind == "appointment"
    return Surroundings(text, item, states, inside, persons, sender, host, appointed)


def _of_mission(norm: str) -> bool:
    """True for those who serve at a mission: посол, атташе, «пресс-секретарь посольства»; not for an envoy of
    a head of government («торговый посланник премьер-министра»)."""
    if any(word in norm for word in ("посольств", "консульств", "постпредств", "торгпредств")):
        return True
    office = office_of(norm)
    if office is None or office.kind != "mission":
        return False
    permanent = office.lemma not in _ENVOYS or any(word in norm for word in ("постоянн", "торговый предст"))
    inner = any(head_of(word) for word in norm.lower().split() if word != office.lemma)
    return permanent and not inner


def _is_mission(office: Office | None) -> bool:
    return office is not None and office.kind == "mission"

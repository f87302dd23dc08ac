"""Officials of a dispatch: each person with a post once, at the first mention, with organisation and state.

A post without a state takes it from its surroundings: from the words before it («от Таиланда – …»), else a
post of a mission serves the sending state and any other post the receiving one. The rule says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.annotating.morphology import Word
from core.annotating.posts.fullness import full
from core.annotating.posts.office import office_of
from core.annotating.posts.surroundings import Surroundings, surroundings
from core.annotating.posts.tables import column
from core.folding import fold
from core.model import Cut, Event, Host, Official, Person

if TYPE_CHECKING:
    from core.annotating.places import Places

_WITH_ORGANISATION = ("expert", "science")  # «эксперт ОБСЕ» holds a post, «эксперт» alone none
_INFERRED = 0.8  # confidence of a state that the post does not name


def of(
    text: str,
    words: Sequence[Word],
    item: Cut,
    places: Places,
    persons: Sequence[Person],
    sender: str | None,
    host: Host | None,
    events: Sequence[Event],
) -> tuple[Official, ...]:
    """The officials of one dispatch in order of their first mention."""
    around = surroundings(text, item, places, persons, sender, host, events)
    mentions: dict[str, list[Person]] = {}
    for person in around.people:
        mentions.setdefault(person.name, []).append(person)
    made = (_official(around, same) for same in mentions.values())
    return tuple(sorted((one for one in made if one), key=lambda one: one.start))


def _official(around: Surroundings, same: Sequence[Person]) -> Official | None:
    """The official behind all mentions of one person, None for everybody else."""
    acting = next((person for person in same if _has_office(person)), None)
    if acting is None or acting.post is None:
        return _well_known(around, same[0])
    post = acting.post
    international = post.rule.endswith(":international")
    state, ground = post.country, ""
    if state is None and not international:
        state, ground = around.state_of(acting)
        international = state is None and ground in ("state-of-same-post", "organisation-named-before")
    whole = full(acting, state, around.host)
    return Official(
        start=same[0].start,
        end=same[0].end,
        name=acting.name,
        post=post.norm,
        post_full=whole,
        post_start=post.start,
        post_end=post.end,
        org=post.org,
        country=state,
        side=_side(around, state, international),
        title=next((person.title for person in same if person.title), None),
        status=post.status,
        rule="+".join(filter(None, (post.rule, ground, "post-full-inferred" if whole else ""))),
        confidence=min(post.confidence, acting.confidence, _INFERRED if ground else 1.0),
    )


def _has_office(person: Person) -> bool:
    office = office_of(person.post.norm) if person.post else None
    if office is None or person.post is None:
        return False
    return office.official or (office.kind in _WITH_ORGANISATION and person.post.org is not None)


def _well_known(around: Surroundings, person: Person) -> Official | None:
    """A holder of high office whom everybody knows and nobody introduces."""
    state = column("office_holders").get(fold(person.name))
    if state is None or person.post:
        return None
    return Official(
        start=person.start,
        end=person.end,
        name=person.name,
        country=state,
        side=_side(around, state, False),
        title=person.title,
        rule="well-known",
        confidence=0.7,
    )


def _side(around: Surroundings, state: str | None, international: bool) -> str | None:
    """own, host or third by the state; international for those who serve no state."""
    if international:
        return "international"
    if state is None:
        return None
    if state == around.sender:
        return "own"
    return "host" if around.host and state == around.host.iso else "third"

"""The receiving state of an appointment: where the new post is held."""

from __future__ import annotations

from core.annotating.hosts_places import Ground, accredited, opens, preposition
from core.annotating.hosts_scene import Clause, Scene, Spot, has

_IN = frozenset({"в", "во", "на"})
_AT = "при"
_OFFICES = frozenset({"мид", "мида", "министерства", "министерстве"})
_FIELD = 8  # words between an office and the state that it belongs to


def appointed(scene: Scene, sender: str | None) -> Ground | None:
    """Where the post of the lead is held; None for several states and for organisations without a city."""
    if not scene.sentences:
        return None
    lead = scene.sentences[0]
    abroad = _abroad(lead)
    states = {spot.iso for spot in abroad}
    if len(states) > 1:
        return None
    if abroad:
        return Ground(abroad[0], "appointment", "where the post is held", 95)
    if any(word.low == _AT for word in lead.words):
        return None
    if lead.spots and (at := preposition(lead, lead.spots[0])) is not None and opens(lead, at):
        return Ground(lead.spots[0], "appointment", "opens the dispatch", 90)
    return _at_home(lead, sender)


def _at_home(lead: Clause, sender: str | None) -> Ground | None:
    """A post in a ministry or office: the state that it belongs to, else the sender's, if it is named."""
    own = next((spot for spot in lead.spots if sender and spot.iso == sender), None)
    for index, word in enumerate(lead.words):
        office = word.low in _OFFICES
        if not office and (not has(word, "home") or has(word, "envoy")):
            continue
        if any(index < seat.first <= index + _FIELD for seat in lead.seats):
            return None
        spot = next((s for s in lead.spots if index < s.first <= index + _FIELD and s.iso), None)
        if spot is not None:
            return Ground(spot, "home", "a post at home", 80)
        if own is not None:
            return Ground(own, "home", "a post at home", 60)
    return None


def _abroad(lead: Clause) -> list[Spot]:
    """The states to which an envoy of the lead is accredited."""
    found: list[Spot] = []
    for spot in lead.spots:
        at = spot.first - 1
        if at < 0 or not spot.iso:
            continue
        held = lead.words[at].low in _IN and accredited(lead, at) is not None
        if held or (found and lead.words[at].low in ("и", ",")):
            found.append(spot)
    return found

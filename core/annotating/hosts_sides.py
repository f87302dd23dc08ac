"""Grounds for a host that lie in who acts: the state of the counterpart, the guest at home."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.annotating.clauses import meanings
from core.annotating.hosts_places import Ground, accredited, preposition
from core.annotating.hosts_scene import Clause, Scene, Spot, has, is_verb
from core.annotating.morphology import Word

_TAKING = "принять"
_FIELD = 8  # words between a ruler and the state that he stands for


def receiving(lead: Clause, weight: float) -> Iterator[Ground]:
    """The state whose head takes the credentials."""
    for index, word in enumerate(lead.words):
        if has(word, "ruler") and not has(word, "envoy"):
            spot = _state_of(lead, index)
            if spot is not None:
                yield Ground(spot, "name", "takes the credentials", weight)
                return


def _state_of(lead: Clause, post: int) -> Spot | None:
    """The state or town that the holder of the post at `post` stands for."""
    spot = next((s for s in lead.spots if post < s.first <= post + _FIELD and s.iso), None)
    between = lead.words[post + 1 : spot.first] if spot else []
    return None if any(has(word, "envoy") or is_verb(word) or word.text == "," for word in between) else spot


def counterpart(lead: Clause, sender: str | None) -> Iterator[Ground]:
    """An envoy of one's own acts, and the other side serves a state that is named: he is received there."""
    acting = [has(word, "envoy") or has(word, "mission") for word in lead.words]
    if not any(acting):
        return
    posts = [at for at, word in enumerate(lead.words) if _is_official(word) and not acting[at]]
    received = [spot for at in posts if (spot := _state_of(lead, at)) and spot.iso != sender]
    guest = _guest(lead, acting, sender)
    if guest is not None:
        home = next((spot for spot in lead.spots if spot.iso == sender), replace(guest, iso=sender))
        yield Ground(home, "home", "an envoy received at home", 46)
    accredited_to = {spot.iso for spot in lead.spots if _is_accreditation(lead, spot)}
    for spot in received[:1]:
        several = spot.iso in accredited_to and len(accredited_to) > 1
        yield Ground(spot, "mission", "whom the envoy met", 82 if several else 45)
    others = (spot for spot in lead.spots if spot.iso != sender and spot.via in ("name", "abbr", "adj"))
    if not received and (other := next(others, None)) and not _is_sent_by(lead, other, acting):
        yield Ground(other, "mission", "the other side", 41)


def _is_official(word: Word) -> bool:
    return has(word, "ruler") or has(word, "home")


def _is_sent_by(lead: Clause, spot: Spot, acting: list[bool]) -> bool:
    """Whether the place names a state that sends an envoy: «посол Испании», «послы Кубы, Чехии и Мали»."""
    if any(acting[max(0, spot.first - 2) : spot.first]):
        return True
    if spot.via == "adj" and any(acting[spot.last : spot.last + 1]):  # «нигерийского посла»
        return True
    listed = spot.first > 0 and lead.words[spot.first - 1].low in (",", "и")
    before = next((s for s in lead.spots if s.last == spot.first - 1), None) if listed else None
    return before is not None and _is_sent_by(lead, before, acting)


def _guest(lead: Clause, acting: list[bool], sender: str | None) -> Spot | None:
    """The state whose envoy is the guest of the sender's official, no envoy of the sender being there."""
    sent = [spot for spot in lead.spots if _is_sent_by(lead, spot, acting)]
    official = any(_is_official(word) and not acting[at] for at, word in enumerate(lead.words))
    if sender is None or not official or any(spot.iso == sender for spot in sent):
        return None
    others = [spot for spot in lead.spots if spot not in sent and spot.iso not in (sender, None)]
    return sent[0] if sent and not others else None


def at_home(lead: Clause, sender: str | None) -> Iterator[Ground]:
    """«Министр Армении принял делегацию Франции»: he is visited."""
    for at, word in enumerate(lead.words):
        if is_verb(word) and _TAKING in meanings(word.low):
            own = [spot for spot in lead.spots if spot.iso == sender and spot.last <= at]
            others = [spot for spot in lead.spots if spot.iso != sender and spot.first > at]
            if own and others and any(_is_official(other) for other in lead.words[:at]):
                yield Ground(own[0], "home", "guests received at home", 44)
            return


def sole_state(scene: Scene, sender: str | None, kind: str) -> Iterator[Ground]:
    """The only other state that a dispatch about one's own mission names."""
    words = [word for clause in scene.sentences for word in clause.words]
    spots = [spot for clause in scene.sentences for spot in clause.spots if spot.iso not in (sender, None)]
    acting = any(has(word, "envoy") or has(word, "mission") for word in words)
    if sender and acting and kind != "statement" and len({spot.iso for spot in spots}) == 1:
        yield Ground(spots[0], "mission", "the only other state", 30)


def of_bodies(lead: Clause, sender: str | None) -> Iterator[Ground]:
    """«Парламент Словении ратифицировал …», «Турецкая компания открыла …»: what another state's body does."""
    for spot in (*lead.spots, *lead.towns):
        owner = _owner(lead, spot)
        if spot.iso not in (sender, None) and owner is not None and has(owner, "body"):
            acts = owner.parses[0].case == "nomn"
            yield Ground(spot, _via(spot), "a body of the state", 38 if acts else 34)


def _owner(lead: Clause, spot: Spot) -> Word | None:
    """The noun beside a state or city: «парламент Словении», «турецкие и узбекские учёные»."""
    if not _is_adjective(lead, spot):
        return lead.words[spot.first - 1] if spot.first else None
    following = (word for word in lead.words[spot.last :] if word.low != "и" and word.parses[0].pos != "ADJF")
    return next(following, None)


def _is_adjective(lead: Clause, spot: Spot) -> bool:
    return spot.via == "adj" or spot in lead.towns


def _via(spot: Spot) -> str:
    return spot.via if spot.via in ("adj", "city", "region") else "name"


def _is_accreditation(lead: Clause, spot: Spot) -> bool:
    at = preposition(lead, spot)
    if at is None and spot.first and lead.words[spot.first - 1].low in ("и", ","):
        before = next((s for s in lead.spots if s.last == spot.first - 1), None)
        return before is not None and _is_accreditation(lead, before)
    return at is not None and accredited(lead, at) is not None

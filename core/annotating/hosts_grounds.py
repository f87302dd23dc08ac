"""Grounds for the host of a dispatch, each with a weight from 0 to 100; the heaviest one decides.

In falling order: a place that opens the dispatch («В Иордании посольство …»), a journey («прибыл в Скопье»),
the state that takes credentials, a place beside the predicate, accreditation («посол в Бельгии»), a place
further on, and the state that the counterpart of one's own envoy serves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.annotating.clauses import meanings
from core.annotating.hosts_scene import Clause, Scene, Spot, has, is_future, is_verb
from core.annotating.morphology import Word

_IN = frozenset({"в", "во", "на", "под", "близ", "около", "возле"})
_TAKING = "принять"
_RESIDING = frozenset({"резиденцией", "резиденция"})
_VISITS = frozenset({"визит", "поездка"})
_OPENING = 6  # words, within which a place opens the dispatch
_FIELD = 8  # words between a ruler and the state that he stands for
_ACCREDITED_REACH = 16


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason for a host. via: name adj city region mission accreditation organisation home."""

    spot: Spot
    via: str
    rule: str
    weight: float


def grounds(scene: Scene, sender: str | None, kind: str) -> Iterator[Ground]:
    """All grounds that a dispatch gives. A statement is not made in every place that it speaks of."""
    for ground in _every(scene, sender, kind):
        if kind != "statement" or ground.rule != "named place":
            yield ground


def _every(scene: Scene, sender: str | None, kind: str) -> Iterator[Ground]:
    for clause in scene.sentences:
        later = min(clause.number, 8)
        for spot in clause.spots:
            if spot.iso is None:
                continue
            ground = _of_place(clause, spot, sender)
            if ground is not None:
                yield Ground(ground.spot, ground.via, ground.rule, ground.weight - _loss(ground, later))
        yield from _seats(clause)
    if scene.sentences:
        lead = scene.sentences[0]
        if kind == "credentials":
            yield from _receiving(lead, 92)
        yield from _counterpart(lead, sender)
        yield from _at_home(lead, sender)
        yield from _sole_state(scene, sender, kind)


def _seats(clause: Clause) -> Iterator[Ground]:
    """«в штаб-квартире ЮНЕСКО»: the state in which the organisation sits."""
    for seat in clause.seats:
        house = clause.words[max(0, seat.first - 3) : seat.first]
        if any(word.low in _IN for word in house[:-1]) and any(has(word, "house") for word in house):
            yield Ground(seat, "organisation", "seat of the organisation", 58 - 3 * min(clause.number, 8))


def _loss(ground: Ground, later: int) -> float:
    return 0 if later == 0 else 28 + 3 * later


def _of_place(clause: Clause, spot: Spot, sender: str | None) -> Ground | None:
    """What one place in a sentence says about the host."""
    at = _preposition(clause, spot)
    if at is None:
        return None
    words = clause.words
    if at and (words[at - 1].low in _RESIDING or has(words[at - 1], "topic")):
        return None
    if not _is_where(clause, spot, at):
        return _journey(clause, spot, at)
    envoy = accredited(clause, at)
    if envoy is not None:
        return _accreditation(clause, spot, envoy, at, sender)
    verb = _predicate(clause, at)
    if verb is not None and is_future(verb):
        return None
    via = spot.via if spot.via in ("adj", "city", "region") else "name"
    if _opens(clause, at):
        return Ground(spot, via, "opens the dispatch", 100)
    if at and (is_verb(words[at - 1]) or words[at - 1].text == ","):
        return Ground(spot, via, "beside the predicate", 90)
    return Ground(spot, via, "named place", 74 if spot.iso == sender else 84)


def _preposition(clause: Clause, spot: Spot) -> int | None:
    """The preposition that leads to a place: «в Риме», «в столице Литвы», «в турецком городе»."""
    words = clause.words
    at = spot.first - 1
    if spot.via == "adj":
        following = words[spot.last] if spot.last < len(words) else None
        if following is None or not has(following, "spot"):
            return None
    steps = 0
    while at >= 0 and steps < 5:
        if words[at].low in _IN:
            inner = words[at + 1 : spot.first]
            return at if not inner or any(has(word, "spot") for word in inner) else None
        if not words[at].is_word or is_verb(words[at]) or has(words[at], "mission"):
            return None
        at -= 1
        steps += 1
    return None


def _is_where(clause: Clause, spot: Spot, at: int) -> bool:
    """Whether the phrase says where something is, not whereto it goes: by the case of its first word."""
    words = clause.words
    if words[at].low not in ("в", "во", "на"):
        return True
    word = words[at + 1]
    cases = {parse.case for parse in word.parses if parse.case}
    if cases & {"loct", "loc2"}:
        return True
    form = word.low
    if form.endswith("о"):  # «в Сараево» as well as «в Сараеве»
        return True
    return not cases & {"accs", "nomn"} or (
        form.endswith(("е", "и")) and "Fixd" not in str(word.parses[0].raw.tag)
    )


def _journey(clause: Clause, spot: Spot, at: int) -> Ground | None:
    verb = _predicate(clause, at, wide=True)
    if verb is None or is_future(verb) or clause.number > 1:
        return None
    visit = at > 0 and not _VISITS.isdisjoint(meanings(clause.words[at - 1].low))
    if not has(verb, "moving") and not (visit and has(verb, "ending")):
        return None
    return Ground(spot, spot.via if spot.via != "abbr" else "name", "journey", 96)


def _predicate(clause: Clause, at: int, *, wide: bool = False) -> Word | None:
    """The verb that the phrase at `at` belongs to: the next one to the left, else to the right."""
    words = clause.words
    for index in range(at - 1, -1, -1):
        if is_verb(words[index]):
            return words[index]
        if words[index].text in (",", ";") and not wide:
            break
    return next((word for word in words[at + 1 :] if is_verb(word)), None)


def _opens(clause: Clause, at: int) -> bool:
    return (
        clause.number == 0
        and sum(word.is_word for word in clause.words[:at]) < _OPENING
        and not any(is_verb(word) for word in clause.words[:at])
    )


def accredited(clause: Clause, at: int) -> int | None:
    """The envoy or mission whose accreditation the preposition at `at` begins; None if it begins none."""
    words = clause.words
    for index in range(at - 1, max(-1, at - _ACCREDITED_REACH), -1):
        word = words[index]
        if has(word, "envoy") or has(word, "mission"):
            return index
        if is_verb(word) or word.text in ".;:":
            return None
        spot = clause.spot_at(index)
        if spot or word.is_capital or has(word, "beside") or word.text in ",–—()":
            continue
        if not word.is_word or word.parses[0].pos in ("ADJF", "CONJ", "PREP"):
            continue
        return None
    return None


def _accreditation(clause: Clause, spot: Spot, envoy: int, at: int, sender: str | None) -> Ground | None:
    words = clause.words
    if has(words[envoy], "mission") and words[envoy].parses[0].case in ("loct", "loc2"):
        return Ground(spot, "mission", "held by the mission", 97 if envoy < _OPENING else 86)
    served = next(
        (s.iso for s in clause.spots if envoy - 2 <= s.first <= envoy + 3 and s is not spot), sender
    )
    concurrent = any(word.low == "совместительству" for word in words[max(0, at - 4) : at])
    weight = 78.0 if concurrent else 76.0
    if served != sender and spot.iso != sender:
        weight = 40
    if words[at].low == "при":
        weight -= 5
    return Ground(
        spot, "accreditation", "concurrent accreditation" if concurrent else "accreditation", weight
    )


def _receiving(lead: Clause, weight: float) -> Iterator[Ground]:
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


def _counterpart(lead: Clause, sender: str | None) -> Iterator[Ground]:
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
    listed = spot.first > 0 and lead.words[spot.first - 1].low in (",", "и")
    before = next((s for s in lead.spots if s.last == spot.first - 1), None) if listed else None
    return before is not None and _is_sent_by(lead, before, acting)


def _at_home(lead: Clause, sender: str | None) -> Iterator[Ground]:
    """«Министр Армении принял делегацию Франции»: he is visited."""
    for at, word in enumerate(lead.words):
        if is_verb(word) and _TAKING in meanings(word.low):
            own = [spot for spot in lead.spots if spot.iso == sender and spot.last <= at]
            others = [spot for spot in lead.spots if spot.iso != sender and spot.first > at]
            if own and others and any(_is_official(other) for other in lead.words[:at]):
                yield Ground(own[0], "home", "guests received at home", 44)
            return


def _sole_state(scene: Scene, sender: str | None, kind: str) -> Iterator[Ground]:
    """The only other state that a dispatch about one's own mission names."""
    words = [word for clause in scene.sentences for word in clause.words]
    spots = [spot for clause in scene.sentences for spot in clause.spots if spot.iso not in (sender, None)]
    acting = any(has(word, "envoy") or has(word, "mission") for word in words)
    if sender and acting and kind != "statement" and len({spot.iso for spot in spots}) == 1:
        yield Ground(spots[0], "mission", "the only other state", 30)


def _guest(lead: Clause, acting: list[bool], sender: str | None) -> Spot | None:
    """The state whose envoy is the guest of the sender's official, no envoy of the sender being there."""
    sent = [spot for spot in lead.spots if _is_sent_by(lead, spot, acting)]
    official = any(_is_official(word) and not acting[at] for at, word in enumerate(lead.words))
    if sender is None or not official or any(spot.iso == sender for spot in sent):
        return None
    others = [spot for spot in lead.spots if spot not in sent and spot.iso not in (sender, None)]
    return sent[0] if sent and not others else None


def _is_accreditation(lead: Clause, spot: Spot) -> bool:
    at = _preposition(lead, spot)
    if at is None and spot.first and lead.words[spot.first - 1].low in ("и", ","):
        before = next((s for s in lead.spots if s.last == spot.first - 1), None)
        return before is not None and _is_accreditation(lead, before)
    return at is not None and accredited(lead, at) is not None

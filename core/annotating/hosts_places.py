"""Grounds for a host that a place itself gives: where it stands in the sentence and in which phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.annotating.clauses import meanings
from core.annotating.hosts_scene import Clause, Spot, has, is_future, is_verb
from core.annotating.morphology import Word

_IN = frozenset({"в", "во", "на", "под", "близ", "около", "возле"})
_RESIDING = frozenset({"резиденцией", "резиденция"})
_VISITS = frozenset({"визит", "поездка", "турне"})
_VISITING = frozenset({"посетить", "посещать", "посещение"})
_ABOUT = frozenset({"о", "об", "обо", "про"})
_SPOKEN_OF = 36  # less than what the other side gives
_PHRASE = 5  # words from a preposition to the place
_OPENING = 6  # words, within which a place opens the dispatch
_ACCREDITED_REACH = 16  # words from an envoy to the state of accreditation


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason for a host. via: name adj city region mission accreditation organisation home."""

    spot: Spot
    via: str
    rule: str
    weight: float


def of_seats(clause: Clause) -> Iterator[Ground]:
    """«в штаб-квартире ЮНЕСКО»: the state in which the organisation sits."""
    for seat in clause.seats:
        house = clause.words[max(0, seat.first - 3) : seat.first]
        if any(word.low in _IN for word in house[:-1]) and any(has(word, "house") for word in house):
            yield Ground(seat, "organisation", "seat of the organisation", 58 - 3 * min(clause.number, 8))


def of_towns(clause: Clause) -> Iterator[Ground]:
    """«в римском театре»: an adjective of a city beside a house that stands there."""
    loss = 28 if clause.number else 0
    for town in clause.towns:
        following = clause.words[town.last : town.last + 2]
        if not any(has(word, kind) for word in following for kind in ("spot", "house", "venue")):
            continue
        before = clause.words[max(0, town.first - 2) : town.first]
        if any(word.low in _IN for word in before):
            yield Ground(town, "city", "in a house of the city", 88 - loss)
        else:
            yield Ground(town, "city", "a house of the city", 43 - loss)


def of_place(clause: Clause, spot: Spot, sender: str | None) -> Ground | None:
    """What one place in a sentence says about the host."""
    at = preposition(clause, spot)
    if at is None:
        return _visited(clause, spot) or _return(clause, spot)
    words = clause.words
    if at and (words[at - 1].low in _RESIDING or has(words[at - 1], "topic") or _is_aim(clause, at)):
        return None
    if not _is_where(clause, spot, at):
        return _journey(clause, spot, at)
    envoy = accredited(clause, at)
    if envoy is not None:
        return _accreditation(clause, spot, envoy, at, sender)
    verb = _predicate(clause, at)
    if verb is not None and is_future(verb) and not _is_announced(clause):
        return None
    via = spot.via if spot.via in ("adj", "city", "region") else "name"
    if opens(clause, at):
        return Ground(spot, via, "opens the dispatch", 100)
    if at and (is_verb(words[at - 1]) or words[at - 1].text == ","):
        return Ground(spot, via, "beside the predicate", 90)
    if _is_topic(clause, at):
        return Ground(spot, via, "spoken of", _SPOKEN_OF)
    return Ground(spot, via, "named place", 74 if spot.iso == sender else 84)


def preposition(clause: Clause, spot: Spot) -> int | None:
    """The preposition that leads to a place: «в Риме», «в столице Литвы», «в турецком городе»."""
    words = clause.words
    if spot.via == "adj":
        following = words[spot.last] if spot.last < len(words) else None
        if following is None or not has(following, "spot"):
            return None
    for at in range(spot.first - 1, max(-1, spot.first - 1 - _PHRASE), -1):
        if words[at].low in _IN:
            inner = words[at + 1 : spot.first]
            named = not inner or any(has(word, "spot") for word in inner)
            return at if named or all(word.parses[0].pos in ("ADJF", "PRTF") for word in inner) else None
        stop = words[at].text == "." and at and has(words[at - 1], "spot")  # «в г. Бурсе»
        if not stop and not _may_stand_between(words[at]):
            return None
    return None


def _may_stand_between(word: Word) -> bool:
    """Whether a word may stand between a preposition and the place."""
    return word.is_word and not (is_verb(word) or has(word, "mission") or has(word, "envoy"))


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
    if _is_on_a_visit(clause, at):
        return Ground(spot, spot.via if spot.via != "abbr" else "name", "during a visit", 88)
    arrived = at > 0 and has(clause.words[at - 1], "moving")  # «делегация, прибывшая в Бурсу»
    verb = clause.words[at - 1] if arrived else _predicate(clause, at, wide=True)
    if verb is None or is_future(verb) or clause.number > 1:
        return None
    if has(verb, "sending") and any(has(word, "goods") for word in clause.words):
        return Ground(spot, spot.via if spot.via != "abbr" else "name", "sent there", 50)
    visit = any(_is_visit(word) for word in clause.words[max(0, at - 6) : at])
    if not has(verb, "moving") and not (visit and has(verb, "ending")):
        return None
    return Ground(spot, spot.via if spot.via != "abbr" else "name", "journey", 96)


def _is_on_a_visit(clause: Clause, at: int) -> bool:
    """«в ходе визита в Киев», «итог поездки в Париж»: what is told of took place there."""
    visit = next((n for n in range(at - 1, max(-1, at - 8), -1) if _is_visit(clause.words[n])), None)
    before = clause.words[max(0, visit - 3) : visit] if visit is not None else []
    return clause.number == 0 and any(has(word, "during") for word in before)


def _is_visit(word: Word) -> bool:
    return not _VISITS.isdisjoint(meanings(word.low))


def _visited(clause: Clause, spot: Spot) -> Ground | None:
    """«посетил Марокко», «посещение Кубы»: the place is the object itself."""
    at = spot.first - 1
    while at > 0 and (_is_visit(clause.words[at]) or _leads_on(clause.words[at])):
        at -= 1
    if at < 0 or spot.via == "adj" or clause.number > 1:
        return None
    verb = clause.words[at]
    if _VISITING.isdisjoint(meanings(verb.low)) or is_future(verb) or verb.low == "посетить":
        return None
    return Ground(spot, spot.via if spot.via != "abbr" else "name", "journey", 94)


def _leads_on(word: Word) -> bool:
    """«посетил с рабочим визитом …»: what may stand between the verb and its object."""
    return word.low == "с" or word.parses[0].pos == "ADJF"


def _return(clause: Clause, spot: Spot) -> Ground | None:
    """«вернулась из Брунея», «из Одессы вернулись»: what is told of took place there."""
    if not spot.first or clause.words[spot.first - 1].low not in ("из", "с"):
        return None
    beside = (
        *clause.words[max(0, spot.first - 2) : spot.first - 1],
        *clause.words[spot.last : spot.last + 1],
    )
    if not any("вернуться" in meanings(word.low) for word in beside):
        return None
    return Ground(spot, "name", "journey back", 80)


def _is_aim(clause: Clause, at: int) -> bool:
    """«приглашение на выставку в Лагосе»: the place of something that is still ahead."""
    if at < 2 or clause.words[at - 2].low not in ("на", "к"):
        return False
    cases = {parse.case for parse in clause.words[at - 1].parses if parse.case}
    return bool(cases) and cases.isdisjoint({"loct", "loc2"})


def _predicate(clause: Clause, at: int, *, wide: bool = False) -> Word | None:
    """The verb that the phrase at `at` belongs to: the next one to the left, else to the right."""
    words = clause.words
    for index in range(at - 1, -1, -1):
        if is_verb(words[index]):
            return words[index]
        if words[index].text in (",", ";") and not wide:
            break
    return next((word for word in words[at + 1 :] if is_verb(word)), None)


def opens(clause: Clause, at: int) -> bool:
    """Whether the phrase at `at` opens the dispatch, before any verb."""
    return (
        clause.number == 0
        and sum(word.is_word for word in clause.words[:at]) < _OPENING
        and not any(is_verb(word) for word in clause.words[:at])
    )


def _is_announced(clause: Clause) -> bool:
    """«В Кутаиси покажут фильмы»: the lead tells of nothing but what is to come."""
    verbs = [word for word in clause.words if is_verb(word)]
    return clause.number == 0 and all(is_future(word) for word in verbs)


def _is_topic(clause: Clause, at: int) -> bool:
    """«об истории буддизма в Термезе»: the place of what is spoken of."""
    for word in reversed(clause.words[:at]):
        if word.low in _ABOUT:
            return True
        if not word.is_word or is_verb(word):
            return False
    return False


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
    if sender is not None and served != sender and spot.iso != sender:
        weight = 40
    if words[at].low == "при":
        weight -= 5
    return Ground(
        spot, "accreditation", "concurrent accreditation" if concurrent else "accreditation", weight
    )

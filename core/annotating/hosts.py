"""Sender and host: for which state a release speaks, and in which state each dispatch takes place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from core.annotating.hosts_appointed import appointed
from core.annotating.hosts_grounds import grounds
from core.annotating.hosts_places import Ground
from core.annotating.hosts_scene import Scene, has
from core.annotating.morphology import Word
from core.annotating.places import Places
from core.model import Cut, Event, Host, Person, Segmentation

_BY_PHONE = frozenset({"phone_call"})
_FOREIGN_OFFICE = frozenset({"мид", "мида", "министерство", "министерстве", "министерства", "мининдел"})
_BY_FOREIGN_OFFICE, _BY_MISSION, _BY_DATELINE, _BY_RULER = 3.0, 2.0, 1.5, 1.0


def sender(
    text: str, words: Sequence[Word], cut: Segmentation, places: Places, persons: Sequence[Person]
) -> str | None:
    """The state whose missions the release speaks for; None where none stands out.

    Every «посол Казахстана», «МИД РК», «казахстанские дипломаты» is a vote; the dateline's city is one too.
    «Послы Кубы, Чехии …» is none: a list of envoys is received by somebody else.
    """
    del persons
    votes: dict[str, float] = defaultdict(float)
    scene = Scene(words, Cut(0, len(text)), places)
    for sentence in scene.sentences:
        for spot in sentence.spots:
            if spot.iso:
                votes[spot.iso] += _vote(sentence.words, spot.first, spot.last)
    if cut.dateline and cut.dateline.place_span:
        at = cut.dateline.place_span[0]
        for country in places.countries:
            if country.iso and country.start <= at < country.end:
                votes[country.iso] += _BY_DATELINE
    best = sorted(votes.items(), key=lambda vote: -vote[1])[:2]
    if not best or best[0][1] == 0 or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def _vote(words: Sequence[Word], first: int, last: int) -> float:
    before = words[max(0, first - 4) : first]
    close = before[-2:]
    if any(word.low in _FOREIGN_OFFICE for word in before):
        return _BY_FOREIGN_OFFICE
    if any(has(word, "mission") or (has(word, "envoy") and not _is_plural(word)) for word in close):
        return _BY_MISSION
    if any(has(word, "mission") or has(word, "envoy") for word in words[last : last + 2]):
        return _BY_MISSION
    return _BY_RULER if any(has(word, "ruler") for word in close) else 0.0


def _is_plural(word: Word) -> bool:
    return word.parses[0].number == "plur"


def of(
    text: str,
    words: Sequence[Word],
    item: Cut,
    places: Places,
    persons: Sequence[Person],
    sender: str | None,
    events: Sequence[Event],
) -> Host | None:
    """The receiving state of a dispatch with the words that say so; None where nothing does."""
    del text, persons
    kind = events[0].kind
    if kind in _BY_PHONE:
        return None
    scene = Scene(words, item, places)
    if kind == "appointment":
        return _host(appointed(scene, sender))
    found = list(grounds(scene, sender, kind))
    return _host(max(found, key=lambda ground: ground.weight, default=None))


def _host(ground: Ground | None) -> Host | None:
    if ground is None or ground.spot.iso is None:
        return None
    spot = ground.spot
    return Host(spot.iso or "", ground.via, spot.start, spot.end, ground.rule, min(1.0, ground.weight / 100))

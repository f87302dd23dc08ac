"""Sender and host: for which state a release speaks, and in which state each dispatch takes place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from core.annotating.hosts_appointed import appointed
from core.annotating.hosts_grounds import Ground, grounds
from core.annotating.hosts_scene import Scene, has
from core.annotating.morphology import Word
from core.annotating.places import Places
from core.model import Cut, Event, Host, Person, Segmentation

_BY_PHONE = frozenset({"phone_call"})
_FOREIGN_OFFICE = frozenset({"мид", "министерство", "мининдел"})


def sender(
    text: str, words: Sequence[Word], cut: Segmentation, places: Places, persons: Sequence[Person]
) -> str | None:
    """The state whose missions the release speaks for; None where none stands out.

    Every «посол Казахстана», «МИД РК», «казахстанские дипломаты» is a vote; the dateline's city is one too.
    """
    del persons
    votes: Counter[str] = Counter()
    scene = Scene(text, words, Cut(0, len(text)), places)
    for sentence in scene.sentences:
        for spot in sentence.spots:
            if spot.iso:
                votes[spot.iso] += _vote(sentence.words, spot.first, spot.last)
    if cut.dateline and cut.dateline.place_span:
        at = cut.dateline.place_span[0]
        for country in places.countries:
            if country.iso and country.start <= at < country.end:
                votes[country.iso] += 3
    best = votes.most_common(2)
    if not best or best[0][1] == 0 or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def _vote(words: Sequence[Word], first: int, last: int) -> int:
    before = words[max(0, first - 4) : first]
    if any(has(word, "mission") or has(word, "envoy") for word in (*before[-2:], *words[last : last + 2])):
        return 2
    return 3 if any(word.low.replace("ё", "е") in _FOREIGN_OFFICE for word in before) else 0


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
    del persons
    kind = events[0].kind
    if kind in _BY_PHONE:
        return None
    scene = Scene(text, words, item, places)
    if kind == "appointment":
        return _host(appointed(scene, sender))
    found = list(grounds(scene, sender, kind))
    return _host(max(found, key=lambda ground: ground.weight, default=None))


def _host(ground: Ground | None) -> Host | None:
    if ground is None or ground.spot.iso is None:
        return None
    spot = ground.spot
    return Host(spot.iso or "", ground.via, spot.start, spot.end, ground.rule, min(1.0, ground.weight / 100))

"""Grounds for the host of a dispatch, each with a weight from 0 to 100; the heaviest one decides.

In falling order: a place that opens the dispatch («В Иордании посольство …»), a journey («прибыл в Скопье»),
the state that takes credentials, a place beside the predicate, accreditation («посол в Бельгии»), a place
further on, the seat of an organisation, and the state that the counterpart of one's own envoy serves.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.annotating.hosts_places import Ground, of_place, of_seats, of_towns
from core.annotating.hosts_scene import Scene, has
from core.annotating.hosts_sides import at_home, counterpart, of_bodies, receiving, sole_state
from core.annotating.morphology import Word

# What a ground loses behind the first sentence, and with each sentence more.
_LATER, _EACH, _MOST = 28, 3, 8


def grounds(scene: Scene, sender: str | None, kind: str) -> Iterator[Ground]:
    """All grounds that a dispatch gives. A statement is not made in every place that it speaks of."""
    for ground in _every(scene, sender, kind):
        if kind != "statement" or not _is_spoken_of(scene, ground):
            yield ground


def _is_spoken_of(scene: Scene, ground: Ground) -> bool:
    """Whether a statement only speaks of the place, or of the envoy there: «осудил угрозы послу в Канаде»."""
    if ground.via == "accreditation":
        clause = next(c for c in scene.sentences if ground.spot in c.spots)
        return not any(_acts(word) or has(word, "utterance") for word in clause.words)
    return ground.rule == "named place"


def _acts(word: Word) -> bool:
    """Whether an envoy or a mission can be the subject."""
    return (has(word, "envoy") or has(word, "mission")) and any(p.case == "nomn" for p in word.parses)


def _every(scene: Scene, sender: str | None, kind: str) -> Iterator[Ground]:
    for clause in scene.sentences:
        loss = _LATER + _EACH * min(clause.number, _MOST) if clause.number else 0
        for spot in clause.spots:
            if spot.iso is None:
                continue
            ground = of_place(clause, spot, sender)
            if ground is not None:
                yield Ground(ground.spot, ground.via, ground.rule, ground.weight - loss)
        yield from of_seats(clause)
        yield from of_towns(clause)
    if scene.sentences:
        lead = scene.sentences[0]
        if kind == "credentials":
            yield from receiving(lead, 92)
        yield from at_home(lead, sender)
        if kind != "statement":  # it speaks of another state more often than it is made there
            yield from counterpart(lead, sender)
            yield from of_bodies(lead, sender)
        yield from sole_state(scene, sender, kind)

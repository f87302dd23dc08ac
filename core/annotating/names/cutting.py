"""Runs cut where a name cannot go on: behind the place that a mayor rules or whom a school is named for."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from core.annotating.names.context import Surroundings, sense
from core.annotating.names.lexicon import Look, look
from core.annotating.names.runs import WORD, Element
from core.annotating.posts.tables import rows

_GIVEN, _NOT_GIVEN = 0.9, 0.9  # log-odds of a word that is rather a given name, rather none
_EPONYM = frozenset(("имени", "им"))


def cut(run: list[Element], around: Surroundings, spots: Container[int]) -> list[list[Element]]:
    """The run in pieces, a place that begins it left out. `spots`: offsets that names of places cover."""
    before = around.left(run[0].first)
    if before is not None and before.text == "." and (shortened := around.left(run[0].first - 1)):
        before = shortened
    if before is None or not before.is_word or any(one.kind != WORD for one in run):
        return [run]
    if (eponym := _eponym(run[0].first, around)) is not None:
        place = _person_behind(run, eponym, around)
        return [run[:place], run[place:]] if 0 < place < len(run) else [run]
    lemma = sense(before.low).lemma
    place = 0
    if run[0].start in spots and (look(run[0].form).given < _NOT_GIVEN or "-" in run[0].form):
        place = _behind_place(run, spots)  # «Торговой палаты | Абуджи | Иван Петров»
    elif lemma in _nouns("town", "settled", "provincial", "ruled"):
        place = _behind_place(run, spots)
    return [run[place:]] if place < len(run) else [run]


def _eponym(first: int, around: Surroundings) -> int | None:
    """The index of «имени» right before a name, or before a king's title and the name."""
    for index in range(first - 1, max(-1, first - 3), -1):
        word = around.words[index]
        if word.low in _EPONYM:
            return index
        if word.is_capital or word.start in around.sentence_starts:
            break
    return None


def _behind_place(run: Sequence[Element], spots: Container[int]) -> int:
    """How many words name the place: «мэр города | Сантьяго | Сергей Иванов»; 0 where none does."""
    covered = next((at for at, one in enumerate(run) if one.start not in spots), len(run))
    if covered and len(run) - covered > 1:
        return covered
    if len(run) < 3:
        return 0
    first, following = look(run[0].form), look(run[1].form)
    return 1 if following.given > _GIVEN and first.given < _NOT_GIVEN and not first.syllable else 0


def _person_behind(run: Sequence[Element], eponym: int, around: Surroundings) -> int:
    """Where the person begins behind the eponym: «ректор университета имени Абая | Иван Петров»."""
    outer, inner = around.posts_before(eponym)
    if not outer | inner or len(run) < 3:
        return 0
    looks = [look(one.form) for one in run]
    size = 3 if len(run) > 3 and looks[-2].patronymic else 2
    return len(run) - size if len(run) > 3 or _begins_person(looks[-size]) else 0


def _begins_person(one: Look) -> bool:
    return one.given > _GIVEN


@cache
def _nouns(*kinds: str) -> frozenset[str]:
    """The nouns of `place_words.tsv` of these kinds; «мэр столицы» need not name her."""
    found = {word for row in rows("place_words") if row[0] in kinds for word in row[1].split()}
    return frozenset(found - {"столица"})

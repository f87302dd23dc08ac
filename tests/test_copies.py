"""Copies of one text are folded, different texts on one theme are not; differences are told by words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.copies import differences, groups

STORY = (
    "Посол Казахстана в Иордании провёл брифинг для местных журналистов, на котором рассказал "
    "о новой конституции и ответил на вопросы о торговле, туризме и прямых рейсах между столицами двух стран."
)
RETOLD = STORY.replace("провёл брифинг", "организовал брифинг").replace("местных ", "")
ABRIDGED = STORY.partition(" и ответил")[0] + "."
OTHER = (
    "Посол Казахстана в Кении встретился с министром водных ресурсов и обсудил строительство колодцев "
    "в засушливых районах на севере страны, где живут кочевые скотоводы."
)


def test_copies_are_folded_and_others_are_not() -> None:
    assert groups([STORY, OTHER, RETOLD, ABRIDGED, OTHER]) == [[0, 2, 3], [1, 4]]


def test_short_formulas_are_no_copies() -> None:
    assert groups(["Встреча состоялась.", "Стороны договорились."]) == [[0], [1]]


def test_differences_rebuild_both_texts() -> None:
    found = list(differences(STORY, RETOLD))
    assert ("-", "провёл") in found and ("+", "организовал") in found
    assert " ".join(words for kind, words in found if kind != "+") == STORY
    assert " ".join(words for kind, words in found if kind != "-") == RETOLD


@given(st.lists(st.text(max_size=60), max_size=8))
def test_every_text_is_in_one_group(texts: list[str]) -> None:
    found = sorted(at for group in groups(texts) for at in group)
    assert found == list(range(len(texts)))

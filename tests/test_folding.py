"""Folding: what must meet meets, what must not stays apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.folding import fold, lookalikes

CYRILLIC = st.text(st.characters(min_codepoint=0x0400, max_codepoint=0x052F), max_size=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Алёна", "алена"),
        ("Джoнсон", "Джонсон"),  # a Latin o
        ("кон\u00adсти\u00adтуция", "конституция"),
        ("ВОЯЧЕК", "воячек"),
        ("и\u0306од", "йод"),  # й as и with a combining breve
        ("догово\u0301р", "договор"),  # a stressed letter as dictionaries print it
    ],
)
def test_spellings_that_must_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("мои", "мой"), ("Texas", "Техас"), ("COVID", "СОVID"), ("рай", "раи")]
)
def test_words_that_must_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(st.text(max_size=30))
def test_lookalikes_keep_the_length(word: str) -> None:
    assert len(lookalikes(word)) == len(word)


@given(CYRILLIC)
def test_case_does_not_tell_words_apart(word: str) -> None:
    assert fold(word.upper()) == fold(word.upper().lower())

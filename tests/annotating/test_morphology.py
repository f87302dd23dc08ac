"""Words with their parses: every lemma of a form is known, and the offsets are those of the text."""

from __future__ import annotations

import pytest

from core.annotating.morphology import form_lemmas, lemmas, words

TEXT = "Cтали, Алёны и Джoнсонa 15-го кон\u00adституции."


def spans(text: str) -> list[tuple[int, int]]:
    import re

    return [match.span() for match in re.finditer(r"[\w\u00ad-]+|[^\w\s]", text)]


@pytest.mark.parametrize(
    ("form", "expected"),
    [("стали", {"сталь", "стать"}), ("конституции", {"конституция"}), ("алёны", {"алена"})],
)
def test_all_lemmas_of_a_form(form: str, expected: set[str]) -> None:
    assert expected <= set(lemmas(form))


def test_lookalike_letters_and_soft_hyphens_do_not_hide_a_word() -> None:
    table = form_lemmas(TEXT, spans(TEXT))
    assert "сталь" in table["стали"]
    assert table["джонсона"][0] == "джонсон"
    assert table["конституции"] == ("конституция",)


def test_words_keep_the_offsets_of_the_text() -> None:
    made = words(TEXT, spans(TEXT))
    assert [TEXT[word.start : word.end] for word in made][:2] == ["Cтали", ","]
    assert made[0].text == "Стали" and made[0].is_capital and not made[1].is_word


@pytest.mark.parametrize("token", ["\U00017000", "\u00ad", "\u00ad\u00ad", "x\U00017000"])
def test_letters_without_a_name_and_bare_soft_hyphens_are_read_without_harm(token: str) -> None:
    (word,) = words(token, [(0, len(token))])
    assert word.text and word.parses and word.lemmas

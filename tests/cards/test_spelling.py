import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cards.spelling import fits, key, skeleton, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [("Адилбаев", "Адильбаев"), ("Мас", "Маас"), ("Танг", "Tang"), ("Фёдор", "Федор"), ("Токаев", "Tokayev")],
)
def test_spellings_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("Иванов", "Иванова"), ("Ли", "Ло"), ("Сойка", "Зойка")])
def test_other_names_keep_their_own(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("Х. Маас", "Хайко Мас", True),
        ("К.-Ж. Токаев", "Касым-Жомарт Токаев", True),
        ("Сергей Лавров", "Сергей Викторович Лавров", True),
        ("Лавров", "Сергей Лавров", False),
        ("Анна Лаврова", "Сергей Лавров", False),
        ("С. Лавров", "Игорь Лавров", False),
    ],
)
def test_given_names_fit(one: str, other: str, fit: bool) -> None:
    assert fits(tokens(one), tokens(other)) is fit


def test_key_folds_case_and_yo() -> None:
    assert key("Фёдор  Тютчев", "RU") == key("федор тютчев", "RU") == "федор тютчев|RU"


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_a_name_without_harm(one: str, other: str) -> None:
    assert fits(tokens(one), tokens(other)) in (True, False)

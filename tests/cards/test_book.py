"""The book of cards over releases made by hand: what joins, what is offered, what the user corrects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cards import Book, Change, bind, gather, key, merging
from core.cards.spelling import fits
from core.model import Dispatch, Official, Release


def release(date: str, *people: tuple[str, str | None, str | None], host: str | None = None) -> Release:
    officials = tuple(Official(0, 1, name, post=post, country=country) for name, post, country in people)
    dispatch = Dispatch(1, 0, 1, "meeting", host=host, officials=officials)
    return Release(date, date, date, "x", "single", date, dispatches=(dispatch,))


def book(*releases: Release, changes: tuple[Change, ...] = ()) -> Book:
    return bind(gather(releases), changes)


MAAS = [
    release("2020-01-02", ("Хайко Маас", "министр иностранных дел Германии", "DE"), host="KZ"),
    release("2020-02-03", ("Хайко Мас", "министр иностранных дел Германии", "DE"), host="KZ"),
    release("2020-03-04", ("Х. Маас", "министр иностранных дел Германии", "DE")),
]


def test_spellings_of_one_person_make_one_card() -> None:
    (card,) = book(*MAAS).cards.values()
    assert card.name == "Хайко Маас"
    assert card.variants == ("Х. Маас", "Хайко Мас")
    (post,) = card.posts
    assert (post.first, post.last, post.count) == ("2020-01-02", "2020-03-04", 3)
    assert card.countries_met == (("KZ", 2),)
    assert card.count == 3


def test_envoys_at_one_ceremony_met_the_receiving_state_not_each_other() -> None:
    people = (
        ("Ханс Йенсен", "посол Дании", "DK"),
        ("Лайма Озола", "посол Латвии", "LV"),
        ("Ян Ковар", None, "CZ"),
    )
    officials = tuple(Official(0, 1, name, post=post, country=country) for name, post, country in people)
    dispatch = Dispatch(1, 0, 1, "credentials", host="CZ", officials=officials)
    one = Release("k", "k", "k", "x", "single", "2024-01-02", dispatches=(dispatch,))
    met = {card.country: dict(card.countries_met) for card in book(one).cards.values()}
    assert met == {"DK": {"CZ": 1}, "LV": {"CZ": 1}, "CZ": {"DK": 1, "LV": 1}}


def test_namesakes_of_two_states_stay_two_and_a_stateless_spelling_is_offered_to_both() -> None:
    made = book(
        release("2020-01-01", ("Ли Мин", "посол", "CN")),
        release("2020-01-02", ("Ли Мин", "посол", "KR")),
        release("2020-01-03", ("Ли Мин", "посол", None)),
    )
    offered = {card.country: card.maybe_same for card in made.cards.values()}
    assert offered == {"CN": ("ли мин|",), "KR": ("ли мин|",), None: ("ли мин|CN", "ли мин|KR")}


def test_a_stateless_spelling_joins_the_one_namesake_whose_post_agrees() -> None:
    made = book(
        release("2020-01-01", ("Ли Мин", "ректор университета", "CN")),
        release("2020-01-02", ("Ли Мин", "посол Кореи", "KR")),
        release("2020-01-03", ("Ли Мин", "посол", None)),
    )
    assert {card.spellings for card in made.cards.values()} == {("ли мин|CN",), ("ли мин|", "ли мин|KR")}


def test_an_initial_that_may_mean_two_people_joins_neither() -> None:
    made = book(
        release("2020-01-01", ("Сергей Дорохов", "посол России", "RU")),
        release("2020-01-02", ("Степан Дорохов", "посол России", "RU")),
        release("2020-01-03", ("С. Дорохов", "посол России", "RU")),
    )
    assert len(made.cards) == 3
    assert made.cards["с. дорохов|RU"].maybe_same == ("сергей дорохов|RU", "степан дорохов|RU")


def test_two_spellings_in_two_posts_at_one_time_are_offered_not_merged() -> None:
    made = book(
        release("2020-01-01", ("Олег Адилбаев", "посол Казахстана", "KZ")),
        release("2020-03-01", ("Олег Адильбаев", "ректор университета", "KZ")),
        release("2020-06-01", ("Олег Адилбаев", "посол Казахстана", "KZ")),
    )
    assert len(made.cards) == 2
    assert all(card.maybe_same for card in made.cards.values())


def test_a_change_of_posts_in_time_joins_two_spellings() -> None:
    made = book(
        release("2020-01-01", ("Олег Адилбаев", "посол Казахстана", "KZ")),
        release("2021-03-01", ("Олег Адильбаев", "ректор университета", "KZ")),
    )
    (card,) = made.cards.values()
    assert [(post.post, post.first) for post in card.posts] == [
        ("ректор университета", "2021-03-01"),
        ("посол Казахстана", "2020-01-01"),
    ]


def test_a_missing_patronymic_and_latin_letters_join() -> None:
    made = book(
        release("2020-01-01", ("Павел Андреевич Синицын", "посол России в Чили", "RU")),
        release("2020-01-02", ("Павел Синицын", "посол России", "RU")),
        release("2020-01-03", ("Pavel Sinitsyn", "посол", "RU")),
    )
    (card,) = made.cards.values()
    assert card.name == "Павел Андреевич Синицын"
    assert card.variants == ("Pavel Sinitsyn", "Павел Синицын")


def test_surname_alone_is_no_evidence() -> None:
    made = book(
        release("2020-01-01", ("Василенко", "посол", "KZ")),
        release("2020-01-02", ("Роман Василенко", "посол", "KZ")),
    )
    assert len(made.cards) == 2
    assert all(card.maybe_same for card in made.cards.values())  # the posts agree, so it is offered


def test_one_letter_in_a_long_surname_is_offered_not_merged() -> None:
    made = book(
        release("2020-01-01", ("Жалгас Адилбаев", "посол", "KZ")),
        release("2020-01-02", ("Жалгас Адылкаев", "посол", "KZ")),
        release("2020-01-02", ("Жалгас Адилкаев", "посол", "KZ")),
    )
    offered = {card.name: card.maybe_same for card in made.cards.values()}
    assert len(offered) == 2  # Адылкаев and Адилкаев differ in ы/и only
    assert all(offered.values())


def test_one_person_in_two_posts_over_time() -> None:
    made = book(
        release("2020-01-01", ("Анна Ким", "посол Казахстана в Омане", "KZ")),
        release("2022-01-01", ("Анна Ким", "министр культуры", "KZ")),
    )
    (card,) = made.cards.values()
    assert [post.post for post in card.posts] == ["министр культуры", "посол Казахстана в Омане"]


def test_corrections_merge_split_rename_and_hide() -> None:
    two = (
        release("2020-01-01", ("Иван Чен", "профессор", "CN")),
        release("2020-01-02", ("Айвен Чэн", "профессор", "CN")),
    )
    ivan, ayven = key("Иван Чен", "CN"), key("Айвен Чэн", "CN")
    assert len(book(*two).cards) == 2
    merged = book(*two, changes=(Change("merge", (ivan, ayven)),))
    assert len(merged.cards) == 1
    again = book(*two, changes=(Change("merge", (ivan, ayven)), Change("split", (ayven,))))
    assert len(again.cards) == 2
    renamed = book(*two, changes=(Change("rename", (ivan,), "Иван Чэнь"),))
    assert renamed.cards[ivan].name == "Иван Чэнь"
    assert renamed.cards[ivan].variants == ("Иван Чен",)
    hidden = book(*two, changes=(Change("hide", (ivan,)),))
    assert ivan not in hidden.card_of
    assert list(hidden.cards) == [ayven]


def test_a_correction_of_someone_no_longer_seen_does_nothing() -> None:
    assert len(book(*MAAS, changes=(Change("merge", ("никто|", "некто|")),)).cards) == 1


def test_cards_are_found_in_any_case_half_typed_and_in_latin() -> None:
    made = book(release("2020-01-01", ("Мартин Воячек", "председатель", "CZ")), *MAAS)
    for wanted in ("Воячеком", "мартин вояч", "Martin", "Мартину Воячеку"):
        assert [card.name for card in made.named(wanted)] == ["Мартин Воячек"], wanted
    assert [card.name for card in made.named("Мас")] == ["Хайко Маас"]
    assert made.named("Карский") == []


def test_a_surname_that_thousands_bear_is_not_compared_pair_by_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counting(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        nonlocal compared
        compared += 1
        return fits(one, other)

    monkeypatch.setattr(merging, "fits", counting)
    given = [f"{a}{b}{c}р" for a in "БВГДЖЗКЛМН" for b in "аеиоу" for c in "бвгджзклмнпрстфх"]
    made = book(
        *(release("2020-01-01", (f"{name} Ли", f"посол {name}", "CN")) for name in given),
        release("2020-01-01", ("Б. Ли", "посол Бабр", "CN")),
    )
    assert len(made.cards) == len(given)
    assert made.card_of["б. ли|CN"] == "бабр ли|CN"
    assert compared <= len(given)


NAMES = st.builds(
    " ".join,
    st.lists(
        st.sampled_from(["Анна", "А.", "Олег", "Ли", "Лии", "Адилбаев", "Адильбаев", "Ким"]),
        min_size=1,
        max_size=3,
    ),
)
SPELLINGS = st.lists(
    st.tuples(
        NAMES, st.sampled_from(["посол", "посол Чили", "ректор", None]), st.sampled_from(["KZ", "CN", None])
    ),
    max_size=12,
)


@given(SPELLINGS)
def test_every_spelling_is_on_one_card_and_no_card_spans_two_states(
    people: list[tuple[str, str | None, str | None]],
) -> None:
    made = book(*(release(f"2020-01-{day + 1:02}", person) for day, person in enumerate(people)))
    on_cards = [spelling for card in made.cards.values() for spelling in card.spellings]
    assert sorted(on_cards) == sorted(made.table) == sorted(made.card_of)
    for card in made.cards.values():
        assert len({made.table[one].country for one in card.spellings} - {None}) <= 1
        assert all(other in made.cards and other != card.key for other in card.maybe_same)
        assert all(card.key in made.cards[other].maybe_same for other in card.maybe_same)

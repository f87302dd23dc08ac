"""The book of cards over releases made by hand: what joins, what is offered, what the user corrects."""

from core.cards import Book, Change, bind, gather, key
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


def test_namesakes_of_two_states_stay_two_and_a_stateless_spelling_joins_one_at_most() -> None:
    made = book(
        release("2020-01-01", ("Ли Мин", "посол", "CN")),
        release("2020-01-02", ("Ли Мин", "посол", "KR")),
        release("2020-01-03", ("Ли Мин", "посол", None)),
    )
    assert len(made.cards) == 2
    assert sorted(card.country or "" for card in made.cards.values()) == ["CN", "KR"]
    assert all(card.maybe_same for card in made.cards.values())


def test_surname_alone_is_no_evidence() -> None:
    made = book(
        release("2020-01-01", ("Василенко", "посол", "KZ")),
        release("2020-01-02", ("Роман Василенко", "посол", "KZ")),
    )
    assert len(made.cards) == 2


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

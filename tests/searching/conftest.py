"""Small releases written for these tests, annotated by hand, and an index of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

import pytest

from core.annotating.morphology import form_lemmas
from core.cards import Book, bind, gather
from core.hits import Hits, Narrowing
from core.model import City, Country, Dateline, Dispatch, Event, Official, Person, Post, Release
from core.pipeline import key_of
from core.searching import Index, build, open_index
from core.segmenting.tokens import tokens


class Cards:
    """A book of cards as the index asks it."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @property
    def card_of(self) -> Mapping[str, str]:
        return self._book.card_of

    def label(self, card_key: str) -> str:
        return self._book.cards[card_key].name

    def spellings(self, card_key: str) -> tuple[str, ...]:
        card = self._book.cards.get(card_key)
        return card.spellings if card else ()

    def named(self, text: str) -> Iterable[str]:
        return [card.key for card in self._book.named(text)]


# (host, event, text, officials as (name, post, country), states mentioned)
Item = tuple[str | None, str, str, tuple[tuple[str, str, str], ...], tuple[str, ...]]


def release(
    name: str, date: str | None, *items: Item, agency: str | None = None, flags: tuple[str, ...] = ()
) -> Release:
    """A release of these dispatches, one behind the other."""
    text = "\n\n".join(item[2] for item in items)
    dispatches, persons, at = [], [], 0
    for n, (host, event, body, officials, states) in enumerate(items, 1):
        acting = tuple(
            Official(at, at + 1, person, post=post, post_full=post, country=state)
            for person, post, state in officials
        )
        persons += [Person(at, at + 1, one.name, country=one.country) for one in acting]
        happened = (Event(event, at, at + 1),)
        dispatches.append(
            Dispatch(
                0 if event == "lede" else n, at, at + len(body), event, happened, host=host,
                mentioned=states, officials=acting,
            )
        )  # fmt: skip
        at += len(body) + 2
    spans = tokens(text)
    return Release(
        key=key_of(text),
        id=name,
        source=f"{name}.txt",
        text=text,
        kind="digest",
        date=date,
        flags=flags,
        dateline=Dateline(0, 0, None, date, agency) if agency else None,
        sender="KZ",
        dispatches=tuple(dispatches),
        persons=tuple(persons),
        posts=tuple(Post(one.start, one.end, one.post.norm) for one in persons if one.post),
        cities=tuple(
            City(text.index(city), text.index(city) + len(city), norm, iso)
            for city, norm, iso in (("Мадриде", "Мадрид", "ES"), ("Лиссабона", "Лиссабон", "PT"))
            if city in text
        ),
        countries=tuple(
            Country(text.index(form), text.index(form) + len(form), iso, form, "name")
            for form, iso in (("Испании", "ES"), ("Португалии", "PT"))
            if form in text
        ),
        tokens=spans,
        lemmas=form_lemmas(text, spans),
    )


BELOV = ("Артур Белов", "посол Казахстана в Испании", "KZ")
SILVA = ("Жуан Силва", "министр иностранных дел", "PT")
MUNOS = ("Карлос Муньос", "мэр", "ES")


@cache
def samples() -> tuple[Release, ...]:
    """Eight dispatches in four releases."""
    return (
        release(
            "north", "2026-03-10",
            ("ES", "briefing", "В Мадриде посол Артур Белов рассказал журналистам о новой конституции. "
             "Брифинг собрал полсотни изданий Испании.", (BELOV,), ("ES", "KZ")),
            ("PT", "meeting", "Министр иностранных дел Португалии Жуан Силва принял премьер-министра. "
             "Речь шла об искусственном интеллекте и о ёмкости рынка.", (SILVA,), ("PT",)),
            agency="ВЕСТИ СЕВЕРА", flags=("hard-wrapped",),
        ),
        release(
            "south", "2026-03-02",
            ("PT", "visit", "Жуан Силва посетил порт Лиссабона. Новые краны здесь стали гордостью города.",
             (SILVA,), ("PT",)),
            ("ES", "signing", "Мэр Карлос Муньос и посол Белов подписали договор об обмене студентами.",
             (MUNOS, BELOV), ("ES", "KZ")),
            agency="ЮЖНЫЙ КУРЬЕР",
        ),
        release(
            "east", "2025-12-30",
            (None, "lede", "Коротко о неделе: сталь, зерно, интеллект машин.", (), ()),
            ("IN", "exhibition", "Заводы Индии показали сталь и трубы. Искусственный, но добрый интеллект "
             "встречал гостей выставки.", (), ("IN",)),
        ),
        release(
            "west", None,
            ("FR", "statement", "Генерал-майор Анри Жене ответил: «Мы за мир». Заявление без даты.", (),
             ("FR",)),
            ("FR", "other", "В Париже открыли сад. Садовник высадил 300 роз.", (), ("FR",)),
        ),
    )  # fmt: skip


@cache
def people() -> Cards:
    """The cards of the samples."""
    return Cards(bind(gather(samples())))


Find = Callable[..., Hits]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index of the samples; not to be written to."""
    made = tmp_path_factory.mktemp("searching") / "index"
    build(made, samples(), "one")
    return made


@pytest.fixture(scope="session")
def index(folder: Path) -> Index:
    return open_index(folder)


@pytest.fixture(scope="session")
def find(index: Index) -> Find:
    """`find` over the samples; the narrowing may be left out."""

    def ask(query: str, narrowing: Narrowing | None = None, **wishes: object) -> Hits:
        return index.find(query, narrowing or Narrowing(), people(), **wishes)  # type: ignore[arg-type]

    return ask


def names(hits: Hits) -> list[str]:
    """«north 1», «south 2», … of the rows, in their order."""
    return [f"{hit.release_id} {hit.n}" for hit in hits.rows]


@pytest.fixture
def folder_index(folder: Path) -> Index:
    """An index of its own over the samples, for tests that change its wishes."""
    return open_index(folder)

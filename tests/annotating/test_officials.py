"""Officials of invented dispatches: whom they serve, whose side they are on, what a bare post means."""

from __future__ import annotations

import pytest

from core.annotating import annotate
from core.model import Cut, Document, Official, Segmentation
from core.pipeline import process
from core.segmenting.tokens import tokens

HEAD = "Астана. 10 марта. АЛАТАУ-ИНФОРМ - Обзор деятельности посольств Казахстана за неделю.\n\n"
OWN, HOST, THIRD, INTERNATIONAL = "own", "host", "third", "international"


def officials(dispatch: str) -> dict[str, Official]:
    """The officials of a dispatch that a digest of the missions of Kazakhstan holds."""
    release = process(Document("t", "t", HEAD + dispatch, date="2026-03-10"))
    return {one.name: one for item in release.dispatches for one in item.officials}


@pytest.mark.parametrize(
    ("dispatch", "name", "org", "country", "side"),
    [
        (
            "В Осло посол Иван Петров говорил с министром нефти Сергеем Ивановым.",
            "Сергей Иванов",
            None,
            "NO",
            HOST,
        ),
        (
            "В Осло посол Иван Петров говорил с министром нефти Сергеем Ивановым.",
            "Иван Петров",
            None,
            "KZ",
            OWN,
        ),
        (
            "В Осло посол Казахстана встретился с главой компании Nordlys Energi Сергеем Ивановым.",
            "Сергей Иванов",
            "Nordlys Energi",
            "NO",
            HOST,
        ),
        (
            "В Вене постоянный представитель Казахстана при ОБСЕ Иван Петров выступил с докладом.",
            "Иван Петров",
            "ОБСЕ",
            "KZ",
            OWN,
        ),
        (
            "В Вене посол Казахстана встретился с генеральным секретарем ОБСЕ Анной Смирновой.",
            "Анна Смирнова",
            "ОБСЕ",
            None,
            INTERNATIONAL,
        ),
        (
            "В Риге посол Казахстана беседовал с послом Японии Анной Смирновой.",
            "Анна Смирнова",
            None,
            "JP",
            THIRD,
        ),
        (
            "В Праге посол Казахстана встретился с первым заместителем председателя Сената Сергеем Ивановым.",
            "Сергей Иванов",
            "Сенат",
            "CZ",
            HOST,
        ),
        (
            "В Ханое посол Казахстана встретился с главой департамента Европы МИД Вьетнама Сергеем Ивановым.",
            "Сергей Иванов",
            "МИД Вьетнама",
            "VN",
            HOST,
        ),
        (
            "В Вене посол Казахстана обсудил рейсы с директором департамента Казахстана Сергеем Ивановым.",
            "Сергей Иванов",
            None,
            "AT",
            HOST,
        ),
        (
            "В Киото ректор Киотского университета ремесел Сергей Иванов принял посла Казахстана.",
            "Сергей Иванов",
            "Киотский университет ремесел",
            "JP",
            HOST,
        ),
        (
            "В Лиме посол Казахстана поздравил депутата Европарламента от Латвии Анну Смирнову.",
            "Анна Смирнова",
            "Европарламент",
            "LV",
            THIRD,
        ),
        (
            "В Бонне посол Казахстана встретился с председателем комитета Бундестага Сергеем Ивановым.",
            "Сергей Иванов",
            "комитет Бундестага",
            "DE",
            HOST,
        ),
        (
            "В Париже посол Казахстана встретился с координатором проектов ЮНЕСКО Анной Смирновой.",
            "Анна Смирнова",
            "ЮНЕСКО",
            None,
            INTERNATIONAL,
        ),
        (
            "В Осло посол Казахстана беседовал с ректором Высшей школы музыки Сергеем Ивановым.",
            "Сергей Иванов",
            "Высшая школа музыки",
            "NO",
            HOST,
        ),
        (
            "В Пхеньяне посол Казахстана встретился с главой Общества корейско-российской дружбы Ким Ченом.",
            "Ким Чен",
            "Общество корейско-российской дружбы",
            "KP",
            HOST,
        ),
        (
            "В Лионе посол Казахстана встретился с мэром Лиона Анной Смирновой.",
            "Анна Смирнова",
            None,
            "FR",
            HOST,
        ),
    ],
)
def test_organisation_country_and_side(
    dispatch: str, name: str, org: str | None, country: str | None, side: str
) -> None:
    one = officials(dispatch)[name]
    assert (one.org, one.country, one.side) == (org, country, side)


def test_the_words_before_a_post_tell_its_side() -> None:
    found = officials(
        "В Брюсселе прошли консультации. Казахстанскую делегацию возглавил заместитель министра торговли "
        "Иван Петров, бельгийскую – генеральный директор Сергей Иванов."
    )
    assert {name: one.country for name, one in found.items()} == {"Иван Петров": "KZ", "Сергей Иванов": "BE"}
    assert found["Иван Петров"].rule.endswith("state-before-post")


def test_one_who_is_named_twice_is_one_official_at_the_first_mention() -> None:
    dispatch = "Петров прибыл в Осло. Там посол Казахстана Иван Петров встретил гостей. Петров показал книги."
    found = officials(dispatch)
    assert list(found) == ["Иван Петров"]
    one = found["Иван Петров"]
    assert (one.start, one.post) == (len(HEAD), "посол Казахстана")


def test_a_bare_ambassador_takes_its_fullness_from_the_dispatch_and_says_so() -> None:
    one = officials("В Болгарии посол Иван Петров открыл выставку.")["Иван Петров"]
    assert (one.post, one.post_full) == ("посол", "посол Казахстана в Болгарии")
    assert "inferred" in one.rule
    whole = officials("Посол Казахстана в Болгарии Иван Петров открыл выставку.")["Иван Петров"]
    assert (whole.post, whole.post_full) == ("посол Казахстана в Болгарии", None)
    assert whole.confidence > one.confidence


@pytest.mark.parametrize(
    ("dispatch", "full"),
    [
        ("Во Франции посол Казахстана Иван Петров открыл выставку.", "посол Казахстана во Франции"),
        ("На Кубе посол Казахстана Иван Петров открыл выставку.", "посол Казахстана на Кубе"),
        (
            "В Южной Корее посол Казахстана Иван Петров открыл выставку.",
            "посол Казахстана в Республике Корея",
        ),
        ("В Боснии и Герцеговине посол Иван Петров открыл сад.", "посол Казахстана в Боснии и Герцеговине"),
        ("В США временный поверенный Иван Петров открыл сад.", "временный поверенный Казахстана в США"),
    ],
)
def test_states_are_put_into_their_case(dispatch: str, full: str) -> None:
    assert officials(dispatch)["Иван Петров"].post_full == full


@pytest.mark.parametrize(
    ("dispatch", "status"),
    [
        ("В Осло и.о. директора музея Анна Смирнова показала посольству Казахстана залы.", "acting"),
        ("В Осло посол Казахстана принял бывшего директора музея Анну Смирнову.", "former"),
        ("Анна Смирнова освобождена от должности посла Казахстана в Норвегии.", "former"),
        ("В Осло посол Казахстана принял директора музея Анну Смирнову.", None),
    ],
)
def test_status(dispatch: str, status: str | None) -> None:
    assert officials(dispatch)["Анна Смирнова"].status == status


def test_a_title_is_in_neither_name_nor_post() -> None:
    one = officials("В Дохе посол Казахстана был принят министром энергетики шейхом Омаром Саидовым.")
    assert {(name, o.post, o.title) for name, o in one.items()} == {
        ("Омар Саидов", "министр энергетики", "шейх")
    }


@pytest.mark.parametrize(
    "dispatch",
    [
        "В Осло прошел вечер поэта Ивана Петрова.",
        "В Осло открылась выставка фотографа Ивана Петрова.",
        "В Осло школьник Иван Петров выиграл олимпиаду.",
        "В Осло показали балет на музыку композитора Ивана Петрова.",
    ],
)
def test_an_occupation_makes_no_official(dispatch: str) -> None:
    assert officials(dispatch) == {}


def test_a_post_of_another_dispatch_is_not_taken_over() -> None:
    first = "В Осло посол Казахстана Иван Петров открыл выставку."
    second = "В Дохе прошел концерт. Иван Петров прислал приветствие."
    text = f"{first}\n\n{second}"
    start, middle = len(first) + 2, text.index("Иван", len(first))
    cut = Segmentation(
        kind="digest",
        date=None,
        title=None,
        dateline=None,
        parts=(),
        cuts=(Cut(0, len(first)), Cut(start, len(text))),
        sentences=((0, len(first)), (start, middle - 1), (middle, len(text))),
        tokens=tokens(text),
    )
    release = annotate(Document("t", "t", text), cut, "key")
    assert [[one.name for one in item.officials] for item in release.dispatches] == [["Иван Петров"], []]


def test_who_is_well_known_needs_no_post() -> None:
    one = officials("В Осло обсудили реформы Касым-Жомарта Токаева.")["Касым-Жомарт Токаев"]
    assert (one.post, one.country, one.side, one.rule) == (None, "KZ", OWN, "well-known")

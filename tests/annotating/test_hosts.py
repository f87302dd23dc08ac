"""Hosts and senders: the receiving state with its ground, none without one."""

from __future__ import annotations

import pytest

from core.annotating import hosts, morphology, places
from core.model import Cut, Dateline, Segmentation
from core.segmenting.tokens import tokens
from tests.annotating.dispatches import annotated, samples

FLOOR = 0.98


def test_hosts_of_made_up_dispatches() -> None:
    wrong = [(s.text, s.host, s.ground) for s in samples() if (s.ground.iso if s.ground else None) != s.host]
    assert len(wrong) <= (1 - FLOOR) * len(samples()), wrong


def test_states_mentioned_in_made_up_dispatches() -> None:
    hits = sum(len(s.states & s.mentioned) for s in samples())
    found, wanted = sum(len(s.states) for s in samples()), sum(len(s.mentioned) for s in samples())
    wrong = [(s.text, s.states ^ s.mentioned) for s in samples() if s.states != s.mentioned]
    assert 2 * hits / (found + wanted) >= FLOOR, wrong


@pytest.mark.parametrize(
    ("text", "iso", "via", "word"),
    [
        ("В Иордании посольство Казахстана организовало брифинг.", "JO", "name", "Иордании"),
        ("В Женеве постоянный представитель Казахстана провёл встречу.", "CH", "city", "Женеве"),
        ("В Баварии прошёл форум с участием посла Казахстана.", "DE", "region", "Баварии"),
        ("На португальском острове Мадейра открылась выставка.", "PT", "adj", "португальском"),
        ("Посол Казахстана в Бельгии Иван Серов провёл встречу.", "BE", "accreditation", "Бельгии"),
        (
            "В генконсульстве Казахстана во Франкфурте-на-Майне прошёл приём.",
            "DE",
            "mission",
            "Франкфурте-на-Майне",
        ),
        ("Послом Казахстана в Кении назначен Иван Серов.", "KE", "appointment", "Кении"),
        (
            "Министром торговли Казахстана стал Иван Серов, указ о назначении подписан.",
            "KZ",
            "home",
            "Казахстана",
        ),
        ("В Астане министр принял посла Испании.", "KZ", "city", "Астане"),
    ],
)
def test_ground_says_which_words_decided(text: str, iso: str, via: str, word: str) -> None:
    _, host, _ = annotated(text, "KZ")
    assert host is not None
    assert (host.iso, host.via, text[host.start : host.end]) == (iso, via, word)
    assert host.rule
    assert 0 < host.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Министры Казахстана и Албании поговорили по телефону.",
        "Казахстан выступил с заявлением о положении в Судане.",
        "Послом Казахстана в Испании и Андорре назначен Иван Серов.",
        "Иван Серов назначен советником при ЮНЕСКО.",
        "Стороны обменялись мнениями.",
        "Министр пригласил коллегу посетить Астану в мае.",
    ],
)
def test_no_ground_no_host(text: str) -> None:
    assert annotated(text, "KZ")[1] is None


def sender(text: str, dateline: Dateline | None = None) -> str | None:
    words = morphology.words(text, tokens(text))
    cut = Segmentation("single", None, None, dateline, (), (Cut(0, len(text)),), (), tokens(text))
    return hosts.sender(text, words, cut, places.find(text), ())


def test_sender_is_the_state_whose_missions_act() -> None:
    assert sender("Посол Монголии в Канаде посетил рудник. МИД Монголии сообщил о встрече в Оттаве.") == "MN"


def test_sender_of_ambassadors_received_at_home() -> None:
    text = "МОСКВА. Послы Ганы и Мали вручили грамоты главе государства, сообщили в МИД РФ."
    assert sender(text, Dateline(0, 7, "Москва", None, None, place_span=(0, 6))) == "RU"


def test_no_sender_where_no_mission_is_named() -> None:
    assert sender("Погода в Канаде испортилась.") is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("В штаб-квартире ЮНЕСКО посол Казахстана встретился с директором.", "FR"),
        ("В Секретариате Организации исламского сотрудничества прошла встреча.", "SA"),
    ],
)
def test_seat_of_an_organisation_is_a_place(text: str, iso: str) -> None:
    host = annotated(text, "KZ")[1]
    assert host is not None
    assert (host.iso, host.via) == (iso, "organisation")


def test_mission_at_an_organisation_alone_is_none() -> None:
    assert (
        annotated("Постоянный представитель Казахстана при ЮНЕСКО встретился с директором.", "KZ")[1] is None
    )


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Директором департамента Европы МИД Казахстана назначен Олег Цой.", "KZ"),
        ("Пресс-секретарём МИД РК стала Анна Ли.", "KZ"),
        ("Послом по особым поручениям МИД Казахстана назначен Иван Ли.", "KZ"),
        ("Представителем Казахстана при Европейском союзе назначена Анна Ли.", None),
        ("Почётным консулом Словакии в Шымкенте стал Иван Ли.", "KZ"),
        ("Посол Казахстана в Иране Аскат Оразбай отозван.", "IR"),
        ("Указом Президента Казахстана Анна Ли назначена послом в Намибии.", "NA"),
        ("Генеральным консулом Казахстана во Франкфурте-на-Майне утверждён Иван Ли.", "DE"),
        ("Временным поверенным в делах Казахстана в Ливане стал Иван Ли.", "LB"),
        ("Ректором дипломатической академии МИД Казахстана назначен Иван Ли.", "KZ"),
        ("Аким Алматинской области Марат Ли назначен послом Казахстана в Пакистане.", "PK"),
        ("Новым послом Беларуси в Казахстане станет Павел Ли.", "KZ"),
        ("Иван Ли освобождён от должности заместителя министра иностранных дел Казахстана.", "KZ"),
        ("Постоянным представителем Казахстана при ОБСЕ назначен Иван Ли. Он вылетит в Вену в мае.", None),
    ],
)
def test_host_of_an_appointment_is_where_the_post_is_held(text: str, iso: str | None) -> None:
    _, host, kinds = annotated(text, "KZ")
    assert kinds[0].kind == "appointment"
    assert (host.iso if host else None) == iso

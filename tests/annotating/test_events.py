"""Events: the heaviest pattern of the table decides, others are named beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.annotating import events, morphology
from core.annotating.places.index import rows
from core.model import Cut
from core.segmenting.tokens import tokens
from tests.annotating.dispatches import samples

LEADS = Path(__file__).with_name("leads.tsv")
FLOOR = 0.98


def kinds(text: str, *, lede: bool = False) -> list[str]:
    words = morphology.words(text, tokens(text))
    return [event.kind for event in events.of(text, words, Cut(0, len(text), lede))]


def test_events_of_made_up_dispatches() -> None:
    wrong = [(s.text, s.event, s.kinds) for s in samples() if s.kinds[0].kind != s.event]
    assert len(wrong) <= (1 - FLOOR) * len(samples()), wrong


def test_wordings_of_every_kind() -> None:
    lines = LEADS.read_text(encoding="utf-8").splitlines()
    leads = [line.split("\t") for line in lines if not line.startswith("#")]
    wrong = [(kind, lead, kinds(lead)) for kind, lead in leads if kinds(lead)[0] != kind]
    assert len(wrong) <= (1 - FLOOR) * len(leads), wrong
    assert {kind for kind, _ in leads} == set(events.KINDS) - {"lede"}


def test_every_row_of_the_table_is_of_a_known_kind_and_weight() -> None:
    for kind, weight, pattern in rows("events.tsv"):
        assert kind in events.KINDS
        assert 1 <= float(weight) <= 10
        assert pattern.strip() == pattern


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Посол был принят министром.", "meeting"),
        ("Посол принял участие в конференции.", "conference"),
        ("Прошёл доверительный разговор.", "meeting"),  # «верительн» is inside, no credentials are
        ("Состоялась беседа по телефону.", "phone_call"),
        ("Дипломат посетил в пятницу новый завод.", "visit_site"),
        ("Погода улучшилась.", "other"),
    ],
)
def test_main_event(text: str, kind: str) -> None:
    assert kinds(text)[0] == kind


def test_other_events_stand_behind_the_main_one() -> None:
    found = kinds("Послы встретились с министром и подписали меморандум, затем осмотрели завод.")
    assert found[0] == "signing"
    assert {"meeting", "visit_site"} <= set(found)


def test_a_summary_is_a_lede() -> None:
    assert kinds("Послы провели встречи.", lede=True) == ["lede"]


def test_span_and_rule_show_what_gave_the_event_away() -> None:
    text = "Вчера в Вене открылась выставка."
    words = morphology.words(text, tokens(text))
    event = events.of(text, words, Cut(0, len(text)))[0]
    assert text[event.start : event.end] == "выставка"
    assert event.rule.startswith("выставка (")


@given(st.text(alphabet="встречаподисл .,!?\n«»—Аа1", max_size=80))
def test_any_text_has_an_event(text: str) -> None:
    words = morphology.words(text, tokens(text))
    found = events.of(text, words, Cut(0, len(text)))
    assert found
    assert all(event.kind in events.KINDS and 0 <= event.start <= event.end <= len(text) for event in found)

"""Sentences: glued ones parted, abbreviations and names of events left whole."""

from __future__ import annotations

import pytest

from core.segmenting import segment
from core.segmenting.sentences import sentences

# «|» marks where a sentence ends
TEXTS = [
    "Посол встретился с министром Тестовым.|Стороны обсудили торговлю.|Участники «Клуба» согласились.",
    "Гостей приветствовал посол Н.Пробный.|«Мы рады», – сказал он.",
    "Рост составил 5%.|Экспорт вырос до 3,5 млрд.| Импорт упал.",
    "И.о. министра Д. Тестова и врио посла М. Пробный обсудили план.| Затем был обед.",
    "Он родился в 1970 г.| В 1995 г. окончил университет.| С 2000 г. работал в МИД.",
    "В 2025 г. Казахстан принял саммит.| В г. Астана прошёл форум.",
    "Встреча с проф. Ивановым, ген. Сидоровым и др.| Затем ужин.",
    "Товарооборот достиг 5 млрд долл. США.| Стороны довольны.",
    "Форум «Астана. Диалог» открылся.| Речь шла о т.н. «новом курсе».",
    "Посол С. Джонс и Дж. Браун встретились.| А. Смит выступил.",
    "Король Яхья II принял посла.| Это первая встреча…| Она удалась!",
    "Сайты akorda.kz и Tengrinews.kz сообщили о визите.",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_ends(marked: str) -> None:
    text = marked.replace("|", "")
    found = [text[start:end] for start, end in sentences(text, 0, len(text))]
    assert found == [piece.strip() for piece in marked.split("|")]


def test_glued_sentences_are_flagged() -> None:
    assert "glued-sentences" in segment("Посол принял гостей.Стороны обсудили торговлю.").flags
    assert segment("Посол принял гостей. Стороны обсудили торговлю.").flags == ()


def test_line_end_ends_a_sentence_but_not_a_broken_lead() -> None:
    text = "В Лиме посол Олжас Тестов\nоткрыл выставку. Она велика.\nПосле неё был концерт."
    found = [text[start:end] for start, end in segment(text).sentences]
    assert found == ["В Лиме посол Олжас Тестов\nоткрыл выставку.", "Она велика.", "После неё был концерт."]

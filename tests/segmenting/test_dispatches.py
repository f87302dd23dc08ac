"""Where one piece of news ends: every layout of a digest, and notes that are no digest."""

from __future__ import annotations

import textwrap

import pytest

from core.segmenting import segment

LEDE = "За неделю посольства Казахстана провели десятки встреч, сообщает пресс-служба МИД."
ITEMS = [
    "В Перу посол Казахстана Олжас Тестов принял участие в открытии ярмарки. Гостей приветствовал мэр Лимы.",
    "Посол Казахстана в Чили Дина Пробная встретилась с министром горной промышленности Хуаном Ладо. "
    "Стороны обсудили поставки меди.",
    "В Осло прошёл круглый стол о рыболовстве. Доклад сделал профессор Нильс Хауг.",
    "Генеральным консулом Казахстана в Гоа назначен Ерлан Образцов. Ранее он работал в Дели.",
    "Кроме того, в Кении временный поверенный в делах Казахстана Айша Модель посетила завод. "
    "Директор завода Джон Мванги показал гостье цеха.",
]
NOTE = [
    "Посол Казахстана в Перу Олжас Тестов открыл в Лиме выставку. Её посетил министр культуры Луис Рамос.",
    "Открывая выставку, Тестов рассказал о мастерах. Рамос поблагодарил посла за подарок музею.",
    "«Мы рады гостям», – сказал министр.",
    "Выставка продлится до мая. После Лимы её увидят в Куско.",
    "На церемонии присутствовали послы Чили и Боливии в Перу. С приветствием выступила мэр Анна Кордова.",
]


def cuts(text: str) -> tuple[str | None, list[str]]:
    """The lede and the dispatches, their blanks made one."""
    found = segment(text, page_date="2026-03-12")
    pieces = [(cut.lede, " ".join(text[cut.start : cut.end].split())) for cut in found.cuts]
    lede = next((piece for is_lede, piece in pieces if is_lede), None)
    return lede, [piece for is_lede, piece in pieces if not is_lede]


def wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 64, break_on_hyphens=False))


def broken(text: str) -> str:
    """As pages give it whose lead was bold."""
    words = text.split(" ")
    place = next(place for place, word in enumerate(words) if place > 4 and word[:1].islower())
    return " ".join(words[:place]) + "\n" + " ".join(words[place:])


LAYOUTS = {
    "lines": "\n".join([LEDE, *ITEMS]),
    "blank lines": "\n\n".join([LEDE, *ITEMS]),
    "returns": "\r\n".join([LEDE, *ITEMS]),
    "indented": "\n".join("    " + item for item in [LEDE, *ITEMS]),
    "broken leads": "\n".join([LEDE, *map(broken, ITEMS)]),
    "wrapped": "\n\n".join(map(wrapped, [LEDE, *ITEMS])),
    "bullets": "\n".join([LEDE, *("• " + item for item in ITEMS)]),
    "dashes": "\n".join([LEDE, *("— " + item for item in ITEMS)]),
    "wrapped bullets": "\n".join([LEDE, *(wrapped("• " + item) for item in ITEMS)]),
    "numbers": "\n".join([LEDE, *(f"{number}. {item}" for number, item in enumerate(ITEMS, 1))]),
    "brackets": "\n\n".join([LEDE, *(f"{number}) {item}" for number, item in enumerate(ITEMS, 1))]),
    "rubrics": "\n\n".join([LEDE, "АМЕРИКА", *ITEMS[:2], "Остальной мир", *ITEMS[2:]]),
    "no-break spaces": "\n".join([LEDE, *ITEMS]).replace(" в ", " в\u00a0"),
    "glued": "\n".join([LEDE, *(item.replace(". ", ".", 1) for item in ITEMS)]),
    "with a trailer": "\n\n".join([LEDE, *ITEMS]) + "\n\nИсточник: МИД",
    "photo between": "\n\n".join([LEDE, *ITEMS[:2], "Фото: МИД Чили", *ITEMS[2:]]),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("head", ["", "Дипломатическая хроника\n\n", "АСТАНА. 10 марта. КАЗИНФОРМ - "])
def test_digest(layout: str, head: str) -> None:
    lede, items = cuts(head + LAYOUTS[layout])
    folded = [item.replace(".", "").replace(" ", "") for item in items]
    assert folded == [item.replace(".", "").replace(" ", "") for item in ITEMS]
    assert lede == LEDE


def test_digest_without_lede() -> None:
    lede, items = cuts("\n\n".join(ITEMS))
    assert (lede, items) == (None, ITEMS)


def test_item_of_two_paragraphs_under_bullets() -> None:
    text = "\n\n".join([LEDE, *("• " + item.replace(". ", ".\n\n", 1) for item in ITEMS)])
    assert cuts(text)[1] == ITEMS


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
def test_note_of_several_paragraphs_is_one_dispatch(gap: str) -> None:
    found = segment("В Лиме открыта выставка\n" + gap.join(NOTE))
    assert (found.kind, len(found.cuts)) == ("single", 1)
    assert not found.cuts[0].lede


def test_wrapped_note_is_one_dispatch() -> None:
    text = "\n\n".join(map(wrapped, NOTE))
    found = segment(text)
    assert found.flags == ("hard-wrapped",)
    assert [(cut.start, cut.end) for cut in found.cuts] == [(0, len(text))]
    assert len(found.sentences) == 9


@pytest.mark.parametrize(
    "points",
    [
        ["- развитие торговли;", "- обмен студентами;", "- открытие рейсов."],
        ["1) Поставки меди.", "2) Обмен студентами.", "3) Прямые рейсы."],
        ["– Мы рады гостям нашего города, – сказал мэр.", "– А мы рады быть здесь, – ответил посол Тестов."],
    ],
)
def test_list_or_talk_inside_a_note_is_no_digest(points: list[str]) -> None:
    text = "\n".join([NOTE[0], "Стороны обсудили:", *points, NOTE[3]])
    assert len(segment(text).cuts) == 1


def test_credential_list_is_one_dispatch() -> None:
    text = (
        "Президент Перу принял верительные грамоты у послов трёх государств.\n"
        "Грамоты вручили послы: Кубы – Нестор Тестов,\nЧехии – Ян Пробный;\nМали – Умар Траоре.\n"
        "Поздравив послов, президент пожелал им успехов."
    )
    assert len(segment(text).cuts) == 1


def test_bullet_is_a_part_of_its_own() -> None:
    text = LAYOUTS["bullets"]
    marks = [text[part.start : part.end] for part in segment(text).parts if part.kind == "bullet"]
    assert marks == ["•"] * len(ITEMS)

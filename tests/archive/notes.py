"""Short releases for the tests of the archive, any number of them, no two alike."""

import json
from collections.abc import Iterable
from pathlib import Path

CITIES = ("Амман", "София", "Лиссабон", "Осло", "Ханой")
STATES = ("Иордании", "Болгарии", "Португалии", "Норвегии", "Вьетнаме")
MONTHS = ("января", "февраля", "марта", "апреля")


def note(number: int) -> str:
    """The text of one release: a dateline and a sentence."""
    place = number % len(CITIES)
    return (
        f"{CITIES[place]}. {1 + number % 28} {MONTHS[number % 4]}. СЕВЕР - "
        f"Посол Казахстана в {STATES[place]} Берик Жумабаев открыл выставку номер {number}."
    )


def write_notes(path: Path, numbers: Iterable[int]) -> Path:
    """A .jsonl file of releases."""
    lines = (
        json.dumps({"id": f"n{n}", "text": note(n), "date": f"2026-0{1 + n % 4}-28"}, ensure_ascii=False)
        for n in numbers
    )
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path

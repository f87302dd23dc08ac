"""The states of the world: codes by any name, names by code, suggestions while typing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from core import states


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Казахстан", ("KZ",)),
        ("казахстанско", ("KZ",)),
        ("испанского", ("ES",)),
        ("Республики Корея", ("KR",)),
        ("КНДР", ("KP",)),
        ("Кот-д’Ивуаром", ("CI",)),
        ("КОТ-Д'ИВУАР", ("CI",)),
        ("Гвинея", ("GN",)),
        ("Гвинеи-Бисау", ("GW",)),
        ("Экваториальной Гвинее", ("GQ",)),
        ("Нигером", ("NE",)),
        ("Нигерией", ("NG",)),
        ("Южном Судане", ("SS",)),
        ("Сан-Томе и Принсипи", ("ST",)),
        ("Северную Македонию", ("MK",)),
        ("Папуа — Новой Гвинее", ("PG",)),
        ("ДР Конго", ("CD",)),
        ("Республике Конго", ("CG",)),
        ("Конго", ("CG", "CD")),
        ("корейский", ("KR", "KP")),
        ("чехов", ("CZ",)),
        ("датчанки", ("DK",)),
        ("РФ", ("RU",)),
        ("Святого Престола", ("VA",)),
        ("Косово", ("XK",)),
        ("Spain", ("ES",)),
        ("the united states of america", ("US",)),
        ("Cote d'Ivoire", ("CI",)),
        ("Türkiye", ("TR",)),
        ("es", ("ES",)),
        ("Абхазия", ()),
        ("депеша", ()),
        ("", ()),
    ],
)
def test_codes(text: str, codes: tuple[str, ...]) -> None:
    assert states.codes(text) == codes


def test_every_state_is_found_by_its_names_and_code() -> None:
    for code in states.ALL:
        for lang in ("ru", "en"):
            name = states.name(code, lang)
            assert name
            assert states.codes(name)[0] == code, name
            assert (code, name) in states.suggest(name, lang)
        assert code in states.codes(code) or states.codes(code), code


def test_all_are_the_assigned_codes_and_kosovo() -> None:
    assert len(states.ALL) == 250
    assert "XK" in states.ALL
    assert not states.FORMER & set(states.ALL)


def test_names_of_former_and_unknown_codes() -> None:
    assert states.name("SU") == "СССР"
    assert states.name("ZZ") is None


def test_suggestions_begin_with_what_was_typed() -> None:
    assert states.suggest("каз")[0] == ("KZ", "Казахстан")
    assert states.suggest("unit", "en")[0] == ("AE", "United Arab Emirates")
    assert ("ZA", "ЮАР") in states.suggest("юар")


def test_names_need_no_language_stage() -> None:
    code = "import sys; from core import states; states.codes('Испании'); print('pymorphy3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

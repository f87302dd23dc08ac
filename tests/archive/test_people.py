from pathlib import Path

import pytest

from core import Archive, ArchiveError, Change, Choice, Narrowing
from tests.archive.notes import write_notes

TEXTS = {
    "a.txt": "Амман. 10 марта. СЕВЕР - Посол Казахстана в Иордании Берик Жумабаев открыл выставку.",
    "b.txt": "София. 11 марта. СЕВЕР - Посол Казахстана в Болгарии Берик Жумабаев принял гостей.",
    "c.txt": "Осло. 12 марта. СЕВЕР - Посол Казахстана в Норвегии Асель Маратова открыла выставку.",
}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Three releases, two officials."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    archive = Archive(tmp_path / "archive")
    archive.add([tmp_path / name for name in TEXTS])
    return archive


def labels(archive: Archive) -> dict[str, int]:
    return {facet.label: facet.count for facet in archive.find("").facets["official"]}


def test_cards_are_found_in_any_case_and_half_typed(archive: Archive) -> None:
    assert [card.name for card in archive.cards()] == ["Берик Жумабаев", "Асель Маратова"]
    for typed in ("Жумабаев", "Жумабаева", "жум", "Берику"):
        assert [card.name for card in archive.cards(typed)] == ["Берик Жумабаев"]
    assert archive.cards("Никто") == ()
    with pytest.raises(ArchiveError, match="no card"):
        archive.card("никто|KZ")


def test_a_card_has_its_dispatches_newest_first(archive: Archive) -> None:
    (card,) = archive.cards("Жумабаев")
    assert card.dispatches == ()
    whole = archive.card(card.key)
    assert [archive.release(key).id for key, _ in whole.dispatches] == ["b", "a"]
    assert archive.card(card.spellings[0]) == whole
    narrowing = Narrowing((Choice("official", card.key),))
    assert archive.find("выставка", narrowing).total == 1


def test_a_correction_holds_at_once_and_is_taken_back(archive: Archive) -> None:
    (berik,), (asel,) = archive.cards("Жумабаев"), archive.cards("Маратова")
    assert labels(archive) == {"Берик Жумабаев": 2, "Асель Маратова": 1}
    archive.correct(Change("rename", berik.spellings, "Б. Жумабаев"))
    assert labels(archive) == {"Б. Жумабаев": 2, "Асель Маратова": 1}
    archive.correct(Change("merge", (*berik.spellings, *asel.spellings)))
    assert list(labels(archive).values()) == [3]
    assert [change.do for change in archive.corrections()] == ["rename", "merge"]
    archive.undo()
    archive.correct(Change("hide", asel.spellings))
    assert labels(archive) == {"Б. Жумабаев": 2}
    archive.undo()
    archive.undo()
    assert archive.undo() is None
    assert labels(archive) == {"Берик Жумабаев": 2, "Асель Маратова": 1}


def test_another_process_sees_it_after_a_refresh(archive: Archive, tmp_path: Path) -> None:
    with Archive(archive.path) as other:
        assert labels(other) == {"Берик Жумабаев": 2, "Асель Маратова": 1}
        (asel,) = archive.cards("Маратова")
        archive.correct(Change("rename", asel.spellings, "А. М."))
        assert other.refresh() is True
        assert other.refresh() is False
        assert labels(other) == {"Берик Жумабаев": 2, "А. М.": 1}
        archive.add([write_notes(tmp_path / "more.jsonl", range(2))])
        assert other.refresh() is True
        assert labels(other) == {"Берик Жумабаев": 4, "А. М.": 1}


def test_a_copied_archive_needs_nothing_made_again(archive: Archive, tmp_path: Path) -> None:
    import shutil

    (asel,) = archive.cards("Маратова")
    archive.correct(Change("rename", asel.spellings, "А. М."))
    shutil.copytree(archive.path, tmp_path / "copy", copy_function=shutil.copy)  # with other times
    with Archive(tmp_path / "copy") as copy:
        assert copy.notices == ()
        copy._people.bound = None  # type: ignore[assignment, method-assign] - would fail if it were called
        assert labels(copy) == {"Берик Жумабаев": 2, "А. М.": 1}
        assert copy.cards("А. М.")[0].count == 1

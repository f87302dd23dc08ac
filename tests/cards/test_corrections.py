from pathlib import Path

import pytest

from core.cards.corrections import Change, append, read, undo
from core.errors import ArchiveError


def test_changes_are_written_read_and_undone_from_the_end(tmp_path: Path) -> None:
    path = tmp_path / "officials.toml"
    assert read(path) == ()
    append(path, Change("merge", ("а|KZ", "б|KZ")))
    append(path, Change("rename", ("а|KZ",), "А Б"))
    first, second = read(path)
    assert (first.do, first.people) == ("merge", ("а|KZ", "б|KZ"))
    assert (second.name, bool(second.at)) == ("А Б", True)
    assert undo(path) == second
    assert read(path) == (first,)
    assert undo(path) == first
    assert undo(path) is None
    append(path, Change("hide", ("в|",)))
    assert [change.do for change in read(path)] == ["hide"]


def test_a_comment_of_the_user_stays(tmp_path: Path) -> None:
    path = tmp_path / "officials.toml"
    append(path, Change("hide", ("а|",)))
    path.write_text(f"{path.read_text(encoding='utf-8')}# checked by hand\n", encoding="utf-8")
    append(path, Change("hide", ("б|",)))
    assert "# checked by hand" in path.read_text(encoding="utf-8")
    assert len(read(path)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "[[change]",
        "change = 3",
        '[[change]]\ndo = "burn"\npeople = []',
        '[[change]]\ndo = "hide"\npeople = [1]',
    ],
)
def test_a_broken_file_is_told_and_never_overwritten(tmp_path: Path, text: str) -> None:
    path = tmp_path / "officials.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ArchiveError, match=r"officials\.toml"):
        append(path, Change("hide", ("а|",)))
    assert path.read_text(encoding="utf-8") == text

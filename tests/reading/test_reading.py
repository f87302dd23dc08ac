"""The door of the stage: what is found behind a name, in which order, and that nothing stops it."""

from __future__ import annotations

from pathlib import Path

from core.model import Document
from core.reading import Refusal, count, read


def test_folder_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "inner/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Текст {name}", encoding="utf-8")
    (tmp_path / "inner" / "loop").symlink_to(tmp_path)
    found = list(read([tmp_path]))
    assert [document.id for document in found if isinstance(document, Document)] == ["a", "b", "c"]
    assert count([tmp_path]) == 3


def test_what_is_missing_is_refused_and_the_rest_read(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_bytes("Строка\r\nещё".encode())
    refusal, document = read([tmp_path / "missing.txt", good])
    assert isinstance(refusal, Refusal)
    assert str(refusal.message) == "no such file or folder"
    assert isinstance(document, Document)
    assert document.text == "Строка\r\nещё"

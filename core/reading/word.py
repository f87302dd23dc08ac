"""Word files (.docx): paragraphs in their order, those of tables too; title and date from the properties.

Source of the elements: ECMA-376, part 1, chapter 17.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from core.errors import Refused
from core.model import Document
from core.reading import kinds
from core.reading.limits import ARCHIVE_MEMBERS, DOCUMENT_BYTES, MIB, PACKAGE_BYTES, PAGE_BYTES
from core.reading.names import stem
from core.reading.records import Blob, Refusal, parsing

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says the same once more
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_PARAGRAPH, _CELL, _ROW, _TEXT = f"{_W}p", f"{_W}tc", f"{_W}tr", f"{_W}t"
_DELETED = f"{_W}del"


def read(blob: Blob) -> Iterator[Document | Refusal]:
    """One document. Raises `Refused` for what is damaged, too large, or another kind of file."""
    data = blob.content(DOCUMENT_BYTES)
    if not zipfile.is_zipfile(BytesIO(data)):
        kinds.refuse_binary(data)
        raise Refused("not a Word file (.docx)")
    with parsing(".docx"):
        _look_over(data)
        import docx

        document = docx.Document(BytesIO(data))
        text = text_of(document.element.body)
        properties = document.core_properties
        moment = properties.created or properties.modified
        title = properties.title or None
    yield Document(
        id=stem(blob.name),
        source=blob.source,
        text=text.strip("\n"),
        date=moment.date().isoformat() if moment else blob.date,
        title=title or blob.title,
        url=blob.url,
    )


def _look_over(data: bytes) -> None:
    """Raises `Refused` for a package that would unpack to too much, before anything is unpacked."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        sizes = [(member.filename, member.file_size) for member in package.infolist()]
    if "word/document.xml" not in {name for name, _ in sizes}:
        raise Refused("a packed file without a Word text inside")
    markup = sum(size for name, size in sizes if name.endswith((".xml", ".rels")))
    if markup > 2 * PAGE_BYTES:
        raise Refused("unpacks to more than {limit} MB", limit=2 * PAGE_BYTES // MIB)
    if len(sizes) > ARCHIVE_MEMBERS or sum(size for _, size in sizes) > PACKAGE_BYTES:
        raise Refused("unpacks to more than {limit} MB", limit=PACKAGE_BYTES // MIB)


def text_of(body: Any) -> str:
    """A line for each paragraph and each row of a table, with a tab between the cells of a row.

    Walks the elements one by one: content controls, tracked insertions and text boxes hold text too, and a
    cell that claims to span a million columns must not become a million cells.
    """
    from lxml import etree

    pieces: list[str] = []
    skipped = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        starts = event == "start"
        if element.tag in (_DELETED, _FALLBACK):
            skipped += 1 if starts else -1
        elif skipped:
            continue
        elif starts and element.tag == _TEXT:
            pieces.append(element.text or "")
        elif starts and element.tag in _SIGNS:
            pieces.append(_SIGNS[element.tag])
        elif not starts and element.tag in (_PARAGRAPH, _ROW):
            pieces.append("\n")
        elif not starts and element.tag == _CELL:
            _end_cell(pieces)
    return "".join(pieces)


def _end_cell(pieces: list[str]) -> None:
    """Takes back the line end of the cell's last paragraph: the row goes on after a tab."""
    while pieces and pieces[-1] == "\n":
        pieces.pop()
    pieces.append("\t")

"""The text of an HTML tree, block by block, as a browser would lay it out.

Spaces and line ends of the source count as one space, a block element or two BR begin a new paragraph, one BR
a new line, PRE keeps its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_BLOCK_TAGS = """
    address article aside blockquote body caption center dd details div dl dt fieldset figure footer form h1
    h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(_BLOCK_TAGS.split())
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_MANY_BREAKS = re.compile(r"\n{3,}")


@dataclass(slots=True)
class Block:
    """A paragraph: its text, how many of its characters are links, the element that it stands in."""

    element: Any
    pieces: list[str] = field(default_factory=list)
    linked: int = 0

    @property
    def text(self) -> str:
        """The paragraph with its line breaks, without blanks around."""
        text = _AROUND_BREAK.sub("\n", _joined(self.pieces))
        return _MANY_BREAKS.sub("\n\n", text).strip(" \n")

    @property
    def is_broken_off(self) -> bool:
        """True right after a line break."""
        return next((piece == "\n" for piece in reversed(self.pieces) if piece != " "), False)

    def add(self, text: str | None, *, linked: bool, kept: bool) -> None:
        """Adds a run of text; `kept` for preformatted text."""
        if text:
            piece = text.replace("\r\n", "\n") if kept else _SPACE.sub(" ", text)
            self.pieces.append(piece)
            self.linked += len(piece.strip()) if linked else 0


def _joined(pieces: list[str]) -> str:
    """The pieces in one, a blank at the seam kept once."""
    joined: list[str] = []
    for piece in pieces:
        joined.append(piece.lstrip(" ") if joined and joined[-1].endswith((" ", "\n")) else piece)
        if not joined[-1]:
            joined.pop()
    return "".join(joined)


def blocks(root: Any) -> Iterator[Block]:
    """The paragraphs below `root` in order, empty ones left out. No recursion: trees may be deep."""
    block = Block(root)
    linked = kept = 0
    for event, element in _walk(root):
        starts = event == "start"
        linked += (element.tag == "a") * (1 if starts else -1)
        kept += (element.tag == "pre") * (1 if starts else -1)
        is_new = element.tag in BLOCKS or (starts and element.tag == "br" and block.is_broken_off)
        if is_new:
            if block.text:
                yield block
            block = Block(element if starts and element.tag != "br" else element.getparent())
        elif starts and element.tag == "br":
            block.pieces.append("\n")
        if starts:
            block.add(element.text, linked=linked > 0, kept=kept > 0)
        elif element is not root:
            block.add(element.tail, linked=linked > 0, kept=kept > 0)
    if block.text:
        yield block


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    """Start and end of every element below and with `root`. The parser has left out comments."""
    from lxml import etree

    yield from etree.iterwalk(root, events=("start", "end"))

"""Releases with marks for where dispatches, ledes and sentences begin and end.

A file holds many. Each begins with «@@@ name; page date; place; date; agency», the last three those of the
dateline; «; wrap=72» behind them is the width at which its lines are to be broken. In the text
    {…}  is a dispatch      <…>  the lede      |  ends a sentence, as a line end does
    ~    is a no-break space      \\    a line end within a sentence
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_MARKS = str.maketrans("", "", "{}<>|")
_RELEASE = re.compile(r"^@@@ ", re.MULTILINE)
Span = tuple[int, int]


@dataclass(slots=True)
class Marked:
    """A release and what is to be found in it; spans are code points of `text`."""

    name: str
    page_date: str | None
    dateline: tuple[str | None, str | None, str | None]  # place, date, agency
    text: str = ""
    dispatches: list[Span] = field(default_factory=list)
    ledes: list[Span] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)


def releases(path: Path) -> Iterator[Marked]:
    for block in _RELEASE.split(path.read_text(encoding="utf-8"))[1:]:
        head, body = block.split("\n", 1)
        name, page_date, place, date, agency, *wrap = (cell.strip() or None for cell in head.split(";"))
        release = Marked(name or "", page_date, (place, date, agency))
        width = int(wrap[0].removeprefix("wrap=")) if wrap and wrap[0] else 0
        lines = body.strip("\n").split("\n")
        _take(release, "\n".join(_wrapped(line, width) if width else line for line in lines))
        yield release


def _wrapped(line: str, width: int) -> str:
    """The line with `\\` where it is broken; marks take no room."""
    pieces = [""]
    for word in line.split(" "):
        longer = f"{pieces[-1]} {word}" if pieces[-1] else word
        if pieces[-1] and len(longer.translate(_MARKS)) > width:
            pieces.append(word)
        else:
            pieces[-1] = longer
    return "\\".join(pieces)


def _take(release: Marked, marked: str) -> None:
    begin = sentence = -1  # of the dispatch and the sentence that are open
    for sign in marked:
        here = len(release.text)
        if sentence >= 0 and sign in "}>|\n":
            piece = release.text[sentence:]
            if piece.strip():
                release.sentences.append((here - len(piece.lstrip()), sentence + len(piece.rstrip())))
            sentence = here
        if sign in "{<":
            begin = sentence = here
        elif sign in "}>":
            (release.dispatches if sign == "}" else release.ledes).append((begin, here))
            sentence = -1
        elif sign != "|":
            release.text += {"~": "\u00a0", "\\": "\n"}.get(sign, sign)

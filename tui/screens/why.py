"""Why? For each fact of a dispatch the sentence that says it, the rule and the confidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.lang import tr
from tui.panes import reader_page
from tui.panes.reader_facts import Fact, facts
from tui.plain.cleaning import clean
from tui.plain.printing import pad
from tui.screens.listed import Listed
from tui.widgets.line_list import Cells, LineList
from tui.widgets.wrapping import Span, columns, drawn, wrap

if TYPE_CHECKING:
    from core import Release

_KIND = 12  # columns of the kind of a fact
_SURE = 6  # columns of the confidence


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: its parts, and the fact that it tells of."""

    cells: Cells
    fact: Fact | None = None


class WhyList(LineList):
    """The page, laid out anew for each width."""

    def __init__(self, release: Release, n: int | None) -> None:
        super().__init__(id="why")
        self._release, self._found = release, by_sentence(release, n)
        self.lines: list[Line] = []
        self._width = 0

    def on_resize(self) -> None:
        """Wraps the page; the cursor stays on its fact."""
        width = self.size.width - 1  # the scrollbar's
        if width != self._width:
            here = self.fact
            self._width = width
            self.lines = list(page(self._release, self._found, width))
            at = next((y for y, line in enumerate(self.lines) if here and line.fact is here), self.cursor)
            self.show(len(self.lines), at)

    @property
    def fact(self) -> Fact | None:
        """The fact under the cursor."""
        return self.lines[self.cursor].fact if self.cursor < len(self.lines) else None

    def cells(self, row: int, width: int) -> Cells:
        return self.lines[row].cells


class WhyScreen(Listed[Fact]):
    """The grounds of one dispatch, or of the whole release; Enter goes to the fact in the text."""

    closing = ("escape", "q", "w")

    def __init__(self, release: Release, n: int | None) -> None:
        self.list = WhyList(release, n)
        super().__init__(self.list)
        dispatch = next((one for one in release.dispatches if one.n == n), None)
        about = f" · {reader_page.heading(dispatch)}" if dispatch else ""
        self.title_text = f"{tr('Why?')}{about}"
        self.hints = (("Enter", tr("to the place in the text")), ("Esc", tr("close")))

    def press(self, key: str) -> bool:
        """Enter goes; the rest moves."""
        if key == "enter":
            self.dismiss(self.list.fact)
            return True
        return super().press(key)


def page(release: Release, found: Iterable[tuple[Span, list[Fact]]], width: int) -> Iterator[Line]:
    """The lines: each sentence with the words that say something, then its facts in columns."""
    text = reader_page.flowing(release)
    for number, (sentence, told) in enumerate(found):
        if number:
            yield Line([])
        words = merged((fact.start, fact.end) for fact in told)
        for start, end in wrap(text, *sentence, width - 1):
            yield Line([(" ", ""), *_pieces(text, start, end, words)], told[0])
        for fact in told:
            yield from _fact(release, fact, width)


def _fact(release: Release, fact: Fact, width: int) -> Iterator[Line]:
    """Confidence, kind, what is told, the words and the rule; continued below where it is long."""
    sure = "" if fact.confidence is None else f"{fact.confidence:.2f}"
    words = clean(release.text[fact.start : fact.end].replace("\n", " "))
    rule = f" · {clean(fact.rule)}" if fact.rule else ""
    told = f"{fact.told} · «{words}»{rule}"
    first = pad(f"  {sure}", _SURE + 2) + pad(tr(fact.kind), _KIND)
    indent = columns(first)
    for at, (start, end) in enumerate(wrap(told, 0, len(told), max(width - indent, 12))):
        yield Line([(" " * indent if at else first, "list--dim"), (drawn(told, start, end), "")], fact)


def _pieces(text: str, start: int, end: int, words: list[Span]) -> Iterator[tuple[str, str]]:
    """A line of a sentence, the words in `words` set off."""
    at = start
    for a, b in words:
        a, b = max(a, start), min(b, end)
        if a < b:
            yield drawn(text, at, a), "list--dim"
            yield drawn(text, a, b), "list--chosen"
            at = b
    yield drawn(text, at, end).rstrip(), "list--dim"


def by_sentence(release: Release, n: int | None) -> list[tuple[Span, list[Fact]]]:
    """The sentences of a dispatch (of the release without one), each with the facts that begin in it.

    What stands outside all sentences, like the dateline, makes a stretch of its own.
    """
    dispatch = next((one for one in release.dispatches if one.n == n), None)
    start, end = (dispatch.start, dispatch.end) if dispatch else (0, len(release.text))
    known = [fact for fact in facts(release) if start <= fact.start < end]
    spans = [span for span in release.sentences if start <= span[0] < end]
    loose = [(fact.start, fact.end) for fact in known if not any(a <= fact.start < b for a, b in spans)]
    made = [
        (span, [fact for fact in known if span[0] <= fact.start < span[1]])
        for span in sorted({*spans, *merged(loose)})
    ]
    return [(span, told) for span, told in made if told]


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap joined."""
    made: list[Span] = []
    for start, end in sorted(spans):
        if made and start < made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made

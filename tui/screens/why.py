"""Why? For each fact of a dispatch the sentence that says it, the rule and the confidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from tui.lang import tr
from tui.panes import reader_page
from tui.panes.reader_facts import Fact, facts
from tui.plain.cleaning import clean
from tui.screens.over import Over
from tui.widgets.lines import Footer
from tui.widgets.text_view import Block, TextView
from tui.widgets.wrapping import Span

if TYPE_CHECKING:
    from core import Release

STEPS = {
    "j": 1, "down": 1, "k": -1, "up": -1, "pagedown": 12, "space": 12, "pageup": -12,
    "g": -(10**9), "home": -(10**9), "G": 10**9, "end": 10**9,
}  # fmt: skip


class WhyScreen(Over[None]):
    """The grounds of one dispatch, or of the whole release."""

    closing = ("escape", "q", "w", "enter")

    def __init__(self, release: Release, n: int | None) -> None:
        super().__init__()
        self._release, self._n = release, n

    def compose(self) -> ComposeResult:
        """Sentences with their facts below them."""
        with Vertical(id="box"):
            yield TextView()
            yield Footer(id="hints")

    def on_mount(self) -> None:
        """Shows the grounds."""
        dispatch = next((one for one in self._release.dispatches if one.n == self._n), None)
        about = f": {reader_page.heading(dispatch)}" if dispatch else ""
        self.query_one("#box").border_title = f" {tr('Why?')}{about} ".replace("[", "\\[")
        text, blocks, layers = grounds(self._release, self._n)
        self.query_one(TextView).show(text, blocks, layers)
        self.query_one(TextView).focus()

    def on_resize(self) -> None:
        """The hints are as many as fit."""
        hints = [("Esc", tr("close")), ("j k", tr("scroll"))]
        self.call_after_refresh(lambda: self.query_one("#hints", Footer).tell(hints, ""))

    def press(self, key: str) -> bool:
        """Scrolls."""
        if key not in STEPS:
            return False
        view = self.query_one(TextView)
        view.scroll_to_row(min(max(view.scroll_offset.y + STEPS[key], 0), view.virtual_size.height))
        return True


def grounds(release: Release, n: int | None) -> tuple[str, list[Block], dict[str, list[Span]]]:
    """A text with a block a sentence: its words, then a line for each fact that they give.

    In it the words behind a fact are in the layer `official`, the facts in the layer `aside`.
    """
    text = ""
    blocks: list[Block] = []
    words: list[Span] = []
    asides: list[Span] = []
    for number, (sentence, found) in enumerate(by_sentence(release, n), 1):
        start = len(text)
        said = reader_page.flowing(release)[sentence[0] : sentence[1]].strip()
        shift = start - release.text.index(said[:1], sentence[0]) if said else 0
        text += f"{said}\n"
        words += merged((fact.start + shift, fact.end + shift) for fact in found)
        for fact in found:
            at = len(text)
            quoted = clean(release.text[fact.start : fact.end].replace("\n", " "))
            text += f"«{quoted}» → {tr(fact.kind)}: {fact.told}{fact.ground()}\n"
            asides.append((at, len(text)))
        blocks.append(Block(start, len(text), str(number)))
    return text, blocks, {"official": words, "aside": asides}


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
    return [(span, found) for span, found in made if found]


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap joined."""
    made: list[Span] = []
    for start, end in sorted(spans):
        if made and start < made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made

"""Walking through a release: by sentences, dispatches, hits and facts. Plain data, without a terminal.

The cursor is a sentence. It belongs to a dispatch, or to none where it stands between dispatches.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.panes.reader_facts import Fact, facts
from tui.widgets.wrapping import Span

if TYPE_CHECKING:
    from core import Dispatch, Release


@dataclass(slots=True)
class Walk:
    """Where the reader is in a release. A step returns the span to be shown, None past either end."""

    release: Release
    hits: tuple[Span, ...] = ()
    n: int | None = None  # number of the chosen dispatch
    sentence: Span | None = None
    hit: int | None = None  # which hit was gone to
    fact: Fact | None = None  # which fact is looked at
    dispatches: tuple[Dispatch, ...] = field(default=(), repr=False)  # in the order of the text
    known: tuple[Fact, ...] | None = field(default=None, repr=False)  # the facts, once they were asked for

    def __post_init__(self) -> None:
        self.dispatches = tuple(sorted(self.release.dispatches, key=_begin_of))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts of the release, found when first asked for."""
        if self.known is None:
            self.known = facts(self.release)
        return self.known

    @property
    def dispatch(self) -> Dispatch | None:
        """The chosen dispatch."""
        return next((one for one in self.dispatches if one.n == self.n), None)

    def open(self, n: int | None, hits: Sequence[Span]) -> Span | None:
        """Chooses dispatch `n`, at its first hit if it has one; the span of the hit or of the dispatch."""
        self.hits, self.hit, self.fact = tuple(hits), None, None
        self.n = n
        dispatch = self.dispatch
        if dispatch is None:
            self.n = self.sentence = None
            return None
        first = bisect_left(self.hits, dispatch.start, key=_begin)
        if first < len(self.hits) and self.hits[first][0] < dispatch.end:
            self.hit = first
            return self._to(self.hits[first])
        self.sentence = self.sentence_at(dispatch.start)
        return dispatch.start, dispatch.end

    def step_sentence(self, step: int, seen: Span) -> Span | None:
        """To the next (1) or previous (-1) sentence, or to the first in `seen` if the cursor is not."""
        sentences = self.release.sentences
        if self.sentence in sentences and touch(self.sentence, seen):
            to = sentences.index(self.sentence) + step
        else:
            to = bisect_left(sentences, seen[0], key=_begin)
            if to >= len(sentences) or sentences[to][0] >= seen[1]:
                to -= 1
        return self._to(sentences[to]) if 0 <= to < len(sentences) else None

    def step_dispatch(self, step: int) -> Span | None:
        """To the next or previous dispatch."""
        beyond = -1 if step > 0 else len(self.dispatches)
        at = next((i for i, one in enumerate(self.dispatches) if one.n == self.n), beyond)
        if not 0 <= at + step < len(self.dispatches):
            return None
        dispatch = self.dispatches[at + step]
        self.n, self.sentence, self.hit, self.fact = dispatch.n, self.sentence_at(dispatch.start), None, None
        return dispatch.start, dispatch.end

    def step_hit(self, step: int) -> Span | None:
        """To the next or previous hit in the whole release."""
        if self.hit is None:
            nearest = bisect_left(self.hits, self.sentence[0] if self.sentence else 0, key=_begin)
            to = nearest if step > 0 else nearest - 1
        else:
            to = self.hit + step
        if not 0 <= to < len(self.hits):
            return None
        self.hit = to
        return self._to(self.hits[to])

    def step_fact(self, step: int, seen: Span) -> Span | None:
        """To the next or previous fact, beginning at the cursor or at what can be seen."""
        if self.fact is not None:
            to = self.facts.index(self.fact) + step
        else:
            start = self.sentence if self.sentence and touch(self.sentence, seen) else seen
            nearest = bisect_left(self.facts, start[0], key=_begin_of)
            to = nearest if step > 0 else nearest - 1
        if not 0 <= to < len(self.facts):
            return None
        return self.look_at(self.facts[to])

    def look_at(self, fact: Fact) -> Span:
        """Looks at a fact."""
        span = self._to((fact.start, fact.end))
        self.fact = fact
        return span

    def go(self, at: int) -> Span:
        """To the sentence at `at`."""
        return self._to((at, at + 1))

    def fact_at(self, at: int) -> Fact | None:
        """The first fact told by the character at `at`."""
        return next((fact for fact in self.facts if fact.start <= at < fact.end), None)

    def sentence_at(self, at: int) -> Span | None:
        """The sentence at `at`; in a gap inside a dispatch the one that follows."""
        sentences = self.release.sentences
        index = bisect_right(sentences, at, key=_begin) - 1
        if index >= 0 and at < sentences[index][1]:
            return sentences[index]
        dispatch = self.dispatch_at(at)
        after = sentences[index + 1] if index + 1 < len(sentences) else None
        return after if dispatch and after and after[0] < dispatch.end else None

    def dispatch_at(self, at: int) -> Dispatch | None:
        """The dispatch to which the character at `at` belongs."""
        return next((one for one in self.dispatches if one.start <= at < one.end), None)

    def _to(self, span: Span) -> Span:
        dispatch = self.dispatch_at(span[0])
        self.n = dispatch.n if dispatch else None
        self.sentence = self.sentence_at(span[0])
        self.fact = None
        return span


def touch(one: Span | None, other: Span) -> bool:
    """Whether two spans share a character."""
    return one is not None and one[0] < other[1] and one[1] > other[0]


def _begin(span: Span) -> int:
    return span[0]


def _begin_of(one: Dispatch | Fact) -> int:
    return one.start

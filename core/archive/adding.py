"""Adding: documents are read, annotated without the lock, and kept in batches under it.

An input is acknowledged, in the progress and in the report, when store and index hold it durably. Batches end
by number, size or time, so that neither the cost of a release nor the memory grows with how many there are.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from core import reading
from core.archive.keeping import Keeper
from core.archive.workers import Outcome, each
from core.errors import Message
from core.model import Document
from core.pipeline import key_of
from core.results import Added, Progress, Report
from core.storing.layout import VISITS

BATCH_RELEASES = 500
BATCH_BYTES = 8 * 1024 * 1024
BATCH_SECONDS = 2.0

OnProgress = Callable[[Progress], None]


@dataclass(slots=True)
class _Ticket:
    """An input on its way: where it stands in the report, and its outcome as far as known."""

    number: int
    source: str
    key: str | None = None
    flags: tuple[str, ...] = ()
    reason: Message | None = None


@dataclass(slots=True)
class Adding:
    """One call of `add`."""

    keeper: Keeper
    progress: OnProgress | None = None
    stop: Callable[[], bool] | None = None
    total: int | None = None
    results: dict[int, Added] = field(default_factory=dict)
    batch: list[tuple[_Ticket, bytes | None]] = field(default_factory=list)
    size: int = 0
    begun: float = 0.0
    stopped: bool = False

    def run(self, inputs: Iterable[str | Path], jobs: int) -> Report:
        """Adds everything. Raises `Busy` and `ArchiveError`; what was acknowledged before stays."""
        named = list(inputs)
        self.keeper.begin()
        if self.progress:
            self.total = reading.count(named)
        visits = reading.Visits(self.keeper.store.folder / VISITS)
        for ticket, outcome in each(self._documents(reading.read(named, state=visits)), jobs):
            self._take(ticket, outcome)
        self._keep()
        self.keeper.end()
        if not self.stopped:
            with suppress(OSError):  # costs another fetch, no more
                visits.keep()
        return Report(tuple(self.results[number] for number in sorted(self.results)), self.stopped)

    def _documents(
        self, items: Iterable[Document | reading.Refusal]
    ) -> Iterator[tuple[_Ticket, Document | None]]:
        """A ticket for each input, with the document if it is to be annotated."""
        coming: set[str] = set()
        for number, item in enumerate(items):
            if self.stop and self.stop():
                self.stopped = True
                return
            if isinstance(item, reading.Refusal):
                yield _Ticket(number, item.source, reason=item.message), None
                continue
            ticket = _Ticket(number, item.source, key_of(item.text), item.flags)
            is_new = ticket.key not in coming and not self.keeper.knows(ticket.key)
            coming.add(ticket.key or "")
            yield ticket, item if is_new else None

    def _take(self, ticket: _Ticket, outcome: Outcome | None) -> None:
        """Puts an outcome to the batch. Refused and known ones wait there too: the report keeps the order."""
        if isinstance(outcome, Message):
            ticket.reason = outcome
        line = outcome if isinstance(outcome, bytes) else None
        if not self.batch:
            self.begun = time.monotonic()
        self.batch.append((ticket, line))
        self.size += len(line or b"")
        is_full = len(self.batch) >= BATCH_RELEASES or self.size >= BATCH_BYTES
        if is_full or time.monotonic() - self.begun >= BATCH_SECONDS:
            self._keep()

    def _keep(self) -> None:
        """Makes the batch durable and acknowledges it."""
        new = {ticket.key: line for ticket, line in self.batch if line and ticket.key}
        added = self.keeper.keep(new) if new else frozenset()
        for ticket, line in self.batch:
            self.results[ticket.number] = _result(ticket, line is not None and ticket.key in added)
        if self.progress and self.batch:
            self.progress(Progress(len(self.results), self.total, self.batch[-1][0].source))
        self.batch, self.size = [], 0


def _result(ticket: _Ticket, is_added: bool) -> Added:
    if ticket.reason is not None:
        return Added(ticket.source, "refused", None, ticket.reason)
    return Added(ticket.source, "added" if is_added else "known", ticket.key, None, ticket.flags)

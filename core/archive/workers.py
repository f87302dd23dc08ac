"""Annotating documents one by one, or side by side in worker processes, in the order in which they came."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

from core.errors import Message
from core.model import Document

_AHEAD = 4  # documents a worker may have waiting for it

Ticket = TypeVar("Ticket")
Outcome = bytes | Message  # the release as a line of JSON, or why there is none


def annotated(document: Document) -> Outcome:
    """The release as it is stored. Never raises: one document must not stop the rest."""
    from core.pipeline import process
    from core.storing import records

    try:
        return records.encode(process(document))
    except UnicodeEncodeError:
        return Message("holds half a character, which no file can hold")
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        return Message("can't be annotated ({reason}). Please report it with the text.", {"reason": reason})


def each(
    documents: Iterable[tuple[Ticket, Document | None]], jobs: int
) -> Iterator[tuple[Ticket, Outcome | None]]:
    """The outcome for each document under its ticket, in their order; None for a ticket without one."""
    if jobs < 2:
        for ticket, document in documents:
            yield ticket, None if document is None else annotated(document)
        return
    with _Pool(jobs) as pool:
        waiting: deque[tuple[Ticket, Document | None, Future[Outcome] | None]] = deque()
        for ticket, document in documents:
            waiting.append((ticket, document, None if document is None else pool.submit(document)))
            if len(waiting) > jobs * _AHEAD:
                yield pool.next(waiting)
        while waiting:
            yield pool.next(waiting)


class _Pool:
    """Worker processes. One that dies takes no other document with it than the one that killed it."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._executor = self._start()

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        # «spawn»: a forked worker would share the lock of the archive and keep it when this process dies
        return ProcessPoolExecutor(self._jobs, get_context("spawn"), initializer=_end_with_parent)

    def submit(self, document: Document) -> Future[Outcome]:
        """Gives a document to a worker."""
        try:
            return self._executor.submit(annotated, document)
        except BrokenProcessPool:
            self._executor = self._start()
            return self._executor.submit(annotated, document)

    def next(
        self, waiting: deque[tuple[Ticket, Document | None, Future[Outcome] | None]]
    ) -> tuple[Ticket, Outcome | None]:
        """The outcome of the first that waits."""
        ticket, document, future = waiting.popleft()
        if document is None or future is None:
            return ticket, None
        try:
            return ticket, future.result()
        except BrokenProcessPool:
            return ticket, self._alone(document)

    def _alone(self, document: Document) -> Outcome:
        """Tries a document once more with nobody beside it: some document ended a worker, maybe this one."""
        with ProcessPoolExecutor(1, get_context("spawn"), initializer=_end_with_parent) as single:
            try:
                return single.submit(annotated, document).result()
            except BrokenProcessPool:
                return Message("ended the process that annotated it. Please report it with the text.")


def _end_with_parent() -> None:
    """Lets a worker end when the process that started it is gone, killed for instance."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after(parent.join), daemon=True).start()


def _end_after(wait: Callable[[], None]) -> Callable[[], None]:
    def watch() -> None:
        wait()
        os._exit(1)

    return watch

"""Questions to the archive beside the event loop: the newest counts, late answers are thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Event

import pytest

from core import Archive
from tui.work import FIND, Answered, Work


class Desk:
    """Where answers arrive, as in the event loop."""

    def __init__(self, archive: Archive) -> None:
        self.came: Queue[Answered] = Queue()
        self.work = Work(archive, self.came.put)  # type: ignore[arg-type]
        self.told: list[object] = []

    def hold(self) -> Event:
        """Keeps the thread busy until the event is set."""
        begun, go_on = Event(), Event()
        self.work.look("hold", lambda _: (begun.set(), go_on.wait(10)), lambda _: None)
        assert begun.wait(10)
        return go_on

    def answers(self, count: int) -> list[Exception | None]:
        """Hands on as many answers as are awaited."""
        return [self.work.answered(self.came.get(timeout=10)) for _ in range(count)]


@pytest.fixture
def desk(samples: Path) -> Iterator[Desk]:
    with Archive(samples) as archive:
        made = Desk(archive)
        yield made
        made.work.close()


def test_a_question_is_answered_from_the_archive(desk: Desk) -> None:
    desk.work.look(FIND, lambda archive: archive.find("посол").total, desk.told.append)
    assert desk.answers(1) == [None]
    assert desk.told and int(str(desk.told[0])) > 10
    assert not desk.work.busy


def test_one_that_waits_is_replaced_by_the_next_key(desk: Desk) -> None:
    go_on = desk.hold()
    ran: list[int] = []
    for number in range(5):
        desk.work.look(FIND, lambda _, number=number: ran.append(number) or number, desk.told.append)
    go_on.set()
    desk.answers(2)
    assert ran == [4] == desk.told


def test_a_late_answer_is_thrown_away(desk: Desk) -> None:
    begun, go_on = Event(), Event()
    desk.work.look(FIND, lambda _: (begun.set(), go_on.wait(10)), lambda _: desk.told.append("late"))
    assert begun.wait(10)
    desk.work.look(FIND, lambda _: "new", desk.told.append)
    go_on.set()
    desk.answers(2)
    assert desk.told == ["new"]


def test_finding_comes_before_all_else_that_waits(desk: Desk) -> None:
    go_on = desk.hold()
    for kind in ("page", "complete", FIND):
        desk.work.look(kind, lambda _, kind=kind: kind, desk.told.append)
    go_on.set()
    desk.answers(4)
    assert desk.told == [FIND, "page", "complete"]


def test_a_question_can_be_forgotten(desk: Desk) -> None:
    go_on = desk.hold()
    desk.work.look("read", lambda _: "read", desk.told.append)
    desk.work.forget("read")
    go_on.set()
    desk.answers(1)
    assert desk.told == [] and not desk.work.busy


def test_an_error_is_told_and_the_thread_goes_on(desk: Desk) -> None:
    desk.work.look(FIND, lambda _: 1 / 0, desk.told.append)
    (error,) = desk.answers(1)
    assert isinstance(error, ZeroDivisionError) and desk.told == []
    desk.work.look(FIND, lambda _: "well", desk.told.append)
    assert desk.answers(1) == [None] and desk.told == ["well"]


def test_closing_ends_the_thread(desk: Desk) -> None:
    desk.work.close()
    assert not desk.work._thread.is_alive()

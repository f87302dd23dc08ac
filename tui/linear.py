"""`depesha --plain`: the archive line by line, for screen readers and terminals that cannot draw.

A prompt, an answer in whole lines, a prompt again: nothing is drawn over, nothing is said by place or
colour. Whatever is listed is numbered; a number chooses it. Single letters are commands, under the Russian
layout too; anything else is a query.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui import exporting
from tui.keys import LATIN_OF
from tui.lang import number, say, tr, trn
from tui.panes import reader_copy
from tui.panes.reader_facts import facts
from tui.plain import naming
from tui.plain.cleaning import clean
from tui.state import Wish

if TYPE_CHECKING:
    from core import Archive, Dispatch, FacetCount, Hit, Hits, Release

PAGE = 10  # entries read out at once
LISTED = {"c": "country", "o": "official", "e": "event", "m": "month"}
HELP = (
    ("3", "a number: read, or choose, what was listed under it"),
    ("n", "next: more of the list, or the next dispatch"),
    ("p", "previous"),
    ("l", "list the dispatches again"),
    ("c", "countries with their counts"),
    ("o", "officials with their counts"),
    ("e", "kinds of events with their counts"),
    ("m", "months with their counts"),
    ("x", "take the last narrowing back"),
    ("w", "why: what is known of the dispatch, with rule and confidence"),
    ("i", "citation: the first sentence with source and date"),
    ("s FILE", "save what was found: md, txt, html, docx, csv, json"),
    ("a PATH", "add files, folders or addresses"),
    ("h", "this help"),
    ("q", "leave"),
    ("/ WORDS", "look for words, also for a single letter"),
)


class Session:
    """A conversation about an archive. `tell` writes a line, `ask` reads one or raises `EOFError`."""

    def __init__(self, archive: Archive, tell: Callable[[str], None], ask: Callable[[str], str]) -> None:
        self.archive, self.ask = archive, ask
        self._tell = tell
        self.wish = Wish()
        self.hits: Hits | None = None
        self.offset = 0  # of the first entry that was listed
        self.reading: int | None = None  # which of the hits is read
        self._choices: Sequence[Callable[[], None]] = ()
        self._further: Callable[[int], None] = self._page
        self._commands: dict[str, Callable[[], object]] = {
            "n": lambda: self._further(1),
            "p": lambda: self._further(-1),
            "l": lambda: self._page(0),
            "x": self._wider,
            "w": self._why,
            "i": self._cite,
            "h": self._help,
            "?": self._help,
        }

    def run(self) -> None:
        """Talks until the user leaves."""
        if self.hits is None:
            self._find(Wish())
        self.tell(tr("Type words to look for, h for help, q to leave."))
        while True:
            try:
                line = self.ask("> ").strip()
            except EOFError:
                return
            if latin(line) == "q":
                return
            if line:
                self.answer(line)

    def answer(self, line: str) -> None:
        """Does what one line asks for; an error is told."""
        from core import DepeshaError

        try:
            self._answer(line)
        except DepeshaError as error:
            self.tell(say(error.message))
        except OSError as error:
            self.tell(str(error))

    def tell(self, line: str) -> None:
        """Writes one clean line."""
        self._tell(clean(line))

    def _answer(self, line: str) -> None:
        letter, _, rest = line.partition(" ")
        command = latin(letter)
        if line.isdecimal():
            self._choose(int(line))
        elif not rest and command in self._commands:
            self._commands[command]()
        elif not rest and command in LISTED:
            self._list(LISTED[command])
        elif rest and command == "s":
            self._save(rest.strip())
        elif rest and command == "a":
            self.add(rest.split())
        else:
            self._find(self.wish.typed(line.removeprefix("/").strip()))

    # -- dispatches
    def _find(self, wish: Wish) -> None:
        self.hits = self.archive.find(wish.query, wish.narrowing, limit=PAGE)
        self.wish, self.offset = wish, 0
        for notice in self.hits.notices:
            self.tell(say(notice))
        self._page(0)

    def _page(self, by: int) -> None:
        """Lists a page of the dispatches: this one (0), the next (1), the one before (-1)."""
        total = self.hits.total if self.hits else 0
        offset = self.offset + by * PAGE
        if by and not 0 <= offset < total:
            self.tell(tr("That was the last one.") if by > 0 else tr("That was the first one."))
            return
        self.offset, self.reading, self._further = offset, None, self._page
        rows = self.archive.find(
            self.wish.query, self.wish.narrowing, limit=PAGE, offset=offset, facets=False
        ).rows
        self.tell(self._sums(total))
        for at, hit in enumerate(rows, offset + 1):
            self.tell(f"{at}. {_row(hit)}")
        if offset + PAGE < total:
            self.tell(tr("n lists more."))
        self._choices = [lambda at=at: self._read(at) for at in range(offset, offset + len(rows))]  # type: ignore[misc]

    def _sums(self, total: int) -> str:
        narrowed = [
            f"{tr(choice.field)}: {self._label(choice.field, choice.value)}"
            for choice in self.wish.narrowing.choices
        ]
        told = trn(total, "{n} dispatch|{n} dispatches")
        return "; ".join((*([self.wish.query] if self.wish.query else []), *narrowed, told))

    def _label(self, field: str, value: str) -> str:
        counts = self.hits.facets.get(field, ()) if self.hits else ()
        return next((naming.facet_label(field, one) for one in counts if one.value == value), value)

    def _read(self, at: int) -> None:
        """Reads one of the hits, sentence by sentence."""
        total = self.hits.total if self.hits else 0
        if not 0 <= at < total:
            self.tell(tr("That was the first one.") if at < 0 else tr("That was the last one."))
            return
        (hit,) = self.archive.find(
            self.wish.query, self.wish.narrowing, limit=1, offset=at, facets=False
        ).rows
        release, dispatch = self._taken(hit)
        self.reading, self._further = at, lambda by: self._read(at + by)
        self.tell(tr("Dispatch {n} of {total}", n=number(at + 1), total=number(total)))
        self.tell(
            f"{naming.country(dispatch.host)}, {naming.event(dispatch.event)}. {reader_copy.origin(release)}"
        )
        for start, end in release.sentences:
            if dispatch.start <= start < dispatch.end:
                self.tell(reader_copy.sentence(release, (start, end)))
        for official in dispatch.officials:
            post = official.post_full or official.post or tr("post not stated")
            self.tell(f"{tr('official')}: {official.name}, {post}")

    def _taken(self, hit: Hit) -> tuple[Release, Dispatch]:
        release = self.archive.release(hit.key)
        return release, next(one for one in release.dispatches if one.n == hit.n)

    def _now(self) -> tuple[Release, Dispatch] | None:
        """The dispatch that was read last; tells if there is none."""
        if self.reading is None:
            self.tell(tr("Read a dispatch first: type its number."))
            return None
        rows = self.archive.find(
            self.wish.query, self.wish.narrowing, limit=1, offset=self.reading, facets=False
        ).rows
        return self._taken(rows[0]) if rows else None

    def _why(self) -> None:
        now = self._now()
        for fact in facts(now[0]) if now else ():
            if now and now[1].start <= fact.start < now[1].end:
                self.tell(f"«{reader_copy.sentence(now[0], (fact.start, fact.end))}», {fact.line()}")

    def _cite(self) -> None:
        now = self._now()
        if now:
            release, dispatch = now
            inside = (span for span in release.sentences if dispatch.start <= span[0] < dispatch.end)
            self.tell(reader_copy.citation(release, next(inside, (dispatch.start, dispatch.end))))

    # -- narrowing
    def _list(self, field: str, offset: int = 0) -> None:
        """Lists the values of a facet; a number narrows by one."""
        values = self.hits.facets.get(field, ()) if self.hits else ()
        if offset and not 0 <= offset < len(values):
            self.tell(tr("That was the last one.") if offset > 0 else tr("That was the first one."))
            return
        self._further = lambda by: self._list(field, offset + by * PAGE)
        shown = values[offset : offset + PAGE]
        for at, value in enumerate(shown, offset + 1):
            self.tell(f"{at}. {naming.facet_label(field, value)}, {number(value.count)}")
        if offset + PAGE < len(values):
            self.tell(tr("n lists more."))
        if not values:
            self.tell(tr("There is nothing to list."))
        self.offset, self._choices = offset, [self._narrowing(field, value) for value in shown]

    def _narrowing(self, field: str, value: FacetCount) -> Callable[[], None]:
        from core import Choice

        return lambda: self._find(self.wish.only(Choice(field, value.value)))

    def _choose(self, at: int) -> None:
        at -= self.offset + 1
        if 0 <= at < len(self._choices):
            self._choices[at]()
        else:
            self.tell(tr("Nothing is listed under this number."))

    def _wider(self) -> None:
        self._find(self.wish.wider())

    # -- the rest
    def _save(self, name: str) -> None:
        wrong = exporting.wrong(name)
        if wrong:
            self.tell(wrong)
            return
        export = exporting.Export(Path(name).expanduser(), self.wish)
        while not export.step(self.archive):
            pass
        self.tell(
            trn(export.write(), "{n} dispatch saved to {path}|{n} dispatches saved to {path}", path=name)
        )

    def _help(self) -> None:
        for key, meaning in HELP:
            self.tell(f"{key}: {tr(meaning)}")

    def add(self, paths: Sequence[str]) -> None:
        """Adds files, folders or addresses and tells what became of them."""
        report = self.archive.add(paths)
        for result in report.results:
            if result.state == "refused":
                self.tell(f"{result.source}: {say(result.reason) if result.reason else tr('refused')}")
        self.tell(trn(report.count("added"), "{n} release added|{n} releases added"))
        self._find(self.wish)


def latin(letter: str) -> str:
    """A command letter as under QWERTY."""
    return LATIN_OF.get(letter, letter) if len(letter) == 1 else letter


def _row(hit: Hit) -> str:
    host = naming.country(hit.host) if hit.host else tr("no host")
    return f"{hit.date or '–'}, {host}, {naming.event(hit.event)}: {hit.headline}"


def run(folder: Path, paths: Sequence[str]) -> int:
    """Opens the archive, adds what is named, and talks; the exit status."""
    from contextlib import suppress

    from core import Archive

    with suppress(ImportError):
        import readline  # noqa: F401 - gives `input` its editing and history
    with Archive(folder) as archive:
        session = Session(archive, print, input)
        if paths:
            session.add(paths)
        session.run()
    return 0

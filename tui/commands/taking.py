"""Taking something along: to the clipboard, into a file, into an editor, to the source."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from tui.commands.base import BROWSING, DISPATCHES, READER, Command
from tui.lang import tr, trn
from tui.panes import reader_copy
from tui.plain.cleaning import clean

if TYPE_CHECKING:
    from core import Archive
    from tui.app import Depesha
    from tui.exporting import Export as Exporting
    from tui.panes.reader_walk import Walk


class Copy(Command):
    """Something of the text, sent to the terminal's clipboard."""

    panes = (DISPATCHES, READER)
    sent: ClassVar[str]  # what the footer says was sent

    @classmethod
    def ready(cls, app: Depesha) -> bool:
        return app.main.reader.walk is not None

    @classmethod
    def text(cls, walk: Walk) -> str:
        """What is copied; nothing where the cursor is on nothing of the kind."""
        raise NotImplementedError

    @classmethod
    def run(cls, app: Depesha) -> None:
        walk = app.main.reader.walk
        text = cls.text(walk) if walk else ""
        if not text:
            app.say(tr("There is nothing to copy here."))
            return
        way = _send(app, text)
        app.say(
            tr(
                "{what} sent to the clipboard ({way}); {key} saves to a file",
                what=tr(cls.sent),
                way=way,
                key="e",
            )
        )


class CopySentence(Copy):
    name, keys, title, sent = "copy", ("y",), "copy the sentence", "sentence"
    hint, weight = "copy", 40

    @classmethod
    def text(cls, walk: Walk) -> str:
        return reader_copy.sentence(walk.release, walk.sentence) if walk.sentence else ""


class CopyDispatch(Copy):
    name, keys, title, sent = "copy_dispatch", ("Y",), "copy the dispatch", "dispatch"

    @classmethod
    def text(cls, walk: Walk) -> str:
        return reader_copy.dispatch(walk.release, walk.dispatch) if walk.dispatch else ""


class CopyCitation(Copy):
    name, keys, title, sent = (
        "copy_citation",
        ("C",),
        "copy the sentence as a citation with source and date",
        "citation",
    )

    @classmethod
    def text(cls, walk: Walk) -> str:
        return reader_copy.citation(walk.release, walk.sentence) if walk.sentence else ""


class Export(Command):
    """What is shown, into a file: the dispatch read, the dispatches marked, or all that were found."""

    name, keys, title = "export", ("e",), "save what is shown to a file: md, txt, html, docx, csv, json"
    hint, weight = "save", 15
    panes = BROWSING

    @classmethod
    def run(cls, app: Depesha) -> None:
        from tui import exporting
        from tui.screens.prompt import Prompt

        question, stem, places = cls.shown(app)

        def named(name: str | None) -> None:
            why = exporting.wrong(name) if name else ""
            if why:
                app.say(why)
            elif name:
                path = Path(name).expanduser()
                _export(app, exporting.Export(path, app.state.wish, _sort(app), places))

        app.push_screen(Prompt(question, exporting.suggested(stem)), named)

    @classmethod
    def shown(cls, app: Depesha) -> tuple[str, str, tuple[str, ...]]:
        """The question, the stem of the file's name, and the places of the dispatches if they are few."""
        walk = app.main.reader.walk
        if app.main.focused_name == READER and walk and walk.n is not None:
            return tr("Save the dispatch as:"), walk.release.id, (f"{walk.release.key}/{walk.n}",)
        marks = tuple(app.state.marks)
        if marks:
            return (
                trn(len(marks), "Save {n} marked dispatch as:|Save {n} marked dispatches as:"),
                "depesha",
                marks,
            )
        total = app.found.hits.total if app.found else 0
        return trn(total, "Save {n} dispatch as:|Save {n} dispatches as:"), "depesha", ()


class Edit(Command):
    """A copy of what is shown, in the user's editor or pager."""

    name, keys, title = "edit", ("E",), "open what is shown in $EDITOR, or in $PAGER"
    panes = BROWSING

    @classmethod
    def run(cls, app: Depesha) -> None:
        from tui import exporting, outside

        walk = app.main.reader.walk
        if app.main.focused_name == READER and walk:
            name = f"{Path(walk.release.id).name}.txt"
            _said(app, outside.edit(app, name, _text(walk)))
            return
        _, stem, places = Export.shown(app)
        export = exporting.Export(Path(f"{stem}.md"), app.state.wish, _sort(app), places)
        _collect(app, export, lambda: _said(app, outside.edit(app, export.path.name, export.text())))


class OpenSource(Command):
    """Where the release was read from: the file in the pager, the address in the browser."""

    name, keys, title = (
        "open_source",
        ("o",),
        "open the source: the file in $PAGER, the address in the browser",
    )
    hint, weight = "source", 20
    panes = (READER,)

    @classmethod
    def run(cls, app: Depesha) -> None:
        from tui import outside

        walk = app.main.reader.walk
        if walk is None:
            return
        source = walk.release.url or walk.release.source
        if source.startswith(outside.WEB):
            cls._address(app, source)
        elif _readable(Path(source)):
            _said(app, outside.page(app, Path(source)))
        else:  # moved, packed, or of another encoding: the text as it was read
            _said(app, outside.edit(app, "source.txt", _text(walk), pager=True))

    @staticmethod
    def _address(app: Depesha, address: str) -> None:
        from tui.outside import has_browser

        if has_browser(os.environ):
            app.open_url(address)
            app.say(clean(address))
        else:
            way = _send(app, address)
            app.say(tr("{address} sent to the clipboard ({way})", address=clean(address), way=way))


def _send(app: Depesha, text: str) -> str:
    """Sends text to the clipboard, in step with what is drawn; the way it went."""
    from tui.clipboard import send

    def write(codes: str) -> None:
        if app._driver is not None:
            app._driver.write(codes)
            app._driver.flush()

    return send(text, write, os.environ)


def _text(walk: Walk) -> str:
    return "\n".join(map(clean, walk.release.text.split("\n"))) + "\n"


def _readable(path: Path) -> bool:
    """Whether the pager shows the file as it is: text in UTF-8."""
    try:
        path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return False
    return path.suffix.lower() in (".txt", ".md", ".html", ".htm", ".eml")


def _said(app: Depesha, trouble: str) -> None:
    if trouble:
        app.say(trouble)


def _sort(app: Depesha) -> str:
    return "rank" if app.state.sorts.get(DISPATCHES) == "rank" else "date"


def _export(app: Depesha, export: Exporting) -> None:
    """Collects and writes, then tells of it."""

    def write(_archive: Archive) -> int:
        return export.write()

    def written(count: int) -> None:
        told = trn(
            count, "{n} dispatch saved to {path}|{n} dispatches saved to {path}", path=clean(str(export.path))
        )
        app.say(told)

    _collect(app, export, lambda: app.look("export", write, written))


def _collect(app: Depesha, export: Exporting, then: Callable[[], None]) -> None:
    """Fetches page after page beside the event loop; other questions are answered in between."""

    def fetched(whole: bool) -> None:
        if whole:
            then()
        else:
            app.say(trn(len(export.hits), "{n} dispatch collected|{n} dispatches collected"))
            app.look("export", export.step, fetched)

    app.look("export", export.step, fetched)


COMMANDS: tuple[type[Command], ...] = (CopySentence, CopyDispatch, CopyCitation, Export, Edit, OpenSource)

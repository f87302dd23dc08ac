"""Export of what is shown: the ending of the file's name tells the form.

Dispatches are collected a page at a time, so that other questions to the archive are answered in between.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tui.lang import tr
from tui.plain import review, review_forms, rows

if TYPE_CHECKING:
    from core import Archive, Dispatch, Hit, Release
    from tui.state import Wish

PAGE = 200  # dispatches fetched at once
TABLES = (".csv", ".jsonl", ".json")  # of these a row of the answer is enough
TEXTS = {".md": "markdown", ".txt": "text", ".html": "html"}
ENDINGS = (*TEXTS, ".docx", *TABLES)


@dataclass(slots=True)
class Export:
    """Dispatches on their way into a file: those of `wish`, or those named by `places` («release key/n»)."""

    path: Path
    wish: Wish
    sort: str = "date"
    places: Sequence[str] = ()
    hits: list[Hit] = field(default_factory=list)
    told: list[tuple[Release, Dispatch]] = field(default_factory=list)

    @property
    def ending(self) -> str:
        """The ending of the file's name."""
        return self.path.suffix.lower()

    def step(self, archive: Archive) -> bool:
        """Fetches one page; True when there are no more, then `write` may come. Raises `ArchiveError`."""
        before = len(self.hits)
        pairs = self._named(archive, before) if self.places else self._found(archive, before)
        for hit, release in pairs:
            self.hits.append(hit)
            if release is not None:
                self.told.append((release, next(one for one in release.dispatches if one.n == hit.n)))
        return len(self.hits) - before < PAGE

    def write(self) -> int:
        """Writes the file, whole or not at all; the number of dispatches in it. Raises `OSError`.

        A press review leaves out ledes, which repeat their dispatches.
        """
        fresh = self.path.with_name(f".{self.path.name}.{os.getpid()}.new")
        try:
            if self.ending == ".docx":
                from tui.plain.review_docx import write

                write(self._review(), fresh, diff=False)
            else:
                fresh.write_text(self.text(), encoding="utf-8", errors="replace")
            fresh.replace(self.path)
        finally:
            fresh.unlink(missing_ok=True)
        return len(self.hits) if self.ending in TABLES else sum(hit.n > 0 for hit in self.hits)

    def text(self) -> str:
        """The export as text."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        if self.ending == ".csv":
            yield from rows.csv_lines(rows.HIT_COLUMNS, map(rows.hit_cells, self.hits))
        elif self.ending == ".jsonl":
            yield from (json.dumps(rows.hit_row(hit), ensure_ascii=False) for hit in self.hits)
        elif self.ending == ".json":
            yield json.dumps({"hits": [rows.hit_row(hit) for hit in self.hits]}, ensure_ascii=False, indent=1)
        else:
            yield from review_forms.WRITERS[TEXTS.get(self.ending, "markdown")](self._review(), False)

    def _review(self) -> review.Review:
        query = self.wish.query.strip()
        title = tr("Press review: {query}", query=query) if query else tr("Press review")
        return review.review(self.told, by="country", title=title)

    def _found(self, archive: Archive, offset: int) -> Iterator[tuple[Hit, Release | None]]:
        wish = self.wish
        found = archive.find(
            wish.query, wish.narrowing, sort=self.sort, limit=PAGE, offset=offset, facets=False, excerpts=True
        )
        for hit in found.rows:
            yield hit, None if self.ending in TABLES else archive.release(hit.key)

    def _named(self, archive: Archive, offset: int) -> Iterator[tuple[Hit, Release | None]]:
        for place in self.places[offset : offset + PAGE]:
            key, _, n = place.rpartition("/")
            release = archive.release(key)
            dispatch = next((one for one in release.dispatches if str(one.n) == n), None)
            if dispatch is not None:
                yield hit_of(release, dispatch), release


def hit_of(release: Release, dispatch: Dispatch) -> Hit:
    """A dispatch as a row, as the index would give it."""
    from core import Hit

    return Hit(
        key=release.key,
        n=dispatch.n,
        release_id=release.id,
        source=release.source,
        start=dispatch.start,
        end=dispatch.end,
        date=release.day,
        host=dispatch.host,
        event=dispatch.event,
        headline=" ".join(release.text[dispatch.start : dispatch.start + 200].split()),
        sender=release.sender,
        agency=release.dateline.agency if release.dateline else None,
        countries=dispatch.mentioned,
        officials=tuple(official.name for official in dispatch.officials),
    )


def suggested(stem: str, folder: Path | None = None) -> str:
    """A name for the file that is not taken: «depesha-2026-03-10.md», «depesha-2026-03-10-2.md»."""
    folder = folder or Path()
    name, number = f"{stem}-{date.today().isoformat()}", 2
    tried = f"{name}.md"
    while (folder / tried).exists():
        tried = f"{name}-{number}.md"
        number += 1
    return tried


def wrong(name: str) -> str:
    """Why a name will not do as the name of the file; nothing if it will."""
    path = Path(name).expanduser()
    if path.suffix.lower() not in ENDINGS:
        return tr("The ending tells the form: {endings}.", endings=" ".join(ENDINGS))
    if path.exists():
        return tr("{path} exists already; nothing is overwritten.", path=name)
    if not path.absolute().parent.is_dir():
        return tr("There is no folder {path}.", path=str(path.parent))
    return ""

"""Opening the archive that options and settings name, and asking it for all hits of a query."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from tui.lang import say
from tui.plain import settings
from tui.plain.cleaning import clean
from tui.plain.terminal import warn

if TYPE_CHECKING:
    from core import Archive, Hit, Hits, Narrowing

PAGE = 500  # hits asked for at once


def archive(chosen: Namespace) -> Archive:
    """The archive, open, and told what had to be made good. Raises `ArchiveError` where files forbid it."""
    from core import Archive

    found = Archive(settings.archive_folder(chosen.archive), wait=settings.held("wait", chosen.wait).value)
    for notice in found.notices:
        warn(clean(f"depesha: {say(notice)}"))
    tries = settings.held("tries", chosen.tries)
    if tries.ground != "default":  # the index is opened for it
        found.tries = frozenset(tries.value.replace(",", " ").split())
    return found


def hits(
    archive: Archive,
    query: str,
    *,
    narrowing: Narrowing | None = None,
    sort: str = "date",
    limit: int | None = None,
    facets: bool = False,
    excerpts: bool = False,
) -> tuple[Hits, Iterator[Hit]]:
    """The first page of the answer, and all hits up to `limit`, read page by page as they are asked for."""
    from core import Narrowing

    ask = partial(archive.find, query, narrowing or Narrowing(), sort=sort, excerpts=excerpts)
    wanted = PAGE if limit is None else min(PAGE, max(limit, 0))
    first = ask(limit=wanted, facets=facets)

    def rest() -> Iterator[Hit]:
        yield from first.rows
        end = first.total if limit is None else min(first.total, max(limit, 0))
        for offset in range(len(first.rows), end if first.rows else 0, PAGE):
            yield from ask(limit=min(PAGE, end - offset), offset=offset, facets=False).rows

    return first, rest()

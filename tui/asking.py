"""Questions to the archive in the words of the screen: a wish, a sort, a page of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core import Hit, Hits
from tui.state import Wish

if TYPE_CHECKING:
    from core import Archive


def page(
    archive: Archive,
    wish: Wish,
    sort: str,
    offset: int,
    limit: int,
    *,
    facets: bool = True,
    typing: bool = False,
) -> tuple[tuple[Hit, ...], Hits]:
    """Rows `offset` to `offset + limit` in the order of `sort`, and the answer they come from."""

    def find(first: int, count: int, facets: bool) -> Hits:
        return archive.find(
            wish.query,
            wish.narrowing,
            sort="rank" if sort == "rank" else "date",
            limit=count,
            offset=first,
            facets=facets,
            typing=typing,
        )

    if sort != "oldest":
        hits = find(offset, limit, facets)
        return hits.rows, hits
    # the archive answers newest first: the oldest are the end of that list
    hits = find(0, 0, facets)
    end = max(hits.total - offset, 0)
    first = max(end - limit, 0)
    return find(first, end - first, facets=False).rows[::-1], hits


def total(archive: Archive, wish: Wish) -> int:
    """How many dispatches meet a wish."""
    return archive.find(wish.query, wish.narrowing, limit=0, facets=False).total

"""Export: of each release what it was read from, so that adding the lines makes the same archive again."""

from __future__ import annotations

import json
from collections.abc import Iterator

from core.storing.store import Store


def lines(store: Store) -> Iterator[str]:
    """A JSON object for each release, by date; `core.reading.lines` reads them."""
    for release in store.releases():
        told = {
            "id": release.id,
            "source": release.source,
            "date": release.page_date,
            "title": release.headline,
            "url": release.url,
            "encoding": release.encoding,
            "flags": list(release.flags),
            "text": release.text,
        }
        yield json.dumps(told, ensure_ascii=False)

"""The card of an official as rows: posts over time, countries met, spellings, namesakes, dispatches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.lang import number, tr
from tui.plain import naming
from tui.plain.cards import span
from tui.plain.cleaning import clean
from tui.widgets.line_list import Cells, fit

if TYPE_CHECKING:
    from core import Card, Held, Hit, Hits

EIGHTHS = " ▁▂▃▄▅▆▇█"
BAR = 12  # cells of the longest bar
MET = 8  # countries met that are listed
DISPATCHES = 100  # dispatches that are listed


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the card. kind: head text post months country spelling same dispatch.

    value: what it is about, an ISO code, the key of a spelling or a card, or «release key/n».
    """

    kind: str
    left: str = ""
    text: str = ""
    value: str = ""
    share: float = 0.0  # length of the bar, 0 to 1


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive knows of an official: card, dispatches with facets, cards that may be the same."""

    card: Card
    hits: Hits
    same: tuple[Card, ...] = ()


def rows(known: Known) -> list[Row]:
    """All rows of the card."""
    card = known.card
    parts = (
        (tr("Posts"), [_post(held) for held in card.posts]),
        (tr("Months"), list(_months(known.hits))),
        (tr("Countries met"), list(_met(card.countries_met))),
        (tr("Spellings"), list(_spellings(card))),
        (
            tr("May be the same person"),
            [Row("same", other.name, _latest(other), other.key) for other in known.same],
        ),
        (f"{tr('Dispatches')} {number(known.hits.total)}", [_dispatch(hit) for hit in known.hits.rows]),
    )
    made: list[Row] = []
    for title, lines in parts:
        if lines:
            made += [*([Row("text")] if made else []), Row("head", title), *lines]
    return made


def cells(row: Row, width: int) -> Cells:
    """A row in columns: dates and counts on the left, so that the eye runs down them."""
    if row.kind in ("head", "text"):
        return [(fit(f" {row.left}", width), "list--accent")]
    if row.kind == "dispatch":
        host = 14 if width >= 60 else 0
        left = [(f"  {row.left[:10]:<10}  ", "list--dim"), (fit(row.left[10:], host), "list--accent")]
        return [*left, (fit(f"{' ' if host else ''}{row.text}", width - 14 - host), "")]
    if row.kind == "country":
        heavy = max(round(row.share * BAR), 1)
        name = min(width - BAR - 12, 24)
        bar = ("━" * heavy + " " * (BAR - heavy), "list--bar")
        return [(fit(f"  {row.left}", name), ""), bar, (fit(f" {row.text}", width - name - BAR), "list--dim")]
    dated = row.kind in ("post", "months")
    column = min(25 if dated else 32, width // 2)
    styles = ("list--dim", "") if dated else ("", "list--dim")
    return [(fit(f"  {row.left}", column), styles[0]), (fit(f" {row.text}", width - column), styles[1])]


def _post(held: Held) -> Row:
    return Row("post", span(held) or "–", clean(held.post), held.country or "")


def _months(hits: Hits) -> Iterator[Row]:
    """The dispatches by month as small bars, from the first month to the last."""
    counts = {one.value: one.count for one in hits.facets.get("month", ()) if one.value}
    if len(counts) < 2:
        return
    every = _every(min(counts), max(counts))[-48:]
    most = max(counts.values())
    bars = "".join(EIGHTHS[-(-counts.get(one, 0) * 8 // most)] for one in every)
    yield Row("months", f"{every[0]} … {every[-1]}", bars)


def _every(first: str, last: str) -> list[str]:
    """All months from `first` to `last`."""
    start, end = (int(one[:4]) * 12 + int(one[5:7]) - 1 for one in (first, last))
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(start, end + 1)]


def _met(met: Sequence[tuple[str, int]]) -> Iterator[Row]:
    most = max((count for _, count in met), default=1)
    for iso, count in met[:MET]:
        yield Row("country", naming.country(iso), number(count), iso, count / most)


def _spellings(card: Card) -> Iterator[Row]:
    """The spellings on this card, where there are several: each can be split off."""
    from core import person_key

    written = {person_key(name, None).partition("|")[0]: name for name in (*card.variants, card.name)}
    for key in card.spellings if len(card.spellings) > 1 else ():
        name, _, iso = key.partition("|")
        yield Row("spelling", clean(written.get(name, name)), naming.country(iso) if iso else "", key)


def _latest(card: Card) -> str:
    return clean(card.posts[0].post) if card.posts else naming.country(card.country)


def _dispatch(hit: Hit) -> Row:
    left = f"{hit.date or '–':<10}{naming.country(hit.host)}"
    return Row("dispatch", left, clean(hit.headline), f"{hit.key}/{hit.n}")

"""Cards of officials: as rows, as a page for the eye, and the grounds of what they say."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.lang import tr, trn
from tui.plain import DONE, NOTHING, naming, rows
from tui.plain.cleaning import clean
from tui.plain.printing import GAP, painted
from tui.plain.terminal import Terminal

if TYPE_CHECKING:
    from core import Archive, Card, Dispatch, Held, Official, Release

COLUMNS = (
    "name", "country", "post", "first", "last", "count", "variants", "countries_met", "key",
)  # fmt: skip
SHOWN = 20  # dispatches on a card, grounds under «why»


def row(card: Card) -> rows.Row:
    """A card as JSON types. Posts are the latest first, dispatches the newest first."""
    return {
        "key": card.key,
        "name": card.name,
        "country": card.country,
        "count": card.count,
        "variants": list(card.variants),
        "posts": [
            {"post": h.post, "country": h.country, "first": h.first, "last": h.last, "count": h.count}
            for h in card.posts
        ],
        "countries_met": [{"country": iso, "count": count} for iso, count in card.countries_met],
        "dispatches": [{"key": key, "n": n} for key, n in card.dispatches],
        "spellings": list(card.spellings),
        "maybe_same": list(card.maybe_same),
    }


def cells(card: Card) -> rows.Row:
    """A card as one flat row of a table: the latest post, and when it was seen."""
    latest = card.posts[0] if card.posts else None
    return {
        "name": card.name,
        "country": card.country,
        "post": latest and latest.post,
        "first": min(filter(None, (held.first for held in card.posts)), default=None),
        "last": max(filter(None, (held.last for held in card.posts)), default=None),
        "count": card.count,
        "variants": "; ".join(card.variants),
        "countries_met": " ".join(iso for iso, _ in card.countries_met),
        "key": card.key,
    }


def show(archive: Archive, card: Card, terminal: Terminal) -> None:
    """The card as a page."""
    for line in _page(card, terminal):
        terminal.line(line)
    if card.dispatches:
        terminal.line()
        terminal.line(terminal.style("head", tr("Dispatches")))
    for release, dispatch, _ in _acts(archive, card, SHOWN):
        head = " ".join(release.text[dispatch.start : dispatch.start + 200].split())
        where = f"{release.key[:8]}/{dispatch.n}"
        date = terminal.style("date", release.date or "–")
        place = terminal.style("place", f"{dispatch.host or '–':>2}")
        terminal.line(GAP.join((f"  {date}", place, clean(head[:90]), terminal.style("dim", where))))
    if len(card.dispatches) > SHOWN:
        terminal.line("  " + trn(len(card.dispatches) - SHOWN, "and {n} more|and {n} more"))


def _page(card: Card, terminal: Terminal) -> Iterator[str]:
    country = f" ({card.country})" if card.country else ""
    yield terminal.style("head", clean(card.name)) + country
    if card.variants:
        yield f"{tr('also written')}: {clean(', '.join(card.variants))}"
    for held in card.posts:
        yield f"  {clean(held.post)}{GAP}{terminal.style('date', span(held))}"
    if card.countries_met:
        met = ", ".join(f"{naming.country(iso)} {count}" for iso, count in card.countries_met)
        yield f"{tr('countries met')}: {clean(met)}"
    if card.maybe_same:
        yield f"{tr('may be the same person')}: {clean(', '.join(card.maybe_same))}"
    yield terminal.style("dim", f"{tr('key')}: {clean(card.key)}")


def span(held: Held) -> str:
    """When a post was seen: «2024-05-01 … 2026-03-10»."""
    days = dict.fromkeys(day for day in (held.first, held.last) if day)
    return " … ".join(days)


def _acts(archive: Archive, card: Card, limit: int) -> Iterator[tuple[Release, Dispatch, Official]]:
    """The newest dispatches of a card, each with the official as found there."""
    from core import person_key

    for key, n in card.dispatches[:limit]:
        release = archive.release(key)
        dispatch = next(d for d in release.dispatches if d.n == n)
        for official in dispatch.officials:
            if person_key(official.name, official.country) in card.spellings:
                yield release, dispatch, official
                break


def why(archive: Archive, name: str, chosen: Namespace, terminal: Terminal) -> int:
    """For each fact of a card the sentence, the rule and the confidence."""
    found = archive.cards(name)
    limit = SHOWN if chosen.limit is None else max(chosen.limit, 0)
    for card in found:
        whole = archive.card(card.key)
        if not (chosen.json or chosen.jsonl):
            terminal.line(terminal.style("head", clean(card.name)))
        for act in _acts(archive, whole, limit):
            if chosen.json or chosen.jsonl:
                terminal.json({"key": card.key, **_ground(*act)})
            else:
                for line in _ground_lines(*act, terminal):
                    terminal.line(line)
    return DONE if found else NOTHING


def _sentence(release: Release, at: int) -> tuple[int, int]:
    return next(((a, b) for a, b in release.sentences if a <= at < b), (at, min(at + 200, len(release.text))))


def _ground(release: Release, dispatch: Dispatch, official: Official) -> rows.Row:
    """What a dispatch says of an official, as JSON types."""
    start, end = _sentence(release, official.start)
    return {
        "release": release.key,
        "n": dispatch.n,
        "source": release.source,
        "date": release.date,
        "start": official.start,
        "end": official.end,
        "sentence": release.text[start:end],
        "name": official.name,
        "post": official.post,
        "post_full": official.post_full,
        "country": official.country,
        "rule": official.rule,
        "confidence": official.confidence,
    }


def _ground_lines(
    release: Release, dispatch: Dispatch, official: Official, terminal: Terminal
) -> Iterator[str]:
    start, end = _sentence(release, official.start)
    spans = [(official.start, official.end)]
    if official.post_start is not None and official.post_end is not None:
        spans.append((official.post_start, official.post_end))
    marks = sorted((a - start, b - start) for a, b in spans if start <= a and b <= end)
    where = f"{release.source}:{official.start}"
    yield f"  {terminal.style('date', release.date or '–')}{GAP}{terminal.style('dim', clean(where))}"
    yield f"    {painted(release.text[start:end], marks, terminal)}"
    post = official.post_full or official.post or tr("post not stated")
    told = f"{official.name}, {post} ({official.country or '–'})"
    p = f"{official.confidence:.2f}"
    yield f"    → {clean(tr('{words}: rule {rule}, confidence {p}', words=told, rule=official.rule, p=p))}"

"""`depesha contacts`: who met whom, as a table, CSV, JSON or Markdown.

The columns and their order are a format that others rely on: new ones are added at the end, none is renamed.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.lang import tr
from tui.plain import DONE, NOTHING, forms, naming, opening, rows
from tui.plain.cleaning import clean
from tui.plain.counting import notice
from tui.plain.finding import QUERY_HELP
from tui.plain.printing import table
from tui.plain.terminal import Terminal

if TYPE_CHECKING:
    from core import Archive, Contact, Hit, Official

EXAMPLES = (
    "depesha contacts",
    "depesha contacts страна:Испания дата:2026-03",
    "depesha contacts лицо:Токаев --csv --bom > contacts.csv",
    "depesha contacts host:DE --markdown",
)
COLUMNS = (
    "date", "sender", "own", "own_post", "host", "counterpart", "counterpart_post", "counterpart_country",
    "event", "topics", "agency", "source", "start", "end", "key", "n",
)  # fmt: skip
# Columns for the eye, with their headings
SHOWN = {
    "date": "date",
    "sender": "from",
    "own": "own official",
    "own_post": "post",
    "host": "host",
    "counterpart": "counterpart",
    "counterpart_post": "post",
    "event": "event",
    "topics": "topics",
    "where": "source",
}


def options(parser: ArgumentParser) -> None:
    """What narrows, and the forms."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    parser.add_argument("-n", "--limit", type=int, metavar="N", help="at most N rows")
    forms.options(parser).add_argument("--markdown", action="store_true", help="a Markdown table")


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Prints the contacts, newest first; 1 if there are none."""
    query = " ".join(chosen.query)
    with opening.archive(chosen) as archive:
        head, found = opening.hits(archive, query)
        made = [row for row, _ in zip(contact_rows(archive, found), _bounded(chosen.limit), strict=False)]
    whole = {**rows.answer(head, query), "total": len(made)}
    flat = ({**row, "topics": "; ".join(_topics(row))} for row in made)
    if not forms.put(chosen, terminal, COLUMNS, made, head=whole, name="contacts", flat=flat):
        notice(head)
        lines = _markdown(made) if chosen.markdown else _lines(made, terminal)
        for line in lines:
            terminal.line(line)
    return DONE if made else NOTHING


def _bounded(limit: int | None) -> Iterable[int]:
    from itertools import count

    return count() if limit is None else range(max(limit, 0))


def contact_rows(archive: Archive, hits: Iterable[Hit]) -> Iterator[rows.Row]:
    """A row for every contact in the dispatches found, in their order."""
    from core import contacts, topics

    release = None
    for hit in hits:
        if release is None or release.key != hit.key:
            release = archive.release(hit.key)
        dispatch = next(d for d in release.dispatches if d.n == hit.n)
        about = None
        for contact in contacts(release, dispatch):
            about = topics(release, dispatch) if about is None else about
            yield _row(contact, about)


def _row(contact: Contact, about: tuple[str, ...]) -> rows.Row:
    """A contact as JSON types; offsets are code points of the release's text."""
    own, other = contact.own, contact.other
    return {
        "date": contact.date,
        "sender": contact.sender,
        "own": own and own.name,
        "own_post": own and post(own),
        "host": contact.host,
        "counterpart": other and other.name,
        "counterpart_post": other and post(other),
        "counterpart_country": other and other.country,
        "event": contact.event,
        "topics": list(about),
        "agency": contact.agency,
        "source": contact.source,
        "start": contact.start,
        "end": contact.end,
        "key": contact.key,
        "n": contact.n,
    }


def post(official: Official) -> str | None:
    """The fullest form of the post that is known."""
    return official.post_full or official.post


def _topics(row: rows.Row) -> list[str]:
    about = row["topics"]
    assert isinstance(about, list)
    return about


def _cells(row: rows.Row) -> list[str]:
    shown = {
        **row,
        "event": naming.event(str(row["event"])),
        "topics": ", ".join(_topics(row)),
        "where": f"{row['source']}:{row['start']}",
    }
    return [str(shown[name] or "–") for name in SHOWN]


def _lines(made: list[rows.Row], terminal: Terminal) -> Iterator[str]:
    """Even columns in a pipe; on a terminal a block of lines each, since no terminal is wide enough."""
    if not terminal.live:
        yield from table([[tr(heading) for heading in SHOWN.values()], *map(_cells, made)])
        return
    for row in made:
        cells = dict(zip(SHOWN, _cells(row), strict=True))
        place = terminal.style("place", clean(f"{cells['sender']} → {cells['host']}"))
        where = terminal.style("dim", clean(cells["where"]))
        yield f"{terminal.style('date', cells['date'])}  {place}  {clean(cells['event'])}  {where}"
        for name in ("own", "counterpart"):
            if row[name]:
                yield f"  {terminal.style('head', clean(cells[name]))}, {clean(cells[f'{name}_post'])}"
        if row["topics"]:
            yield terminal.style("dim", clean(f"  {tr('topics')}: {cells['topics']}"))


def _markdown(made: list[rows.Row]) -> Iterator[str]:
    yield f"| {' | '.join(tr(heading) for heading in SHOWN.values())} |"
    yield f"|{' --- |' * len(SHOWN)}"
    for row in made:
        yield f"| {' | '.join(clean(cell).replace('|', chr(92) + '|') for cell in _cells(row))} |"

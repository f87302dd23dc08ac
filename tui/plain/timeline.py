"""`depesha timeline`: what a person or a country did, the oldest first, under headings of months."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.lang import language, trn
from tui.plain import DONE, NOTHING, forms, naming, opening, rows
from tui.plain.cleaning import clean
from tui.plain.printing import GAP, cut, pad
from tui.plain.terminal import Terminal

if TYPE_CHECKING:
    from core import Archive, Hit, Narrowing

EXAMPLES = (
    "depesha timeline Токаев",
    "depesha timeline Испания",
    "depesha timeline ES --query 'событие:signing' --json",
)
COLUMNS = ("date", "host", "event", "headline", "officials", "source", "start", "end", "id", "key", "n")


def options(parser: ArgumentParser) -> None:
    """Whose days, what narrows, and the forms."""
    parser.add_argument(
        "name", nargs="+", metavar="NAME|COUNTRY", help="a person, or a country in any of its names"
    )
    parser.add_argument(
        "--query", default="", metavar="QUERY", help="only dispatches that meet the query as well"
    )
    parser.add_argument("-n", "--limit", type=int, metavar="N", help="only the latest N")
    forms.options(parser)


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Prints the days; 1 if there are none. Raises `ArchiveError` where a name may mean several persons."""
    with opening.archive(chosen) as archive:
        who, narrowing = subject(archive, " ".join(chosen.name))
        _, found = opening.hits(archive, chosen.query, narrowing=narrowing, limit=chosen.limit)
        days = list(found)[::-1]
    whole = {"name": who, "query": chosen.query, "total": len(days)}
    made = ((rows.hit_cells if chosen.csv else rows.hit_row)(hit) for hit in days)
    if not forms.put(chosen, terminal, COLUMNS, made, head=whole, name="dispatches"):
        terminal.line(terminal.style("head", clean(who)))
        for line in _lines(days, terminal):
            terminal.line(line)
    return DONE if days else NOTHING


def subject(archive: Archive, name: str) -> tuple[str, Narrowing]:
    """The country or the person meant by `name`, and what narrows to it."""
    from core import Choice, Narrowing, states

    codes = states.codes(name)
    if codes:
        label = ", ".join(states.name(code, lang=language()) or code for code in codes)
        return label, Narrowing(tuple(Choice("country", code) for code in codes))
    from tui.plain.correcting import one_card

    card = one_card(archive, name)
    return card.name, Narrowing((Choice("official", card.key),))


def _lines(days: list[Hit], terminal: Terminal) -> Iterator[str]:
    counts: dict[str, int] = {}
    for hit in days:
        counts[_month(hit)] = counts.get(_month(hit), 0) + 1
    month = None
    for hit in days:
        if _month(hit) != month:
            month = _month(hit)
            told = trn(counts[month], "{n} dispatch|{n} dispatches")
            yield ""
            yield f"{terminal.style('head', naming.month(month))}{GAP}{terminal.style('dim', told)}"
        date, place = pad(hit.date or "–", 10), pad(hit.host or "–", 2)
        event, where = naming.event(hit.event), f"{hit.key[:8]}/{hit.n}"
        room = terminal.columns - sum(map(len, (date, place, event, where))) - 4 * len(GAP)
        told = cut(clean(hit.headline), room if terminal.live else 0)
        yield GAP.join(
            (
                terminal.style("date", date),
                terminal.style("place", place),
                event,
                told,
                terminal.style("dim", where),
            )
        )


def _month(hit: Hit) -> str:
    return (hit.date or "–")[:7]

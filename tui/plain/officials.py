"""`depesha officials`: the list of officials, one card, why it says so, and the user's corrections."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.lang import number
from tui.plain import DONE, NOTHING, cards, correcting, forms, naming, opening
from tui.plain.cleaning import clean
from tui.plain.printing import table
from tui.plain.terminal import Terminal

if TYPE_CHECKING:
    from core import Archive, Card

EXAMPLES = (
    "depesha officials",
    "depesha officials Токаев",
    "depesha officials why Токаев",
    'depesha officials merge "Хайко Мас" "Хайко Маас"',
    'depesha officials rename "К.-Ж. Токаев" "Касым-Жомарт Токаев"',
    "depesha officials undo",
)
ACTIONS = ("merge", "split", "rename", "hide", "undo", "changes", "why")
WORDS_HELP = (
    "a name in any case or half of it; or why NAME, merge NAME NAME…, split NAME SPELLING…, "
    "rename NAME NEW-NAME, hide NAME, undo, changes"
)


def options(parser: ArgumentParser) -> None:
    """A name, or an action and whom it is about."""
    parser.add_argument("words", nargs="*", metavar="NAME", help=WORDS_HELP)
    parser.add_argument("-n", "--limit", type=int, metavar="N", help="at most N rows")
    forms.options(parser)


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Lists, shows or corrects."""
    action, rest = (chosen.words[0], chosen.words[1:]) if chosen.words else ("", [])
    with opening.archive(chosen) as archive:
        if action == "why":
            return cards.why(archive, " ".join(rest), chosen, terminal)
        if action in ACTIONS:
            return correcting.run(archive, action, rest, chosen, terminal)
        return _show(archive, " ".join(chosen.words), chosen, terminal)


def _show(archive: Archive, name: str, chosen: Namespace, terminal: Terminal) -> int:
    found = archive.cards(name)
    found = found if chosen.limit is None else found[: max(chosen.limit, 0)]
    if name and len(found) == 1:
        found = (archive.card(found[0].key),)
    made = (cards.cells(card) if chosen.csv else cards.row(card) for card in found)
    if forms.put(chosen, terminal, cards.COLUMNS, made, name="officials"):
        pass
    elif name and len(found) == 1:
        cards.show(archive, found[0], terminal)
    else:
        _list(found, terminal)
    return DONE if found else NOTHING


def _list(found: tuple[Card, ...], terminal: Terminal) -> None:
    cells = [
        (
            number(card.count),
            card.country or "–",
            card.name,
            card.posts[0].post if card.posts else naming.country(card.country),
        )
        for card in found
    ]
    for line in table(cells, right=(0,)):
        terminal.line(clean(line))

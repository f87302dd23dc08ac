"""Corrections of officials: merge, split, rename, hide, undo. One file of the archive keeps them."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from tui.lang import tr
from tui.plain import DONE, NOTHING
from tui.plain.cleaning import clean
from tui.plain.terminal import Terminal

if TYPE_CHECKING:
    from core import Archive, Card, Change

DID = {
    "merge": "One card now: {who}",
    "split": "On a card of their own now: {who}",
    "rename": "Renamed: {who} → {name}",
    "hide": "Hidden: {who}",
}


def run(archive: Archive, action: str, words: list[str], chosen: Namespace, terminal: Terminal) -> int:
    """Carries out one correction and says what it did. Raises `ArchiveError` on names that are not clear."""
    if action == "changes":
        return _list(archive.corrections(), chosen, terminal)
    if action == "undo":
        change = archive.undo()
        if change is None:
            terminal.line(tr("There is nothing to undo."))
            return NOTHING
        terminal.line(tr("Taken back: {what}", what=clean(told(change))))
        return DONE
    change = _change(archive, action, words)
    archive.correct(change)
    terminal.line(clean(told(change)))
    return DONE


def _change(archive: Archive, action: str, words: list[str]) -> Change:
    from core import ArchiveError, Change

    few = len(words) < {"merge": 2, "split": 2, "rename": 2, "hide": 1}[action]
    if few or (action == "rename" and len(words) > 2):
        raise ArchiveError("{action} needs other words: see depesha officials --help.", action=action)
    if action == "merge":
        people = [key for word in words for key in one_card(archive, word).spellings]
        return Change("merge", tuple(dict.fromkeys(people)))
    card = one_card(archive, words[0])
    if action == "split":
        return Change("split", tuple(_spelling(card, word) for word in words[1:]))
    if action == "rename":
        return Change("rename", card.spellings, words[1])
    return Change("hide", tuple(key for word in words for key in one_card(archive, word).spellings))


def one_card(archive: Archive, word: str) -> Card:
    """The one card that a key or a name means. Raises `ArchiveError` if it is none or more."""
    from core import ArchiveError

    found = archive.cards("" if "|" in word else word)
    exact = [card for card in found if word in (card.key, card.name, *card.spellings, *card.variants)]
    found = tuple(exact) or (() if "|" in word else found)
    if len(found) == 1:
        return found[0]
    if not found:
        raise ArchiveError("Nobody is called {name}.", name=word)
    raise ArchiveError(
        "{name} may mean {who}. Use the key.",
        name=word,
        who=", ".join(f"{card.name} [{card.key}]" for card in found[:8]),
    )


def _spelling(card: Card, word: str) -> str:
    """The key of one spelling of a card, named by the key or by its name. Raises `ArchiveError`."""
    from core import ArchiveError, person_key

    wanted = person_key(word, None).partition("|")[0]
    for key in card.spellings:
        if word == key or key.partition("|")[0] == wanted:
            return key
    raise ArchiveError(
        "{name} is no spelling of {card}. It has: {who}.",
        name=word,
        card=card.name,
        who=", ".join(card.spellings),
    )


def told(change: Change) -> str:
    return tr(DID[change.do], who=", ".join(change.people), name=change.name or "")


def _list(changes: tuple[Change, ...], chosen: Namespace, terminal: Terminal) -> int:
    """All corrections, oldest first."""
    made = [{"do": c.do, "people": list(c.people), "name": c.name, "at": c.at} for c in changes]
    if chosen.json:
        terminal.json({"changes": made}, indent=1)
    elif chosen.jsonl:
        for row in made:
            terminal.json(row)
    else:
        for change in changes:
            terminal.line(clean(f"{change.at or '–'}  {told(change)}"))
    return DONE if changes else NOTHING

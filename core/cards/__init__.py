"""Cards: one card a person across releases, with the user's corrections."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.cards.book import Book, bind
    from core.cards.corrections import Change
    from core.cards.seen import Seen, gather, merge
    from core.cards.spelling import key

__all__ = ["Book", "Change", "Seen", "bind", "gather", "key", "merge"]

# loaded when first used: a look-up by name needs `spelling` and neither the book nor the TOML of corrections
_WHERE = {
    "Book": "book",
    "Change": "corrections",
    "Seen": "seen",
    "bind": "book",
    "gather": "seen",
    "key": "spelling",
    "merge": "seen",
}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'core.cards' has no attribute {name!r}")
    return getattr(import_module(f"core.cards.{_WHERE[name]}"), name)

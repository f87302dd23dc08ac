"""Cards: one card a person across releases, with the user's corrections."""

from core.cards.book import Book, bind
from core.cards.corrections import Change
from core.cards.seen import Seen, gather
from core.cards.spelling import key

__all__ = ["Book", "Change", "Seen", "bind", "gather", "key"]

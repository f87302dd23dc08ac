"""Whether an answer depends on the cards, and whether they are still the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from core.searching.contracts import People


class Consulted:
    """The cards as one answer consults them. Cards that nothing asked for are not even loaded."""

    def __init__(self, people: People) -> None:
        self._given = people
        self._seen: Mapping[str, str] | None = None

    def is_current(self, people: People) -> bool:
        """True if the answer would be the same with `people`."""
        return self._seen is None or people.card_of is self._seen

    @property
    def card_of(self) -> Mapping[str, str]:
        return self._people.card_of

    def label(self, card_key: str) -> str:
        """The name on a card."""
        return self._people.label(card_key)

    def spellings(self, card_key: str) -> Collection[str]:
        """The keys of all spellings on a card."""
        return self._people.spellings(card_key)

    def named(self, text: str) -> Iterable[str]:
        """Keys of cards with such a name."""
        return self._people.named(text)

    @property
    def _people(self) -> People:
        if self._seen is None:
            self._seen = self._given.card_of
        return self._given

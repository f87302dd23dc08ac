"""The book of cards: one card a person, from what was seen, what evidence joins, what the user corrected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from core.cards.corrections import Change
from core.cards.merging import group
from core.cards.seen import Seen, Tenure
from core.cards.spelling import has_initials, meets, tokens
from core.results import Card, Held


@dataclass(slots=True)
class Book:
    """All cards by key. `card_of` gives the card of every spelling; a hidden spelling has none."""

    table: Mapping[str, Seen]
    card_of: dict[str, str] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)

    def named(self, name: str) -> list[Card]:
        """Cards whose name or variant has all words of `name`, in any case or half typed; most seen first."""
        wanted = tokens(name)
        return [
            card
            for card in self.cards.values()
            if any(meets(wanted, tokens(variant)) for variant in (card.name, *card.variants))
        ]


def bind(table: Mapping[str, Seen], changes: Iterable[Change] = ()) -> Book:
    """Makes the book. Cards are in the order of how often they were seen, then by name."""
    groups, maybe = group(dict(table))
    member_of = {key: groups.top(key) for key in table}
    names: dict[str, str] = {}
    hidden: set[str] = set()
    for number, change in enumerate(changes):
        people = [key for key in change.people if key in member_of]
        _apply(change, people, member_of, names, hidden, f"change {number}")
    members: dict[str, list[Seen]] = {}
    for key, top in member_of.items():
        if key not in hidden:
            members.setdefault(top, []).append(table[key])
    book = Book(table)
    made = [(_card(seen, names), seen) for seen in members.values()]
    made.sort(key=lambda pair: (-pair[0].count, pair[0].name))
    for card, seen in made:
        book.cards[card.key] = card
        for one in seen:
            book.card_of[one.key] = card.key
    _offer(book, maybe)
    return book


def _apply(
    change: Change,
    people: list[str],
    member_of: dict[str, str],
    names: dict[str, str],
    hidden: set[str],
    label: str,
) -> None:
    """Carries out one correction on the grouping; spellings that are no longer seen are left out."""
    if not people:
        return
    if change.do == "merge":
        tops = {member_of[key] for key in people}
        member_of.update((key, label) for key, top in list(member_of.items()) if top in tops)
    elif change.do == "split":
        member_of.update((key, label) for key in people)
    elif change.do == "rename" and change.name:
        names.update((key, change.name) for key in people)
    elif change.do == "hide":
        hidden.update(people)


def _card(seen: list[Seen], names: Mapping[str, str]) -> Card:
    main = seen[0] if len(seen) == 1 else min(seen, key=_foremost)
    name = next((names[one.key] for one in seen if one.key in names), main.name) if names else main.name
    return Card(
        key=main.key,
        name=name,
        variants=tuple(sorted({one.name for one in seen} - {name})),
        posts=_posts(seen),
        country=next((one.country for one in seen if one.country), None),
        countries_met=_met(seen),
        count=sum([one.count for one in seen]),
        spellings=tuple(sorted([one.key for one in seen])),
    )


def _foremost(one: Seen) -> tuple[bool, int, int, str]:
    """Sorts the spelling first that names the card: written out, frequent, long."""
    return has_initials(tokens(one.name)), -one.count, -len(one.name), one.name


def _met(seen: list[Seen]) -> tuple[tuple[str, int], ...]:
    """States met with the number of dispatches, the most frequent first."""
    met: dict[str, int] = {}
    for one in seen:
        for state, count in one.met.items():
            met[state] = met.get(state, 0) + count
    return tuple(sorted(met.items(), key=lambda item: (-item[1], item[0]))) if met else ()


def _posts(seen: list[Seen]) -> tuple[Held, ...]:
    """Posts of all spellings, the latest first."""
    held: dict[str, Held] = {}
    for one in seen:
        for post, tenure in one.posts.items():
            if post:
                held[post] = _held(held.get(post), post, one.country, tenure)
    if len(held) < 2:
        return tuple(held.values())
    by_post = sorted(held.values(), key=lambda one: one.post)
    return tuple(sorted(by_post, key=lambda one: one.last or "", reverse=True))


def _held(known: Held | None, post: str, country: str | None, tenure: Tenure) -> Held:
    """What is known of a post together with what another spelling adds."""
    if known is None:
        return Held(post, country, tenure.first, tenure.last, tenure.count)
    return Held(
        post,
        known.country or country,
        min(filter(None, (known.first, tenure.first)), default=None),
        max(filter(None, (known.last, tenure.last)), default=None),
        known.count + tenure.count,
    )


def _offer(book: Book, maybe: Iterable[tuple[str, str]]) -> None:
    """Notes on each card the cards that may be the same person."""
    offers: dict[str, set[str]] = {}
    for one, other in maybe:
        here, there = book.card_of.get(one), book.card_of.get(other)
        if here and there and here != there:
            offers.setdefault(here, set()).add(there)
            offers.setdefault(there, set()).add(here)
    for card_key, others in offers.items():
        book.cards[card_key] = replace(book.cards[card_key], maybe_same=tuple(sorted(others)))

"""Commands of the reader: walking through the text, and narrowing by what is found there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from tui.commands.base import DISPATCHES, OFFICIALS, READER, Command
from tui.lang import tr

if TYPE_CHECKING:
    from core import Archive, Card
    from tui.app import Depesha
    from tui.panes.reader_facts import Fact


class Step(Command):
    """A step of the reader's cursor: `what` and direction; `beyond` is said where there is no further one."""

    panes = (READER,)
    listed = False
    what: ClassVar[str]
    step: ClassVar[int] = 1
    beyond: ClassVar[str]

    @classmethod
    def run(cls, app: Depesha) -> None:
        if not app.main.reader.step(cls.what, cls.step):
            app.say(tr(cls.beyond))


class NextHit(Step):
    name, keys, title, what = "next_hit", ("n",), "to the next hit", "hit"
    hint, weight = "next hit", 60
    beyond = "no further hit in this release"

    @classmethod
    def ready(cls, app: Depesha) -> bool:
        walk = app.main.reader.walk
        return bool(walk and walk.hits)


class PreviousHit(Step):
    name, keys, title, what, step = "previous_hit", ("N",), "to the previous hit", "hit", -1
    beyond = "no hit before this one"


class NextFact(Step):
    name, keys, title, what = "next_fact", ("i",), "to the next name, place or ground", "fact"
    hint, weight = "facts", 80
    beyond = "no further fact in this release"


class PreviousFact(Step):
    name, keys, title, what, step = "previous_fact", ("I",), "to the fact before", "fact", -1
    beyond = "no fact before this one"


class NextSentence(Step):
    name, keys, title, what = "next_sentence", (")",), "to the next sentence", "sentence"
    beyond = "no further sentence"


class PreviousSentence(Step):
    name, keys, title, what, step = "previous_sentence", ("(",), "to the sentence before", "sentence", -1
    beyond = "no sentence before this one"


class NextDispatch(Step):
    name, keys, title, what = "next_dispatch", ("}",), "to the next dispatch of the release", "dispatch"
    beyond = "no further dispatch in this release"


class PreviousDispatch(Step):
    name, keys, title, what, step = "previous_dispatch", ("{",), "to the dispatch before", "dispatch", -1
    beyond = "no dispatch before this one"


class NarrowHere(Command):
    """The dispatches narrowed by the fact under the cursor."""

    name, keys, title = "narrow_here", ("enter",), "narrow by the fact looked at; look at the next one first"
    hint, weight = "narrow", 90
    panes = (READER,)
    listed = False

    @classmethod
    def ready(cls, app: Depesha) -> bool:
        return app.main.reader.walk is not None

    @classmethod
    def run(cls, app: Depesha) -> None:
        fact = _fact(app)
        if fact is None:
            NextFact.run(app)
        elif fact.choice is not None:
            app.choose(fact.choice)
        elif fact.person is not None:
            _with_card(app, fact.person, lambda card: _narrow_by(app, card))
        else:
            app.say(tr("Nothing can be narrowed by this."))


class ShowCard(Command):
    """The card of an official: under the cursor of the list, or the one chosen in the text."""

    name, keys, title = "card", ("c",), "the official's card: posts, spellings, countries met"
    hint, weight = "card", 70
    panes = (OFFICIALS, READER)

    @classmethod
    def ready(cls, app: Depesha) -> bool:
        fact = _fact(app)
        if app.main.focused_name == OFFICIALS:
            return bool(app.main.officials.here)
        return fact is not None and fact.person is not None

    @classmethod
    def run(cls, app: Depesha) -> None:
        from tui.screens.card import open_card

        fact = _fact(app)
        if app.main.focused_name == OFFICIALS:
            open_card(app, app.main.officials.here)
        elif fact is not None and fact.person is not None:
            _with_card(app, fact.person, lambda card: open_card(app, card.key))


class Why(Command):
    """Sentence, rule and confidence behind every fact of the dispatch."""

    name, keys, title = "why", ("w",), "why? the sentence, rule and confidence behind each fact"
    hint, weight = "why?", 30
    panes = (DISPATCHES, READER)

    @classmethod
    def run(cls, app: Depesha) -> None:
        from tui.screens.why import WhyScreen

        walk = app.main.reader.walk

        def go(fact: Fact | None) -> None:
            if fact is not None:
                app.main.focus_pane(READER)
                app.main.reader.look_at(fact)

        if walk is not None:
            app.push_screen(WhyScreen(walk.release, walk.n), go)


def _fact(app: Depesha) -> Fact | None:
    walk = app.main.reader.walk
    return walk.fact if walk and app.main.focused_name == READER else None


def _with_card(app: Depesha, person: tuple[str, str | None], then: Callable[[Card], None]) -> None:
    """Calls `then` with the card of a person as named in a release."""

    def find(archive: Archive) -> Card:
        from core import person_key

        return archive.card(person_key(*person))

    app.look("card", find, then)


def _narrow_by(app: Depesha, card: Card) -> None:
    from core import Choice

    app.choose(Choice("official", card.key))


COMMANDS: tuple[type[Command], ...] = (
    NextHit, PreviousHit, NextFact, PreviousFact, NextSentence, PreviousSentence,
    NextDispatch, PreviousDispatch, NarrowHere, ShowCard, Why,
)  # fmt: skip

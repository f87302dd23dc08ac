"""The languages of the interface: English templates, translated by tables.

A sentence for the user is written once, in English, with `{named}` blanks: `tr("{path} is empty", path=p)`.
Its Russian form stands in a table under the English one. A sentence that depends on a number holds its forms
between bars: `trn(count, "{n} release|{n} releases")` in English (one, many), three forms in Russian
(один, два, пять).

Only the Russian tables know Russian, and they are loaded only when it is spoken.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache

TYPE_CHECKING = False  # typing costs more than `depesha --version` may take
if TYPE_CHECKING:
    from core import Message

LANGUAGES = ("en", "ru")
THIN = "\u00a0"  # between thousands: «1 284» must not be broken

_chosen: str | None = None


def use(code: str | None) -> None:
    """Speaks `code` from now on; None goes back to what the environment says."""
    global _chosen
    _chosen = code if code in LANGUAGES else None


def language() -> str:
    """«ru» or «en»: what was chosen by `use`, else DEPESHA_LANG, else the locale of messages."""
    return _chosen or spoken(os.environ)


def spoken(environment: Mapping[str, str]) -> str:
    """The language that the variables of an environment ask for, in the order of gettext.

    LANGUAGE counts only under a locale other than C, as there.
    """
    named = environment.get("DEPESHA_LANG", "")
    if named[:2].lower() in LANGUAGES:
        return named[:2].lower()
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in variables if environment.get(name)), "C")
    if locale.partition(".")[0] in ("C", "POSIX"):
        return "en"
    wished = [*filter(None, environment.get("LANGUAGE", "").split(":")), locale]
    return "ru" if wished[0].lower().split("_")[0].split(".")[0] == "ru" else "en"


@cache
def _russian() -> Mapping[str, str]:
    from tui.lang import ru_core, ru_names, ru_plain, ru_reader, ru_screen

    return {**ru_core.TABLE, **ru_names.TABLE, **ru_plain.TABLE, **ru_screen.TABLE, **ru_reader.TABLE}


def _template(template: str) -> str:
    return _russian().get(template, template) if language() == "ru" else template


def tr(template: str, /, **values: object) -> str:
    """The sentence in the language spoken, its blanks filled; without values the template as it stands.

    A template that no table holds stays English.
    """
    translated = _template(template)
    if not values:
        return translated
    return translated.format(**{name: _value(value) for name, value in values.items()})


def trn(count: int, template: str, /, **values: object) -> str:
    """The form of the sentence that fits `count`; the blank `{n}` becomes the number itself."""
    forms = _template(template).split("|")
    form = forms[min(_form(count, len(forms)), len(forms) - 1)]
    return form.format(n=number(count), **{name: _value(value) for name, value in values.items()})


def say(message: Message) -> str:
    """A message of the core in the language spoken."""
    return tr(message.template, **message.values) if message.values else _template(message.template)


def number(value: int) -> str:
    """A number for the eye: «1 284»."""
    return f"{value:,}".replace(",", THIN)


def _value(value: object) -> object:
    if isinstance(value, str | int | float):
        return value
    from core import Message

    return say(value) if isinstance(value, Message) else value


def _form(count: int, forms: int) -> int:
    """Which form a number takes: two forms as in English, three as in Russian."""
    if forms < 3:
        return int(count != 1)
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14 else 2

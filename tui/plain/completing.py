"""What the shell is offered: commands, options, countries and officials behind their fields."""

from __future__ import annotations

import shlex
from argparse import Action, ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Iterable, Iterator

from tui.plain import COMMANDS, SUMMARIES, module_of, opening, parsing

_COUNTRY = ("страна:", "country:", "хост:", "host:")
_PERSON = ("лицо:", "person:")
_EVENT = ("событие:", "event:")
_MOST = 200  # candidates offered


def whole_parser(line: str) -> ArgumentParser:
    """The parser for a command line half typed. Only the command named in it gets its options."""
    parser = parsing.screen_parser()
    command = _command(line)
    if command is None:
        next(a for a in parser._actions if a.dest == "paths").completer = starts  # type: ignore[attr-defined]
        return parser
    whole = ArgumentParser(prog="depesha")
    subparsers = whole.add_subparsers()
    _add(subparsers, command)
    return whole


def _add(subparsers: _SubParsersAction[ArgumentParser], command: str) -> None:
    parser = subparsers.add_parser(command, help=SUMMARIES[command])
    module_of(command).options(parser)
    parsing.common(parser)
    for action in parser._actions:
        completer = _completer(action)
        if completer is not None:
            action.completer = completer  # type: ignore[attr-defined]


def _completer(action: Action) -> Callable[..., Iterable[str]] | None:
    """What completes the values of an argument; None where its choices do, or nothing can."""
    if action.metavar in ("PATH", "FILE", "DIR", "FILE.zip", "DIR|FEED"):
        from argcomplete.completers import FilesCompleter

        return FilesCompleter()
    by_name: dict[str, Callable[..., Iterable[str]]] = {"query": queries, "words": officials, "name": names}
    return by_name.get(action.dest)


def _command(line: str) -> str | None:
    try:
        words = shlex.split(line)
    except ValueError:  # an open quote
        words = line.split()
    return next((word for word in words[1:] if word in COMMANDS), None)


def starts(prefix: str, **_: object) -> list[str]:
    """What may stand first: a command, or a path."""
    from argcomplete.completers import FilesCompleter

    return [name for name in COMMANDS if name.startswith(prefix)] + list(FilesCompleter()(prefix))


def queries(prefix: str, parsed_args: Namespace, **_: object) -> list[str]:
    """Fields, and the values of the field before the colon."""
    field, colon, value = prefix.rpartition(":")
    field = f"{field}{colon}"
    if field in _COUNTRY:
        return [field + name for name in countries(value)]
    if field in _PERSON:
        return [f"{field}{name}" for name in officials(value, parsed_args)]
    if field in _EVENT:
        from tui.plain.naming import EVENTS

        return [field + name for name in EVENTS if name.startswith(value)]
    return [name for name in (*_COUNTRY, *_PERSON, *_EVENT) if name.startswith(prefix)] if not colon else []


def countries(prefix: str) -> list[str]:
    """Names of states in the language spoken."""
    from core import states
    from tui.lang import language

    return [name for _, name in states.suggest(prefix, language())][:_MOST]


def officials(prefix: str, parsed_args: Namespace, **_: object) -> list[str]:
    """Names of officials in the archive."""
    return list(_officials(prefix, parsed_args))[:_MOST]


def _officials(prefix: str, parsed_args: Namespace) -> Iterator[str]:
    with opening.archive(parsed_args) as archive:
        for card in archive.cards(prefix):
            yield card.name


def names(prefix: str, parsed_args: Namespace, **_: object) -> list[str]:
    """Countries and officials, for `timeline`."""
    return [*countries(prefix), *officials(prefix, parsed_args)][:_MOST]

"""`depesha config`: what settings hold and why; setting and unsetting them in the file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.lang import tr
from tui.plain import DONE, FAILED, settings
from tui.plain.cleaning import clean
from tui.plain.printing import table
from tui.plain.terminal import Terminal, warn

EXAMPLES = (
    "depesha config",
    "depesha config set sort rank",
    "depesha config unset sort",
    "depesha config path",
)
WORDS_HELP = "set NAME VALUE, unset NAME, or path; all settings without"


def options(parser: ArgumentParser) -> None:
    """What to do with the settings."""
    parser.add_argument("words", nargs="*", metavar="WORD", help=WORDS_HELP)
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Shows or changes the settings."""
    match chosen.words:
        case []:
            _show(chosen, terminal)
        case ["path"]:
            terminal.line(str(settings.config_path()))
        case ["set", name, value]:
            return _set(name, value, terminal)
        case ["unset", name]:
            return _set(name, None, terminal)
        case _:
            warn(tr("Say: {words}.", words=tr(WORDS_HELP)))
            return FAILED
    return DONE


def _show(chosen: Namespace, terminal: Terminal) -> None:
    """Every setting with its value, where that comes from, and what it is for."""
    found = [(one, settings.held(one.name, getattr(chosen, one.name, None))) for one in settings.SETTINGS]
    if chosen.json:
        made = {
            one.name: {"value": held.value, "from": held.ground, "variable": one.variable}
            for one, held in found
        }
        terminal.json({"file": str(settings.config_path()), "settings": made}, indent=1)
        return
    terminal.line(clean(tr("Settings file: {path}", path=settings.config_path())))
    cells = [
        (one.name, str(_shown(one, held)), _ground(held.ground), one.variable, tr(one.purpose))
        for one, held in found
    ]
    for line in table(cells):
        terminal.line(line)


def _shown(setting: settings.Setting, held: settings.Held) -> object:
    """The value; for the archive's folder and the language what the empty one comes to."""
    if setting.name == "archive":
        return settings.archive_folder(held.value or None)
    if setting.name == "lang":
        from tui.lang import language

        return held.value or language()
    return str(held.value).lower() if isinstance(held.value, bool) else held.value


def _ground(ground: str) -> str:
    return tr(ground) if ground in ("flag", "file", "default") else ground


def _set(name: str, value: str | None, terminal: Terminal) -> int:
    setting = settings.BY_NAME.get(name)
    if setting is None:
        warn(
            clean(
                tr(
                    "There is no setting {name}. There are: {all}.",
                    name=name,
                    all=", ".join(settings.BY_NAME),
                )
            )
        )
        return FAILED
    try:
        made = None if value is None else settings.convert(setting, value)
    except ValueError:
        warn(clean(tr("{value} is no value of {name}.", value=repr(value), name=name)))
        return FAILED
    path = settings.write(name, made)
    terminal.line(clean(tr("Settings file: {path}", path=path)))
    return DONE

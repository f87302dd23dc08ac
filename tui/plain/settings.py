"""Settings: what the user may set once, in a file, a variable or a flag.

The flag wins over the variable, the variable over the file, the file over the default.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, NamedTuple


class Setting(NamedTuple):
    """One thing to set: its key in the file, its variable, what it may be, and what it is for."""

    name: str
    variable: str
    kind: type | tuple[str, ...]
    default: object
    purpose: str


SETTINGS: tuple[Setting, ...] = (
    Setting("archive", "DEPESHA_ARCHIVE", str, "", "the archive's folder; the user's data folder if empty"),
    Setting("lang", "DEPESHA_LANG", ("", "ru", "en"), "", "language of the interface; the locale's if empty"),
    Setting("color", "DEPESHA_COLOR", ("auto", "always", "never"), "auto", "when to use colour"),
    Setting("pager", "DEPESHA_PAGER", str, "auto", "pager for long answers; never turns it off"),
    Setting("wait", "DEPESHA_WAIT", float, 10.0, "seconds to wait for another writer"),
    Setting("jobs", "DEPESHA_JOBS", int, 1, "processes that annotate side by side"),
    Setting("sort", "DEPESHA_SORT", ("date", "rank"), "date", "order of what is found"),
    Setting("context", "DEPESHA_CONTEXT", int, 0, "sentences shown around a hit"),
    Setting(
        "tries", "DEPESHA_TRIES", str, "layout script spelling", "what to try where nothing is found, or none"
    ),
    Setting("mouse", "DEPESHA_MOUSE", bool, True, "let the screen use the mouse"),
)
BY_NAME = {setting.name: setting for setting in SETTINGS}


class Held(NamedTuple):
    """The value of a setting and where it comes from: flag, variable, file or default."""

    value: Any
    ground: str


def config_path() -> Path:
    """The settings file: DEPESHA_CONFIG, or config.toml in the user's folder for settings (XDG)."""
    named = os.environ.get("DEPESHA_CONFIG")
    if named:
        return Path(named)
    return user_folder("config", "XDG_CONFIG_HOME", ".config") / "config.toml"


def user_folder(kind: str, variable: str, usual: str) -> Path:
    """The user's folder for «config» or «data» of depesha.

    On Linux it is told by the variable of XDG, or else lies in `usual` at home. `platformdirs` says the same,
    but loads a dozen modules for it.
    """
    if (
        sys.platform == "linux"
        and not hasattr(sys, "getandroidapilevel")
        and "ANDROID_ROOT" not in os.environ
    ):
        named, home = Path(os.environ.get(variable, "")), Path(os.environ.get("HOME", ""))
        if named.is_absolute():
            return named / "depesha"
        if home.is_absolute():
            return home / usual / "depesha"
    from platformdirs import PlatformDirs

    return Path(getattr(PlatformDirs("depesha"), f"user_{kind}_dir"))


def read_file(path: Path | None = None) -> dict[str, Any]:
    """What the settings file says; nothing if there is none. A broken one is put aside and reported."""
    path = path or config_path()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        return _aside(path, str(error))
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return _aside(path, str(error))


def _aside(path: Path, reason: str) -> dict[str, Any]:
    from tui.lang import tr
    from tui.plain.cleaning import clean
    from tui.plain.terminal import warn

    spoilt = path.with_name(path.name + ".broken")
    try:
        path.replace(spoilt)
        template = "{path} is not readable as TOML ({reason}); it was put aside as {spoilt}, defaults hold."
    except OSError:
        template = "{path} is not readable as TOML ({reason}); defaults hold."
    warn(clean(tr(template, path=path, reason=reason, spoilt=spoilt.name)))
    return {}


def convert(setting: Setting, value: object) -> Any:
    """`value` as the setting's kind. Raises `ValueError` where it cannot be."""
    kind = setting.kind
    if isinstance(kind, tuple):
        if str(value) in kind:
            return str(value)
        raise ValueError(value)
    if kind is bool:
        known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
        if str(value).lower() in known:
            return known[str(value).lower()]
        raise ValueError(value)
    if kind in (int, float):
        if isinstance(value, bool):
            raise ValueError(value)
        made = kind(str(value))
        if not 0 <= made < 1e9:
            raise ValueError(value)
        return made
    return str(value)


def held(name: str, flag: object = None, file: dict[str, Any] | None = None) -> Held:
    """The value of a setting and its ground. What is not of its kind is reported and passed over."""
    setting = BY_NAME[name]
    if flag is not None:
        return Held(flag, "flag")
    file = loaded() if file is None else file
    for ground, value in ((setting.variable, os.environ.get(setting.variable)), ("file", file.get(name))):
        if value in (None, ""):
            continue
        try:
            return Held(convert(setting, value), ground)
        except ValueError:
            _wrong(setting, ground, value)
    return Held(setting.default, "default")


def _wrong(setting: Setting, ground: str, value: object) -> None:
    from tui.lang import tr
    from tui.plain.cleaning import clean
    from tui.plain.terminal import warn

    place = str(config_path()) if ground == "file" else ground
    template = "{place}: {value} is no value of {name}; it is passed over."
    warn(clean(tr(template, place=place, value=repr(value), name=setting.name)))


def write(name: str, value: object) -> Path:
    """Sets `name` in the settings file, or takes it out if `value` is None; comments and order stay."""
    import tomlkit

    path = config_path()
    read_file(path)  # a broken file is reported and put aside first
    document = tomlkit.parse(path.read_text(encoding="utf-8-sig")) if path.exists() else tomlkit.document()
    if value is None:
        document.pop(name, None)
    else:
        document[name] = value
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(tomlkit.dumps(document), encoding="utf-8")
    fresh.replace(path)
    forget()
    return path


_loaded: dict[str, Any] | None = None


def loaded() -> dict[str, Any]:
    """The settings file, read once."""
    global _loaded
    if _loaded is None:
        _loaded = read_file()
    return _loaded


def forget() -> None:
    """Reads the settings file anew when next asked."""
    global _loaded
    _loaded = None


def archive_folder(flag: str | None) -> Path:
    """The archive's folder: flag, DEPESHA_ARCHIVE, settings file, else the user's data folder (XDG)."""
    named = held("archive", flag).value
    if named:
        return Path(named).expanduser()
    return user_folder("data", "XDG_DATA_HOME", ".local/share") / "archive"

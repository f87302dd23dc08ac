"""Other programs in front of the screen: an editor, a pager. The screen waits and comes back whole."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tui.lang import tr
from tui.plain.terminal import pager_command

if TYPE_CHECKING:
    from textual.app import App

WEB = ("http://", "https://")


def edit(app: App[Any], name: str, text: str, *, pager: bool = False) -> str:
    """Opens a copy of `text` in the user's editor, or pager; what went wrong, or nothing."""
    with TemporaryDirectory(prefix="depesha-") as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8", errors="replace")
        return page(app, path) if pager else run(app, [*editor(os.environ), str(path)])


def page(app: App[Any], path: Path) -> str:
    """Opens a file in the pager; what went wrong, or nothing."""
    return run(app, [*(pager_command("auto") or ["more"]), str(path)], {"LESS": "M"})


def editor(environment: Mapping[str, str]) -> list[str]:
    """The words of the editor's command line: VISUAL, EDITOR, else the pager."""
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(environment.get(name, ""))
        except ValueError:  # an unclosed quote
            continue
        if words:
            return words
    return pager_command("auto") or ["more"]


def run(app: App[Any], command: list[str], more: Mapping[str, str] | None = None) -> str:
    """Runs a program in the place of the screen; what went wrong in one sentence, or nothing."""
    from textual.app import SuspendNotSupported

    try:
        with app.suspend():
            status = subprocess.run(command, env={**os.environ, **(more or {})}, check=False).returncode
    except SuspendNotSupported:
        return tr("This terminal cannot make room for {program}.", program=command[0])
    except OSError as error:
        return tr("{program} cannot be started: {why}", program=command[0], why=error.strerror or str(error))
    return tr("{program} ended with status {status}.", program=command[0], status=status) if status else ""


def has_browser(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a browser window can open here: a desktop, and not over SSH."""
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return False
    return platform in ("darwin", "win32") or any(environment.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))

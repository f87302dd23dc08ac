"""The entry `depesha`: plain commands, or the screen. Textual is loaded only when the screen opens."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from tui.plain.terminal import Terminal

INTERRUPTED, CLOSED_PIPE = 130, 141  # as a shell reports processes ended by SIGINT and SIGPIPE
_GARBAGE = 20_000  # objects made between two searches for garbage: loading makes many and leaves none


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command line; the exit status. Without `argv` it is the process's, which may end here."""
    if argv is not None:
        return _guarded(list(argv))
    gc.set_threshold(_GARBAGE)
    status = _guarded(sys.argv[1:])
    _end(status)
    return status


def _end(status: int) -> None:
    """Ends the process at once: to take all modules apart in good order takes longer than many a look-up.

    Not where there may be threads or processes to wait for, or output that can't be written: then Python does
    what is left to do.
    """
    if "threading" in sys.modules:
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(status)


def _guarded(words: list[str]) -> int:
    try:
        if "_ARGCOMPLETE" in os.environ:  # the shell asks what may come next
            from tui.plain.completion import answer

            answer()
        return _quick(words) if words in (["--help"], ["-h"], ["--version"], ["-V"]) else _main(words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence()
        return CLOSED_PIPE
    except OSError as error:  # a full disk behind standard output
        _silence()
        sys.stderr.write(f"depesha: {error.strerror}\n")
        return 2
    except SystemExit as left:  # argparse leaves so
        return left.code if isinstance(left.code, int) else 2


def _quick(words: list[str]) -> int:
    """Help and version, before anything else is loaded."""
    if words[0] in ("--version", "-V"):
        from tui import __version__

        print("depesha", __version__)
    else:
        from tui.plain.helping import overview

        print(overview())
    sys.stdout.flush()
    return 0


def _main(words: list[str]) -> int:
    from core import DepeshaError
    from tui.lang import say
    from tui.plain import FAILED
    from tui.plain.cleaning import clean
    from tui.plain.terminal import settle, warn

    settle(sys.stdout)
    settle(sys.stderr)
    try:
        return _run(words)
    except DepeshaError as error:
        warn(clean(f"depesha: {say(error.message)}"))
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        what = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        warn(clean(f"depesha: {what}"))
    return FAILED


def _run(words: list[str]) -> int:
    from tui.lang import use
    from tui.plain import module_of, parsing, settings
    from tui.plain.terminal import Terminal

    use(_spoken(words) or settings.held("lang").value)
    command, rest = parsing.split(words)
    parser = parsing.parser_of(command) if command else parsing.screen_parser()
    chosen = parsing.parse(parser, rest)
    if command is None and chosen.plain:
        return _linear(chosen)
    if command is None and sys.stdout.isatty() and sys.stdin.isatty():
        return _screen(chosen)
    terminal = Terminal(
        sys.stdout,
        color=settings.held("color", chosen.color).value,
        pager=settings.held("pager", chosen.pager).value,
    )
    run = module_of(command).run if command else _overview
    try:
        status = run(chosen, terminal)
    except BaseException:
        _close(terminal)
        raise
    terminal.close()
    return int(status)


def _spoken(words: list[str]) -> str | None:
    """The language named by a flag, needed before the parser speaks."""
    for at, word in enumerate(words):
        if word == "--":
            break
        if word.startswith("--lang="):
            return word.partition("=")[2]
        if word == "--lang" and at + 1 < len(words):
            return words[at + 1]
    return None


def _close(terminal: Terminal) -> None:
    import contextlib

    with contextlib.suppress(BrokenPipeError):
        terminal.close()


def _overview(chosen: Namespace, terminal: Terminal) -> int:
    from tui.plain import overview

    return overview.run(chosen, terminal)


def _screen(chosen: Namespace) -> int:
    from tui.plain import settings

    folder = settings.archive_folder(chosen.archive)
    mouse = settings.held("mouse", False if chosen.no_mouse else None).value
    from tui.app import run

    return int(run(folder, fresh=chosen.fresh, mouse=mouse, paths=tuple(chosen.paths)) or 0)


def _linear(chosen: Namespace) -> int:
    from tui.linear import run
    from tui.plain import settings

    return run(settings.archive_folder(chosen.archive), tuple(chosen.paths))


def _silence() -> None:
    """Keeps Python from complaining about the closed pipe at its end."""
    import contextlib

    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

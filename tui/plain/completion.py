"""`depesha completion`: what a shell needs to complete commands, options, countries and officials."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace

from tui.plain import DONE
from tui.plain.terminal import Terminal

EXAMPLES = (
    'eval "$(depesha completion bash)"           # in ~/.bashrc',
    'eval "$(depesha completion zsh)"            # in ~/.zshrc',
    "depesha completion fish > ~/.config/fish/completions/depesha.fish",
)


def options(parser: ArgumentParser) -> None:
    """Which shell."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="shell to complete in")


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Prints the script; the completing itself is done by `depesha`, called with _ARGCOMPLETE set."""
    from argcomplete.shell_integration import shellcode

    # the name of a shell, none is run
    script = shellcode(["depesha"], shell=chosen.shell)  # nosec B604
    for line in script.splitlines():
        terminal.line(line)
    return DONE


def answer() -> None:
    """Answers the shell and leaves the process. For calls with _ARGCOMPLETE set."""
    from argcomplete.completers import SuppressCompleter
    from argcomplete.finders import CompletionFinder

    from tui.plain.completing import whole_parser

    finder = CompletionFinder(default_completer=SuppressCompleter())
    finder(whole_parser(os.environ.get("COMP_LINE", "")), always_complete_options=False)

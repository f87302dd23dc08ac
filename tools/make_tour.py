"""Runs the commands of the README's tour on the samples and writes what they print under them.

The tour is the blocks fenced as `console`: lines that begin with «$ » are commands, run in a terminal of 100
columns without colour, in the folder of the clone. Usage: python tools/make_tour.py [--check]
"""

from __future__ import annotations

import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

import pexpect

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.S)
COLUMNS, ROWS = 100, 50


def main() -> int:
    """Writes the README anew, or with --check tells by the exit status whether it would change."""
    old = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as home:
        run("depesha add seeds", home)
        new = BLOCK.sub(lambda block: _block(block.group(), home), old)
    if "--check" not in sys.argv[1:]:
        README.write_text(new, encoding="utf-8")
    return int("--check" in sys.argv[1:] and new != old)


def _block(text: str, home: str) -> str:
    commands = [line.removeprefix("$ ") for line in text.splitlines() if line.startswith("$ ")]
    return "\n".join(f"$ {command}\n{run(command, home)}" for command in commands)


def run(command: str, home: str) -> str:
    """What a command line prints on a terminal, as lines without blanks at their ends."""
    words = shlex.split(command)
    assert words[0] == "depesha", command
    output, status = pexpect.run(
        shlex.join(
            [sys.executable, "-c", "import sys; from tui.cli import main; sys.exit(main())", *words[1:]]
        ),
        env={
            "HOME": home,
            "PATH": os.environ["PATH"],
            "TERM": "xterm",
            "LC_ALL": "C.UTF-8",
            "DEPESHA_LANG": "en",
            "DEPESHA_PAGER": "never",
            "NO_COLOR": "1",
            "PYTHONUTF8": "1",
        },
        cwd=str(ROOT),
        encoding="utf-8",
        dimensions=(ROWS, COLUMNS),
        withexitstatus=True,
        timeout=120,
    )
    assert status in (0, 1) and "Traceback" not in output, (command, output)
    bare = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", output).replace("\r\n", "\n")
    return "".join(f"{line.rstrip()}\n" for line in bare.splitlines() if "\r" not in line)


if __name__ == "__main__":
    sys.exit(main())

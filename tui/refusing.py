"""Terminals that cannot show the screen: told so, with the plain commands named."""

from __future__ import annotations

import os
import sys

from tui.lang import tr

CANNOT = ("", "dumb", "unknown")  # values of TERM


def refused() -> bool:
    """Whether the terminal cannot show the screen; then standard error says what to do instead."""
    term = os.environ.get("TERM", "")
    if term not in CANNOT:
        return False
    from tui.plain.overview import WAYS

    print(tr("This terminal cannot show the screen (TERM={term}).", term=term or "?"), file=sys.stderr)
    print(tr("The plain commands work everywhere:"), file=sys.stderr)
    for way, purpose in WAYS:
        print(f"  {way:<26}{tr(purpose)}", file=sys.stderr)
    return True

"""The process that adds while the screen goes on: `python -m tui.adding ARCHIVE PATH…`.

The language stage keeps a processor busy, so it must not share the screen's. The process tells in lines of
JSON how far it is; when its standard input closes, also because the screen is gone, it ends after the release
it is at, and what is in the archive stays in.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from threading import Thread
from typing import IO

_PACE = 0.1  # seconds between two lines of progress


def main(folder: str, inputs: Sequence[str], out: IO[str]) -> None:
    """The process: adds, and tells on `out` how far it is."""
    from core import Archive, DepeshaError, Progress
    from tui.lang import say
    from tui.plain import settings

    asked = _asked_to_stop()
    told_at = 0.0

    def progress(now: Progress) -> None:
        nonlocal told_at
        if time.monotonic() - told_at >= _PACE:
            told_at = time.monotonic()
            print(json.dumps({"done": now.done, "total": now.total}), file=out, flush=True)

    counts, reason, stopped = dict.fromkeys(("added", "known", "refused"), 0), "", False
    try:
        with Archive(folder, wait=settings.held("wait").value) as archive:
            report = archive.add(inputs, progress=progress, stop=asked)
        counts = {state: report.count(state) for state in counts}
        stopped = report.stopped
        refused = next((one for one in report.results if one.state == "refused" and one.reason), None)
        if refused and refused.reason:
            reason = f"{refused.source}: {say(refused.reason)}"
    except DepeshaError as error:
        reason = say(error.message)
    except Exception as error:  # whatever it was, the screen must be told
        reason = f"{type(error).__name__}: {error}"
    print(json.dumps({"counts": counts, "reason": reason, "stopped": stopped}), file=out, flush=True)


def _asked_to_stop() -> Callable[[], bool]:
    """A question that is answered with yes once standard input is closed."""
    closed: list[bool] = []

    def wait() -> None:
        sys.stdin.read()
        closed.append(True)

    Thread(target=wait, daemon=True).start()
    return lambda: bool(closed)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:], sys.stdout)

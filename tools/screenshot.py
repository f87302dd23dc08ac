"""Makes docs/screen.svg: the real screen on the samples, in the state that shows most of it.

.venv/bin/python tools/screenshot.py [FILE]
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path

from core import SAMPLES, Archive, Choice, Narrowing
from tui import kept, lang
from tui.app import Depesha
from tui.state import Looks, State, Wish

SIZE = (150, 42)
OUT = Path(__file__).parent.parent / "docs" / "screen.svg"
SHOWN = State(wish=Wish("посол", Narrowing((Choice("country", "KZ"),))), pane="dispatches")
STEPS = ("j", "j", "j", "5", "i", "i", "4")  # to a dispatch, and to a fact of it
_WEB_FONTS = re.compile(r"@font-face \{.*?\}", re.S)  # a picture must not fetch anything


async def picture(folder: Path) -> str:
    """The screen as SVG."""
    with Archive(folder) as archive:
        archive.add(sorted(SAMPLES.glob("*.txt")))
        app = Depesha(archive, state=SHOWN, looks=Looks())
        async with app.run_test(size=SIZE) as pilot:
            for key in ("", *STEPS):
                if key:
                    await pilot.press(key)
                while app.work.busy or not app.main.settled:
                    await asyncio.sleep(0.01)
                await pilot.pause()
            return _WEB_FONTS.sub("", app.export_screenshot(title="depesha"))


def main(out: Path) -> None:
    """Writes the picture, touching no state of the user's."""
    lang.use("ru")
    with tempfile.TemporaryDirectory() as home:
        kept.folder = lambda: Path(home) / "state"
        out.write_text(asyncio.run(picture(Path(home) / "archive")), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)

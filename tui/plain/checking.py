"""`depesha check`: shards, checksums, and the index against the store."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tui.lang import say, tr
from tui.plain import DONE, NOTHING, opening
from tui.plain.cleaning import clean
from tui.plain.terminal import Terminal

EXAMPLES = ("depesha check", "depesha check --repair", "depesha check --json")


def options(parser: ArgumentParser) -> None:
    """Whether to mend, and the form of the answer."""
    parser.add_argument("--repair", action="store_true", help="mend what can be mended")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Tells what is wrong and what to do; 0 if all is well or mended, 1 if something is left."""
    with opening.archive(chosen) as archive:
        findings = archive.check(repair=chosen.repair)
    left = [finding for finding in findings if not finding.mended]
    if chosen.json:
        made = [{"path": f.path, "message": say(f.message), "mended": f.mended} for f in findings]
        terminal.json({"sound": not left, "findings": made}, indent=1)
        return NOTHING if left else DONE
    for finding in findings:
        state = f" ({tr('mended')})" if finding.mended else ""
        terminal.line(clean(f"{finding.path}: {say(finding.message)}{state}"))
    if not findings:
        terminal.line(tr("The archive is sound."))
    elif left and not chosen.repair:
        terminal.line(tr("«depesha check --repair» mends what can be mended."))
    return NOTHING if left else DONE

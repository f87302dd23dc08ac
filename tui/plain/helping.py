"""The help of `depesha` itself, made from the table of commands without a parser: it must come at once."""

from __future__ import annotations

from tui.lang import tr
from tui.plain import GROUPS

EXAMPLES = (
    "depesha seeds",
    "depesha add ~/press",
    "depesha find конституция country:ES",
    "depesha annotate release.txt",
)


def overview() -> str:
    """The page printed by `depesha --help`."""
    width = max(len(name) for group in GROUPS.values() for name, _, _ in group)
    lines = [
        tr("depesha: a browser of diplomatic press releases"),
        "",
        "  depesha [PATH…]           " + tr("add what is named, then open the screen"),
        "  depesha COMMAND [OPTION…] " + tr("run a plain command"),
    ]
    for heading, commands in GROUPS.items():
        lines += ["", tr(heading) + ":"]
        lines += [f"  {name:<{width}}  {tr(summary)}" for name, _, summary in commands]
    lines += ["", tr("Examples:"), *(f"  {line}" for line in EXAMPLES), ""]
    lines.append(tr("depesha COMMAND --help tells the options of a command; --version the version."))
    return "\n".join(lines)

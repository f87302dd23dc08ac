"""Themes: one accent, quiet greys; and a stand-in for terminals that want no colour at all."""

from __future__ import annotations

from dataclasses import replace

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import BUILTIN_THEMES, Theme


class Colourless(LineFilter):
    """Takes colour out of all that is drawn: not even «default colour» is sent."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with bold, reverse and underline alone."""
        return [Segment(text, style and style.without_color, control) for text, style, control in segments]


_ANSI = BUILTIN_THEMES["ansi-dark"]
_QUIET = ("scrollbar", "scrollbar-hover", "border", "border-blurred")
_UNDER_THE_BAR = (
    "scrollbar-background",
    "scrollbar-background-hover",
    "scrollbar-background-active",
    "scrollbar-corner-color",
)


def _theme(
    name: str, *, dark: bool, accent: str, text: str, ground: str, line: str, dimmed: str, row: str, away: str
) -> Theme:
    return Theme(
        name=name,
        primary=accent,
        accent=accent,
        foreground=text,
        background=ground,
        surface=ground,
        panel=away,
        dark=dark,
        text_alpha=1.0,
        variables={
            "line": line,
            "dimmed": dimmed,
            "row": row,
            "row-away": away,
            "row-text": text,
            "scrollbar": line,
            "scrollbar-hover": dimmed,
            "scrollbar-active": accent,
            **dict.fromkeys(_UNDER_THE_BAR, ground),
            "input-selection-background": f"{accent} 35%",
            "border": line,
            "border-blurred": line,
        },
    )


THEMES: tuple[Theme, ...] = (
    _theme("depesha-dark", dark=True, accent="#7fb4ca", text="#d8d8d2", ground="#16181c", line="#3a3f47",
           dimmed="#8b919b", row="#2c3a46", away="#23272e"),
    _theme("depesha-light", dark=False, accent="#1f5f87", text="#24262a", ground="#fbfaf7", line="#c9c6bd",
           dimmed="#686b70", row="#d3e3ee", away="#ecebe6"),
    _theme("depesha-contrast", dark=True, accent="#ffd75f", text="#ffffff", ground="#000000", line="#9e9e9e",
           dimmed="#d0d0d0", row="#00458a", away="#303030"),
    replace(
        _ANSI,
        name="depesha-ansi",
        primary="ansi_cyan",
        accent="ansi_cyan",
        variables={
            **_ANSI.variables,
            "line": "ansi_bright_black",
            "dimmed": "ansi_bright_black",
            "row": "ansi_blue",
            "row-away": "ansi_default",
            "row-text": "ansi_bright_white",
            **dict.fromkeys(_QUIET, "ansi_bright_black"),
            "scrollbar-active": "ansi_cyan",
            **dict.fromkeys(_UNDER_THE_BAR, "ansi_default"),
        },
    ),
)  # fmt: skip
SPOKEN = {
    "depesha-dark": "dark",
    "depesha-light": "light",
    "depesha-contrast": "high contrast",
    "depesha-ansi": "the terminal's own",
}
NAMES = tuple(theme.name for theme in THEMES)
WITHOUT_COLOUR = "depesha-ansi"  # the only kind of theme under which NO_COLOR sends no colour codes

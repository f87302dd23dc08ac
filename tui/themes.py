"""Themes: one accent, quiet greys; and a stand-in for terminals that want no colour at all."""

from __future__ import annotations

from textual.theme import Theme


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
            "scrollbar-background": ground,
            "scrollbar-background-hover": ground,
            "scrollbar-background-active": ground,
            "scrollbar-corner-color": ground,
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
    Theme(
        name="depesha-ansi",
        primary="ansi_cyan",
        accent="ansi_cyan",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        dark=True,
        ansi=True,
        variables={
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "block-cursor-foreground": "ansi_black",
            "block-cursor-background": "ansi_white",
            "input-cursor-background": "ansi_default",
            "input-cursor-foreground": "ansi_default",
            "input-cursor-text-style": "reverse",
            "input-selection-background": "ansi_bright_blue",
            "input-selection-foreground": "ansi_black",
            "screen-selection-background": "ansi_bright_blue",
            "screen-selection-foreground": "ansi_black",
            "line": "ansi_bright_black",
            "dimmed": "ansi_bright_black",
            "row": "ansi_blue",
            "row-away": "ansi_default",
            "row-text": "ansi_default",
            "scrollbar": "ansi_bright_black",
            "scrollbar-hover": "ansi_bright_black",
            "scrollbar-active": "ansi_cyan",
            "scrollbar-background": "ansi_default",
            "scrollbar-background-hover": "ansi_default",
            "scrollbar-background-active": "ansi_default",
            "scrollbar-corner-color": "ansi_default",
            "border": "ansi_bright_black",
            "border-blurred": "ansi_bright_black",
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

"""A text as its runs of letters: «Нью-Йорк», «Нью Йорк» and a name broken over two lines are alike."""

from __future__ import annotations

import re
from functools import lru_cache

from core.annotating.morphology import Parse, parses
from core.folding import SOFT_HYPHEN, lookalikes

_RUN = re.compile(r"[^\W\d_]+(?:\u00ad[^\W\d_]+)*")
_DASH = re.compile(r"\s?[-‐‑–—]\s?")
_JOINT = re.compile(r"[ \u00a0\t]*\n?[ \u00a0\t]*|[-‐‑]\n?|\s[–—-]\s|['’ʼ‘`]")
_ENDS = frozenset('.!?…\n«“"„:;—–-•*')


@lru_cache(maxsize=1 << 16)
def key(run: str) -> str:
    """A run of letters as the tables have it: lower case, ё as е, lookalike letters folded."""
    return lookalikes(run.replace(SOFT_HYPHEN, "")).lower().replace("ё", "е")


class Atoms:
    """The runs of letters of `text`: where they start and end, and how the tables spell them."""

    __slots__ = ("ends", "keys", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        runs = list(_RUN.finditer(text))
        self.starts = [run.start() for run in runs]
        self.ends = [run.end() for run in runs]
        self.keys = [key(run.group()) for run in runs]

    def __len__(self) -> int:
        return len(self.keys)

    def is_capital(self, index: int) -> bool:
        """Whether the run begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

    def gap(self, index: int) -> str:
        """What stands between the run at `index` and the one before it."""
        return self.text[self.ends[index - 1] if index else 0 : self.starts[index]]

    def joined(self, index: int) -> bool:
        """Whether the run goes on from the one before as one name does: a blank, a hyphen, an apostrophe."""
        return index > 0 and _JOINT.fullmatch(self.gap(index)) is not None

    def spaced(self, index: int) -> bool:
        """Whether only blanks stand between the run and the one before it."""
        return index > 0 and index < len(self.keys) and self.gap(index).isspace()

    def hyphened(self, index: int) -> bool:
        """Whether a hyphen or apostrophe alone ties the run to the one before it."""
        return 0 < index < len(self.keys) and self.gap(index) in ("-", "‐", "‑", "'", "’", "ʼ")

    def opens_sentence(self, index: int) -> bool:
        """Whether the run may be the first word of a sentence or a line."""
        if index == 0:
            return True
        gap = self.gap(index).strip(" \u00a0\t")
        return "\n" in gap or (bool(gap) and gap[-1] in _ENDS)

    def parses(self, index: int) -> tuple[Parse, ...]:
        """The readings of the run as the dictionary gives them."""
        return parses(
            lookalikes(self.text[self.starts[index] : self.ends[index]].replace(SOFT_HYPHEN, "")).lower()
        )

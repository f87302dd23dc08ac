"""What is tried when a query meets nothing: another keyboard layout, Cyrillic letters, a near spelling.

Only words that stand nowhere in the index are taken otherwise, and each time it is said. A word that the
dictionary knows is not a slip: it keeps its spelling.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import tantivy

from core.errors import Message
from core.searching.forms import Forms, is_dictionary_word
from core.searching.query import fields
from core.searching.query.layouts import in_cyrillic, other_layout, skeleton
from core.searching.query.tree import All, Any, Node, Phrase, Word
from core.searching.words import cut

LAYOUT = "«{typed}» was taken as «{taken}»: it was typed in the other keyboard layout."
SCRIPT = "«{typed}» stands nowhere; «{taken}» in Cyrillic letters was looked for."
SPELLING = "«{typed}» stands nowhere; the nearest spelling, «{taken}», was looked for."
_CHUNK = re.compile(r"(\s+)")
_OPERATORS = re.compile(r"[-=(\"«“„|)]*")
_NAMED = re.compile(r"\S[:^]")
_SHORTEST = 4  # letters of a word that may be a slip
_LONG = 8  # letters from which two slips are forgiven
_NAME_SLIPS = 1  # by which a Latin name may part from the Cyrillic one


class Respelling:
    """Takes the words of one query otherwise, over one state of the index."""

    def __init__(self, searcher: tantivy.Searcher, forms: Forms, tries: frozenset[str]) -> None:
        self._searcher, self._forms, self._tries = searcher, forms, tries
        self.notices: list[Message] = []

    # -- the text, before it is parsed: a key of the other layout may be a mark of the language
    def text(self, typed: str, *, typing: bool) -> str:
        """The query with words of the other layout as they were meant."""
        if "layout" not in self._tries:
            return typed
        chunks = _CHUNK.split(typed)
        last = len(chunks) - 1 if typing else -1
        return "".join(self._chunk(chunk, at == last) for at, chunk in enumerate(chunks))

    def field_names(self, typed: str) -> str:
        """The query with fields of the other layout as they were meant: «jhu:jjy» is «орг:оон»."""
        if "layout" not in self._tries or not _NAMED.search(typed):
            return typed
        return "".join(self._named_chunk(chunk) for chunk in _CHUNK.split(typed))

    def _named_chunk(self, chunk: str) -> str:
        for colon in fields.COLONS:
            name, found, value = chunk.partition(colon)
            meant = other_layout(name)[0]
            if found and not fields.named(name) and fields.named(meant):
                taken = f"{meant}:{other_layout(value)[0]}"
                self.notices.append(Message(LAYOUT, {"typed": chunk, "taken": taken}))
                return taken
        return chunk

    def _chunk(self, chunk: str, half: bool) -> str:
        marks = _OPERATORS.match(chunk)
        before = marks.group() if marks else ""
        name, colon, _ = chunk[len(before) :].partition(":")
        if colon and fields.named(name):
            before += name + colon
        typed = chunk[len(before) :]
        if not typed.strip() or self._stands(typed, half):
            return chunk
        for taken in other_layout(typed):
            if taken != typed and self._stands(taken, half):
                self.notices.append(Message(LAYOUT, {"typed": typed, "taken": taken}))
                return before + taken
        return chunk

    def _stands(self, text: str, half: bool) -> bool:
        words = [token.form for token in cut(text)]
        last = len(words) - 1
        return bool(words) and all(self.stands(word, half and at == last) for at, word in enumerate(words))

    def stands(self, form: str, half: bool) -> bool:
        """True if the word, in some form, is in the index; with `half`, if one begins so."""
        if half and self._forms.begins(form):
            return True
        if self._forms.known(form):
            return True
        return any(self._forms.is_in("lemma", lemma) for lemma in self._forms.lemmas(form))

    # -- the tree: scripts and spellings
    def tree(self, node: Node) -> Node:
        """The tree with words that stand nowhere as they may have been meant; what is excluded stays."""
        if isinstance(node, Word):
            return self._word(node)
        if isinstance(node, Phrase):
            return Phrase(tuple(map(self._word, node.words)), node.slop)
        if isinstance(node, All | Any):
            return type(node)(tuple(map(self.tree, node.parts)))
        return node

    def _word(self, word: Word) -> Word:
        half = word.how == "half"
        if word.how not in ("any", "half") or self.stands(word.text, half):
            return word
        for name, template, find in (
            ("script", SCRIPT, self._in_script),
            ("spelling", SPELLING, self._nearest),
        ):
            taken = find(word.text, half) if name in self._tries else None
            if taken:
                self.notices.append(Message(template, {"typed": word.text, "taken": taken}))
                return Word(taken, word.how)
        return word

    def _in_script(self, word: str, half: bool) -> str | None:
        """The word of the index that a Latin word spells."""
        if not word.isascii() or not word.isalpha():
            return None
        spelled = in_cyrillic(word)
        if self._forms.is_in("lemma", spelled) or self._forms.known(spelled):
            return spelled
        wanted = skeleton(spelled)
        slips = _NAME_SLIPS if len(spelled) > _SHORTEST else 0
        return _closest(wanted, self._lemmas(spelled[:1]), slips, half, skeleton)

    def _nearest(self, word: str, half: bool) -> str | None:
        """The word of the index that differs by a slip or two from one that no dictionary knows."""
        if len(word) < _SHORTEST or not word.isalpha() or (not half and is_dictionary_word(word)):
            return None
        slips = 2 if len(word) >= _LONG else 1
        return _closest(word, self._lemmas(word[:1]), slips, half) or _closest(
            word, self._forms_from(word[:1]), slips, half
        )

    def _lemmas(self, start: str) -> Iterator[tuple[str, int]]:
        yield from self._searcher.terms_with_prefix("lemma", start)

    def _forms_from(self, start: str) -> Iterator[tuple[str, int]]:
        for form, _, count in self._forms.beginning(start, None):
            yield form, count


def _closest(
    wanted: str,
    words: Iterable[tuple[str, int]],
    slips: int,
    half: bool,
    made: Callable[[str], str] = str,
) -> str | None:
    """Of (word, dispatches) the one that is nearest to `wanted`, the most frequent of the nearest."""
    from rapidfuzz.distance import OSA

    best: tuple[int, int, str] | None = None
    for word, count in words:
        seen = made(word)[: len(wanted)] if half else made(word)
        if abs(len(seen) - len(wanted)) > slips:
            continue
        apart = OSA.distance(wanted, seen, score_cutoff=slips)
        if apart <= slips and (best is None or (apart, -count, word) < best):
            best = (apart, -count, word)
    return best[2] if best else None

"""Where on a page the release stands: furniture is dropped, then the element that holds the prose is found.

All of it in time linear in the page: the weight of an element is summed up once, from the leaves to the root.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from core.reading.blocks import BLOCKS, Block, blocks
from core.reading.tables import column

_NAME_PARTS = re.compile(r"[^a-z]+")
_KEPT_SHARE = 0.5  # of the page's prose; what holds more is no furniture whatever it is called
_MAIN_SHARE = 0.85  # of the prose that the element of the release holds at the least
_RELEASE_SHARE = 0.25  # of the page's characters; below it there is no release on the page
_PROSE_LENGTH = 40  # characters from which a paragraph counts as prose
_FURNITURE_LENGTH = 300  # characters up to which a paragraph may be a call or a link to another page
_BULLETS = "■•▪>»-– \u00a0"
_STOPS = (".", "!", "?", "…", ";", ":", ".»", '."', ".)")

Weights = Mapping[Any, int]


def release(body: Any, title: str | None) -> tuple[list[Block], bool]:
    """The paragraphs of the release, and whether there is one. Changes the tree.

    title: as the page's metadata say, by which the heading is recognised.
    """
    drop_tags(body)
    _drop_furniture(body, _weights(body, list(blocks(body))))
    found = list(blocks(body))
    weights = _weights(body, found)
    heading = _heading(found, title)
    main = _main(body, weights, found, heading)
    inside = _within(main, found, heading)
    total = sum(len(block.text) for block in found)
    has_prose = weights[main] > _RELEASE_SHARE * total
    if has_prose:
        inside = [block for block in inside if block is heading or not _is_furniture(block)]
    return inside, has_prose


def drop_tags(tree: Any) -> None:
    """Takes out elements that never hold text of a release."""
    for element in list(tree.iter(*column("furniture.tsv", "tag"))):
        _drop(element)


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _drop_furniture(body: Any, weights: Weights) -> None:
    """Takes out what is called like furniture, except where that holds the release itself."""
    words = frozenset(column("furniture.tsv", "word"))
    for element in list(body.iterdescendants()):
        if not isinstance(element.tag, str) or element.tag in ("article", "main", "body"):
            continue
        called = _NAME_PARTS.split(f"{element.get('class', '')} {element.get('id', '')}"[:500].lower())
        role = element.get("role") in ("navigation", "complementary", "banner", "contentinfo")
        if (role or not words.isdisjoint(called) or _is_hidden(element)) and weights[
            element
        ] <= _KEPT_SHARE * weights[body]:
            _drop(element)


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "")[:200].replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None


def _weights(body: Any, found: Sequence[Block]) -> Weights:
    """Characters of prose in each element with all that it holds."""
    weights: dict[Any, int] = defaultdict(int)
    for block in found:
        weights[block.element] += _weight(block)
    for element in reversed(list(body.iter())):
        if element is not body and weights[element]:
            weights[element.getparent()] += weights[element]
    return weights


def _weight(block: Block) -> int:
    length = len(block.text)
    if length < _PROSE_LENGTH or block.linked > 0.5 * length or _is_call(block):
        return 0
    return length


def _heading(found: Sequence[Block], title: str | None) -> Block | None:
    """The block that is the page's title; else the only H1."""
    wanted = _folded(title or "")
    for block in found:
        if wanted and _folded(block.text) == wanted:
            return block
    heads = [block for block in found if block.element.tag == "h1"]
    return heads[0] if len(heads) == 1 else None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _main(body: Any, weights: Weights, found: Sequence[Block], heading: Block | None) -> Any:
    """The smallest element that holds nearly all of the prose, and the heading where there is one."""
    above = set() if heading is None else {heading.element, *heading.element.iterancestors()}
    opening: dict[Any, Any] = {}  # element → its child in which its first prose stands
    for block in found:
        element = block.element if _weight(block) else None
        while element is not None and element is not body:
            parent = element.getparent()
            if parent in opening:
                break
            opening[parent] = element
            element = parent
    best = body
    while True:
        inner = max(best, key=lambda child: weights[child], default=None)
        if inner is None or inner.tag not in BLOCKS or inner.tag in ("p", "li", "tr", "h1"):
            return best
        if not weights[inner] or weights[inner] < _MAIN_SHARE * weights[best]:
            return best
        if best in above and inner not in above:
            return best  # the heading would stay outside
        if heading is None and opening.get(best) is not inner:
            return best  # a lead would stay outside
        best = inner


def _within(main: Any, found: Sequence[Block], heading: Block | None) -> list[Block]:
    """The blocks of the main element, from the heading on."""
    inside = set(main.iter())
    kept = [block for block in found if block.element in inside]
    if heading is not None and heading in kept:
        return kept[kept.index(heading) :]
    return kept


def _is_furniture(block: Block) -> bool:
    """A call («Читайте также: …»), or a link to another page; a linked sentence is a dispatch, and stays."""
    text = block.text
    if len(text) > _FURNITURE_LENGTH:
        return False
    return _is_call(block) or (block.linked > 0.6 * len(text) and not text.endswith(_STOPS))


def _is_call(block: Block) -> bool:
    small = block.text[:_FURNITURE_LENGTH].casefold().lstrip(_BULLETS)
    if small.startswith(_beginnings("notice")):
        return True
    return small.startswith(_beginnings("line")) and (block.linked > 0 or len(block.text) < 60)


@cache
def _beginnings(kind: str) -> tuple[str, ...]:
    return column("furniture.tsv", kind)

"""HTML: the text of the release without the page around it; title, date, address from the page's metadata.

Furniture goes first (`furniture.tsv`), then `prose` finds the element that holds the release, and its
paragraphs are laid out as a browser would. General extractors were tried on the same pages: they keep
captions and related links that stand inside the body, and the line ends of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from core.errors import Refused
from core.model import Document
from core.reading import metadata, prose
from core.reading.blocks import Block, blocks
from core.reading.decoding import Decoded, decode
from core.reading.limits import HEAD_BYTES, MIB, PAGE_BYTES, PAGE_ELEMENTS
from core.reading.names import stem
from core.reading.records import Blob, Refusal, parsing

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_MARKUP = re.compile(r"<[a-zA-Z!/][^<>]{0,2000}>|&[#\w]{1,10};")
_TEMPLATE = re.compile(r"(?:@(?:include|extends|section|yield|endsection)\b.*|\{\{.*\}\}|\{%.*%\})\Z")


def read(blob: Blob) -> Iterator[Document | Refusal]:
    """One document. Raises `Refused` for what is too large and for a page without text."""
    decoded = decoded_page(blob.content(PAGE_BYTES), blob.charset)
    with parsing("HTML"):
        tree = parse(decoded.text)
        if tree is None:
            raise Refused("holds no text")
        about = metadata.of(tree)
        body = tree.find("body")
        found, is_release = prose.release(tree if body is None else body, about.title)
    yield Document(
        id=stem(blob.name),
        source=blob.source,
        text=_laid_out(found),
        date=about.date or blob.date,
        title=about.title or blob.title,
        url=blob.url or about.url,
        encoding=decoded.encoding,
        flags=() if is_release else ("boilerplate",),
    )


def decoded_page(data: bytes, charset: str | None) -> Decoded:
    """The page's source; a charset said by server or page counts where the bytes do not speak against it."""
    declared = _CHARSET.search(data[:HEAD_BYTES])
    return decode(data, charset or (declared[1].decode("ascii") if declared else None))


def parse(source: str) -> Any:
    """The tree of a page, or None for one without any element. Raises `Refused` for one too large."""
    from lxml import etree, html

    if len(source) > PAGE_BYTES:
        raise Refused("larger than {limit} MB", limit=PAGE_BYTES // MIB)
    if source.count("<") > 2 * PAGE_ELEMENTS:
        raise Refused("a page of more than {limit} elements", limit=PAGE_ELEMENTS)
    source = _DECLARATION.sub("", source).replace("\0", "")
    if not source.strip():
        return None
    # nothing is fetched, and libxml2's own limit of depth holds
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        return html.document_fromstring(source, parser=parser)
    except etree.ParserError:
        return None


def fragment(source: str) -> str:
    """The text of a piece of HTML as feeds and mails hold it; only what is never text is left out."""
    if not _MARKUP.search(source):
        return source.strip()
    tree = parse(source)
    if tree is None:
        return ""
    prose.drop_tags(tree)
    return _laid_out(list(blocks(tree)))


def inline(source: str) -> str:
    """A title given as HTML or as text, in one line."""
    return " ".join(fragment(source).split())


def _laid_out(found: Sequence[Block]) -> str:
    """The paragraphs with an empty line between them; what a template engine should have filled in goes."""
    return "\n\n".join(block.text for block in found if not _TEMPLATE.match(block.text))

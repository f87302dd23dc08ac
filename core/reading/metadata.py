"""What a page says about itself: title, date of publication, address.

Only statements made for machines count: META, JSON-LD, microdata, TIME, the canonical link. Sources:
schema.org, ogp.me, Dublin Core. A date printed on the page for people is left to segmenting.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.reading import dates

_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "publication_date",
    "publish_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "date",
    "mediator_published_time",
    "sailthru.date",
)
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_SITE = re.compile(r"\s+(?:[|•·»/]|[-–—])\s+")  # between the title and the name of the site
_SCHEMES = ("http://", "https://")
_JSON_NODES = 2000  # of one page's JSON-LD looked at


@dataclass(frozen=True, slots=True)
class About:
    """Title, date (ISO) and address of a page, each None if it does not say."""

    title: str | None
    date: str | None
    url: str | None


def of(tree: Any) -> About:
    """What the page says about itself."""
    metas = _metas(tree)
    linked = list(_linked_data(tree))
    return About(_title(tree, metas, linked), _date(tree, metas, linked), _url(tree, metas))


def _metas(tree: Any) -> dict[str, str]:
    """Names of META elements and microdata in small letters → content, the first of each name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta", "time", "span", "div"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content") or element.get("datetime")
        if name and content:
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD that are articles."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        try:
            waiting: list[Any] = [json.loads(script.text, strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_JSON_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                if "Article" in str(node.get("@type")) or "datePublished" in node:
                    yield node
                waiting.extend(value for value in node.values() if isinstance(value, list | dict))


def _title(tree: Any, metas: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    told = [metas[name] for name in _TITLES if metas.get(name)]
    told += [node["headline"] for node in linked if isinstance(node.get("headline"), str)]
    heads = [" ".join(head.text_content().split()) for head in tree.iter("h1")]
    window = " ".join((tree.findtext(".//title") or "").split())
    for title in told:
        return _without_site(" ".join(title.split()), heads)
    if len(heads) == 1 and heads[0]:
        return heads[0]
    return _without_site(window, heads) or None


def _without_site(title: str, heads: list[str]) -> str:
    """The title without «| Агентство» behind it; a headline on the page tells where it ends."""
    for head in heads:
        if head and title.startswith(head):
            return head
    pieces = _SITE.split(title)
    return title[: title.rfind(pieces[-1])].rstrip(" |•·»/-–—") if "|" in title and len(pieces) > 1 else title


def _date(tree: Any, metas: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    told = [metas[name] for name in _DATES if name in metas]
    told += [node["datePublished"] for node in linked if "datePublished" in node]
    told += [time.get("datetime") for time in tree.iter("time") if time.get("datetime")][:1]
    return next((found for value in told if (found := dates.iso(value))), None)


def _url(tree: Any, metas: dict[str, str]) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    told = [*links, metas.get("og:url")]
    return next((url.strip() for url in told if url and url.strip().startswith(_SCHEMES)), None)

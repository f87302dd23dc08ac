"""Pages as sites of agencies and ministries build them, around texts of our own.

Each template takes a title and paragraphs; everything else on the page is furniture that must not be read. `CAPTION`,
`RELATED` and the like are furniture that stands inside the body of the article.
"""

# ruff: noqa: E501 - pages as they are

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

CAPTION = "Фото: пресс-служба министерства. Встреча в зале переговоров"
RELATED = "Министр назвал сроки ремонта моста через Иртыш"
ALSO = "Читайте также"
MENU = ("Главная", "Новости", "Политика", "Экономика", "Общество", "Спорт", "Контакты")
SIDE = (
    "Погода в столице испортится к выходным",
    "Курс валют на завтра объявили в Нацбанке",
    "Хоккеисты выиграли третий матч подряд",
    "Как получить справку за пять минут",
)
FOOTER = "© 2026 Информационное агентство. Использование материалов разрешено только со ссылкой на источник."

Template = Callable[[str, Sequence[str]], str]


def _links(items: Sequence[str]) -> str:
    return "".join(f'<li><a href="/n/{number}">{item}</a></li>' for number, item in enumerate(items))


def _paragraphs(items: Sequence[str], tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{escape(item)}</{tag}>" for item in items)


def semantic(title: str, body: Sequence[str]) -> str:
    """HTML5 as it should be: article, time, figure, aside, nav."""
    return f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{escape(title)} | Агентство</title>
<meta property="og:title" content="{escape(title)}">
<meta property="article:published_time" content="2026-03-11T09:15:00+05:00">
<link rel="canonical" href="https://agency.example/ru/news/1"></head><body>
<header><nav><ul>{_links(MENU)}</ul></nav></header>
<main><article><h1>{escape(title)}</h1><time datetime="2026-03-11T09:15">11 марта 2026, 09:15</time>
<figure><img src="a.jpg"><figcaption>{CAPTION}</figcaption></figure>
{_paragraphs(body[:1])}
<aside class="related"><h4>{ALSO}</h4><ul>{_links([RELATED])}</ul></aside>
{_paragraphs(body[1:])}
<div class="share"><a href="#">Поделиться</a> <a href="#">Telegram</a> <a href="#">Facebook</a></div></article></main>
<aside><h3>Популярное</h3><ul>{_links(SIDE)}</ul></aside>
<footer><p>{FOOTER}</p></footer></body></html>"""


def blocks(title: str, body: Sequence[str]) -> str:
    """A large agency: every paragraph in a block of its own, links to other stories between them."""
    pieces = [
        f'<div class="article__block" data-type="text"><div class="article__text">{escape(p)}</div></div>'
        for p in body
    ]
    pieces.insert(
        1,
        f'<div class="article__block" data-type="article"><div class="article__article-link">'
        f'<a href="/20260310/1.html"><span class="article__article-title">{RELATED}</span></a>'
        f'<span class="article__article-date">10 марта, 18:20</span></div></div>',
    )
    pieces.insert(
        3,
        f'<div class="article__block" data-type="photo"><div class="photoview__copyright">{CAPTION}'
        "</div></div>",
    )
    return f"""<html><head><meta charset="utf-8"><title>{escape(title)} - Агентство, 11.03.2026</title>
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{escape(title)}",
"datePublished":"2026-03-11T06:15:00+03:00","mainEntityOfPage":"https://agency.example/1"}}</script></head><body>
<div class="page__header"><div class="menu"><ul>{_links(MENU)}</ul></div></div>
<div class="layout-article"><div class="article__header"><div class="article__info-date"><a href="/d">06:15 11.03.2026</a>
(обновлено: 08:20 11.03.2026)</div><h1 class="article__title">{escape(title)}</h1></div>
<div class="article__body js-mediator-article">{"".join(pieces)}</div>
<div class="article__tags"><a href="/t/1">В мире</a><a href="/t/2">Дипломатия</a></div>
<div class="article__userbar">Лента новостей 0 <span>Сначала новые</span><span>Сначала старые</span></div></div>
<div class="footer"><div class="footer__copyright">{FOOTER}</div></div></body></html>"""


def breaks(title: str, body: Sequence[str]) -> str:
    """An embassy's page of the 2000s: tables for layout, FONT, paragraphs parted by two BR."""
    text = "<br><br>\n".join(escape(item) for item in body)
    return f"""<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=windows-1251">
<TITLE>{escape(title)}</TITLE></HEAD><BODY bgcolor="#ffffff"><TABLE width="100%"><TR><TD colspan=2>
<FONT size=5>Посольство Республики</FONT></TD></TR><TR><TD width=150 valign=top><FONT size=2>
{"<br>".join(f'<A href="p{n}.htm">{item}</A>' for n, item in enumerate(MENU))}</FONT></TD>
<TD valign=top><FONT face=Arial size=3><B>{escape(title)}</B><br><br>
{text}</FONT></TD></TR><TR><TD colspan=2 align=center><FONT size=1>{FOOTER}</FONT></TD></TR></TABLE></BODY></HTML>"""


def ministry(title: str, body: Sequence[str]) -> str:
    """A ministry: DIV soup, headline above, date below, DIV paragraphs, a list of other releases at the foot."""
    return f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{escape(title)}</title>
<meta name="date" content="2026-03-11"></head><body><div id="wrap"><div class="top-menu">
<ul class="menu">{_links(MENU)}</ul></div><div class="content-wrap"><div class="breadcrumbs"><a href="/">Главная</a> /
<a href="/press">Пресс-служба</a> / <span>Новости</span></div><h2 class="page-title">{escape(title)}</h2>
<div class="page-date">11 марта 2026</div><div class="text">{_paragraphs(body, "div")}</div>
<div class="print"><a href="#">Версия для печати</a></div><div class="other-news"><h3>Другие новости</h3>
<ul>{_links(SIDE)}</ul></div></div><div class="bottom">{FOOTER} Телефон: +7 000 000-00-00</div></div></body></html>"""


def portal(title: str, body: Sequence[str]) -> str:
    """A portal: links to other stories inside the body, a call to subscribe, a list of comments."""
    pieces = [f"<p>{escape(item)}</p>" for item in body]
    pieces.insert(1, f'<p><strong>{ALSO}: <a href="/n/7">{RELATED}</a></strong></p>')
    pieces.insert(
        3,
        f'<div class="content_main_text_also"><b>Продолжение</b><ul><li><a href="/n/8">{SIDE[0]}</a>'
        f'<time>10 марта 2026 13:16</time></li><li><a href="/n/9">{SIDE[1]}</a></li></ul></div>',
    )
    return f"""<html lang="ru"><head><meta charset="utf-8"><title>{escape(title)}: 11 марта 2026, 09:15 - новости</title>
<meta property="og:title" content="{escape(title)}"><meta itemprop="datePublished" content="2026-03-11"></head><body>
<div class="navbar"><ul>{_links(MENU)}</ul></div><section class="content"><div class="content_main">
<h1 class="head-single">{escape(title)}</h1><div class="content_main_meta">11 марта 2026 | 09:15</div>
<div class="content_main_thumb"><img src="p.jpg"><div class="content_main_thumb_alt">{CAPTION}</div></div>
<div class="content_main_text">{"".join(pieces)}
<p>Подписывайтесь на наш <a href="https://t.me/x">Telegram-канал</a>!</p></div>
<div class="comments"><h3>Комментарии</h3><div class="comment"><p>Отличная новость, давно пора было собраться!</p></div>
</div></div><div class="sidebar"><h4>Читаемое</h4><ul>{_links(SIDE)}</ul></div></section>
<div class="footer"><p>{FOOTER}</p></div></body></html>"""


def fragment(title: str, body: Sequence[str]) -> str:
    """What a feed or a data set hands on: a line of title, then paragraphs, no page around them."""
    return f"{escape(title)}\n<p><strong></strong></p>\n{_paragraphs(body)}"


TEMPLATES: dict[str, Template] = {
    "semantic": semantic,
    "blocks": blocks,
    "breaks": breaks,
    "ministry": ministry,
    "portal": portal,
    "fragment": fragment,
}
FURNITURE = (
    CAPTION,
    RELATED,
    ALSO,
    "Главная",
    *SIDE,
    FOOTER,
    "Поделиться",
    "Подписывайтесь",
    "Отличная новость",
)

"""The records that pass between the stages: frozen, typed, without behaviour beyond themselves.

Offsets are code points of `Release.text` (the text as read), `text[start:end]` is the thing as written.
Countries are ISO 3166-1 alpha-2 codes, Kosovo is XK. Dates are ISO strings (`2026-03-10`).
Everything extracted carries the name of the rule that found it and a confidence between 0 and 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Document:
    """What reading gives: decoded, extracted text and what the file or page said about it."""

    id: str  # file name without its ending, or the id of the line or feed entry
    source: str  # path or address as named; a member of an archive as `a.zip!b.txt`
    text: str
    date: str | None = None  # page, mail or crawl date
    title: str | None = None  # title known from outside the text
    url: str | None = None
    encoding: str | None = None  # what was assumed when decoding; None for text that came decoded
    flags: tuple[str, ...] = ()
    seen: str | None = None  # ISO date when it was stored: a date without a year lies before it


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the release outside its dispatches.

    kind: title subtitle date dateline photo caption rubric counter update source signoff insert bullet
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, date and agency at the head: «Астана. 10 марта. KAZAKHSTAN TODAY -»."""

    start: int
    end: int
    place: str | None
    date: str | None
    agency: str | None
    place_span: tuple[int, int] | None = None
    date_span: tuple[int, int] | None = None
    agency_span: tuple[int, int] | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """Where segmenting cuts a dispatch; `lede` marks the opening summary of a digest."""

    start: int
    end: int
    lede: bool = False


@dataclass(frozen=True, slots=True)
class Segmentation:
    """What segmenting gives. Every non-space character of the text lies in exactly one part or cut."""

    kind: str  # "digest" or "single"
    date: str | None  # date of the release: page date, else a date in the header, else the dateline's
    title: Part | None
    dateline: Dateline | None
    parts: tuple[Part, ...]  # in order; title and dateline are among them
    cuts: tuple[Cut, ...]  # in order, the lede first where there is one
    sentences: tuple[tuple[int, int], ...]  # inside the cuts
    tokens: tuple[tuple[int, int], ...]  # of the whole text
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """A mention of a state. via: name adj demonym abbr city region."""

    start: int
    end: int
    iso: str | None  # None for states without a code; they keep their `name`
    name: str  # Russian short name, nominative
    via: str
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class City:
    """A mention of a settlement, its name in the nominative and the state it lies in."""

    start: int
    end: int
    name: str
    iso: str
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Post:
    """A post as written; `norm` is the same phrase with its head in the nominative, nothing added."""

    start: int
    end: int
    norm: str
    org: str | None = None  # organisation named in the phrase, nominative
    country: str | None = None  # state served, as far as phrase and surroundings tell
    status: str | None = None  # acting | former
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Person:
    """One mention of a person, surname-only mentions included; `name` is canonical in the release.

    `written` is the nominative of just the words that stand there: «Петровым» → «Петров».
    """

    start: int
    end: int
    name: str
    post: Post | None = None
    org: str | None = None
    country: str | None = None
    title: str | None = None  # шейх, лорд, доктор …: in neither name nor post
    gender: str | None = None  # masc | femn
    written: str = ""
    posts: tuple[Post, ...] = ()  # every post stated beside the mention, each apart; `post` joins what is one
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Official:
    """A person with a post (or a well-known office holder), once in a dispatch, at the first mention."""

    start: int
    end: int
    name: str
    post: str | None = None  # nominative, as stated beside the name
    post_full: str | None = None  # with what the dispatch implies: «посол Казахстана в Болгарии»
    post_start: int | None = None
    post_end: int | None = None
    org: str | None = None
    country: str | None = None
    side: str | None = None  # own | host | third | international
    title: str | None = None
    status: str | None = None  # acting | former
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, from the closed list in `core.annotating.events.KINDS`, with its ground."""

    kind: str
    start: int  # the words that gave it away
    end: int
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Host:
    """The receiving state of a dispatch and the words that say so.

    via: name adj city region mission accreditation organisation appointment home
    """

    iso: str
    via: str
    start: int
    end: int
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One news item of a release. `n` counts from 1; the lede of a digest is 0."""

    n: int
    start: int
    end: int
    event: str
    events: tuple[Event, ...] = ()  # the main one first
    host: str | None = None
    host_ground: Host | None = None
    mentioned: tuple[str, ...] = ()  # ISO codes, the host included, sorted
    mentioned_other: tuple[str, ...] = ()  # names of states without a code
    officials: tuple[Official, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """An annotated release: what the store keeps and everything else can be rebuilt from."""

    key: str  # hash of the text: the identity in an archive
    id: str
    source: str
    text: str
    kind: str
    date: str | None
    page_date: str | None = None
    title: Part | None = None
    headline: str | None = None  # title known from outside the text
    url: str | None = None
    encoding: str | None = None
    flags: tuple[str, ...] = ()
    dateline: Dateline | None = None
    sender: str | None = None  # the state whose missions the release speaks for
    parts: tuple[Part, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    persons: tuple[Person, ...] = ()
    posts: tuple[Post, ...] = ()
    countries: tuple[Country, ...] = ()
    cities: tuple[City, ...] = ()
    tokens: tuple[tuple[int, int], ...] = ()
    # folded form → lemmas, the best parse first; with `tokens` this is enough to rebuild the index
    lemmas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def day(self) -> str | None:
        """The date under which its dispatches are listed: the dateline's, as a page's may be days off."""
        return (self.dateline and self.dateline.date) or self.date

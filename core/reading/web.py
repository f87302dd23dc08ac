"""Addresses: one polite fetch with limits of size and time, that no redirect leads into the local network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from queue import Empty, SimpleQueue
from threading import Event, Thread
from urllib.parse import unquote, urljoin, urlsplit

from core.errors import Refused
from core.reading import addresses, dates
from core.reading.formats import BY_ENDING, BY_TYPE
from core.reading.limits import HTTP_BYTES, HTTP_REDIRECTS, HTTP_SECONDS, HTTP_SILENCE_SECONDS, MIB
from core.reading.names import ending
from core.reading.records import Blob, blob_of
from core.reading.visits import Visits

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]{2,40})", re.I)
_ACCEPT = "text/html, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"
_NOT_MODIFIED = 304
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said at last: status, headers by small names, body, and the address that it came from."""

    status: int
    headers: dict[str, str]
    body: bytes
    address: str


def agent() -> str:
    """«depesha/1.0», as servers see who asks."""
    try:
        return f"depesha/{version('depesha')}"
    except PackageNotFoundError:
        return "depesha"


def fetch(address: str, visits: Visits, *, seconds: float = HTTP_SECONDS) -> Blob | None:
    """What stands behind an address; None if that did not change since the visit that is known.

    Raises `Refused` for whatever goes wrong, and for answers above the limits of size and time. The time
    counts from the first question to the last byte: a server that drips a byte now and then must not hold
    depesha for ever, so the fetch runs in a thread of its own, which is left behind when the time is over.
    """
    results: SimpleQueue[Answer | Refused] = SimpleQueue()
    over = Event()
    Thread(target=_run, args=(address, visits.headers(address), over, results), daemon=True).start()
    try:
        answer = results.get(timeout=seconds)
    except Empty:
        raise Refused("not finished after {seconds} seconds", seconds=int(seconds)) from None
    finally:
        over.set()
    if isinstance(answer, Refused):
        raise answer
    if answer.status == _NOT_MODIFIED:
        return None
    visits.note(address, answer.headers.get("etag"), answer.headers.get("last-modified"))
    return _blob(address, answer)


def _run(address: str, headers: dict[str, str], over: Event, results: SimpleQueue[Answer | Refused]) -> None:
    import httpx

    try:
        results.put(_follow(address, headers, over))
    except Refused as refused:
        results.put(refused)
    except httpx.TimeoutException:
        results.put(Refused("no answer for {seconds} seconds", seconds=int(HTTP_SILENCE_SECONDS)))
    except Exception as error:  # whatever it was, the one who waits must hear of it
        results.put(Refused("cannot be fetched: {reason}", reason=str(error) or type(error).__name__))


def _follow(address: str, headers: dict[str, str], over: Event) -> Answer:
    """The answer at the end of the redirects."""
    import httpx

    who = {"User-Agent": agent(), "Accept": _ACCEPT}
    target = address
    with httpx.Client(headers=who, timeout=HTTP_SILENCE_SECONDS) as client:
        for _ in range(HTTP_REDIRECTS + 1):
            with client.stream("GET", target, headers=headers) as answer:
                if not answer.has_redirect_location:
                    body = (
                        b"" if answer.status_code == _NOT_MODIFIED else _body(answer.iter_bytes(_CHUNK), over)
                    )
                    if answer.status_code >= 400:
                        raise Refused("the server answers {status}", status=answer.status_code)
                    return Answer(answer.status_code, dict(answer.headers), body, target)
                target = urljoin(target, answer.headers["location"])
            addresses.refuse_local_redirect(address, target)
    raise Refused("more than {limit} redirects", limit=HTTP_REDIRECTS)


def _body(chunks: Iterator[bytes], over: Event) -> bytes:
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > HTTP_BYTES:
            raise Refused("larger than {limit} MB", limit=HTTP_BYTES // MIB)
        if over.is_set():
            break
    return bytes(data)


def _blob(address: str, answer: Answer) -> Blob:
    """The bytes under a name that tells their format: that of the path, or what the media type says."""
    told = answer.headers.get("content-type", "")[:200]
    kind = BY_TYPE.get(told.partition(";")[0].strip().lower())
    charset = _CHARSET.search(told)
    path = urlsplit(answer.address)
    name = unquote(path.path).rstrip("/").rpartition("/")[2] or path.hostname or "page"
    is_named = ending(name) in BY_ENDING
    # «text/plain» is said of anything, so the content is asked
    by_type = None if is_named or kind is None or kind.name == "text" else kind.name
    return replace(
        blob_of(answer.body, name if is_named else name.replace(".", "-"), address),
        url=address,
        charset=charset[1] if charset else None,
        format=by_type,
        date=dates.iso(answer.headers.get("last-modified")),
    )

"""Addresses: fetched once, politely, within limits, and never led into the local network."""

from __future__ import annotations

import zlib
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from core.errors import Refused
from core.model import Document
from core.reading import Refusal, Visits, addresses, limits, read, web
from tests.reading.pages import TEMPLATES
from tests.reading.serving import Answer, body, redirect, serving
from tests.reading.test_formats import RSS
from tests.reading.texts import BODY, RUSSIAN, TITLE

PAGE = TEMPLATES["semantic"](TITLE, BODY).encode()


def refusal(answers: dict[str, Answer], path: str = "/") -> str:
    with serving(answers) as server:
        (found,) = read([server.address + path])
    assert isinstance(found, Refusal), found
    return str(found.message)


def test_page_with_its_address_and_who_asked() -> None:
    with serving({"/news/1": body(PAGE)}) as server:
        (found,) = read([f"{server.address}/news/1"])
    assert isinstance(found, Document)
    assert (found.title, found.date, found.url) == (TITLE, "2026-03-11", f"{server.address}/news/1")
    assert found.source == f"{server.address}/news/1"
    assert BODY[2] in found.text
    assert server.asked[0]["user-agent"].startswith("depesha")


def test_feed_by_its_media_type() -> None:
    with serving({"/feed": body(RSS.encode("cp1251", "xmlcharrefreplace"), "application/rss+xml")}) as server:
        first, _ = read([f"{server.address}/feed"])
    assert isinstance(first, Document)
    assert first.text == BODY[0]


@pytest.mark.parametrize("kind", ["text/plain; charset=koi8-r", "text/plain"])
def test_text_in_koi8(kind: str) -> None:
    with serving({"/a.txt": body(RUSSIAN.encode("koi8-r", "replace"), kind)}) as server:
        (found,) = read([f"{server.address}/a.txt"])
    assert isinstance(found, Document)
    assert (found.encoding, TITLE in found.text) == ("koi8-r", True)


def conditional(handler: BaseHTTPRequestHandler) -> None:
    if handler.headers.get("If-None-Match") == '"one"':
        body(b"", status=304)(handler)
    else:
        body(PAGE, ETag='"one"', Last_Modified="Wed, 11 Mar 2026 10:00:00 GMT")(handler)


def test_second_run_costs_nothing_if_nothing_changed(tmp_path: Path) -> None:
    with serving({"/": conditional}) as server:
        assert len(list(read([server.address + "/"], state=tmp_path / "visits"))) == 1
        assert list(read([server.address + "/"], state=tmp_path / "visits")) == []
    assert server.asked[1]["if-none-match"] == '"one"'
    assert server.asked[1]["if-modified-since"] == "Wed, 11 Mar 2026 10:00:00 GMT"


def test_marks_are_kept_only_when_the_caller_says_so(tmp_path: Path) -> None:
    with serving({"/": conditional}) as server:
        for _ in range(2):  # what was read got lost: it must be read again
            assert len(list(read([server.address + "/"], state=Visits(tmp_path)))) == 1
        visits = Visits(tmp_path)
        assert len(list(read([server.address + "/"], state=visits))) == 1
        visits.keep()
        assert list(read([server.address + "/"], state=Visits(tmp_path))) == []


def test_broken_marks_count_as_a_first_visit(tmp_path: Path) -> None:
    with serving({"/": conditional}) as server:
        list(read([server.address + "/"], state=tmp_path))
        for file in tmp_path.iterdir():
            file.write_text("{broken")
        assert len(list(read([server.address + "/"], state=tmp_path))) == 1


def test_redirects_are_followed_within_the_host() -> None:
    with serving({"/a": redirect("/b"), "/b": redirect("/c"), "/c": body(PAGE)}) as server:
        (found,) = read([f"{server.address}/a"])
    assert isinstance(found, Document)


def test_endless_redirects() -> None:
    assert refusal({"/": redirect("/")}) == "more than 5 redirects"


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/a", "gopher://x"])
def test_redirects_to_other_schemes(target: str) -> None:
    assert "no http address" in refusal({"/": redirect(target)})


def test_redirects_into_the_local_network() -> None:
    assert "a local address" in refusal({"/": redirect("http://127.0.0.1:1/")})
    assert "a local address" in refusal({"/": redirect("http://169.254.169.254/latest/meta-data")})


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "10.1.2.3", "192.168.0.1", "::1", "0.0.0.0", "", "fe80::1"]
)
def test_local_hosts(host: str) -> None:
    assert addresses.is_local(host)


@pytest.mark.parametrize("status", [404, 500])
def test_errors_of_the_server(status: int) -> None:
    assert refusal({"/": body(b"no", status=status)}) == f"the server answers {status}"


def test_no_server() -> None:
    with serving({}) as server:
        pass
    (found,) = read([server.address])
    assert isinstance(found, Refusal)
    assert str(found.message).startswith("cannot be fetched:")


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "HTTP_BYTES", limits.MIB)
    assert refusal({"/": body(b"a" * (2 * limits.MIB))}) == "larger than 1 MB"


def test_body_that_swells_when_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "HTTP_BYTES", limits.MIB)
    bomb = zlib.compress(bytes(20 * limits.MIB))
    assert refusal({"/": body(bomb, Content_Encoding="deflate")}) == "larger than 1 MB"


def test_server_that_drips_for_ever() -> None:
    with serving({}) as server:

        def drip(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(200)
            handler.end_headers()
            while not server.over.wait(0.02):
                handler.wfile.write(b"x")
                handler.wfile.flush()

        server.answers["/"] = drip
        with pytest.raises(Refused, match="not finished after 0 seconds"):
            web.fetch(server.address + "/", Visits(None), seconds=0.3)


def test_server_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "HTTP_SILENCE_SECONDS", 0.2)
    with serving({}) as server:
        server.answers["/"] = lambda _: (server.over.wait(), None)[1]
        (found,) = read([server.address + "/"])
    assert isinstance(found, Refusal)
    assert str(found.message) == "no answer for 0 seconds"

"""A real server on this machine for the tests of addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """Answers by path; `asked` holds the headers of every question."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.answers = answers
        self.asked: list[dict[str, str]] = []
        self.over = Event()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(handler) -> None:  # noqa: N805 - the name is http.server's
                self.asked.append({name.lower(): value for name, value in handler.headers.items()})
                self.answers[handler.path](handler)

            def log_message(handler, *_: Any) -> None:  # noqa: N805
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._http.server_port}"

    def run(self) -> None:
        """Serves until `stop`."""
        self._http.serve_forever(poll_interval=0.01)

    def stop(self) -> None:
        """Ends serving and every answer that still waits."""
        self.over.set()
        self._http.shutdown()
        self._http.server_close()


@contextmanager
def serving(answers: dict[str, Answer]) -> Iterator[Server]:
    """A server while the block runs."""
    server = Server(answers)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stop()
        thread.join()


def body(data: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> Answer:
    """An answer with a body; `_` in names of headers stands for «-»."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def redirect(target: str) -> Answer:
    """An answer that sends elsewhere."""
    return body(b"", status=302, Location=target)

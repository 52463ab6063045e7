"""A web server on this machine that behaves as badly as asked."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from briefing.fetch import Fetcher, Limits

HOME = "127.0.0.1"
Answer = Callable[[BaseHTTPRequestHandler], None]
QUICK = replace(
    Limits.load(),
    connect_seconds=2,
    read_seconds=0.3,
    total_seconds=0.6,
    megabytes=1,
    redirects=3,
    pause_seconds=0,
)


@dataclass
class Site:
    """What the server answers at each path, and what it was asked for."""

    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://{HOME}:{self.port}{path}"


def page(body: bytes | str, status: int = 200, media: str = "text/html", **headers: str) -> Answer:
    """An answer that is as it should be; ``Content_Encoding="gzip"`` sets a header."""
    data = body.encode() if isinstance(body, str) else body

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", media)
        handler.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def redirect(to: str, status: int = 302) -> Answer:
    """An answer that sends elsewhere."""
    return page(b"", status, Location=to)


def raw(*pieces: bytes, pause: float = 0.0, site: Site | None = None) -> Answer:
    """Bytes as they are, with a pause before each; with a site, the last one without end."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        ended = site.stopped if site else threading.Event()
        for piece in pieces:
            ended.wait(pause)
            handler.wfile.write(piece)
        while site and not ended.wait(pause):
            handler.wfile.write(pieces[-1])

    return answer


@contextmanager
def serve() -> Iterator[Site]:
    """Run a site until the block ends."""
    site = Site(answers={"/robots.txt": page("", 404)})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.agents.append(self.headers["User-Agent"])
            with suppress(OSError):  # the other end has gone, as is meant
                site.answers.get(self.path, page("Nothing here", 404))(self)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing to the terminal."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that leaves is no error here."""

    server = Server((HOME, 0), Handler)
    site.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()


def at_home(address: str) -> bool:
    """Of all the addresses of this machine, the one that the test's server has."""
    return address == HOME


def fetcher(limits: Limits = QUICK, **more: Any) -> Fetcher:
    """A fetcher that may reach the test's server and nothing else, and is soon impatient."""
    return Fetcher(limits, **{"allowed": at_home, **more})


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as one:
        one.bind((HOME, 0))
        port: int = one.getsockname()[1]
        return port

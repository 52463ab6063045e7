"""Fetching: redirects followed and checked, robots respected, one request at a time per server."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from threading import Lock

from briefing.fetch.addresses import is_public
from briefing.fetch.deadline import Patience
from briefing.fetch.errors import FetchError, UnreachableError
from briefing.fetch.limits import Limits, describe_status
from briefing.fetch.request import FOUND, Address, Answer, Line, read_address, request
from briefing.fetch.robots import Rules, read_rules, unknown_rules, unread_rules


@dataclass(frozen=True)
class Page:
    """What an address gave: ``url`` is where the redirects ended."""

    url: str
    data: bytes
    media: str  # as "text/html", in lower case; empty where the server does not say
    charset: str | None


@dataclass
class _Server:
    """What is known of one server, and whose turn it is."""

    turn: Lock = field(default_factory=Lock)
    free_at: float = 0.0  # on the monotonic clock
    pause: float = 0.0  # seconds that its rules ask for
    rules: dict[str, Rules] = field(default_factory=dict)  # by origin


class Fetcher:
    """Fetches pages. It may be used from several threads: each server gets one request at a time.

    ``allowed`` says to which IP addresses connections may be made; ``wait`` sleeps.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        allowed: Callable[[str], bool] = is_public,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self.limits = limits or Limits.load()
        self._allowed = allowed
        self._wait = wait
        self._servers: dict[str, _Server] = {}
        self._lock = Lock()

    def get(self, url: str) -> Page:
        """Return what is at an address. Raises ``FetchError`` with the reason where nothing is."""
        limit = int(self.limits.megabytes * 1_000_000)
        address, answer = self._follow(url, limit, robots=True)
        if answer.status not in FOUND:
            raise FetchError(describe_status(answer.status))
        if not answer.body.strip():
            raise FetchError("is an empty page")
        media, charset = _read_type(answer.content_type)
        return Page(address.url, answer.body, media, charset)

    def _follow(self, url: str, limit: int, *, robots: bool) -> tuple[Address, Answer]:
        """Go where an address leads; each step is checked like the first one."""
        line = Line(self.limits, self._allowed, Patience(self.limits.total_seconds))
        ask = self._ask_in_turn if robots else request
        seen: set[str] = set()
        while len(seen) <= self.limits.redirects:
            address = read_address(url)
            if address.url in seen:
                raise FetchError("redirects in a circle")
            seen.add(address.url)
            answer = ask(address, line, limit)
            if answer.location is None:
                return address, answer
            url = answer.location
        raise FetchError(f"redirects more than {self.limits.redirects} times")

    def _ask_in_turn(self, address: Address, line: Line, limit: int) -> Answer:
        """One request, when it is this server's turn and its rules allow it."""
        server = self._server(address.host)
        with self._turn(server):
            rules = self._rules(server, address)
            server.pause = min(rules.pause, self.limits.longest_pause_seconds)
            _check(rules, address)
            return request(address, line, limit)

    def _server(self, host: str) -> _Server:
        with self._lock:
            return self._servers.setdefault(host, _Server())

    @contextmanager
    def _turn(self, server: _Server) -> Iterator[None]:
        with server.turn:
            rest = server.free_at - time.monotonic()
            if rest > 0:
                self._wait(rest)
            try:
                yield
            finally:
                pause = max(self.limits.pause_seconds, server.pause)
                server.free_at = time.monotonic() + pause

    def _rules(self, server: _Server, address: Address) -> Rules:
        if address.origin not in server.rules:
            server.rules[address.origin] = self._fetch_rules(address.origin)
        return server.rules[address.origin]

    def _fetch_rules(self, origin: str) -> Rules:
        limit = int(self.limits.robots_kilobytes * 1_000)
        try:
            _, answer = self._follow(f"{origin}/robots.txt", limit, robots=False)
        except UnreachableError as error:
            return unknown_rules(str(error))
        except FetchError as error:
            return unread_rules(origin, f"it {error}")
        return read_rules(origin, answer.status, answer.body)


def _check(rules: Rules, address: Address) -> None:
    """Raise ``FetchError`` where a site's rules don't allow an address, or are not known."""
    if rules.unknown:
        raise FetchError(rules.unknown)
    if not rules.allow(address.url):
        raise FetchError(
            f"is closed to programs by {address.origin}/robots.txt. "
            "Save the page from your browser and add the file"
        )


def _read_type(header: str) -> tuple[str, str | None]:
    """``text/html; charset=utf-8`` → its two parts."""
    message = Message()
    message["Content-Type"] = header
    return message.get_content_type() if header else "", message.get_content_charset()

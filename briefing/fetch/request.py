"""One request: an address in, an answer out, no redirect followed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin, urlsplit

from briefing import __version__
from briefing.fetch.body import ENCODINGS, read_body
from briefing.fetch.deadline import Patience
from briefing.fetch.errors import FetchError, UnreachableError
from briefing.fetch.limits import Limits
from briefing.fetch.robots import NAME

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

_HEADERS = {
    "User-Agent": f"{NAME}/{__version__} (reads single articles for an analyst's conflict brief)",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": ENCODINGS,
    "Connection": "close",
}
_SCHEMES = ("http", "https")
FOUND = range(200, 300)
_REDIRECTS = (301, 302, 303, 307, 308)
_SAFE = "!#$%&'()*+,/:;=?@[]~"  # signs of an address that stand for themselves


@dataclass(frozen=True)
class Address:
    """A web address in its parts, checked and in plain ASCII."""

    scheme: str
    host: str
    port: int | None
    target: str  # path and query

    @property
    def origin(self) -> str:
        """Scheme, host and port, as rules for robots are given for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + (f":{self.port}" if self.port else "")

    @property
    def url(self) -> str:
        """The whole address."""
        return self.origin + self.target


@dataclass(frozen=True)
class Answer:
    """What came back: ``location`` where it redirects, else the body."""

    status: int
    location: str | None
    content_type: str
    body: bytes


@dataclass(frozen=True)
class Line:
    """What all requests of one fetch share."""

    limits: Limits
    allowed: Callable[[str], bool]
    patience: Patience


def read_address(url: str) -> Address:
    """Take an address apart. Raises ``FetchError`` for one that is not of the open web."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
        name = host if ":" in host or host.isascii() else host.encode("idna").decode("ascii")
    except ValueError as error:  # UnicodeError is one
        raise FetchError("is not a web address. Check it") from error
    if parts.scheme not in _SCHEMES:
        raise FetchError(f'begins with "{parts.scheme}:"; only http and https are fetched')
    if not name:
        raise FetchError("names no server. Check it")
    if parts.username is not None or parts.password is not None:
        raise FetchError("holds a user name or password. Leave it out")
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return Address(parts.scheme, name, port, (quote(parts.path, safe=_SAFE) or "/") + query)


def request(address: Address, line: Line, limit: int) -> Answer:
    """Ask for one address. Raises ``FetchError`` where no whole answer of ``limit`` bytes comes."""
    from urllib3.exceptions import HTTPError, SSLError

    from briefing.fetch.connections import Dial, open_pool

    with line.patience.spend() as deadline:
        dial = Dial(line.allowed, line.limits.connect_seconds, deadline)
        try:
            with open_pool(address.scheme, address.host, address.port, dial) as pool:
                answer = _receive(_send(pool, address.target, line.limits), limit)
        except SSLError as error:
            raise UnreachableError(
                "has no valid certificate. Open it in a browser to see why"
            ) from error
        except (HTTPError, OSError) as error:
            told = _too_slow(line) if deadline.passed else _describe(error)
            raise FetchError(told) from error
    if deadline.passed:  # cut in the middle of a page that does not say how long it is
        raise FetchError(_too_slow(line))
    location = answer.location and _join(address.url, answer.location)
    return Answer(answer.status, location, answer.content_type, answer.body)


def _join(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        raise FetchError("redirects to what is not a web address") from None


def _send(pool: Any, target: str, limits: Limits) -> BaseHTTPResponse:
    from urllib3 import Timeout

    response: BaseHTTPResponse = pool.urlopen(
        "GET",
        target,
        headers=_HEADERS,
        redirect=False,
        retries=False,
        preload_content=False,
        decode_content=False,
        timeout=Timeout(connect=limits.connect_seconds, read=limits.read_seconds),
    )
    return response


def _receive(response: BaseHTTPResponse, limit: int) -> Answer:
    import zlib

    headers = response.headers
    redirects = response.status in _REDIRECTS and "Location" in headers
    try:
        body = read_body(response, limit) if response.status in FOUND else b""
    except zlib.error as error:
        raise FetchError("sent a packed page that cannot be unpacked") from error
    finally:
        response.close()
    location = headers["Location"] if redirects else None
    return Answer(response.status, location, headers.get("Content-Type", ""), body)


def _describe(error: Exception) -> str:
    from urllib3 import exceptions as known

    if isinstance(error, (known.ReadTimeoutError, TimeoutError)):
        return "does not answer in time. Try again later"
    if isinstance(error, (known.ProtocolError, known.IncompleteRead)):
        return "broke off in the middle of the answer. Try again later"
    return "cannot be connected to. Check the address and the network"


def _too_slow(line: Line) -> str:
    return f"was not there in full after {line.limits.total_seconds:g} s. Try again later"

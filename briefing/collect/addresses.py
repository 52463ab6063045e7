"""When two addresses are one page, and which address a page is known by."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from briefing.collect.rules import load_rules
from briefing.sourcename import site_of

_OTHER_SCHEME = re.compile(r"(?!https?:)([a-z][a-z0-9+.-]+):/", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/)", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


def is_address(name: str) -> bool:
    """Whether a word is a web address."""
    return name.lower().startswith(("http://", "https://"))


def why_no_file(name: str) -> str | None:
    """Why a name of no file is none: it was meant as an address. None where it looks like a file.

    ``ftp://…`` (a path that was read has one slash less), ``www.example.org/report``.
    """
    if found := _OTHER_SCHEME.match(name):
        return f'begins with "{found[1]}:"; only http and https are fetched'
    if _BARE_ADDRESS.match(name):
        return f"is neither a file nor an address; if it is one, write https://{name}"
    return None


def same_page(url: str) -> str:
    """What all addresses of one page have in common; it is no address itself.

    Scheme, ``www.``, a slash at the end, the place on the page and the parts that say how a reader
    came there make no difference.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    asked = [(name, value) for name, value in parse_qsl(parts.query) if not _tracks(name)]
    shown_port = f":{port}" if port and port != _PORTS.get(parts.scheme) else ""
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{site_of(url)}{shown_port}{parts.path.rstrip('/')}{query}"


def choose_address(found: str, canonical: str | None) -> str:
    """The address of a page found at ``found`` that names another one as its own.

    That one is taken if it is of the same site and not just its front page, as careless sites have
    it: else all their pages would be one.
    """
    try:
        stated = urljoin(found, canonical or "")
        own_path = urlsplit(stated).path.strip("/")
    except ValueError:
        return found
    front = not own_path and urlsplit(found).path.strip("/")
    good = is_address(stated) and site_of(stated) == site_of(found) and not front
    return stated if canonical and good else found


def _tracks(name: str) -> bool:
    return bool(_tracking().fullmatch(name.lower()))


@cache
def _tracking() -> re.Pattern[str]:
    names: list[str] = load_rules()["tracking"]
    return re.compile("|".join(re.escape(name).replace("\\~", ".*") for name in names))

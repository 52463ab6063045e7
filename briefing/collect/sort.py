"""What came back from the web: a feed, or an article of which kind."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from briefing.articles.draft import UnreadableError
from briefing.articles.kinds import Kind, kind_named, load_kinds
from briefing.fetch import Page

_PDF, _ZIP, _WORD_PART = b"%PDF", b"PK\x03\x04", b"word/"
_HEAD = 1_000  # bytes
_TELLS_NOTHING = ("", "application/octet-stream", "binary/octet-stream", "text/plain")
_LATIN = ("iso-8859-1", "latin1", "us-ascii", "ascii")  # what servers say that know nothing better


def kind_of_page(page: Page) -> Kind:
    """The kind of a fetched file: by its first bytes, its media type, else its address.

    Raises ``UnreadableError`` for what is no article, such as a picture.
    """
    head = page.data[:_HEAD].lower()
    if head.lstrip().startswith(_PDF.lower()):
        return kind_named("pdf")
    if page.data.startswith(_ZIP) and _WORD_PART in page.data:
        return kind_named("docx")
    if b"<html" in head or b"<!doctype html" in head:
        return kind_named("html")
    if kind := _by_ending(page) if page.media in _TELLS_NOTHING else None:
        return kind
    for kind in load_kinds():
        if page.media in kind.media:
            return kind
    raise UnreadableError(f"is no article that can be read but {page.media or 'of no stated kind'}")


def _by_ending(page: Page) -> Kind | None:
    ending = PurePosixPath(urlsplit(page.url).path).suffix.lower()
    return next((kind for kind in load_kinds() if ending in kind.endings), None)


def in_utf8(page: Page) -> bytes:
    """A text page's bytes as UTF-8 where the server names another charset that they fit."""
    charset = page.charset
    if charset is None or charset in _LATIN:
        return page.data
    for encoding in ("utf-8", charset):
        try:
            return page.data.decode(encoding).encode("utf-8")
        except (UnicodeError, LookupError):
            continue
    return page.data

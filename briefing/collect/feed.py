"""A feed (RSS or Atom) → its entries."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from briefing.articles.draft import Metadata, UnreadableError
from briefing.articles.moments import day_of, parse_moment, time_of
from briefing.models import Origin

_OPENINGS = (b"<rss", b"<feed", b"<rdf:rdf")
_HEAD = 2_000  # bytes


@dataclass(frozen=True)
class Entry:
    """One entry: the address of its page, what the feed says of it, and its own text as HTML."""

    url: str | None
    said: Metadata
    html: str


def is_feed(data: bytes) -> bool:
    """Whether bytes are a feed, by their first tags."""
    head = data[:_HEAD].lower()
    return any(opening in head for opening in _OPENINGS) and b"<html" not in head


def read_feed(data: bytes) -> list[Entry]:
    """Return a feed's entries in its order. Raises ``UnreadableError`` for one without any."""
    import feedparser

    feed = feedparser.parse(BytesIO(data))  # of a text it would ask whether it is an address
    if not feed.entries:
        raise UnreadableError("is a feed without entries, or a broken one. Open it and look")
    return [_entry(entry, feed.feed) for entry in feed.entries]


def _entry(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> Entry:
    published = _published(entry)
    house = entry.get("source") or {}
    said = Metadata(
        title=_words(entry.get("title")),
        publisher=_words(house.get("title")) or _words(feed.get("title")),
        author=_words(entry.get("author")),
        published=day_of(published),
        url=entry.get("link"),
        language=(_words(feed.get("language")) or "")[:2].lower() or None,
        origin=Origin(published_at=time_of(published)),
    )
    return Entry(entry.get("link"), said, _text(entry))


def _text(entry: Mapping[str, Any]) -> str:
    """The fullest text that the feed itself has of an entry."""
    texts = [part.get("value") or "" for part in entry.get("content", ())]
    return max([*texts, entry.get("summary") or ""], key=len)


def _published(entry: Mapping[str, Any]) -> date | datetime | None:
    """As the feed writes it, for a day is that of its own zone; else as feedparser makes it out."""
    written = parse_moment(entry.get("published") or entry.get("updated"))
    return written or _time(entry.get("published_parsed") or entry.get("updated_parsed"))


def _time(value: Any) -> datetime | None:
    """A time in UTC, from what feedparser makes of any way to write one."""
    try:
        return datetime.fromtimestamp(timegm(value), UTC) if value else None
    except (ValueError, OverflowError, OSError):
        return None


def _words(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None

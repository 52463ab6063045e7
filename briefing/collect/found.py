"""Bytes from the web, a file or a feed that may become an article, and what they become."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from briefing.articles.draft import Draft, Metadata, UnreadableError
from briefing.articles.kinds import Kind, kind_named
from briefing.articles.moments import day_of, time_of
from briefing.articles.read import READERS, check_size, read_file, to_article
from briefing.collect.addresses import choose_address, is_address
from briefing.collect.feed import Entry
from briefing.collect.outcome import Wishes
from briefing.collect.rules import find_wall, load_rules
from briefing.collect.sort import in_utf8, kind_of_page
from briefing.fetch import Page
from briefing.models import Article, Origin
from briefing.sourcename import site_of

_PAGE = '<!doctype html><html><head><meta charset="utf-8"></head><body><article>{}</article></body>'
_SAVE_IT = "Save the page from your browser and add the file"


@dataclass(frozen=True)
class Found:
    """Bytes of a kind that is read, and what is known of them beside what they say."""

    name: str  # as the analyst or a feed names it
    data: bytes
    kind: Kind
    readable: bytes  # the same in an encoding that the readers find out
    url: str | None = None
    fetched: datetime | None = None
    fallback: Metadata | None = None  # what holds where they say nothing
    excerpt: bool = False

    @property
    def sha256(self) -> str:
        """The hash of the bytes."""
        return sha256(self.data).hexdigest()


def find_in_page(name: str, page: Page, at: datetime, said: Metadata | None = None) -> Found:
    """A fetched page and what a feed ``said`` of it; one that names no publisher has its site."""
    kind = kind_of_page(page)
    check_size(len(page.data), kind)
    fallback = _fill(said or Metadata(), Metadata(publisher=site_of(page.url)))
    return Found(name, page.data, kind, in_utf8(page), page.url, at, fallback)


def find_in_file(path: Path) -> Found:
    """A file of this machine. Raises ``UnreadableError`` where it can be no article."""
    kind, data = read_file(path)
    return Found(str(path), data, kind, data)


def find_in_entry(entry: Entry, at: datetime) -> Found:
    """A feed's own text of an entry. Raises ``UnreadableError`` where it has hardly any."""
    data = _PAGE.format(entry.html).encode("utf-8")
    if len(entry.html) < load_rules()["least_letters_of_entry"]:
        raise UnreadableError("has no text of its own in the feed")
    name = entry.url or entry.said.title or "entry"
    return Found(name, data, kind_named("html"), data, entry.url, at, entry.said, excerpt=True)


def make_article(found: Found, wishes: Wishes) -> Article:
    """Return the article that bytes make.

    Raises ``UnreadableError`` where they hold none, or a notice in its place.
    """
    draft = READERS[found.kind.key](found.readable)
    said = _fill(draft.metadata, found.fallback or Metadata())
    own = said.url if said.url and is_address(said.url) else None  # a saved page may say "/a"
    url = choose_address(found.url, said.url) if found.url else own
    said = _with_wishes(replace(said, url=url), wishes)
    article = to_article(Draft(draft.paragraphs, said), found.name, found.sha256)
    excerpt = found.excerpt or (found.fetched is not None and _is_cut_off(article.text))
    return replace(article, origin=replace(said.origin, fetched=found.fetched, excerpt=excerpt))


def _is_cut_off(text: str) -> bool:
    """Whether a page's text is but the open part of it.

    Raises ``UnreadableError`` where it is no article at all.
    """
    rules, wall = load_rules(), find_wall(text)
    if wall and len(text) < rules["least_beside_wall"]:
        raise UnreadableError(f"shows {wall} and no article. {_SAVE_IT}")
    if len(text) < rules["least_letters"]:
        raise UnreadableError(f'has too little text for an article: "{text}". {_SAVE_IT}')
    return wall is not None


def _fill(said: Metadata, fallback: Metadata) -> Metadata:
    """What is said, and where nothing is said what else is known; a day keeps its own time."""
    names = ("title", "publisher", "author", "url", "language")
    filled = {name: getattr(said, name) or getattr(fallback, name) for name in names}
    dated = said if said.published else fallback
    return replace(said, **filled, published=dated.published, origin=dated.origin)


def _with_wishes(said: Metadata, wishes: Wishes) -> Metadata:
    if wishes.publisher:
        said = replace(said, publisher=wishes.publisher)
    if wishes.published:
        origin = Origin(published_at=time_of(wishes.published))
        said = replace(said, published=day_of(wishes.published), origin=origin)
    return said

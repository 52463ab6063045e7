"""What a web page says about itself: meta tags, JSON-LD, then trafilatura's own reading."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from briefing.articles.draft import Metadata, UnreadableError
from briefing.articles.moments import day_of, parse_moment, time_of
from briefing.models import Origin, Reference

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

_TITLE = ("og:title", "twitter:title", "dc.title")
_PUBLISHER = ("og:site_name", "dc.publisher", "application-name")
_AUTHOR = ("author", "dc.creator", "parsely-author")
_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "date"),
    *("dc.date", "dc.date.issued", "dcterms.issued", "pubdate", "parsely-pub-date"),
)
# What Chrome and Edge, and what SingleFile write into it.
_NOTED = re.compile(r"(?:saved from url=\(\d+\)|saved with SingleFile\s+url:\s*)(https?://\S+)")
_FIGURES = "briefing:figures"
_SAMPLE = "briefing:sample"


def read_page_metadata(page: HtmlElement, document: Document) -> Metadata:
    """Return the page's metadata, the most explicit statement first.

    ``document`` is trafilatura's reading of the same page. Raises ``UnreadableError`` for a
    ``briefing:figures`` tag without a claimant.
    """
    meta = _meta_tags(page)
    article = _json_ld_article(page)
    published = _published(page, meta, article, document)
    return Metadata(
        title=_first(article.get("headline"), *_all(meta, _TITLE), document.title),
        publisher=_first(*_all(meta, _PUBLISHER), _name(article.get("publisher"))),
        author=_first(_name(article.get("author")), *_all(meta, _AUTHOR), _tidy(document.author)),
        published=day_of(published),
        url=_first(
            *page.xpath("//link[@rel='canonical']/@href"),
            *meta.get("og:url", ()),
            *_saved_from(page),
        ),
        language=_language(page, article),
        sample=meta.get(_SAMPLE, ["false"])[0].strip().lower() == "true",
        references=tuple(_reference(line) for line in meta.get(_FIGURES, ())),
        origin=Origin(published_at=time_of(published)),
    )


def _tidy(author: str | None) -> str | None:
    """An author as read from a byline, without what parted it from the day: ``A. Writer ·``."""
    return (author or "").strip(" ·•|,;–—-") or None


def _saved_from(page: HtmlElement) -> Iterator[str]:
    """The address that a browser notes in a page that it saves."""
    for comment in page.getroottree().xpath("/comment() | //comment()"):
        if noted := _NOTED.search(comment.text or ""):
            yield noted[1]


def _meta_tags(page: HtmlElement) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for tag in page.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        tags.setdefault(name.lower(), []).append(tag.get("content"))
    return tags


def _json_ld_article(page: HtmlElement) -> Mapping[str, Any]:
    """The page's first JSON-LD object with a headline; empty where there is none."""
    for script in page.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(script, strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue  # a page's broken JSON-LD is common; its meta tags still speak
        for node in _objects(data):
            if "headline" in node:
                return node
    return {}


def _objects(data: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, Mapping):
        yield data
        yield from _objects(data.get("@graph"))
    elif isinstance(data, list):
        for item in data:
            yield from _objects(item)


def _published(
    page: HtmlElement,
    meta: Mapping[str, list[str]],
    article: Mapping[str, Any],
    document: Document,
) -> date | datetime | None:
    stated = [article.get("datePublished"), *_all(meta, _PUBLISHED)]
    stated += page.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    moments = (parse_moment(value) for value in [*stated, document.date])
    return next((moment for moment in moments if moment), None)


def _language(page: HtmlElement, article: Mapping[str, Any]) -> str | None:
    code = _first(*page.xpath("/html/@lang"), article.get("inLanguage"))
    return code[:2].lower() if code else None


def _reference(line: str) -> Reference:
    claimant, *rest = (part.strip() or None for part in line.split("|"))
    if claimant is None:
        raise UnreadableError(
            f'has a "{_FIGURES}" tag that names no claimant: write "claimant | via | url"'
        )
    via, url, *_ = [*rest, None, None]
    return Reference(claimant, via, url)


def _name(value: object) -> str | None:
    """The name in a JSON-LD person, organisation, list of them or plain text."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value))) or None
    if isinstance(value, Mapping):
        return _name(value.get("name"))
    return value if isinstance(value, str) else None


def _all(meta: Mapping[str, list[str]], names: tuple[str, ...]) -> Iterator[str]:
    return (value for name in names for value in meta.get(name, ()))


def _first(*values: object) -> str | None:
    texts = (" ".join(value.split()) for value in values if isinstance(value, str))
    return next((text for text in texts if text), None)

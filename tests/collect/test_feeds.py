"""Of a feed the page of each entry is read; where there is none, what the feed itself has."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing.articles import read_article, read_articles
from briefing.desk import Desk
from tests.collect.conftest import NOW, Add
from tests.collect.pages import LONG, PARAGRAPHS, TEXT, article_page, item, rss
from tests.fetch.server import Site, page

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Some Wire</title>
<entry><title>A retreat</title><link rel="alternate" href="{url}"/>
<published>2024-11-29T01:10:00+03:00</published>
<content type="html">{content}</content></entry></feed>"""


def test_entries_are_fetched(site: Site, desk: Desk, add: Add) -> None:
    """A page speaks first, the feed fills in what it leaves out; each failure is one line."""
    bare = f"<!doctype html><html><h1>A retreat</h1>{PARAGRAPHS.replace('14', '15')}</html>"
    items = [item(f"Entry {n}", site.url(f"/{n}")) for n in range(3)]
    site.answers |= {"/feed": page(rss(*items), media="application/rss+xml")}
    site.answers |= {"/0": page(article_page()), "/1": page(bare)}
    told = add(site.url("/feed"))
    assert [one.status for one in told] == ["added", "added", "failed"]
    assert str(told[2]) == f"failed: {site.url('/2')} has no such page (404). Check the address."
    first, second = read_articles(desk.articles, root=desk.root)[0]
    assert (first.publisher, first.published) == ("Some Daily", date(2024, 11, 28))
    assert (second.publisher, second.published) == ("Some Wire", date(2024, 11, 29))
    assert second.origin.published_at == datetime(2024, 11, 28, 22, 10, tzinfo=UTC)
    assert second.title == "A retreat"


def test_a_feed_added_again(site: Site, add: Add) -> None:
    """What is there is not fetched again."""
    site.answers |= {"/feed": page(rss(item("One", site.url("/0")))), "/0": page(article_page())}
    add(site.url("/feed"))
    (again,) = add(site.url("/feed"))
    assert again.status == "already there"
    assert site.asked.count("/0") == 1


@pytest.mark.parametrize("source", ["rss", "atom"])
def test_the_feeds_own_text_where_the_page_is_not_to_be_had(
    site: Site, desk: Desk, add: Add, source: str
) -> None:
    """It is kept, marked as an excerpt, and the reason is told."""
    escaped = PARAGRAPHS.replace("<", "&lt;")
    entry = item("A retreat", site.url("/gone"), PARAGRAPHS)
    feed = rss(entry) if source == "rss" else ATOM.format(url=site.url("/gone"), content=escaped)
    path = desk.root / "feed.xml"
    path.write_text(feed, encoding="utf-8")
    (outcome,) = add(path)
    assert str(outcome) == (
        "added: articles/2024-11-29-a-retreat.md (Some Wire, 29 Nov 2024, 49 words); only an "
        "excerpt of it was open to read; it is the feed's own text, as the page itself has no "
        "such page (404). Check the address."
    )
    article = read_article(desk.root / outcome.what)
    assert (article.text, article.url) == (TEXT, site.url("/gone"))
    assert (article.origin.excerpt, article.origin.fetched) == (True, NOW)


def test_hostile_markup_in_a_feed(desk: Desk, add: Add) -> None:
    """Scripts are no text, and an entry may lead nowhere."""
    path = desk.root / "feed.rss"
    bad = f"<script>alert(1)</script><p onclick='x()'>{LONG} {LONG[:-1]} again.</p>"
    path.write_text(
        rss(item("One", "javascript:alert(1)", bad), item("Two", "ftp://example.org/a"))
    )
    first, second = add(path)
    assert first.status == "added"
    article = read_article(desk.root / first.what)
    assert "alert" not in article.text
    assert str(second) == "failed: ftp://example.org/a is no address of a page."


def test_a_feed_without_entries(desk: Desk, site: Site, add: Add) -> None:
    """Empty, broken, or other XML: one line."""
    site.answers["/feed"] = page(rss())
    (desk.root / "a.xml").write_text("<?xml version='1.0'?><books/>")
    told = add(site.url("/feed"), desk.root / "a.xml", desk.root / "gone.rss")
    assert [str(one).partition(" is ")[2] or str(one) for one in told] == [
        "a feed without entries, or a broken one. Open it and look.",
        "no feed (RSS or Atom), and other XML is not read.",
        f"failed: {desk.root / 'gone.rss'} cannot be opened (No such file or directory).",
    ]


def test_a_feed_without_end(desk: Desk, add: Add, tmp_path: Path) -> None:
    """So many entries are looked at and no more, and it is said."""
    path = desk.root / "feed.xml"
    path.write_text(rss(*(item(f"{n}", f"nowhere:{n}") for n in range(230))))
    told = add(path)
    assert len(told) == 201
    assert str(told[0]).endswith("has 230 entries; only the first 200 are looked at.")

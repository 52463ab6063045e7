"""A page becomes an article with its original beside it, once; what is none is told."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing.articles import read_article, read_articles
from briefing.desk import Desk
from tests.articles.printed import column, make_pdf
from tests.collect.conftest import NOW, Add
from tests.collect.pages import LONG, PARAGRAPHS, TEXT, article_page
from tests.fetch.server import Answer, Site, page, redirect

NAME = "2024-11-28-two-days-a-retreat"


def test_a_page(site: Site, desk: Desk, add: Add) -> None:
    """Text, metadata and times are in the article; the bytes that came lie beside it, unread."""
    data = article_page().encode()
    site.answers["/report"] = page(data)
    (outcome,) = add(site.url("/report"))
    assert str(outcome) == f"added: articles/{NAME}.md (Some Daily, 28 Nov 2024, 49 words)"
    (article,), notes = read_articles(desk.articles, root=desk.root)
    assert notes == []
    assert (article.title, article.text) == ("Two days: a retreat", TEXT)
    assert (article.publisher, article.author) == ("Some Daily", "Foreign desk")
    assert (article.published, article.url) == (date(2024, 11, 28), site.url("/report"))
    assert article.origin.published_at == datetime(2024, 11, 27, 22, 40, tzinfo=UTC)
    assert article.origin.fetched == NOW
    assert article.origin.original == f"originals/{NAME}.html"
    assert article.origin.original_sha256 == hashlib.sha256(data).hexdigest()
    assert (desk.articles / article.origin.original).read_bytes() == data


def test_what_is_there_is_not_added_again(site: Site, desk: Desk, add: Add) -> None:
    """The same page under other addresses, or its bytes in a file; what is known is not fetched."""
    canonical = '<link rel="canonical" href="/report">'
    data = article_page(head=canonical)
    site.answers |= {"/report?id=1": page(data), "/moved": redirect("/report?id=1")}
    saved = desk.root / "saved.html"
    saved.write_text(data, encoding="utf-8")
    told = add(site.url("/report?id=1"), site.url("/report?id=1#top"), site.url("/moved"), saved)
    assert [one.status for one in told] == ["added", *["already there"] * 3]
    assert site.asked.count("/report?id=1") == 2
    before = len(site.asked)
    again = add(site.url("/report/?utm_source=mail"), site.url("/report"), saved)
    assert {str(one).partition(" is ")[2] for one in again} == {f"articles/{NAME}.md."}
    assert len(site.asked) == before
    assert len(list(desk.articles.iterdir())) == 2


def test_articles_put_there_by_hand_are_known(site: Site, desk: Desk, add: Add) -> None:
    """By the address in their front matter or in a saved page, and by their bytes."""
    head = f'<link rel="canonical" href="{site.url("/b")}">'
    (desk.articles / "a.md").write_text(f"---\nurl: {site.url('/a')}\n---\n{TEXT}")
    (desk.articles / "b.html").write_text(article_page(head=head))
    (desk.articles / "c.txt").write_text("---\nbroken")
    told = add(site.url("/a"), site.url("/b"), desk.articles / "c.txt")
    assert [one.status for one in told] == ["already there"] * 3
    assert site.asked == []


def test_two_articles_of_one_title(site: Site, desk: Desk, add: Add) -> None:
    """The second one gets a number; nothing is overwritten."""
    other = PARAGRAPHS.replace("14 wounded", "19 wounded")
    site.answers |= {"/1": page(article_page()), "/2": page(article_page(body=other))}
    add(site.url("/1"), site.url("/2"))
    names = sorted(str(p.relative_to(desk.articles)) for p in desk.articles.rglob("*.*"))
    assert names == [
        *(f"{NAME}-2.md", f"{NAME}.md"),
        *(f"originals/{NAME}-2.html", f"originals/{NAME}.html"),
    ]


def test_what_the_analyst_states_goes_first(site: Site, desk: Desk, add: Add) -> None:
    """Day and publisher; a page without a publisher has its site."""
    plain = f"<!doctype html><title>A retreat</title><main><h1>A retreat</h1>{PARAGRAPHS}</main>"
    site.answers |= {"/1": page(article_page()), "/2": page(plain.replace("14", "15"))}
    add(site.url("/1"), publisher="Other Daily", published=date(2024, 11, 30))
    (outcome,) = add(site.url("/2"))
    assert "it names no day and is in no week" in str(outcome)
    told = {
        a.path: (a.publisher, a.published) for a in read_articles(desk.articles, root=desk.root)[0]
    }
    assert told == {
        "articles/2024-11-30-two-days-a-retreat.md": ("Other Daily", date(2024, 11, 30)),
        "articles/a-retreat.md": ("127.0.0.1", None),
    }


PDF = make_pdf([column(f"{LONG}\n\n{LONG[:-1]} again.")])
MARKS = """<p>---</p><p>1. One is &lt;b&gt;bold&lt;/b&gt; &amp;amp; *starred*</p>
<p># No heading</p><p>- [ ] none_of_it `is` markup | at all</p><p>[a]: b</p>"""


def spelled(name: str, encoding: str, media: str, head: str = "") -> Answer:
    """A page with a name in place of "nobody", in that encoding."""
    html = article_page(head=head).replace("nobody", name)
    return page(html.encode(encoding), media=media)


@pytest.mark.parametrize(
    ("answer", "path", "text"),
    [
        (page(PDF, media="application/pdf"), "/a", LONG),
        (page(PDF, media="text/html"), "/a", LONG),
        (page(f"# A retreat\n\n**{LONG}** {LONG}", media="text/plain"), "/a.md", f"{LONG} {LONG}"),
        (page(f"A retreat\n\n{LONG} {LONG}", media="text/plain"), "/a", f"{LONG} {LONG}"),
        (page(article_page(), media="application/octet-stream"), "/a", TEXT),
        (page(article_page(), media="application/xhtml+xml"), "/a", TEXT),
    ],
)
def test_kinds_of_pages(
    site: Site, desk: Desk, add: Add, answer: Answer, path: str, text: str
) -> None:
    """By their bytes, what the server says, else their address."""
    site.answers[path] = answer
    (outcome,) = add(site.url(path))
    assert outcome.status == "added", outcome
    assert read_article(desk.root / outcome.what).text.startswith(text)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("né", spelled("né", "cp1252", "text/html; charset=cp1252")),
        # A server that says Latin 1 of everything does not know; the page does.
        (
            "Łódź",
            spelled("Łódź", "cp1250", "text/html; charset=ISO-8859-1", "<meta charset=cp1250>"),
        ),
        ("né", spelled("né", "utf-8", "text/html; charset=no-such")),
        ("né", spelled("né", "utf-8", "text/html; charset=windows-1251")),  # which is wrong
    ],
)
def test_charsets(site: Site, desk: Desk, add: Add, name: str, answer: Answer) -> None:
    """Letters come out right, whatever the server says."""
    site.answers["/a"] = answer
    (outcome,) = add(site.url("/a"))
    assert read_article(desk.root / outcome.what).text == TEXT.replace("nobody", name)


def short(text: str) -> Answer:
    """A page of one paragraph."""
    return page(article_page(body=f"<p>{text}</p>"))


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (page(b"\x89PNG\r\n", media="image/png"), "is no article that can be read but image/png."),
        (
            page(b"{}", media="application/json"),
            "is no article that can be read but application/js",
        ),
        (page("Gone", 404), "has no such page (404). Check the address."),
        (page("<html><body></body></html>"), "has no text after its navigation was removed."),
        (short("We value your privacy."), "shows a consent notice and no article."),
        (
            short(f"{LONG} Subscribe to continue reading."),
            "shows a paywall and no article. Save the",
        ),
        (short("Please enable JavaScript to go on."), "shows a check for programs and no article."),
        (short("Loading the report."), 'has too little text for an article: "Loading the report."'),
        (page("%PDF-1.7", media="application/pdf"), "is not a PDF that can be read."),
        (page(b"x" * 900_000 + b"\0", media="text/plain"), "is a binary file and not text."),
    ],
)
def test_what_is_no_article(site: Site, desk: Desk, add: Add, answer: Answer, told: str) -> None:
    """One line, nothing written, and the rest goes on."""
    site.answers |= {"/a": answer, "/b": page(article_page())}
    bad, good = add(site.url("/a"), site.url("/b"))
    assert str(bad).startswith(f"failed: {site.url('/a')} {told}")
    assert (good.status, len(list(desk.articles.glob("*.md")))) == ("added", 1)


def test_the_open_part_of_a_paid_article(site: Site, desk: Desk, add: Add) -> None:
    """With text enough it is added and marked."""
    long = "".join(f"<p>{LONG[:-1]}, for the {n}th time.</p>" for n in range(14, 30))
    site.answers["/a"] = page(article_page(body=f"{long}<p>Subscribe to continue reading.</p>"))
    (outcome,) = add(site.url("/a"))
    assert str(outcome).endswith("; only an excerpt of it was open to read.")
    assert read_article(desk.root / outcome.what).origin.excerpt


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("# 1. *Retreat* & [more](x): \"yes\" — 'no' {}", PARAGRAPHS),
        ("انسحاب الجيش", PARAGRAPHS),  # no Latin letter to name a file by
        ("---", MARKS + PARAGRAPHS),
    ],
)
def test_signs_stay_what_they_are(site: Site, desk: Desk, add: Add, title: str, body: str) -> None:
    """An article reads back as the page did, whatever its signs mean in Markdown or YAML."""
    escaped = title.replace("&", "&amp;")
    html = article_page(escaped, body, head='<meta property="og:title" content="A retreat">')
    saved = desk.root / "page.html"
    saved.write_text(html, encoding="utf-8")
    site.answers["/a"] = page(html)
    (outcome,) = add(site.url("/a"))
    page_read, added = read_article(saved), read_article(desk.root / outcome.what)
    assert (added.text, added.title) == (page_read.text, page_read.title)


@pytest.mark.parametrize("name", ["../../evil", "a/b", "\\..\\x", "." * 300, "x" * 5000])
def test_a_hostile_title_names_a_harmless_file(
    site: Site, desk: Desk, add: Add, tmp_path: Path, name: str
) -> None:
    """No title leads out of the folder or makes a name too long."""
    site.answers["/a"] = page(article_page(name))
    (outcome,) = add(site.url("/a"))
    assert (desk.root / outcome.what).parent == desk.articles
    assert {path.name for path in tmp_path.iterdir()} == {"desk"}
    assert len(Path(outcome.what).name) < 90

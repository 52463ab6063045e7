"""Each format gives the same clean paragraphs and the same metadata."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing.articles import read_article
from briefing.errors import BriefingError
from briefing.models import Origin, Reference
from tests.articles.conftest import Read

SEED = Path(__file__).parents[3] / "shared" / "data" / "seed-article.txt"
LONG = "The army said on Friday that it had withdrawn from the town after two days of fighting."
LATER = "Residents said that the shelling went on through the night and that nobody could leave."
REFERENCES = (
    Reference("SOHR", "Some agency", "https://example.org/a"),
    Reference("OCHA", None, None),
)
FRONT_MATTER = """---
title: "Two days: a retreat"
publisher: Some Daily
author: Foreign desk
published: 2024-11-28T23:40:00+03:00
url: https://example.org/retreat
language: en
sample: true
figures:
  - {claimant: SOHR, via: Some agency, url: https://example.org/a}
  - claimant: OCHA
---
"""
PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Two days: a retreat | Some Daily</title>
<meta property="og:site_name" content="Some Daily"><meta name="author" content="Foreign desk">
<meta property="article:published_time" content="2024-11-28T23:40:00+03:00">
<meta property="og:title" content="Two days: a retreat">
<link rel="canonical" href="https://example.org/retreat">
<meta name="briefing:sample" content="true">
<meta name="briefing:figures" content="SOHR | Some agency | https://example.org/a">
<meta name="briefing:figures" content="OCHA"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<main><article><h1>Two days: a retreat</h1><p>{LONG}</p><h2>What next</h2>
<p>{LATER}<br><br>{LONG}</p><ul><li>First the north.</li><li>Then the south.</li></ul>
<table><tr><th>Place</th><th>Killed</th></tr><tr><td>Atarib</td><td>16</td></tr></table>
</article></main>
<footer><p>0 Comments</p><p>All rights reserved</p></footer></body></html>"""


def test_a_title_may_give_the_day(read: Read) -> None:
    """A release whose first line tells day and month, and its number the year."""
    head = "June 20: Patrols Continue in Eastern Provinces\nPress Office\n\n2010-06-CA-074"
    article = read("a.txt", f"{head}\n\n{LONG}")
    assert article.title == "June 20: Patrols Continue in Eastern Provinces"
    assert article.published == date(2010, 6, 20)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", f"{FRONT_MATTER}\n{LONG}\n"),
        ("a.txt", f"{FRONT_MATTER}\n{LONG}\n"),
        ("a.txt", f"{FRONT_MATTER}\n{LONG}\n".replace("\n", "\r\n")),  # Windows line ends
        ("a.html", PAGE),
    ],
)
def test_metadata_are_the_same_from_every_format(read: Read, name: str, content: str) -> None:
    """Front matter and meta tags carry the same facts; the day is that of the text's own zone."""
    article = read(name, content)
    assert article.title == "Two days: a retreat"
    assert (article.publisher, article.author) == ("Some Daily", "Foreign desk")
    assert article.published == date(2024, 11, 28)
    assert article.url == "https://example.org/retreat"
    assert (article.language, article.sample) == ("en", True)
    assert article.references == REFERENCES
    assert article.text.startswith(LONG)


def test_json_ld_speaks_before_meta_tags(read: Read) -> None:
    """A JSON-LD article inside a graph gives headline, authors, publisher and first publication."""
    ld = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Site"},
    {"@type": "NewsArticle", "headline": "Retreat", "datePublished": "2024-11-27T22:00:00Z",
     "dateModified": "2024-12-02", "author": [{"name": "Desk one"}, {"name": "Desk two"}],
     "publisher": {"name": "Other Daily"}}]}</script>"""
    head = "<script type='application/ld+json'>{broken</script>" + ld
    article = read("a.html", f"<html><head>{head}</head><body><p>{LONG}</p></body></html>")
    assert (article.title, article.author) == ("Retreat", "Desk one, Desk two")
    assert (article.publisher, article.published) == ("Other Daily", date(2024, 11, 27))


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<!-- saved from url=(0021)https://example.org/a -->", "https://example.org/a"),
        (
            "<!--\n Page saved with SingleFile \n url: https://example.org/a \n-->",
            "https://example.org/a",
        ),
        (
            '<!-- saved from url=(0021)https://example.org/a --><link rel="canonical" href="/b">',
            "/b",  # what the page says itself goes first
        ),
        ("<!-- saved from url=(0011)about:blank -->", None),
    ],
)
def test_the_address_of_a_saved_page(read: Read, head: str, url: str | None) -> None:
    """A browser notes it where the page itself does not say."""
    assert read("a.html", f"<!doctype html>\n{head}<html><p>{LONG}</p></html>").url == url


DEEP = '<script type="application/ld+json">' + "[" * 9_000 + "</script>"


@pytest.mark.parametrize(
    "around",
    [
        DEEP,
        '<script type="application/ld+json">{"headline": 5, "author": {"name": []}}</script>',
        '<meta property="article:published_time" content="99999-99-99">',
        f"<p title='{'x' * 100_000}'></p>",
        "<" * 10_000,
        "<![CDATA[" * 1_000,
    ],
)
def test_hostile_pages(read: Read, around: str) -> None:
    """What a page has around its article may be as broken as it likes."""
    article = read("a.html", f"<html>{around}<body><main><p>{LONG}</p><p>{LATER}</p></main></html>")
    assert LATER in article.text
    assert article.published is None


def test_a_page_too_deep_to_read(read: Read) -> None:
    """Tags within tags without end hide whatever is in them: that is told."""
    with pytest.raises(BriefingError, match=r"^a\.html has no text after its navigation"):
        read("a.html", f"{'<div>' * 50_000}<p>{LONG}</p>")


def test_a_date_in_running_text_is_not_the_day_of_publication(read: Read) -> None:
    """What a page does not state stays unknown."""
    body = f"<p>{LONG}</p><p>On 20 March 2020 the front froze. {LATER}</p><p>© 2023 Daily</p>"
    article = read("a.html", f"<html><head></head><body><article>{body}</article></body></html>")
    assert article.published is None
    assert article.publisher is None


MARKED = """The **army** [said](https://example.org)
it _left_.

<!-- note -->

## What next

> Nobody `knows`.

1. one
2. two

| a | b |
|---|---|
| 16 | 19 |

---

![map](map.png)

<p>Still <b>here</b></p>
"""
WRAPPED = """The army said on Friday that
it had left the town.

What next
Residents said that the
shelling went on.
"""
ODD_SIGNS = (
    "The cafe\u0301 in Sara\u00adqib\u00a0fell.\u2028No one \u200emoved.\r\n\r\n\tIt rained."
)


@pytest.mark.parametrize(
    ("name", "content", "paragraphs"),
    [
        # One paragraph per line, a heading glued between two of them.
        (
            "a.txt",
            f"{LONG} {LATER}\nWhat next\n{LATER} {LONG}",
            [f"{LONG} {LATER}", "What next", f"{LATER} {LONG}"],
        ),
        # Short paragraphs, one per line: the longest has no room for the next word, yet it ends.
        (
            "a.txt",
            "The army left.\nNobody moved.\nIt rained.",
            ["The army left.", "Nobody moved.", "It rained."],
        ),
        # Wrapped at a width; the heading stays apart, for the next word had room beside it.
        (
            "a.txt",
            WRAPPED,
            [
                "The army said on Friday that it had left the town.",
                "What next",
                "Residents said that the shelling went on.",
            ],
        ),
        # List items of a wrapped text stay apart.
        (
            "a.txt",
            "Killed:\n- 12 in Atarib\n- 3 in Idlib",
            ["Killed:", "- 12 in Atarib", "- 3 in Idlib"],
        ),
        # Markdown: marks, addresses and comments go, words stay.
        (
            "a.md",
            MARKED,
            [
                *("The army said it left.", "What next", "Nobody knows.", "one", "two"),
                *("a | b", "16 | 19", "Still here"),
            ],
        ),
        # HTML: headings, breaks, list items and rows are paragraphs; the title is not repeated.
        (
            "a.html",
            PAGE,
            [
                *(LONG, "What next", LATER, LONG, "First the north.", "Then the south."),
                *("Place | Killed", "Atarib | 16"),
            ],
        ),
        # A page of one sentence is an article too.
        ("a.html", f"<p>{LONG}</p>", [LONG]),
        # Too little for trafilatura to tell the article: blocks still end paragraphs, links do not.
        (
            "a.html",
            "<header>Daily</header><article><h1>Retreat</h1><!-- x --><section><p>The <a>army</a>"
            f"\nleft.</p><script>x()</script></section>{LONG}</article><footer>Foot</footer>",
            ["The army left.", LONG],
        ),
        # Footers go, also where they are stuck to the last sentence.
        ("a.txt", f"{LONG}\n\nShare this\n\n{LATER}0 Comments", [LONG, LATER]),
        # The headlines under "Related stories" go with it; a sentence after them stays.
        ("a.txt", f"{LONG}\n\nRelated stories\n\nLira steady\n\n{LATER}", [LONG, LATER]),
        # NFC, no-break spaces, soft hyphens, marks of direction and odd line ends.
        ("a.txt", ODD_SIGNS, ["The caf\u00e9 in Saraqib fell.", "No one moved.", "It rained."]),
    ],
)
def test_paragraphs(read: Read, name: str, content: str, paragraphs: list[str]) -> None:
    """Every format gives one paragraph per paragraph, headings and items on their own."""
    assert read(name, content).text.split("\n\n") == paragraphs


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("a.txt", f"Army leaves town\n\n{LONG}", "Army leaves town"),
        ("a.txt", f"Army leaves town\n{LONG} {LONG}", None),  # no blank line under it
        ("a.txt", f"The army left.\n\n{LONG}", None),  # a sentence
        ("a.txt", f"Aleppo, Syria — {LONG}\n\n{LATER}", None),  # the text itself
        ("a.txt", "Army leaves town", None),  # all there is
        ("a.txt", f"Army Leaves Town for the Hills\n{LONG}", "Army Leaves Town for the Hills"),
        ("a.txt", f"Army leaves town for the hills\n{LONG}", None),  # may be a wrapped line
        ("a.txt", f"Goma, North Kivu, Congo, 3 May 2024\n{LONG}", None),  # a dateline
        ("a.txt", f"3 May 2024\n\nArmy leaves town\n\n{LONG}", "Army leaves town"),  # below its day
        (
            "a.txt",
            f"Source: Post\nDate: 3 May 2024\n\nArmy leaves town\n\n{LONG}",
            "Army leaves town",
        ),
        ("a.txt", f"3 May 2024\n\n{LONG}", None),  # a day is no title
        ("a.md", f"# Army leaves *town*\n\n{LONG}", "Army leaves town"),
        ("a.md", f"## Army leaves town\n\n{LONG}", None),  # a section's heading
        ("a.md", f"---\ntitle: Other\n---\n# Army leaves town\n\n{LONG}", "Other"),
    ],
)
def test_a_title_is_taken_only_where_there_is_one(
    read: Read, name: str, content: str, title: str | None
) -> None:
    """Front matter first, then a heading at the head of the text; never the first sentence."""
    article = read(name, content)
    assert article.title == title
    assert title is None or not article.text.startswith(title)


@pytest.mark.parametrize(
    ("name", "content", "language"),
    [
        ("a.txt", "قال سكان إن الجيش انسحب من المدينة بعد هجوم على أطرافها.", "ar"),
        ("a.txt", "---\nlanguage: fr\n---\nAlep, vendredi.", "fr"),  # front matter decides
        ("a.txt", "---\nlanguage: no\n---\nAleppo, fredag.", "no"),  # which YAML reads as false
        ("a.html", f'<html lang="ar"><body><p>{LONG}</p></body></html>', "en"),  # the words decide
        (
            "a.html",
            '<html lang="fr"><body><p>Alep, Idlib, Saraqib, Hama, Homs</p></body></html>',
            "fr",
        ),
        ("a.txt", "Aleppo 16 19", "en"),  # nothing tells: the desk's own language
    ],
)
def test_language(read: Read, name: str, content: str, language: str) -> None:
    """A text's language is what front matter says, else what its words or its page tell."""
    assert read(name, content).language == language


@pytest.mark.skipif(not SEED.exists(), reason="the user's article stands beside the repository")
def test_the_article_the_project_was_asked_for() -> None:
    """Glued headings become paragraphs, the comment count goes, nothing is made up."""
    article = read_article(SEED)
    paragraphs = article.text.split("\n\n")
    assert (article.title, article.published, article.publisher) == (None, None, None)
    assert paragraphs[0].startswith("Aleppo, Syria — Syrian and Russian jets")
    assert paragraphs[2] == "Geopolitical Implications for Russia"
    assert paragraphs[5] == "A Broader Regional Shift"
    assert len(paragraphs) == 9
    assert article.text.endswith("the Middle East and beyond.")


@pytest.mark.parametrize(
    ("published", "day", "time"),
    [
        ("2024-11-28T01:40:00+03:00", date(2024, 11, 28), "2024-11-27T22:40:00+00:00"),
        ("2024-11-28T22:40:00Z", date(2024, 11, 28), "2024-11-28T22:40:00+00:00"),
        ("Thu, 28 Nov 2024 17:40:00 +0300", date(2024, 11, 28), "2024-11-28T14:40:00+00:00"),
        ("2024-11-28T17:40:00", date(2024, 11, 28), None),  # no time zone: no time in UTC
        ("2024-11-28", date(2024, 11, 28), None),
    ],
)
def test_the_time_of_publication(read: Read, published: str, day: date, time: str | None) -> None:
    """The day is that of the text's own zone; front matter and pages agree."""
    page = f'<meta property="article:published_time" content="{published}"><p>{LONG}</p>'
    for article in (
        read("a.md", f"---\npublished: {published}\n---\n{LONG}"),
        read("a.html", page),
    ):
        stated = article.origin.published_at
        assert article.published == day
        assert (stated.astimezone(UTC).isoformat() if stated else None) == time


def test_where_an_added_article_came_from(read: Read) -> None:
    """What `briefing add` writes into front matter is kept."""
    article = read(
        "a.md",
        "---\nfetched: 2024-11-29T09:00:00+02:00\noriginal: originals/a.html\n"
        f"original_sha256: {'ab' * 32}\nexcerpt: true\n---\n{LONG}",
    )
    fetched = datetime(2024, 11, 29, 7, tzinfo=UTC)
    assert article.origin == Origin(None, fetched, "originals/a.html", "ab" * 32, excerpt=True)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: North Kivu: flash update no. 1", "North Kivu: flash update no. 1"),
        ("title: Kagame: Rwanda's ready: for what?", "Kagame: Rwanda's ready: for what?"),
        ('title: "North Kivu: update"', "North Kivu: update"),  # quoted already
        ("title: 'It''s on: update'", "It's on: update"),
        ("title: At 10:30 it began", "At 10:30 it began"),  # no colon in YAML's sense
    ],
)
def test_a_title_may_hold_a_colon(line: str, title: str, read: Read) -> None:
    """As analysts type it; YAML's own quotation marks go on working."""
    source = f"---\n{line}\npublished: 2025-01-24\n---\nTwo died."
    article = read("a.md", source)
    assert (article.title, article.published) == (title, date(2025, 1, 24))


def test_an_author_stands_without_what_parts_it(read: Read) -> None:
    """A byline's dot before the day is no part of the name."""
    page = (
        "<html><body><article><h1>Camps</h1><p class='byline'>By Ana Writer · 24 January 2025</p>"
        f"<p>{'Two people were killed in the camp on Friday, the hospital said. ' * 4}</p>"
        "</article></body></html>"
    )
    assert read("a.html", page).author == "Ana Writer"


def test_front_matter_of_other_programs(read: Read) -> None:
    """A note of a web clipper: its names for our keys, in any case, and keys that say nothing."""
    head = (
        "Headline: 'Two days: a retreat'\nsource: https://example.org/retreat\nOutlet: Some Daily\n"
        "author:\n  - '[[Foreign desk]]'\n  - A. Stringer\nDate: 2024-11-28\ncreated: 2024-12-02\n"
        "tags: [clippings, syria]\nlang: en"
    )
    article = read("a.md", f"---\n{head}\n---\n\n{LONG}")
    assert (article.title, article.publisher) == ("Two days: a retreat", "Some Daily")
    assert (article.author, article.url) == (
        "Foreign desk, A. Stringer", "https://example.org/retreat",
    )  # fmt: skip
    assert (article.published, article.language) == (date(2024, 11, 28), "en")


def test_our_own_key_goes_before_other_names(read: Read) -> None:
    """Whatever stands first; a source that is a name is the publisher."""
    head = "source: Some Agency\npublisher: Some Daily\ndate: 2024-11-01\npublished: 2024-11-28"
    article = read("a.md", f"---\n{head}\n---\n\n{LONG}")
    assert (article.publisher, article.published) == ("Some Daily", date(2024, 11, 28))
    assert read("b.md", f"---\nsource: Some Agency\n---\n\n{LONG}").publisher == "Some Agency"


def test_a_first_line_may_be_a_heading(read: Read) -> None:
    """A short line before a full one is a heading; a paragraph wrapped by an editor stays one."""
    assert read("a.md", f"Haiti\n{LONG}").text == f"Haiti\n\n{LONG}"
    wrapped = "On Friday, the army said\nthat it had left."
    assert read("a.md", wrapped).text == wrapped.replace("\n", " ")


HEADER = (
    "TITLE: Two days\nSource: Some Daily\nBy: Foreign desk\nDate: {}\nLink: https://e.org/a\n\n"
)


@pytest.mark.parametrize(
    "day", ["2024-11-28", "28 November 2024", "Thu, 28 Nov 2024 17:40:00 +0300"]
)
def test_the_head_of_a_databases_export(read: Read, day: str) -> None:
    """A plain text may say at its head, line by line, what it is, and when in whatever form."""
    article = read("a.txt", HEADER.format(day) + LONG)
    assert (article.title, article.publisher, article.author, article.url) == (
        "Two days", "Some Daily", "Foreign desk", "https://e.org/a",
    )  # fmt: skip
    assert article.published == date(2024, 11, 28)
    assert article.text.endswith(LONG)
    assert "Source:" not in article.text


@pytest.mark.parametrize(
    "head",
    [
        "Source: Some Daily",  # one line may be anything
        "Kharkiv: four killed\nSumy: two killed",  # a list by place
        "Title: Two days\nSource: Some Daily\nFour people were killed in Goma.",  # no line below
    ],
)
def test_lines_that_are_no_head(read: Read, head: str) -> None:
    """They stay in the text."""
    article = read("a.txt", f"{head}\n\n{LONG}\n\n{LATER}")
    assert article.publisher is None
    assert head.rsplit("\n", maxsplit=1)[-1] in f"{article.title} {article.text}"

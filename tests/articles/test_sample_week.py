"""The sample week that ships with the desk: labelled, clean, and built on the public figures."""

import csv
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from briefing.articles import read_articles
from briefing.models import Article, Reference

DESK = Path(__file__).parents[2]
FIGURES = DESK.parent / "shared" / "data" / "claims_timeline_syria_nov2024.csv"
NOTICE = "Sample report, written for demonstration from public figures."
AROUND_THE_ARTICLE = re.compile(
    "cookie|Accept|Newsletter|Subscribe|Comments|Most read|Related|rights reserved|Share|Skip|"
    "Follow us|Advertisement|Copyright|Front page|Watch live|dataLayer|Storm kills|refinery|Sudan",
)


@pytest.fixture(scope="module")
def week() -> list[Article]:
    """The sample week, read as a build reads it."""
    articles, unread = read_articles(DESK / "articles", root=DESK)
    assert unread == []
    return articles


def test_the_week_has_enough_reports_in_three_formats(week: list[Article]) -> None:
    """At least eight reports, and each of the three formats more than once."""
    suffixes = [Path(article.path).suffix for article in week]
    assert len(week) >= 8
    assert all(suffixes.count(suffix) >= 2 for suffix in (".md", ".html", ".txt"))


def test_every_report_says_that_it_is_a_sample(week: list[Article]) -> None:
    """A sample is labelled in its metadata, its publisher's name and its own text."""
    for article in week:
        assert article.sample, article.path
        assert article.publisher is not None
        assert article.publisher.startswith("Sample ")
        assert NOTICE in article.text.split("\n\n"), article.path


def test_metadata_are_read_from_every_format(week: list[Article]) -> None:
    """Title, day (inside the week, as in the file's name), language and desk path are right."""
    for article in week:
        assert article.title
        assert article.published == date.fromisoformat(Path(article.path).name[:10])
        assert date(2024, 11, 25) <= article.published <= date(2024, 12, 1)
        assert article.language == "en"
        assert article.path.startswith("articles/")
        assert article.id == article.sha256[:12]


def test_the_texts_are_clean(week: list[Article]) -> None:
    """Paragraphs of NFC text with single spaces; nothing of the pages around the articles."""
    for article in week:
        assert 250 <= len(article.text.split()) <= 500, article.path
        assert unicodedata.is_normalized("NFC", article.text)
        assert not re.search(r"\n{3}|[^\n]\n[^\n]|  |^\s|\s$|[*_<>#\u00a0\u00ad]", article.text)
        assert not AROUND_THE_ARTICLE.search(article.text), article.path


@pytest.mark.skipif(not FIGURES.exists(), reason="the public figures stand beside the repository")
def test_every_public_figure_of_the_week_is_told_and_credited(week: list[Article]) -> None:
    """Each figure made public by 1 December stands in a report that names its claimant and URL."""
    with FIGURES.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["published"] <= "2024-12-01"]
    assert len(rows) == 13
    for row in rows:
        reference = Reference(row["claimant"], row["via"], row["url"])
        number = re.compile(rf"\b{int(row['low']):,}\b")
        assert any(reference in a.references and number.search(a.text) for a in week), row


@pytest.mark.parametrize(
    "words",
    [
        "at least 15 civilians",  # the early count
        "at least 16 civilians",  # the White Helmets, the same evening
        "killed 19 civilians",  # SOHR, a day later
        "21 villages, towns and strategic sites",  # SOHR, the first day
        "32 settlements",  # Anadolu, two days
        "about 50 towns and villages",  # SOHR, three days
        "over 200 towns and villages",  # ACLED, four days
    ],
)
def test_the_week_disagrees_where_the_public_record_does(week: list[Article], words: str) -> None:
    """The differing counts of civilians and of settlements are all told."""
    assert any(words.lower() in article.text.lower() for article in week)


def test_the_articles_are_in_order(week: list[Article]) -> None:
    """The order is by day, then path, so that citation numbers do not change between runs."""
    keys = [(str(article.published), article.path) for article in week]
    assert keys == sorted(keys)

"""What the brief calls a source that names no publisher, and how that stands in a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.lexicon import examples
from briefing.naming import with_article
from briefing.sourcename import name_source

PAGE = "https://www.example.org/2024/11/aleppo"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ({"publisher": "Example Daily", "url": PAGE}, "Example Daily"),
        ({"url": PAGE, "path": "articles/flash-update.md", "title": "Aleppo falls"}, "example.org"),
        ({"url": "https://x.com/OCHA_Syria/status/18"}, "x.com/OCHA_Syria"),
        ({"url": "https://www.youtube.com/watch?v=1"}, "youtube.com"),  # whose it is isn’t said
        (
            {"path": "articles/OCHA_Flash-Update_3.pdf", "title": "Document1"},
            "“OCHA Flash Update 3”",
        ),
        ({"path": "articles/2024-11-28-radio.txt"}, "“radio”"),
        ({"path": "articles/20241128.txt", "title": "Aleppo falls, army says"}, "“Aleppo falls”"),
        (
            {"path": "articles/document (3).txt", "title": "Who “holds” Aleppo"},
            "“Who holds Aleppo”",
        ),
        ({"path": "articles/нота.txt"}, "“нота”"),
        (
            {"path": "a.md", "title": "The long road " * 9},
            "“The long road The long road The long …”",
        ),
        ({"url": "file:///home/x/page.html", "path": "articles/3f9.html"}, "source 4"),
        ({"url": "http://[", "path": "articles/1.txt", "title": ""}, "source 4"),
        ({}, "source 4"),
    ],
)
def test_the_first_name_that_there_is(source: dict[str, Any], name: str) -> None:
    """Publisher, site, file, title, number; a text is quoted, and none takes an article."""
    assert name_source({"number": 4, **source}) == name
    assert with_article(name) == name


@pytest.mark.parametrize(("rule", "entry"), examples("source_names"))
def test_the_rules_hold_their_examples(rule: str, entry: dict[str, Any]) -> None:
    """Each list of the lexicon does what its example says."""
    source = dict(entry["example"])
    assert source.pop("told") == name_source({"number": 1, **source}), rule

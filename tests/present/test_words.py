"""Plain words: names in sentences, counts in sentences."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.present.implications import split_at
from briefing.present.sources import is_web
from briefing.present.words import named_place, shortened, spoken_count
from briefing.rows import short_name
from tests.ledgers import counted


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("military base", "the military base in Goma"),  # it lies there
        ("road", "the road at Goma"),  # it leads there
        ("outskirts", "the outskirts of Goma"),  # they are its own
        ("most", "most of Goma"),
        (None, "Goma"),
    ],
)
def test_named_place(part: str | None, told: str) -> None:
    """A part of a place, or what lies in it, stands with its place."""
    assert named_place("Goma", part) == told


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("the Syrian Observatory", "Syrian Observatory"),  # a label has no article
        ("White Helmets, the rescue service", "White Helmets"),  # what is told about them
        ("Theo Angelos", "Theo Angelos"),  # "The" inside a name
    ],
)
def test_labels_are_bare(name: str, label: str) -> None:
    """A source's label is its name alone."""
    assert short_name(name) == label


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (counted("at_least", 15, "at least 15"), "at least 15"),  # open upwards
        (counted("range", 15, "15 to 19", 19), "15 to 19"),  # never its middle
        (counted("at_most", 20, "up to 20"), "up to 20"),
        (counted("about", 50, "some 50"), "about 50"),
        (counted("exact", 14000, "14000"), "14,000"),  # thousands separated
        (counted("vague", None, "several more"), "several more"),  # the source's words
    ],
)
def test_counts_in_a_sentence(row: dict[str, Any], told: str) -> None:
    """A count keeps its uncertainty in words."""
    assert spoken_count(row) == told


def test_long_quotes_end_at_a_word() -> None:
    """A shortened text ends at a whole word with an ellipsis."""
    assert shortened("one two three four", 11) == "one two …"
    # behind a clause, where that leaves at least half
    assert shortened("prices rose, traders say, because of", 30) == "prices rose, traders say …"
    assert shortened("no, this goes on until it ends", 24) == "no, this goes on until …"


@pytest.mark.parametrize(
    ("text", "hedges", "pieces"),
    [
        ("It could fail", ["could"], [("It ", False), ("could", True), (" fail", False)]),
        ("It may", ["may", ""], [("It ", False), ("may", True)]),  # nothing empty is marked
        ("Maybe it may", ["may"], [("Maybe it ", False), ("may", True)]),  # whole words only
        ("Plain", [], [("Plain", False)]),
    ],
)
def test_likelihood_words_are_found(
    text: str, hedges: list[str], pieces: list[tuple[str, bool]]
) -> None:
    """The words of likelihood are split off as whole words, all else stays."""
    assert split_at(text, hedges) == pieces


@pytest.mark.parametrize(
    ("url", "web"),
    [
        ("https://example.org", True),
        ("javascript:alert(1)", False),  # would run
        ("//example.org", False),  # leads wherever the page lies
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, web: bool) -> None:
    """An address from an article's front matter is a link only if it is plainly the web's."""
    assert is_web(url) is web

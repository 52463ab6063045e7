"""Counts, windows and lists in words."""

from __future__ import annotations

from datetime import date

import pytest

from briefing import wording


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("exact", 14000, 14000, 14000), "14,000"),  # thousands are separated
        (("at_least", 15, 15, None), "≥ 15"),  # open upwards
        (("at_most", None, None, 20), "≤ 20"),  # open downwards
        (("range", 14, None, 20), "14–20"),  # both ends
        (("about", 50, 50, 50), "about 50"),  # approximate
        (("none", 0, 0, 0), "0"),  # nobody
        (("vague", None, None, None, "several more"), "several more"),  # the source's words
        (("coded", 10, 10, 10, "several"), "10 (“several”)"),  # the desk's codebook, never silent
    ],
)
def test_count(parts: tuple[str, int | None, int | None, int | None], text: str) -> None:
    """Each kind of count has one printed form."""
    assert wording.count(*parts) == text


@pytest.mark.parametrize(
    ("low", "high", "open_upwards", "text"),
    [
        (12, 28, False, "12–28"),  # a range
        (12, 28, True, "12–28+"),  # whose top is a minimum
        (15, 15, True, "≥ 15"),  # all say at least 15
        (15, 15, False, "15"),  # all agree
    ],
)
def test_span(low: int, high: int, open_upwards: bool, text: str) -> None:
    """The range of several claims."""
    assert wording.span(low, high, open_upwards=open_upwards) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2024, 11, 27), date(2024, 11, 27), "27 Nov"),  # a day
        (date(2024, 11, 27), date(2024, 11, 30), "27–30 Nov"),  # in one month
        (date(2024, 11, 27), date(2024, 12, 3), "27 Nov – 3 Dec"),  # over two
        (None, date(2024, 12, 3), "3 Dec"),  # one end known
        (None, None, ""),  # not dated
    ],
)
def test_window(start: date | None, end: date | None, text: str) -> None:
    """Windows of days."""
    assert wording.window(start, end) == text


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_listed(items: list[str], text: str) -> None:
    """Lists read as a sentence does."""
    assert wording.listed(items) == text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Aleppo on 28 Nov", ["Aleppo on", "28 Nov"]),  # a day stays with its month
        ("SOHR and ≥ 1,200", ["SOHR and", "≥ 1,200"]),  # a sign with its number
        ("Base 46 and Atarib", ["Base 46 and", "Atarib"]),  # any other space may break
    ],
)
def test_folded(text: str, lines: list[str]) -> None:
    """Lines of a label in a chart, which no browser breaks."""
    assert wording.folded(text, 11) == lines

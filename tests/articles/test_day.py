"""The day of an article without metadata."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.articles.day import find_day

REPORT = "Nine men died in Goma on Monday, residents said."
DAYS = [
    (f"Radio Example\n7 May 2025\n\n{REPORT}", "radio.txt", date(2025, 5, 7)),
    (f"GOMA, June 3, 2025 - {REPORT}", "radio.txt", date(2025, 6, 3)),
    (REPORT, "articles/2025-05-07-radio.txt", date(2025, 5, 7)),
    (REPORT, "20250507_radio.txt", date(2025, 5, 7)),
    # parted from what stands before it in a line of the head
    (f"El Obeid, 15 May 2025\n\n{REPORT}", "r.txt", date(2025, 5, 15)),
    (f"Situation report\nNo. 12 · May 15, 2025\n\n{REPORT}", "r.pdf", date(2025, 5, 15)),
    # what the text says of itself goes first
    (f"7 May 2025\n\n{REPORT}", "2025-06-01-radio.txt", date(2025, 5, 7)),
    # no day: a number, a day without a year, one that is none, one in the story
    (REPORT, "radio-12345678.txt", None),
    (f"7 May\n\n{REPORT}", "radio.txt", None),
    (f"Five years since 15 March 2011\n\n{REPORT}", "r.txt", None),
    (f"Goma, May 2025\n\n{REPORT}", "r.txt", None),
    (REPORT, "2025-02-30.txt", None),
    ("Nine men died in Goma on 7 May 2025, residents said. Two more were hurt.", "r.txt", None),
]


@pytest.mark.parametrize(("text", "name", "day"), DAYS)
def test_find_day(text: str, name: str, day: date | None) -> None:
    """The head of the text gives it, else the file's name, else nobody."""
    assert find_day(text, name) == day

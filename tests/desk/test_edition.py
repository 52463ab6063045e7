"""Editions: which days they cover and what they are called."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.settings.edition import Edition, first_day, week_of

REPORTS = Path("reports")


@pytest.mark.parametrize(
    ("week", "start", "end"),
    [
        ("2024-W48", date(2024, 11, 25), date(2024, 12, 1)),  # the sample week, over a month's end
        ("2025-W01", date(2024, 12, 30), date(2025, 1, 5)),  # begins in the year before
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),  # a long year
    ],
)
def test_week_runs_monday_to_sunday(week: str, start: date, end: date) -> None:
    """A week is the ISO week, Monday to Sunday, and its folder bears its name."""
    edition = Edition.week(week, REPORTS)
    assert (edition.start, edition.end, edition.folder) == (start, end, REPORTS / week)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_every_day_lies_in_its_week(day: date) -> None:
    """The week named after a day covers that day and starts on a Monday."""
    edition = Edition.week(week_of(day), REPORTS)
    assert edition.covers(day)
    assert first_day(edition.name).weekday() == 0


def test_span_is_named_after_its_days() -> None:
    """A period of other days is called FIRST_LAST, both included."""
    edition = Edition.span(date(2024, 11, 25), date(2024, 12, 1), REPORTS)
    assert edition.name == "2024-11-25_2024-12-01"
    assert edition.covers(date(2024, 12, 1))
    assert not edition.covers(date(2024, 12, 2))
    assert not edition.covers(None)


def test_span_cannot_end_before_it_starts() -> None:
    """Swapped days are an error that says so."""
    with pytest.raises(BriefingError, match="swap the two days"):
        Edition.span(date(2024, 12, 1), date(2024, 11, 25), REPORTS)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("seed-article.txt", "seed-article"),  # the plain case
        ("My report (final).md", "My-report-final"),  # no blanks or brackets in a folder's name
        ("تقرير.html", "تقرير"),  # letters of any script stay
        ("---.txt", "article"),  # nothing is left
    ],
)
def test_undated_edition_is_named_after_its_file(file: str, name: str) -> None:
    """An article without a date gives an edition named after it, which covers every day."""
    edition = Edition.undated(Path("somewhere") / file, REPORTS)
    assert (edition.name, edition.start, edition.end) == (name, None, None)
    assert edition.covers(None)

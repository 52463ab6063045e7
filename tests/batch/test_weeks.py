"""Which weeks are meant."""

from __future__ import annotations

import pytest

from briefing.batch import read_weeks
from briefing.errors import BriefingError


@pytest.mark.parametrize(
    ("text", "count", "first", "last"),
    [
        ("2024-W48", 1, "2024-W48", "2024-W48"),  # one week
        ("2024-W01..2024-W52", 52, "2024-W01", "2024-W52"),  # a year of 52 weeks
        ("2020-W01..2020-W53", 53, "2020-W01", "2020-W53"),  # one of 53
        ("2020-W52..2021-W02", 4, "2020-W52", "2021-W02"),  # over the end of a long year
        ("2024-W51..2025-W01", 3, "2024-W51", "2025-W01"),  # and of a short one
        ("2024-W05..2024-W05", 1, "2024-W05", "2024-W05"),  # a range of one
        ("2024-W05, 2024-W01 .. 2024-W03 ,", 4, "2024-W01", "2024-W05"),  # as people write
        ("2024-W01..2024-W03,2024-W02..2024-W04", 4, "2024-W01", "2024-W04"),  # each once
    ],
)
def test_weeks(text: str, count: int, first: str, last: str) -> None:
    """A list of weeks and ranges is read into weeks in their order."""
    weeks = read_weeks(text)
    assert (len(weeks), weeks[0], weeks[-1]) == (count, first, last)
    assert list(weeks) == sorted(set(weeks))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "No week is named"),
        (" , ", "No week is named"),
        ("2024-W53", 'There is no week "2024-W53"; the last of 2024 is 2024-W52'),
        ("2024-W01..2024-W60", 'There is no week "2024-W60"'),
        ("2024-W09..2024-W01", "run backwards; write 2024-W01..2024-W09"),
        ("2024-W01..", '"" is not a week'),  # an open range
        ("2024-W01-2024-W09", "is not a week"),  # another sign between the two
        ("January", '"January" is not a week'),
    ],
)
def test_what_is_no_week(text: str, told: str) -> None:
    """The error names what cannot be read, and what would be right."""
    with pytest.raises(BriefingError, match=told):
        read_weeks(text)

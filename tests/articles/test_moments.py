"""Days and times as texts state them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from briefing.articles.moments import day_of, parse_moment


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-11-28", date(2024, 11, 28)),
        (" 2024-11-28T17:40:00+03:00 ", date(2024, 11, 28)),
        ("Thu, 28 Nov 2024 17:40:00 +0300", date(2024, 11, 28)),
        (datetime(2024, 11, 28, 17, 40), date(2024, 11, 28)),
        # what sites write where they know no day
        ("0001-01-01T00:00:00Z", None),
        (date(1, 1, 1), None),
        ("9999-12-31", None),
        ("0000-00-00 00:00:00", None),
        ("Thu, 28 Nov 99999999999 17:40:00 +0300", None),
        ("yesterday", None),
        (20241128, None),
    ],
)
def test_days(value: object, day: date | None) -> None:
    """A day in a year of newspapers is read, from text as from YAML; anything else is none."""
    assert day_of(parse_moment(value)) == day

"""Key figures: set against each other only where they cover like things."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from briefing.compare.trend import trend
from tests.claims import at_least, exactly, vague
from tests.compare.sides import NEXT, on, only, rows_of, side, told

FIRST: dict[str, Any] = {"by": "SOHR", "quantity": exactly(12), "when": on(28)}
SECOND = FIRST | {"when": on(4, 12)}


def against_last_week(this: dict[str, Any], last: dict[str, Any] = FIRST, **period: Any) -> Any:
    """The row of civilians killed."""
    after = side(told(2, SECOND | this), **(NEXT | period))
    return only(rows_of(side(told(1, last)), after, "key_figure"), event_id="killed_civilians")


@pytest.mark.parametrize(
    ("low", "high", "then_low", "then_high", "way"),
    [
        (12, 12, 15, 19, "higher"),  # the ranges lie apart
        (12, 12, 15, None, "higher"),  # at least 15 is more than 12
        (15, 19, 9, 12, "lower"),
        (12, 12, 12, 12, "same"),
        (12, 28, 15, 19, "unclear"),  # they overlap
        (15, None, 19, 19, "unclear"),  # the earlier one was open upwards
        (15, None, 15, None, "unclear"),  # both are
        (15, None, 9, 9, "lower"),
        (None, 20, 21, 21, "higher"),  # up to 20
        (None, None, 15, 15, ""),  # no number
    ],
)
def test_only_ranges_apart_rise_or_fall(
    low: int | None, high: int | None, then_low: int | None, then_high: int | None, way: str
) -> None:
    """A rise is told where the lowest now is above the highest then, and no sooner."""
    assert trend({"low": low, "high": high}, {"low": then_low, "high": then_high}) == way


def test_like_figures_are_compared() -> None:
    """The same victims, place and claimant in two weeks: the number and its direction."""
    row = against_last_week({"quantity": exactly(19)})
    assert (row["before"], row["after"], row["trend"], row["comparable"]) == (
        "12", "19", "higher", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("this", "period", "why"),
    [
        # somebody else counts
        ({"by": "OCHA"}, {}, "it was counted by SOHR, this by OCHA"),
        # no number
        ({"quantity": vague("several")}, {}, "one of the two has no number"),
        # nowhere in particular
        ({"place": None}, {}, "it was of Atarib, this is of the whole region"),
        # a total since long before
        ({"when": on(1, 12, until=5)}, {}, ""),
        # ten days against seven
        ({}, {"end": date(2024, 12, 11)}, "the earlier edition covers 7 days, this one 10"),
    ],
)
def test_unlike_figures_say_why(this: dict[str, Any], period: dict[str, Any], why: str) -> None:
    """Where they cover other things no direction is told, and the reason says what differs."""
    row = against_last_week(this, **period)
    assert row["comparable"] == (not why)
    assert row["status"] == ("unchanged" if row["before"] == row["after"] else "revised")
    assert why in (row["reason"] or "")
    assert not (why and row["trend"])


def test_a_total_beyond_the_period_is_not_compared() -> None:
    """A count since 20 November is no count of a week of December."""
    since = {"when": on(20)}
    since["when"] = type(since["when"])(date(2024, 11, 20), date(2024, 12, 5), 4, "since", "stated")
    row = against_last_week(since)
    assert "this count covers 20 Nov – 5 Dec, more than the period" in row["reason"]


def test_a_rebuilt_figure_tells_who_changed_it() -> None:
    """Of the same week everything is comparable; the reason is the claimants'."""
    before, after = (
        side(told(1, FIRST)),
        side(told(1, FIRST), told(2, FIRST | {"by": "OCHA", "quantity": at_least(9)})),
    )
    row = only(rows_of(before, after, "key_figure"), event_id="killed_civilians")
    assert (row["status"], row["comparable"]) == ("revised", True)
    assert "now also told by OCHA" in row["reason"]

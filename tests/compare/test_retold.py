"""An incident that the next week tells again with a vaguer window, and identifiers that move on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims import at_least, exactly
from tests.compare.sides import NEXT, on, only, rows_of, side, told

STRIKE = {"by": "hospital", "quantity": at_least(14), "when": on(28), "means": "shelling"}
LAST_WEEK = {"when": on(25, until=30, basis="relative"), "running_total": True}
RISEN = STRIKE | LAST_WEEK | {"quantity": exactly(21)}


def test_a_toll_of_last_weeks_shelling_revises_the_shelling() -> None:
    """At least 14 on the day is 21 of "last week's shelling": revised, and no other date."""
    before = side(told(1, STRIKE))
    after = side(told(2, RISEN, published=on(3, 12).start), **NEXT)
    assert before.rows("events")[0]["scope"] == "incident"
    assert after.rows("events")[0]["scope"] != "incident"
    row = only(rows_of(before, after))
    assert (row["status"], row["before"], row["after"]) == ("revised", "≥ 14", "21")
    assert row["reason"] == "was ≥ 14, now 21: a later count by the hospital"


@pytest.mark.parametrize(
    "later",
    [
        {"by": "OCHA"},  # another claimant counts another thing
        {"means": "airstrike"},  # by other means
        {"means": None},  # by means that nobody tells
        {"outcome": "injured"},
        {"quantity": exactly(300)},  # a week's toll of a whole front
        {"when": on(1, until=20, basis="relative")},  # does not hold the day
        {"when": on(25, until=30, basis="assumed")},  # days that nobody stated
    ],
    ids=str,
)
def test_a_weeks_total_is_no_incident(later: dict[str, Any]) -> None:
    """Where claimant, means, outcome, size or days differ, the total is not the incident."""
    after = side(told(2, RISEN | later, published=on(3, 12).start), **NEXT)
    rows = rows_of(side(told(1, STRIKE)), after)
    assert sorted(row["status"] for row in rows) == ["new", "not_told"]


def test_of_two_incidents_a_total_is_neither() -> None:
    """The week's total may be of either of two shellings, or of both: nothing is guessed."""
    two = told(1, STRIKE, STRIKE | {"when": on(26), "quantity": exactly(9)})
    after = side(told(2, RISEN, published=on(3, 12).start), **NEXT)
    rows = rows_of(side(two), after)
    assert sorted(row["status"] for row in rows) == ["new", "not_told", "not_told"]


@pytest.mark.parametrize(
    ("by", "until", "statuses"),
    [
        ("hospital", 30, ["revised"]),  # the claimant's own total has grown
        ("army", 29, ["revised"]),  # of the same days: told by another, too
        ("army", 30, ["new", "not_told"]),  # of other days, by another
    ],
)
def test_totals_of_other_days_by_others_stand_apart(
    by: str, until: int, statuses: list[str]
) -> None:
    """A total is its claimant's; another claimant's is the same only of the same days."""
    total = STRIKE | {"when": on(25, until=29), "running_total": True}
    later = total | {"by": by, "when": on(25, until=until)}
    later |= {"quantity": exactly(21)} if by == "hospital" else {}
    after = side(told(2, later, published=on(3, 12).start), **NEXT)
    rows = rows_of(side(told(1, total)), after)
    assert sorted(row["status"] for row in rows) == statuses


def test_of_two_counts_of_one_day_the_nearer_is_revised() -> None:
    """An earlier toll of the same day, told beside, is no second incident."""
    two = told(1, STRIKE, STRIKE | {"quantity": exactly(7), "victim_group": "unknown"})
    after = side(told(2, RISEN, published=on(3, 12).start), **NEXT)
    rows = rows_of(side(two), after)
    assert only(rows, status="revised")["before"] == "≥ 14"
    assert only(rows, before="7")["status"] == "not_told"


def test_an_identifier_that_went_over_to_another_event_is_not_followed() -> None:
    """An event whose claims are behind another one by now is that one, whatever it is called."""
    first = side(told(1, STRIKE))
    other = side(told(1, STRIKE), told(2, STRIKE | {"by": "army", "quantity": exactly(3)}))
    (event,) = first.rows("events")
    claim = other.rows("casualties")[1]["claim_id"]
    taken = event | {"claim_ids": [claim], "claimants": ["army"], "low": 3, "high": 3}
    moved = event | {"event_id": "emoved"}
    after = type(other)(other.record, {**other.tables, "events": [taken, moved]})
    rows = rows_of(first, after)
    assert only(rows, event_id="emoved")["event_id_before"] == event["event_id"]
    assert only(rows, event_id=event["event_id"])["status"] == "new"

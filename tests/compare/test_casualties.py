"""Casualties of two editions: each status, and the reason that goes with it."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.compare import Side
from briefing.models import Extraction, Place
from tests.claims import at_least, exactly
from tests.compare.sides import LATER, NEXT, on, only, rows_of, side, told

SOHR_15 = {"by": "SOHR", "quantity": exactly(15), "when": on(28)}
SOHR_4 = SOHR_15 | {"quantity": exactly(4)}
IDLIB = Place(0, 5, "Idlib", "Idlib", "settlement", "SY", "Idlib", 35.93, 36.63, 1, 169577)

CASES: list[tuple[str, list[Extraction], list[Extraction], str, str]] = [
    # a later article of the same claimant
    (
        "later count",
        [told(1, SOHR_15)],
        [told(1, SOHR_15), told(2, SOHR_15 | {"quantity": exactly(19)}, published=LATER)],
        "revised",
        "was 15, now 19: a later count by SOHR",
    ),
    # a second voice with the same count
    (
        "another voice",
        [told(1, SOHR_15)],
        [told(1, SOHR_15), told(2, SOHR_15 | {"by": "the UN"})],
        "revised",
        "now also told by the UN",
    ),
    # a second voice with another count widens the range
    (
        "range",
        [told(1, SOHR_15)],
        [told(1, SOHR_15), told(2, SOHR_15 | {"by": "OCHA", "quantity": exactly(12)})],
        "revised",
        "was 15, now 12–15: now also told by OCHA (12)",
    ),
    # the perpetrator was not named
    (
        "perpetrator",
        [told(1, SOHR_15 | {"perpetrator": None})],
        [told(1, SOHR_15)],
        "revised",
        "perpetrator now named: Russia",
    ),
    # the article is not there any more
    (
        "article gone",
        [told(1, SOHR_15, title="Strikes")],
        [told(2, {"outcome": "injured"})],
        "withdrawn",
        "gone from the desk: Sample Wire, “Strikes”",
    ),
    # the article is there, with another text
    (
        "article changed",
        [told(1, SOHR_15, title="Strikes", path="articles/a.md")],
        [told(2, {"outcome": "injured"}, path="articles/a.md")],
        "withdrawn",
        "changed by now, and no longer says so: Sample Wire, “Strikes”",
    ),
    # the article is the same, but nothing is read in it any more
    (
        "rules",
        [told(1, SOHR_15, title="Strikes")],
        [told(1, title="Strikes"), told(2, {"outcome": "injured"})],
        "withdrawn",
        "no longer read from Sample Wire, “Strikes”, by rules that have changed",
    ),
    # read by now as history
    (
        "history",
        [told(1, SOHR_15)],
        [told(1, SOHR_15 | {"background": True})],
        "withdrawn",
        "now read as history told in passing",
    ),
    # nothing has changed
    ("same", [told(1, SOHR_15)], [told(1, SOHR_15)], "unchanged", "as before"),
]


@pytest.mark.parametrize(("name", "before", "after", "status", "reason"), CASES, ids=lambda c: c)
def test_each_status_has_its_reason(
    name: str, before: list[Extraction], after: list[Extraction], status: str, reason: str
) -> None:
    """An edition of the same week, built again: what differs, and why."""
    del name
    row = next(
        row
        for row in rows_of(side(*before), side(*after))
        if row["event_id_before"] and "killed" in row["what"]
    )
    assert row["status"] == status
    assert reason in row["reason"]


def test_a_new_event_names_its_source() -> None:
    """What only a new article tells is new, and the article is named; what was there stays."""
    after = side(told(1, SOHR_15), told(2, SOHR_4 | {"place": IDLIB}, title="More"))
    rows = rows_of(side(told(1, SOHR_15)), after)
    new = only(rows, status="new")
    assert new["reason"] == "told by a new source: Sample Wire, “More”"
    assert (new["place"], new["before"], new["after"]) == ("Idlib", None, "4")
    assert only(rows, status="unchanged")["place"] == "Atarib"


def test_what_the_analyst_rejected_is_withdrawn_with_the_note() -> None:
    """The note in corrections.csv is the reason."""
    before = side(told(1, SOHR_15))
    claim = before.rows("casualties")[0]["claim_id"]
    decided = {
        "action": "reject", "target": claim, "target_id": claim, "status": "applied",
        "note": "a misprint",
    }  # fmt: skip
    row = only(rows_of(before, side(told(1), corrections=[decided])), status="withdrawn")
    assert row["reason"] == "the analyst rejected it: a misprint"


def test_a_decision_that_was_not_applied_rejects_nothing() -> None:
    """A row of corrections.csv that missed is no reason."""
    before = side(told(1, SOHR_15))
    claim = before.rows("casualties")[0]["claim_id"]
    missed = {"action": "reject", "target": claim, "status": "no_match"}
    row = only(rows_of(before, side(told(1), corrections=[missed])), status="withdrawn")
    assert "rejected" not in row["reason"]


def test_the_analysts_edit_is_the_reason() -> None:
    """A count that the analyst corrected says so, not that somebody counted anew."""
    before, after = side(told(1, SOHR_15)), side(told(1, SOHR_15 | {"quantity": exactly(16)}))
    mark = {"decision": "edited", "correction": "count corrected from 15 to 16 by the analyst"}
    claims = [row | mark for row in after.rows("casualties")]
    edited = Side(after.record, {**after.tables, "casualties": claims})
    row = only(rows_of(before, edited), status="revised")
    assert row["reason"] == "was 15, now 16: count corrected from 15 to 16 by the analyst"


def test_grade_is_told() -> None:
    """Two independent voices lift the grade by the stated rule, and the row says so."""
    before = side(told(1, SOHR_15))
    after = side(told(1, SOHR_15), told(2, SOHR_15 | {"by": "the UN"}, publisher="Other Wire"))
    row = only(rows_of(before, after), status="revised")
    assert "grade weak → fair" in row["reason"]


def test_last_weeks_events_are_not_withdrawn() -> None:
    """Another week tells of other things: what it does not repeat stands as it was."""
    before = side(told(1, SOHR_15))
    after = side(told(2, SOHR_15 | {"place": IDLIB, "when": on(3, 12)}), **NEXT)
    rows = rows_of(before, after)
    assert only(rows, event_id=None)["status"] == "not_told"
    assert only(rows, place="Idlib")["status"] == "new"


@pytest.mark.parametrize(
    ("later", "status", "reason"),
    [
        # the same day, another count
        ({"quantity": exactly(19)}, "revised", "was 15, now 19: a later count by SOHR"),
        # told again as it was
        ({}, "unchanged", "told again"),
        # told again without who did it: what is left out is not taken back
        ({"perpetrator": None}, "unchanged", "told again"),
        # another claimant's count does not replace the first one's
        (
            {"by": "OCHA", "quantity": exactly(12)},
            "revised",
            "12 by OCHA; in 2024-W48, 15 by SOHR",
        ),
        # told again without saying who the victims were
        ({"victim_group": "unknown", "victim": "people"}, "unchanged", "told again"),
        # who did it is known by now
        (
            {"perpetrator": "Syria"},
            "revised",
            "perpetrator was Russia, now Syria",
        ),
    ],
)
def test_last_weeks_event_is_told_again(later: dict[str, Any], status: str, reason: str) -> None:
    """An event of last week's window that this week's articles tell is that event."""
    after = side(told(2, SOHR_15 | later, published=on(3, 12).start), **NEXT)
    row = only(rows_of(side(told(1, SOHR_15)), after))
    assert (row["status"], row["reason"]) == (status, reason)


def test_an_assumed_date_links_no_two_weeks() -> None:
    """The days before a report, which nobody stated, don't make two strikes one."""
    strike = SOHR_4 | {"when": on(28, until=30, basis="assumed")}
    rows = rows_of(side(told(1, SOHR_15)), side(told(2, strike), **NEXT))
    assert sorted(row["status"] for row in rows) == ["new", "not_told"]


def test_what_comes_to_light_late_is_marked() -> None:
    """An event of days before this edition that the earlier one had not is new and late."""
    after = side(told(2, SOHR_15 | {"place": IDLIB, "when": on(27)}), **NEXT)
    row = only(rows_of(side(told(1, SOHR_15)), after), place="Idlib")
    assert (row["status"], row["late"]) == ("new", True)
    assert row["reason"] == "happened before this period and is not in 2024-W48"


def test_an_open_count_that_becomes_exact_is_revised() -> None:
    """ "At least 15" and 15 are not the same statement."""
    before = side(told(1, SOHR_15 | {"quantity": at_least(15)}))
    after = side(told(2, SOHR_15, published=LATER))
    row = only(rows_of(before, after))
    assert row["reason"].startswith("was ≥ 15, now 15: a later count by SOHR")


def test_articles_that_are_gone_are_named_together() -> None:
    """Two accounts of one event that both left the desk are one reason."""
    other = SOHR_15 | {"by": "OCHA", "quantity": exactly(12)}
    before = side(told(1, SOHR_15, title="Strikes"), told(2, other, title="Toll"))
    row = only(rows_of(before, side(told(3, {"outcome": "injured"}))), status="withdrawn")
    assert row["reason"] == "gone from the desk: Sample Wire, “Strikes” and Sample Wire, “Toll”"


def test_who_repeats_one_of_two_counts_revises_nothing() -> None:
    """A range of two claimants, of whom the week after one is quoted again, stays as it was."""
    other = SOHR_15 | {"by": "OCHA", "quantity": exactly(12)}
    before = side(told(1, SOHR_15), told(2, other))
    after = side(told(3, SOHR_15, published=on(3, 12).start), **NEXT)
    row = only(rows_of(before, after))
    assert (row["before"], row["after"]) == ("12–15", "15")
    assert (row["status"], row["reason"]) == ("unchanged", "told again")


def test_events_that_became_one() -> None:
    """Two accounts that are one event by now: it is revised, and the other is not taken back."""
    apart = SOHR_15 | {"place": IDLIB, "quantity": exactly(4), "by": "OCHA"}
    before = side(told(1, SOHR_15), told(2, apart))
    first, second = before.rows("events")
    both = [*first["claim_ids"], *second["claim_ids"]]
    after = Side(before.record, {**before.tables, "events": [first | {"claim_ids": both}]})
    rows = rows_of(before, after)
    row = only(rows, event_id=None)
    assert (row["status"], row["claim_ids"]) == ("revised", second["claim_ids"])
    assert row["reason"].startswith("now counted as one with civilians killed, ")
    # And back again: what was one event is two.
    new = only(rows_of(after, before), status="new")
    assert new["reason"].startswith("told apart from civilians killed, ")
    assert new["claim_ids_before"] == second["claim_ids"]

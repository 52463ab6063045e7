"""Territorial changes of two editions: places by who gained them, counts, and changes of hands."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.models import Place
from tests.claims import exactly
from tests.compare.sides import LATER, NEXT, on, only, rows_of, side, told

SARAQIB = Place(0, 7, "Saraqib", "Sarāqib", "settlement", "SY", "Idlib", 35.86, 36.81, 1, 172411)
ALLIANCE, ARMY = "HTS-led alliance", "Syrian government"
TAKEN: dict[str, Any] = {
    "action": "captured", "places": (SARAQIB,), "quantity": None, "unit": None, "when": on(28),
    "gainer": ALLIANCE, "by": "SOHR", "certainty": "claimed",
}  # fmt: skip
LOST = TAKEN | {"action": "recaptured", "gainer": ARMY, "when": on(30)}
COUNT: dict[str, Any] = {"action": "captured", "by": "SOHR", "when": on(27)}

CASES: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    # more certain than before
    ("certainty", TAKEN, TAKEN | {"certainty": "confirmed"}, "claimed → confirmed"),
    # first entered, then taken
    ("action", TAKEN | {"action": "entered"}, TAKEN, "entered → captured"),
    # a part, then the whole
    ("part", TAKEN | {"part": "station"}, TAKEN, "now the whole, was a part (station)"),
    # from whom was not said
    ("loser", TAKEN, TAKEN | {"loser": ARMY}, "loser now named: Syrian government"),
    # who took it was not said
    ("gainer", TAKEN | {"gainer": None}, TAKEN, "gainer now named: HTS-led alliance"),
    # told by somebody else too
    ("voice", TAKEN, TAKEN | {"by": "ACLED"}, "now also told by ACLED"),
]


@pytest.mark.parametrize(("name", "before", "after", "reason"), CASES, ids=lambda c: str(c)[:12])
def test_a_change_is_revised_with_its_reason(
    name: str, before: dict[str, Any], after: dict[str, Any], reason: str
) -> None:
    """What another text tells otherwise of one place and gainer is a revision."""
    del name
    row = only(rows_of(side(told(1, before)), side(told(2, after)), "territory"))
    assert row["status"] == "revised"
    assert reason in row["reason"]


def test_a_denial_is_told() -> None:
    """A claim that is denied by now is revised, not withdrawn."""
    denial = TAKEN | {"certainty": "denied", "by": "the army"}
    row = only(rows_of(side(told(1, TAKEN)), side(told(1, TAKEN), told(2, denial)), "territory"))
    assert (row["status"], row["reason"]) == ("revised", "now denied by army")
    assert row["after"] == "captured by the HTS-led alliance, contested"


def test_a_growing_count_is_one_claimants() -> None:
    """SOHR's 21 that became 50 is revised; ACLED's 200 beside it is new."""
    before = side(told(1, COUNT))
    grown = COUNT | {"quantity": exactly(50), "when": on(27, until=29)}
    other = COUNT | {"quantity": exactly(200), "by": "ACLED"}
    rows = rows_of(
        before, side(told(1, COUNT), told(2, grown, other, published=LATER)), "territory"
    )
    assert only(rows, status="revised")["reason"] == (
        "was 21 villages, now 50 villages: a later count by SOHR"
    )
    assert only(rows, status="new")["after"] == "200 villages"


def test_a_place_taken_twice_within_a_period() -> None:
    """Both times are told with their days and how certain they are, on the last gainer's row."""
    before, after = side(told(1, TAKEN)), side(told(1, TAKEN, LOST))
    rows = rows_of(before, after, "territory")
    row = only(rows, twice=True)
    assert row["reason"] == (
        "said to be taken by the HTS-led alliance on 28 Nov (claimed) then "
        "the Syrian government on 30 Nov (claimed)"
    )
    assert row["after"].startswith("recaptured by the Syrian government")


def test_a_place_taken_by_the_other_side_in_the_next_edition() -> None:
    """Across two editions: the earlier one's gainer is named."""
    later = LOST | {"when": on(3, 12)}
    rows = rows_of(side(told(1, TAKEN)), side(told(2, later), **NEXT), "territory")
    row = only(rows, twice=True)
    assert row["status"] == "new"
    assert row["reason"] == "in 2024-W48, taken by the HTS-led alliance on 28 Nov (claimed)"
    assert only(rows, event_id=None)["status"] == "not_told"


def test_taken_again_by_the_same_side() -> None:
    """Other days in another period are another time, not a revision of the first."""
    later = TAKEN | {"when": on(3, 12)}
    rows = rows_of(side(told(1, TAKEN)), side(told(2, later), **NEXT), "territory")
    row = only(rows, status="new")
    assert row["reason"] == "taken by the same side in 2024-W48 too (28 Nov)"
    assert only(rows, status="not_told")["event_id"] is None
    assert not any(row["twice"] for row in rows)


def test_a_count_that_grows_from_week_to_week() -> None:
    """The same claimant's count of the week after is set against its last one."""
    later = COUNT | {"quantity": exactly(60), "when": on(5, 12)}
    after = side(told(2, later, published=on(6, 12).start), **NEXT)
    row = only(rows_of(side(told(1, COUNT)), after, "territory"))
    assert row["reason"] == "was 21 villages, now 60 villages: a later count by SOHR"


@pytest.mark.parametrize(
    "second",
    [
        {"certainty": "denied"},  # said not to have happened
        {"when": on(30, basis="assumed")},  # nobody said when
        {"part": "station"},  # not the whole place
        {"action": "entered"},  # to enter is not to hold
        {"gainer": ALLIANCE},  # the same side
    ],
)
def test_what_is_no_change_of_hands(second: dict[str, Any]) -> None:
    """Only whole places, dated, not denied and held count as taken."""
    rows = rows_of(side(told(1, TAKEN)), side(told(1, TAKEN, LOST | second)), "territory")
    assert not any(row["twice"] for row in rows)


def test_two_sides_on_one_day() -> None:
    """Which came first is not told, so that no order is invented."""
    rows = rows_of(side(told(1, TAKEN)), side(told(1, TAKEN, LOST | {"when": on(28)})), "territory")
    assert only(rows, twice=True)["reason"].startswith("said to be taken on one day by ")


def test_one_claim_of_two_places_stays_two() -> None:
    """A place that its article no longer names is withdrawn, not made one with its neighbour."""
    hama = Place(0, 4, "Hama", "Ḩamāh", "settlement", "SY", "Hama", 35.13, 36.75, 1, 170017)
    before = side(told(1, TAKEN | {"places": (SARAQIB, hama)}))
    rows = rows_of(before, side(told(1, TAKEN)), "territory")
    assert only(rows, place="Saraqib")["status"] == "unchanged"
    assert only(rows, place="Hama")["status"] == "withdrawn"

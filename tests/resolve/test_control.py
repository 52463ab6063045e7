"""A change of control is told once, whoever tells it; who takes a place back makes it two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefing.ledger import Row, make_rows
from briefing.models import Place, When
from briefing.resolve import resolve
from tests.claims import ATARIB, article, change, exactly, extraction


def control_of(*claims: dict[str, Any]) -> list[Row]:
    """The changes of control of one claim per article, each of Atarib unless told otherwise."""
    made = []
    for number, fields in enumerate(claims, start=1):
        of = article(number, publisher=f"Wire {number}")
        day = date(2024, 11, fields.pop("day", 28))
        plain = {"quantity": None, "unit": None, "when": When(day, day, 1), "places": (ATARIB,)}
        made.append(extraction(of, territory=(change(of, **plain | voiced(fields)),)))
    return resolve(make_rows(made, {}))["control"]


def voiced(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields of a claim with ``by`` as its attribution."""
    of, by = article(), fields.pop("by", None)
    attribution = replace(change(of).attribution, source_original=by)
    return {"attribution": attribution, **fields}


def test_one_capture_told_by_several_is_one_change() -> None:
    """Two sources on neighbouring days, one of which says only "fighters", tell one capture."""
    (taken,) = control_of({"by": "SOHR"}, {"gainer": "fighters", "day": 29})
    assert taken["claimants"] == ["SOHR", "Wire 2"]
    assert (taken["gainer"], taken["grade"]) == ("HTS-led alliance", "fair")
    assert (taken["date_start"], taken["turns"]) == (date(2024, 11, 28), 1)


def test_the_day_that_a_sentence_gives_stands_before_a_datelines() -> None:
    """ "Atarib fell on Friday" dates the change, whichever article comes first."""
    inherited = When(date(2024, 11, 28), date(2024, 11, 28), 1, None, "dateline")
    friday = When(date(2024, 11, 29), date(2024, 11, 29), 1, "on Friday", "relative")
    for told in ((inherited, friday), (friday, inherited)):
        (taken,) = control_of(*({"when": when} for when in told))
        assert taken["date_start"] == date(2024, 11, 29)


@pytest.mark.parametrize(
    ("first", "second", "turns"),
    [
        ("Russia", "Russian forces", 1),  # a state and its forces
        ("Russian forces", "Wagner Group", 1),  # … and who fights for it
        ("Ethiopia", "Ethiopian National Defense Force", 1),  # an army with a name of its own
        ("Russian forces", "Ukrainian forces", 2),
    ],
)
def test_whoever_fights_for_a_state_took_it_for_the_state(
    first: str, second: str, turns: int
) -> None:
    """A place that one side is said to have taken in several names changed hands once."""
    rows = control_of({"gainer": first}, {"gainer": second, "day": 29}, {"gainer": first})
    assert {row["turns"] for row in rows} == {turns}


def test_the_gainer_is_whom_most_name() -> None:
    """A mercenaries' boast comes first, but the state's own word and two more are of the state."""
    told = ("Wagner Group", "Russia", "Russian forces", "Russian forces")
    (taken,) = control_of(*({"gainer": name} for name in told))
    assert taken["gainer"] == "Russian forces"


def test_whoever_turns_against_his_own_state_takes_it_from_the_state() -> None:
    """Mutineers who took a town from the army did not take it for the army."""
    rows = control_of({"gainer": "Russia"}, {"gainer": "Wagner Group", "loser": "Russia"})
    assert len(rows) == len({row["gainer"] for row in rows}) > 1


def test_a_place_that_changed_hands_twice_says_so() -> None:
    """Taken, then retaken: two changes in the order of their days, numbered."""
    first, second = control_of({}, {"gainer": "Syria", "action": "recaptured", "day": 30})
    assert [first["turn"], second["turn"]] == [1, 2]
    assert first["note"] == second["note"] == "changed hands twice in the period"


@pytest.mark.parametrize(
    ("claims", "grade"),
    [
        (({}, {"certainty": "denied", "by": "state media", "day": 29}), "contested"),  # later
        (({}, {"gainer": "Syria"}), "contested"),  # another side on the same day
        (({"certainty": "contested"},), "contested"),  # by one article
        (({"certainty": "confirmed"},), "confirmed"),  # verified
        (({"loser": "Syria", "by": "Syria"},), "confirmed"),  # its loser admits it
        # … and somebody saw that they are still there
        (({"loser": "Syria", "by": "Syria"}, {"certainty": "denied", "by": "monks"}), "contested"),
        (({"certainty": "denied", "by": "army"},), "discounted"),  # nobody else says it
        (({"by": "SOHR"},), "weak"),  # one voice
    ],
)
def test_grades(claims: tuple[dict[str, Any], ...], grade: str) -> None:
    """Denials and counter-claims make a change contested; a loser's word confirms it."""
    assert {row["grade"] for row in control_of(*claims)} == {grade}


ALEPPO = replace(ATARIB, as_written="Aleppo", name="Aleppo", kind="admin1", geonameid=None)
PARTS = [
    # a base in a town is not the town, nor its capital the province
    ({"unit": "military base"}, ATARIB, "military base"),
    ({"unit": "capital"}, ALEPPO, "capital"),
    ({"unit": "headquarters"}, ALEPPO, "headquarters"),
    # a road at a town
    ({"unit": "highway", "action": "cut"}, ATARIB, "highway"),
    # a town by its own name, and an airport by its
    ({"unit": "town"}, ATARIB, None),
    ({"unit": "airport"}, replace(ATARIB, kind="airport"), None),
]


@pytest.mark.parametrize(("fields", "place", "part"), PARTS)
def test_what_lies_in_a_place_is_not_the_place(
    fields: dict[str, Any], place: Place, part: str | None
) -> None:
    """Who takes the base in a town is not said to have taken the town."""
    rows = control_of({"places": (place,)}, {"places": (place,)} | fields)
    assert {row["part"] for row in rows} == {None, part}


def test_a_denial_before_the_capture_is_not_of_it() -> None:
    """What was denied on the 27th may be true on the 29th."""
    rows = control_of({"certainty": "denied", "by": "army", "day": 27}, {"day": 29})
    assert sorted(row["grade"] for row in rows) == ["discounted", "weak"]


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ({"part": "northern district"}, 2),  # a part is not the whole
        ({"quantity": exactly(3), "unit": "villages"}, 1),  # a count of villages is no place
        ({"part": "most"}, 1),  # most of it is as good as the whole
        ({"places": (replace(ATARIB, name="Idlib", geonameid=1),)}, 2),  # elsewhere
        ({"action": "besieged"}, 2),  # to besiege is not to take
    ],
)
def test_what_is_another_change(fields: dict[str, Any], number: int) -> None:
    """What a second claim has to share to be of the same change."""
    assert len(control_of({}, fields)) == number


def test_the_order_of_articles_makes_no_difference() -> None:
    """Whoever is read first, the changes are the same."""
    claims: list[dict[str, Any]] = [
        {"by": "SOHR"},
        {"gainer": "Syria", "day": 30},
        {"certainty": "denied", "day": 29},
    ]
    names = "event_id", "grade", "gainer", "turn"

    def told(order: list[dict[str, Any]]) -> list[list[Any]]:
        return sorted([row[name] for name in names] for row in control_of(*map(dict, order)))

    assert told(claims) == told(claims[::-1])


@pytest.mark.parametrize(
    ("alliance", "member"),
    [
        ("Three Brotherhood Alliance", "Ta'ang National Liberation Army"),
        ("Alliance Fleuve Congo", "M23"),
        ("Katiba Macina", "JNIM"),
    ],
)
def test_an_alliance_and_its_member_take_a_place_once(alliance: str, member: str) -> None:
    """What one article gives to the alliance and another to its member is one change of hands."""
    (taken,) = control_of({"gainer": alliance}, {"gainer": member, "day": 30})
    assert taken["turns"] == 1

"""Where exactly something happened: the building, the market, the camp, in the text's words."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties, read_incidents

CASES = [
    # what an attack hits, stands at or in, or goes on in
    ("Drones struck a market in Nyala, killing 14 people.", "market"),
    ("A bomb went off inside a bakery, killing four women in the town of Duko.", "bakery"),
    ("Gunmen stormed a mosque in Duko and killed 27 worshippers.", "mosque"),
    (
        "At least 20 worshippers died when gunmen opened fire in two churches in Duko.",
        "two churches",
    ),
    # … or is its subject
    ("The Central Prison in Duko was hit by an air strike; 40 inmates died.", "Central Prison"),
    # told once: what explains it is none, and the WHO is no "who"
    (
        "The WHO said 40 people died at the Nasser Clinic, the last hospital in Duko.",
        "Nasser Clinic",
    ),
    # whose it is, is not repeated
    ("Two men were shot dead at their home in Duko.", "home"),
    # each event has its own, by the place behind it
    ("Missiles hit a power plant in Kharkiv and a hotel in Odesa, killing three people.", "hotel"),
    ("Rebels attacked a post in Duko and a church in Bama, killing two in Bama.", "church"),
    # what follows is of another event
    ("Drones struck a market in Duko, killing 14 people, and later hit a hospital.", "market"),
    # the sentence beside it says where; one further on is of something else
    ("Shells hit a crowded bus station in Duko. Nine people were killed.", "crowded bus station"),
    ("Shells hit a school in Duko. It was Monday. The army was silent. Nine people died.", None),
    # where somebody speaks, is treated or stands by
    ("Nine people were killed in Duko, a nurse in a clinic said.", None),
    ("Twelve people were killed in Duko, and the wounded were taken to the hospital.", None),
    ("Six people were killed in Duko, said the lab at the School of Health.", None),
    # no building: an office that is held, a home that is left
    ("He stayed in office after rebels killed six soldiers in Duko.", None),
    ("Six soldiers were killed in Duko and 400 people took shelter in two schools.", None),
]


@pytest.mark.parametrize(("text", "spot"), CASES)
def test_spot_of_the_dead(text: str, spot: str | None) -> None:
    """The dead are put down to the spot at which the text says that they died, and to no other."""
    dead = [c for c in read_casualties(text) if c.outcome == "killed"]
    assert {claim.where_description for claim in dead} == {spot}


def test_a_building_on_no_map_lies_in_its_town() -> None:
    """The event is told of the town, and of the building as its spot."""
    text = "At least 40 people died in Makiso Hospital, the last working hospital in Goma."
    (dead,) = read_casualties(text)
    assert dead.place is not None
    assert (dead.place.name, dead.where_description) == ("Goma", "Makiso Hospital")


def test_attacks_have_a_spot() -> None:
    """An attack that hurts nobody has its spot, too, with the words that say it."""
    text = "Rebels shelled the old market of Duko on Tuesday."
    (attack,) = read_incidents(text)
    (reason,) = [reason for reason in attack.because if reason.role == "spot"]
    assert attack.where_description == text[reason.start : reason.end] == "old market"


def test_the_displaced_have_none() -> None:
    """Where people have fled to is not where anything befell them."""
    text = "About 400 people took refuge in a school in Duko after the attack."
    assert {c.where_description for c in read_casualties(text)} == {None}

"""Who came to control what, in the ways of many newsrooms and wars."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties, read_changes

Told = list[tuple[str, list[str], str | None]]

CHANGES: list[tuple[str, Told]] = [
    # control that is news
    ("M23 said it was in full control of Sake.", [("captured", ["Sake"], "M23")]),
    ("Residents said M23 was now in control of Goma.", [("captured", ["Goma"], "M23")]),
    (
        "The RSF extended its control to Barah and Um Rawaba.",
        [("captured", ["Barah", "Um Rawaba"], "Rapid Support Forces")],
    ),
    # control of long standing, or that is over
    ("M23 is in control of Goma.", []),
    ("Troops fled from rebels who had occupied Sake since July.", []),
    # the name behind what it explains
    ("M23 entered the provincial capital, Goma, on Monday.", [("entered", ["Goma"], "M23")]),
    (
        "Fighting shook Goma. The army recaptured the town, Sake, it said.",
        [("recaptured", ["Sake"], "army")],
    ),
    ("M23 seized the airport, Goma residents said.", [("captured", [], "M23")]),
    # fears
    ("It is to be feared that Goma falls.", []),
    ("Residents fear that M23 takes Goma.", []),
    # troops who leave a town, a state that leaves a body
    ("The soldiers left the town of Sake on Monday.", [("withdrew", ["Sake"], None)]),
    ("The withdrawal of the three states from ECOWAS worries Goma.", []),
    ("Hungary's withdrawal from UNESCO was announced.", []),
    # for whom fighters fight
    (
        "Forces allied with Libya's internationally recognised Government of National Accord "
        "captured Tarhuna.",
        [
            (
                "captured",
                ["Tarhuna"],
                "Forces allied with Libya's internationally recognised Government of National "
                "Accord",
            )
        ],
    ),
    (
        "Forces loyal to General Omar Oke took Sake.",
        [("captured", ["Sake"], "Forces loyal to General Omar Oke")],
    ),
    # the other spelling of a name
    (
        "The Volunteers for the Defense of the Homeland entered Djibo.",
        [("entered", ["Djibo"], "Volunteers for the Defence of the Homeland")],
    ),
]


@pytest.mark.parametrize(("text", "told"), CHANGES)
def test_changes(text: str, told: Told) -> None:
    """Each text gives these changes, with who gained, and no others."""
    found = [(c.action, [p.as_written for p in c.places], c.gainer) for c in read_changes(text)]
    assert found == told


SPORT = [
    "Football: the hosts lost two men to red cards and the visitors captured 12 points.",
    "The goalkeeper was injured as the club lost its fortress in the league.",
    "Rugby: two players were hurt. The team surrendered its lead in the second half.",
]


@pytest.mark.parametrize("text", SPORT)
def test_a_match_is_no_war(text: str) -> None:
    """A paragraph on sport without violence gives nothing."""
    assert not read_changes(f"{text}\n\nThe market was calm.")
    assert not read_casualties(f"{text}\n\nThe market was calm.")


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two players at a football match in Goma.",
        "Gunmen shot dead three players of the team, a goalkeeper said in Goma.",
        "Police killed three fans after the derby in Goma.",
    ],
)
def test_violence_at_a_match_is_told(text: str) -> None:
    """Who is killed at a match is told of as anywhere."""
    assert read_casualties(text)

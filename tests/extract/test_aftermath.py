"""Deaths, arrests and places of which a report only speaks, and does not tell as its news."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.documents import read_casualties, read_changes, read_incidents

SPOKEN_OF = [
    # the day is that of the arrest, the trial, the warrant
    ("A judge on Monday jailed two nurses for the murder of Ana Diaz.", None),
    ("Police in Accra today held a man suspected of involvement in the murder of a pastor.", None),
    ("Two colonels are on trial for the assassination of Omar Ali, a cook, in Goma.", None),
    ("The prosecutor investigating the killing of Omar Ali resigned on Monday.", None),
    ("Judges in Accra stopped work on Monday in protest over the murder of Omar Ali.", None),
    ("He was the brother of recently murdered Omar Ali.", None),
    # unless it stands with the killing
    ("A man was charged with the murder of Omar Ali on 3 May.", date(2024, 5, 3)),
    (
        "He is suspected of the murder of Omar Ali, a cook, and his son in Goma on 3 May.",
        date(2024, 5, 3),
    ),
    ("The suspects in the murder of Omar Ali, who was shot on 3 May, fled.", date(2024, 5, 3)),
    # nor does a clause that only dates something tell when that was
    ("It was announced the same night Omar Ali was murdered.", None),
    # a report of the killing itself has the report's day
    ("The ministry announced the death of Omar Ali on Monday.", date(2024, 11, 25)),
]


@pytest.mark.parametrize(("text", "day"), SPOKEN_OF)
def test_killings_that_are_only_spoken_of(text: str, day: date | None) -> None:
    """What somebody is sought or tried for has no day but its own."""
    deaths = [claim for claim in read_casualties(text) if claim.outcome == "killed"]
    assert deaths[0].when.start == day


def test_a_murder_does_not_date_the_arrests_after_it() -> None:
    """ "Held after the murder of X on 3 May": held since then, and nobody says when."""
    text = "Forty people arrested after the murder of Omar Ali on 3 April were freed."
    held, dead = read_casualties(text)
    assert (held.outcome, held.when.basis) == ("detained", "assumed")
    assert dead.when.start == date(2024, 4, 3)


def test_a_suspect_is_not_held_since_the_murder() -> None:
    """The day of a murder told before is not that of an arrest "in connection with" it."""
    text = (
        "Musa Bah is suspected of the murder of a priest on 3 May. He is the second man arrested "
        "in connection with this murder."
    )
    assert read_casualties(text)[-1].when.basis == "assumed"


WANTED = [
    "A court in Lagos issued a warrant for the arrest of Omar Ali and two bankers.",
    "The ministry holds warrants for the arrest of 12 members of the gang.",
]


@pytest.mark.parametrize("text", WANTED)
def test_a_warrant_is_no_arrest(text: str) -> None:
    """Who is to be arrested is not yet."""
    assert not [claim for claim in read_casualties(text) if claim.outcome == "detained"]


ONE_DEATH = [
    "Omar Ali, a mayor, was shot dead in Goma on 3 May. The talks ended with Ali's murder.",
    "The talks ended after Ali was killed. Mayor Omar Ali was shot dead in Goma on 3 May.",
]


@pytest.mark.parametrize("text", ONE_DEATH)
def test_one_person_dies_once(text: str) -> None:
    """Each telling has the full name, the day and the place that one of them gives."""
    for claim in read_casualties(text):
        assert (claim.victim or "").endswith("Omar Ali")
        assert claim.when.start == date(2024, 5, 3)
        assert claim.place is not None
        assert claim.place.name == "Goma"


def test_two_of_one_family() -> None:
    """A brother who was killed later is somebody else."""
    text = "Omar Ali was killed on 3 May. Musa Ali was killed."
    assert [claim.victim for claim in read_casualties(text)] == ["Omar Ali", "Musa Ali"]


@pytest.mark.parametrize(
    "text",
    ["No one was killed in Accra.", "Not a single nurse was hurt in Accra.", "Nobody was wounded."],
)
def test_harm_to_nobody_is_no_attack(text: str) -> None:
    """A sentence that says nobody was hurt tells of no attack by itself."""
    assert not read_incidents(text)


LEFT_FOR_HOURS = [
    "The 40 guests had been evacuated from the hotel before the bomb went off.",
    "Police evacuated three shops and a school in Accra.",
]


@pytest.mark.parametrize("text", LEFT_FOR_HOURS)
def test_who_leaves_a_building_is_not_displaced(text: str) -> None:
    """Nobody is displaced, and no place is given up."""
    assert not [claim for claim in read_casualties(text) if claim.outcome == "displaced"]
    assert not read_changes(text)


def test_who_leaves_a_town_is_displaced() -> None:
    """From a town people are evacuated for longer."""
    assert (
        read_casualties("Some 400 residents were evacuated from Bunia.")[0].outcome == "displaced"
    )


UNTAKEN = [
    "Troops seized six farms owned by Omar Ali, a smuggler, near Bunia.",
    "Soldiers seized a ranch belonging to a banker.",
    "The border was closed to prevent fighters of the rebel army from entering Chad.",
]


@pytest.mark.parametrize("text", UNTAKEN)
def test_property_and_what_was_prevented(text: str) -> None:
    """What is confiscated from its owner, or was kept from happening, changed no hands."""
    assert not read_changes(text)


def test_what_a_murder_only_dates_is_elsewhere() -> None:
    """Talks in one town after a murder: nobody says where that was, nor when."""
    text = "Talks in Goma on Tuesday ended after the murder of ten cooks."
    (dead,) = read_casualties(text)
    assert dead.place is None


def test_after_a_murder() -> None:
    """The day of a murder is not that of what followed, but of the clause on who was murdered."""
    text = "Days after the murder of a nun on Sunday, gunmen killed two men."
    nun, men = read_casualties(text)
    assert (nun.when.start, men.when.basis) == (date(2024, 11, 24), "assumed")
    text = "He took part in the murder of a judge, a man who was gunned down on 3 May."
    assert {claim.when.start for claim in read_casualties(text)} == {date(2024, 5, 3)}

"""What weeks of several outlets on one war got wrong, each rule in words of its own."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties, read_changes

ALIVE = [
    # they starve, and live
    ("The siege has left 900 people in the west of Sake starving.", []),
    ("Over 80 starving people reached Goma.", []),
    # they are dead
    ("Forty children are starving to death in Goma.", ["killed"]),
    # lives that may yet be lost
    ("Without help many more lives may be lost in Goma.", []),
    ("Twelve lives were lost in Goma.", ["killed"]),
]


@pytest.mark.parametrize(("text", "outcomes"), ALIVE)
def test_who_is_still_alive(text: str, outcomes: list[str]) -> None:
    """Who goes hungry, or may die, is not counted among the dead."""
    assert [claim.outcome for claim in read_casualties(text)] == outcomes


def test_a_blow_is_nobody() -> None:
    """What a capture means stands behind those captured, and is not one of them."""
    text = "Rebels captured several officers, including a general, a heavy blow to the army."
    assert [claim.victim for claim in read_casualties(text)] == ["officers", "general"]


TOWNS = [
    # the capital's own name behind it
    ("The M23 captured North Kivu's capital, Goma.", ["Goma"], "capital"),
    ("The M23 captured the capital of North Kivu, Goma.", ["Goma"], "capital"),
    # without one it is a town of the province, and not the province
    ("The M23 captured the capital of North Kivu.", ["North Kivu"], "capital"),
    ("Rebels captured Borno's second city.", ["Borno"], "city"),
    # a part of the province is the province's
    ("Rebels captured Borno province's countryside.", ["Borno"], "countryside"),
]


@pytest.mark.parametrize(("text", "places", "unit"), TOWNS)
def test_towns_of_a_province(text: str, places: list[str], unit: str) -> None:
    """Who takes a province's capital has not taken the province."""
    (claim,) = read_changes(text)
    assert ([place.name for place in claim.places], claim.unit) == (places, unit)


GAINERS = [
    # a name behind what kind of body it is
    ("Sudan's paramilitary Rapid Support Forces took over Bara.", "Rapid Support Forces"),
    ("The Iraqi militia Kataib Hezbollah captured Anah.", "Kataib Hezbollah"),
    # of a leader and the body that he leads, "who" and "which" speak of the body
    ("Ana Oke, head of the M23 rebels who captured Goma on Monday, spoke.", "M23"),
    ("Omar Ali, chief of the militia, which seized Sake on Monday, fled.", "militia"),
    # several rebels are no name's beginning
    ("Syrian rebels captured Atarib.", "Syrian rebels"),
]


@pytest.mark.parametrize(("text", "gainer"), GAINERS)
def test_who_gained(text: str, gainer: str) -> None:
    """The body by its name, and neither its kind nor the one who leads it."""
    assert [claim.gainer for claim in read_changes(text)] == [gainer]


ANONYMOUS = [
    ("Notorious paramilitaries captured Bara.", "paramilitaries"),
    ("Ruthless rebels captured Bara.", "rebels"),
    ("Kurdish fighters captured Kobani.", "Kurdish fighters"),
]


@pytest.mark.parametrize(("text", "gainer"), ANONYMOUS)
def test_what_is_thought_of_somebody_is_no_name(text: str, gainer: str) -> None:
    """An adjective that opens a sentence is in capitals, and yet no name."""
    assert [claim.gainer.lower() for claim in read_changes(text) if claim.gainer] == [
        gainer.lower()
    ]


def test_the_city_is_no_province() -> None:
    """ "Their capture of the city": none of a province told of before."""
    text = "The RSF took North Darfur. The footage heralded their capture of the city."
    told = [p.name for claim in read_changes(text)[1:] for p in claim.places]
    assert "North Darfur" not in told


def test_what_a_gain_would_allow() -> None:
    """ "Would be a victory, allowing it to take the hills": nothing was taken."""
    text = "The fall of Goma would be a victory for M23, allowing it to take control of Ituri."
    assert not [claim for claim in read_changes(text) if "Ituri" in str(claim.places)]
    assert read_changes("M23 lost Goma, allowing the army to take control of Ituri.")


SAID = [
    # capitals that look like a relative pronoun
    ("The WHO said nine people were killed in Goma.", "WHO"),
    ("WHO said that nine people were killed in Goma.", "WHO"),
    ("According to the WHO, nine people were killed in Goma.", "WHO"),
    # a day with its date between who says so and the verb
    (
        "Governor Omar Ali of Borno on Sunday, June 15, 2025, said nine people were killed in Biu.",
        "Governor Omar Ali of Borno",
    ),
    ("The army on Monday, 3 May, said nine people were killed in Biu.", "army"),
    # no speakers: what is compared, what happened, when it was
    ("The toll is higher than reported. Nine people were killed in Goma.", None),
    ("With another incident reported in Goma, nine people were killed.", None),
    ("In a raid yesterday evening in Goma, adding to their crimes, M23 killed nine people.", None),
]


@pytest.mark.parametrize(("text", "source"), SAID)
def test_who_says_so(text: str, source: str | None) -> None:
    """The body that speaks is found, and nothing that does not."""
    assert [c.attribution.source_original for c in read_casualties(text)] == [source]


def test_a_line_in_capitals_has_its_pronoun() -> None:
    """ "MAN WHO SHOT": no health organization."""
    (claim,) = read_casualties("MAN WHO SHOT GUARD DEAD IN GOMA HELD")[:1]
    assert claim.attribution.source_original is None


VILLAGES = [
    ("Gunmen killed nine people in Dogo Village in Benue State.", "Dogo"),
    ("A strike on Pazigu Village, Kanbalu Township, killed nine people.", "Pazigu"),
    # a body and no village
    ("Nine people were killed, the International Community said.", None),
]


@pytest.mark.parametrize(("text", "place"), VILLAGES)
def test_villages_with_a_capital(text: str, place: str | None) -> None:
    """ "Dogo Village" is Dogo, as "Dogo village" is."""
    assert [claim.place and claim.place.name for claim in read_casualties(text)] == [place]

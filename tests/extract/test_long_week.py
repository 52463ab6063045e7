"""What a week of 84 reports on one war showed: whole states, tolls, capitals, unknown attackers."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties, read_changes

CONGO = "Democratic Republic of the Congo"

WHERE = [
    # "nationwide" is the state of the places told before …
    (
        "Rebels attacked Goma. Nationwide, 120 people died.",
        "120",
        CONGO,
    ),
    # … or the one named last …
    (
        "Rebels attacked Sake in Congo, near Rwanda. Clashes throughout the country killed 120.",
        "120",
        "Rwanda",
    ),
    # … or the dateline's, also where a period is told beside it
    (
        "BOGOTA (AFP) – Two men died. Throughout the country, 40 people were killed this week.",
        "40",
        "Colombia",
    ),
    # it holds for what the next sentences count
    (
        "Goma was attacked yesterday. Quiet has returned.\n\nOn the national level, I have "
        "results. The army has sustained 177 dead.\n\nAmong the rebels there are 655 dead.",
        "655",
        CONGO,
    ),
    # a protest throughout the country moves no attack
    ("Shells hit Goma. Two soldiers died, which drew protests across the country.", "Two", "Goma"),
    # where a town is told beside it, that is where it was
    ("Nationwide protests began after police killed two men in Goma.", "two", "Goma"),
    # a dateline is not where others condemn what was done elsewhere …
    ("GENEVA (AFP) – The envoy condemned the killing of 12 nurses.", "12", None),
    # … but is where the text names further places of the same state
    (
        "BOGOTA (AFP) – The mayor condemned the killing of 12 nurses. Police closed roads in Cali.",
        "12",
        "Bogotá",
    ),
    # what dates an event by a meeting in another state is not where it was
    (
        "Years after they had met in Medellin, gunmen in El Salvador have killed six priests.",
        "six",
        "El Salvador",
    ),
    ("Hours after rebels had left Goma, shelling in Congo killed six men.", "six", "Goma"),
]


@pytest.mark.parametrize(("text", "count", "place"), WHERE)
def test_where(text: str, count: str, place: str | None) -> None:
    """The place of the count that is written so."""
    claims = [c for c in read_casualties(text) if c.quantity.as_written == count]
    assert [claim.place.name if claim.place else None for claim in claims] == [place]


def test_a_quarter_is_no_town_far_away() -> None:
    """A neighbourhood whose name only a distant town bears has no coordinates."""
    text = (
        "Fighting went on in Aleppo, U.S. officials said. Shells hit Auburn neighborhood: six died."
    )
    (six,) = read_casualties(text)
    assert six.place is not None
    assert (six.place.name, six.place.latitude) == ("Auburn", None)


def test_some_of_the_bodies_are_a_part() -> None:
    """ "Three of the bodies" counts some of the dead and no further ones."""
    (three,) = read_casualties("Gunmen raided a house in Goma. Three of the bodies were burned.")
    assert three.subset


def test_a_pronoun_is_no_second_source() -> None:
    """ "Opened an inquiry and he said": he alone says so."""
    text = "Omar Ali spoke. The mayor opened an inquiry and he said six men had died in Goma."
    (six,) = read_casualties(text)
    assert "inquiry" not in (six.attribution.source_original or "")


def test_what_stands_beside_a_murder_is_not_its_means() -> None:
    """ "The bombings of towns and the murder of six priests": of the murder no means is told."""
    text = "The bombings of towns and the murder of six priests shocked the world."
    assert [claim.means for claim in read_casualties(text)] == [None]


TOLLS = [
    # behind what happened "in the country" is the state, before it it says how bad it was
    (
        "Jets hit Goma. It was one of many that have killed dozens and hurt 90 in the country.",
        [("dozens", CONGO, False), ("90", CONGO, False)],
    ),
    (
        "It was the worst raid in the country. Gunmen killed nine in Goma.",
        [("nine", "Goma", False)],
    ),
    # who is counted "in addition" was hurt by the same attack
    ("Gunmen raided Goma.\n\nIn addition, 70 people were injured.", [("70", "Goma", False)]),
    ("Gunmen raided Goma.\n\nIn addition, an attack hurt 70 people.", [("70", None, False)]),
    # in a part of the country is not in the dateline's town
    (
        "BOGOTA (AFP) – Six men died in a poor part of the country's north.",
        [("Six", "Colombia", False)],
    ),
    # a place's history is no place
    (
        "Smoke hung over Goma. They killed six men in one of the worst raids in Rwanda's history.",
        [("six", "Goma", False)],
    ),
    # names that no gazetteer knows, by what stands behind them
    ("A strike killed nine in Pazigu Village.", [("nine", "Pazigu", False)]),
    ("At Mandaru, a community 30km from Goma, they killed nine.", [("nine", "Mandaru", False)]),
    (
        "Gunmen raided Mandaru, another community in Gumu, killing nine.",
        [("nine", "Mandaru", False)],
    ),
    # who starves lives
    (
        "The siege left 900 people in Goma starving. Nine have starved to death.",
        [("Nine", "Goma", False)],
    ),
    # what a war has cost, it has cost its state, however much stands between
    (
        "Goma was shelled. The war, now in its third year, has killed 9,000 and displaced 4,000.",
        [("9,000", CONGO, True), ("4,000", CONGO, True)],
    ),
    # not where towns of two states are told
    ("Goma and Kigali were shelled. The war has claimed 9,000 lives.", [("9,000", None, True)]),
    # where nearly all towns are of one state, it is of that one; years are of a state, too
    (
        "Rwanda's jets hit Goma, Bukavu and Kisangani. Fire was returned at Kigali. The war has "
        "claimed 9,000 lives.",
        [("9,000", CONGO, True)],
    ),
    ("Rebels attacked Goma. They have killed 900 people since 2009.", [("900", CONGO, True)]),
    # the toll of one attack is where that was; of a span of time it is not
    ("Gunmen attacked Goma. So far, we have found 100 bodies.", [("100", "Goma", True)]),
    (
        "Gunmen attacked Goma. So far in the last two years, 100 people have died.",
        [("100", CONGO, True)],
    ),
    # another witness tells of the same attack, another attack is another
    (
        "Gunmen raided Goma. Another resident said that nine people had died.",
        [("nine", "Goma", False)],
    ),
    ("Gunmen raided Goma.\n\nAnother attack left nine people dead.", [("nine", None, False)]),
    # a capital by its state
    ("An attack in the Afghan capital killed nine.", [("nine", "Kabul", False)]),
    ("A blast in Mali's capital killed nine.", [("nine", "Bamako", False)]),
    ("A blast in the Afghan capital Kabul killed nine.", [("nine", "Kabul", False)]),
    # not one that is disputed
    ("A blast in the Israeli capital killed nine.", [("nine", None, False)]),
]


@pytest.mark.parametrize(("text", "told"), TOLLS)
def test_tolls(text: str, told: list[tuple[str, str | None, bool]]) -> None:
    """Each count with its place, and whether it is a running total."""
    claims = read_casualties(text)
    assert [
        (c.quantity.as_written, c.place.name if c.place else None, c.running_total) for c in claims
    ] == told


def test_a_claim_that_is_denied_is_of_who_made_it() -> None:
    """ "Kyiv disputed Moscow's claim that it captured Soledar": Russia would have gained it."""
    for text in (
        "Kyiv disputed Moscow's claim that it captured Soledar.",
        "Ukraine denied Russia's report that it had captured the town of Soledar.",
    ):
        (change,) = read_changes(text)
        assert (change.gainer, change.certainty) == ("Russia", "denied")


def test_an_attack_before_is_not_where_this_one_was() -> None:
    """ "Strikes killed six in Goma after an attack on Kigali": in Goma."""
    (six,) = read_casualties("Rwandan strikes killed six in Goma after an attack by M23 on Kigali.")
    assert six.place is not None
    assert six.place.name == "Goma"


DOERS = [
    # of whom the text knows nothing is nobody told before …
    ("M23 raided Goma. Unidentified gunmen killed six priests.", "gunmen"),
    ("Rebels raided Goma. Bishops condemned those who killed six priests.", None),
    ("Rebels raided Goma. Bishops condemned those who today killed six priests.", None),
    ("Rebels raided Goma. He condemned those who this morning killed six priests.", None),
    ("Bishops condemned those who killed six priests. M23 then raided Goma, killing two.", None),
    # an attack that went before is of others, and elsewhere
    ("The war on Goma, which killed six people, began following an attack by M23.", None),
    ("Rwandan strikes killed six men in Goma after an attack by M23 on Kigali.", "Rwanda"),
    ("In Goma six men died after an attack by M23.", "M23"),
    # … until somebody says who it was
    ("Unknown gunmen killed six priests in Goma. M23 claimed responsibility.", "M23"),
    # "the attackers" are those told before
    ("M23 raided Goma. The attackers killed six priests.", "M23"),
]


@pytest.mark.parametrize(("text", "doer"), DOERS)
def test_who_did_it(text: str, doer: str | None) -> None:
    """Who killed the six priests."""
    claims = [c for c in read_casualties(text) if c.quantity.as_written == "six"]
    assert [claim.perpetrator for claim in claims] == [doer]

"""How reports of further wars tell who, where and when: wires, bulletins, live pages."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties, read_changes

DOERS = [
    # who "they" are: those of the sentence before, though they have no name
    (
        "Peacekeepers of MONUSCO drove them back.\n\n"
        "On Tuesday Zaïre fighters raided Lodjo. They occupied the village of Mbidjo.",
        "Zaïre fighters",
    ),
    # several who say so are not "it"
    (
        "The Israeli army lost a man. It has since taken Yaroun, say UN peacekeepers.",
        "Israeli forces",
    ),
]


@pytest.mark.parametrize(("text", "gainer"), DOERS)
def test_who_took_it(text: str, gainer: str) -> None:
    """Who took the place."""
    assert read_changes(text)[-1].gainer == gainer


def test_armed_wing() -> None:
    """Whose wing a group is only explains it: "the rebels" are the group."""
    text = (
        "The Example Liberation Army, the armed wing of the Free Union Movement (FUM), raided Goma "
        "on Monday. On Tuesday rebels burned a school in Sake; a teacher was killed."
    )
    names = {c.perpetrator for c in read_casualties(text)}
    assert "Free Union Movement" not in names


TOLD = [
    # a toll restated is that of the dead
    ("Strikes killed 60 people and wounded 58. The governor put his own at 67.", "killed", 67),
    ("The Justice Commission, a church body, counted 62 dead in Goma.", "killed", 62),
]


@pytest.mark.parametrize(("text", "outcome", "count"), TOLD)
def test_restated_toll(text: str, outcome: str, count: int) -> None:
    """The last count with its source."""
    last = read_casualties(text)[-1]
    assert (last.outcome, last.quantity.best) == (outcome, count)
    assert last.attribution.source_original


UNITS = [
    # an army's unit by its number, but a state's own is the state's
    ("The 2nd Army captured Goma on Monday.", "2nd Army"),
    ("The 16th Infantry Division took Goma.", "16th Infantry Division"),
    ("The 8th Brigade seized the town of Sake.", "8th Brigade"),
    ("Russia's 2nd Army captured Lyman.", "Russian forces"),
]


@pytest.mark.parametrize(("text", "gainer"), UNITS)
def test_units(text: str, gainer: str) -> None:
    """Who took it, by its number."""
    assert [c.gainer for c in read_changes(text)] == [gainer]


SIDES = [
    ("Two fighters of the Homs police were killed.", "Homs police"),
    ("Nine gunmen of the Gran Grif gang were killed.", "Gran Grif"),
    ("Two soldiers of fortune were killed in Goma.", None),
]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_side_of_fighters(text: str, side: str | None) -> None:
    """Whose fighters the dead were."""
    assert [c.victim_side for c in read_casualties(text)] == [side]


CLAIMANTS = [
    ("Nine men died, the minister said in a statement on Sunday, a claim that rebels rejected.",
     "minister"),
    ("Nine men died in Goma, President Ada Oke said on Sunday — a claim that Kigali rejected.",
     "President Ada Oke"),
    ("“Nine men died in Goma,” — wrote the spokesman of the ministry.",
     "spokesman of the ministry"),
    ("Economists wrote that nine men died in Goma.", "economists"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), CLAIMANTS)
def test_claimant_before_an_aside(text: str, source: str) -> None:
    """Who said so, also where more follows."""
    assert [c.attribution.source_original for c in read_casualties(text)] == [source]


HOURS = [
    ("12:00 GMT Goma: four men died.\n\n13:00 GMT Two men died.", ["Goma", None]),
    ("16:30 PKT Quetta: 17 men died.\n\n14:15 PKT The army says talks go on.", ["Quetta"]),
    ("10:00 GMT Two men died in Goma.\n\n08:00 GMT Macron: two soldiers died.", ["Goma", None]),
]


@pytest.mark.parametrize(("text", "places"), HOURS)
def test_place_behind_an_hour(text: str, places: list[str | None]) -> None:
    """The place with which the entry of a live page opens."""
    told = [c.place and c.place.as_written for c in read_casualties(text)]
    assert told == places


def test_to_date() -> None:
    """A count "to date" is of no three days before the report."""
    (claim,) = read_casualties("To date, 454 people have been killed in Goma.")
    assert claim.when.start is None


def test_taken_village_of_which_nothing_was_told() -> None:
    """It was taken by the day on which they said so, and not on that of what was told before."""
    text = "On Monday shells hit Goma. The rebels said on Wednesday that they had taken Bolobolo."
    (claim,) = read_changes(text)
    assert (str(claim.when.start), str(claim.when.end)) == ("2024-11-25", "2024-11-27")


MANY = [
    # lists with semicolons, whatever clause stands within
    ("The dead included a monk hit when a bomb went off; a blind woman; and a girl of nine.",
     [("killed", "monk"), ("killed", "blind woman"), ("killed", "girl")]),
    # shares that go on
    ("Eleven of the dead were civilians, five were rangers and three were insurgents.",
     [("killed", "civilians"), ("killed", "rangers"), ("killed", "insurgents")]),
    # to another state, and not to another bank
    ("Thousands of villagers have crossed to Papua New Guinea.", [("displaced", "villagers")]),
    ("Four men crossed to the other bank.", []),
    ("Some 500 soldiers crossed to Chad.", []),
    # caught by whom, or where
    ("Two smugglers were caught by police in Goma.", [("detained", "smugglers")]),
    ("Two gunmen were caught in Masiu on Friday.", [("detained", "gunmen")]),
    ("Three villagers were caught in crossfire.", []),
    ("Two seamen were killed off Aden.", [("killed", "seamen")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), MANY)
def test_befell(text: str, told: list[tuple[str, str]]) -> None:
    """What befell whom."""
    assert [(c.outcome, c.victim) for c in read_casualties(text)] == told


def test_report_of_a_month() -> None:
    """What a report of a month counts without a day or a place has those of no other paragraph."""
    text = (
        "In May we recorded 47 incidents in which 19 people were killed.\n\n"
        "Gunmen raked a pickup in Saba Yoi on 2 May and killed a girl.\n\n"
        "Bombs accounted for 21 injured."
    )
    last = read_casualties(text)[-1]
    assert (str(last.when.start), str(last.when.end)) == ("2024-05-01", "2024-05-31")
    assert last.place is None


WHERE = [
    # a group of villages is a place, and no body
    ("Militia attacked the Djaiba group of villages. Nine civilians were killed.", "Djaiba"),
    # where calm has returned to
    ("Calm has returned to Mandakao after Wednesday's clashes. The new toll is 42 dead.",
     "Mandakao"),
    # off a place that nothing else marks
    ("On 14 March helicopters fired on boats off Pangane, killing 15 men.", "Pangane"),
    # from where fighters were driven
    ("The army dislodged the rebels from Goma, killing two men.", "Goma"),
    ("The displaced have returned to Goma. Two men were killed on Monday.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), WHERE)
def test_where(text: str, place: str | None) -> None:
    """The place of the last count."""
    last = read_casualties(text)[-1]
    assert (last.place and last.place.as_written) == place


def test_nobody_drives_out_himself() -> None:
    """ "The fighters" whom a battalion drives out are not the battalion, the only body named."""
    (claim,) = read_changes("The Rapid Intervention Battalion dislodged the fighters from Akwaya.")
    assert (claim.gainer, claim.loser) == ("Rapid Intervention Battalion", "fighters")
    (claim,) = read_changes("The towns of Jabrayil, Fuzuli and Gubadli were taken on Monday.")
    assert [p.as_written for p in claim.places] == ["Jabrayil", "Fuzuli", "Gubadli"]

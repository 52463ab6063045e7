"""Counts that go on without their noun or verb: restated, gapped, told place by place."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties, read_changes

RESTATED = [
    # another source's own count, in whatever words it is put
    ("Officials said 30 people died. The mayor put his own at 67.", [30, 67]),
    ("Police said nine men were shot dead. Rights groups put it at more than 20.", [9, 20]),
    ("The ministry said 60 people were killed. It raised its count to 62 on Tuesday.", [60, 62]),
    ("A monitor said six people were killed. It raised its count to eight civilians.", [6, 8]),
    ("Police said 45 people died in Bo. The governor gave 59 as the number.", [45, 59]),
    ("The army said nine soldiers died; the rebels claimed 20.", [9, 20]),
    # … but not of what nobody was counted of
    ("The ministry said prices rose. Rights groups put it at more than 20.", []),
    ("Nine men were killed. Traders put the price at 40 dollars.", [9]),
    # further tolls of one verb
    ("The army put the number of rebels killed at 191, that of soldiers at 58.", [191, 58]),
    ("The number of dead rose from 12 to 19 and that of injured from 40 to 51.", [19, 51]),
    ("Officials put the number of dead at 19 and that of the missing at 60.", [19, 60]),
    # counts that share a verb, each with its day
    ("Sixty people were killed on Friday and 50 on Saturday.", [60, 50]),
    ("Nine men were executed on Monday and two on Tuesday.", [9, 2]),
    # counts by place that share it
    ("In Goma five people were killed; in Sake, nine.", [5, 9]),
    ("In Goma five men died, in Sake nine and in Minova 12.", [5, 9, 12]),
    ("The army seized 12 rifles in Goma; in Sake, nine.", []),
    # … with the sentence before, and with no other
    (
        "Strikes killed 60 people on Monday. In Bo, five; in Goma, nine; in Sake, sixteen.",
        [60, 5, 9, 16],
    ),
    ("Strikes killed 60 people. Polling went on. In Bo, five; in Goma, nine.", [60]),
    ("Polling went on. In Bo, five; in Goma, nine.", []),
    ("Five men died in Goma; in Sake, nine parties ran.", [5]),
    ("Five men died in Goma, and in Sake, 2016.", [5]),
]


@pytest.mark.parametrize(("text", "counts"), RESTATED)
def test_restated(text: str, counts: list[int]) -> None:
    """Each count, also where its noun or its verb stands elsewhere."""
    assert [c.quantity.best for c in read_casualties(text)] == counts


def test_those_of_a_further_toll() -> None:
    """ "That of civilians at 26" counts civilians, "that of the injured" the injured."""
    text = "The army put the number of rebels killed at 191 and that of civilians at 26."
    _, civilians = read_casualties(text)
    assert (civilians.outcome, civilians.victim_group) == ("killed", "civilians")
    _, injured = read_casualties("The number of dead rose from 2 to 9 and that of injured to 41.")
    assert (injured.outcome, injured.quantity.best) == ("injured", 41)


PLACES = [
    # what a place has or counts was there, whatever was told of before
    ("Two men died in Goma.\n\nBukavu counted nine dead.", ["Goma", "Bukavu"]),
    ("Two men died in Goma.\n\nKherson had nine dead and 17 injured.", ["Goma", *["Kherson"] * 2]),
    ("Goma saw 12 killed; Rutshuru recorded three dead.", ["Goma", "Rutshuru"]),
    # each part of a sentence has its place
    ("In Goma five people died, in Sake nine and in Minova 12.", ["Goma", "Sake", "Minova"]),
    ("In Sohmor, five people died; in Al-Allaq, sixteen.", ["Sohmor", "Al-Allaq"]),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_places(text: str, places: list[str]) -> None:
    """The place of each count."""
    assert [c.place.as_written for c in read_casualties(text) if c.place] == places


NAMED = [
    ("A man identified as K. Athouba, 21, was shot dead in Bo.", [("man", 1)]),
    ("A commander known as Tiger was killed in Bo.", [("commander", 1)]),
    ("Two men named as Omar and Ali were executed in Bo.", [("men", 2)]),
    ("Gunmen killed a guard known as Bobo and two of his sons.", [("guard", 1), ("sons", 2)]),
]


@pytest.mark.parametrize(("text", "victims"), NAMED)
def test_named(text: str, victims: list[tuple[str, int]]) -> None:
    """What somebody is called stands between a noun and its verb, or its list."""
    assert [(c.victim, c.quantity.best) for c in read_casualties(text)] == victims


SPOKEN = [
    ("The army on Sunday said nine men had died.", "army"),
    ("The ministry on Monday put the toll at 12.", "ministry"),
    ("Rights groups said nine men had died.", "rights groups"),
    ("News reports said nine men had died.", "news reports"),
    ("Villagers reckon nine men died.", "villagers"),
]


@pytest.mark.parametrize(("text", "source"), SPOKEN)
def test_who_said_so(text: str, source: str) -> None:
    """Who spoke, also where the day stands before the verb."""
    (claim,) = read_casualties(text)
    assert claim.attribution.source_original == source


DAYS = [
    # the day of what somebody is blamed for is not that of what they did then
    ("A gang blamed for a raid in Bo on October 3 seized Kenema on Sunday.", "2024-11-24"),
    ("The gang, accused of a raid in Bo on October 3, seized Kenema on Sunday.", "2024-11-24"),
    ("Rebels defeated in Bo on Monday took Kenema on Tuesday.", "2024-11-26"),
    ("Troops who arrived on Monday took Kenema on Tuesday.", "2024-11-26"),
    ("On Monday rebels based in Bo took Kenema, and on Tuesday Sake.", "2024-11-25"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_day_of_the_deed(text: str, day: str) -> None:
    """The day of the capture."""
    assert str(read_changes(text)[0].when.start) == day


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
    # caught by whom, or where
    ("Two smugglers were caught by police in Goma.", [("detained", "smugglers")]),
    ("Two gunmen were caught in Masiu on Friday.", [("detained", "gunmen")]),
    ("Three villagers were caught in crossfire.", []),
    # what kills is no war
    ("A drought has killed 91 people.", []),
    ("Nineteen evacuees have died of disease.", []),
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

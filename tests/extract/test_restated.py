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

"""Where something was: names of persons and papers, slips, the paragraph that opens a report."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract
from briefing.models import Article
from briefing.places import Region
from tests.extract.documents import read_casualties, read_incidents

WHERE = [
    # a surname is no town, whatever gazetteer knows one of that name
    (
        "GOMA (AFP) – Police searched the farms of Pablo Escobar, a smuggler. A bomb killed a cook "
        "in Escobar's house.",
        "Goma",
    ),
    # nor is a paper, or a body that helps
    (
        "GOMA (AFP) – A bomb killed a cook outside El Heraldo, said a guard of El Heraldo daily.",
        "Goma",
    ),
    ("GOMA (AFP) – Two dead men were brought to the Red Cross.", "Goma"),
    # over the road from something is where that is
    ("A bomb went off across from the Goma post office, killing two men.", "Goma"),
    # a slip of the pen
    ("A bomb went off in Kisangani. Two men died in Kisangnai.", "Kisangani"),
    # what dates a sentence happened elsewhere
    (
        "A bomb went off in Goma. Two men died in this attack. While this was happening, a mine "
        "was defused in Sake.",
        "Goma",
    ),
    # the paragraph that the dateline opens tells of the same attack
    (
        "GOMA (AFP) – A bomb went off on a bus today.\n\nPolice closed roads.\n\nTwo men died.",
        "Goma",
    ),
    # from where somebody was driven, there was the fighting; trucks that left tell of none
    ("The army pushed rebels out of Goma. Two men were killed in the fighting.", "Goma"),
    ("Rebels drove the army out of six villages in Masisi. They said two men died.", "Masisi"),
    ("A convoy drove out of Goma. Two men were shot dead in Sake.", "Sake"),
    # whom the text has just named
    ("GOMA (AFP) – A teacher was killed. The victim was shot on a road near Sake.", "Sake"),
]


@pytest.mark.parametrize(("text", "place"), WHERE)
def test_where(text: str, place: str) -> None:
    """The place of the first count of people killed."""
    dead = [claim for claim in read_casualties(text) if claim.outcome == "killed"]
    assert dead[0].place is not None
    assert dead[0].place.name == place


HISTORY = [
    (
        "Omar Ali was held today.\n\nA stolen plane had landed on a strip there on 2 March "
        "2019.\n\nJets bombed the strip, killing a cook.",
        date(2019, 3, 2),
    ),
    # who is spoken of again may be so in the news
    (
        "A bank was robbed today.\n\nOmar Ali had become mayor on 2 March 2019.\n\nGunmen killed "
        "the mayor.",
        date(2024, 11, 29),
    ),
    ("A few days ago five smugglers were arrested.\n\nA bomb killed a cook.", date(2024, 11, 26)),
    ("Two men were killed, it was learned today that gunmen had fled.", date(2024, 11, 27)),
]


@pytest.mark.parametrize(("text", "day"), HISTORY)
def test_days_of_other_things(text: str, day: date) -> None:
    """History goes on from sentence to sentence; a day that only stands beside it does not."""
    dead = [claim for claim in read_casualties(text) if claim.outcome == "killed"]
    assert dead[0].when.start == day


WHO = [
    # who shot the attacker did not do what he did
    (
        "A man opened fire in Goma and two nurses were killed. The airport police then killed the "
        "attacker.",
        None,
    ),
    # "terrorists" are never the police that the text named last
    (
        "The Goma Metropolitan Police defused a mine. The terrorists killed two nurses in a bar.",
        "terrorists",
    ),
    # an army that somebody was in once has no part in it
    (
        "The army raided a bar and killed two nurses. A former Malian army colonel owned the bar.",
        "army",
    ),
    # an offensive is not what it answers
    (
        "The offensive began after attacks that killed two nurses.\n\nThe army raided a bar.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "who"), WHO)
def test_who_did_it(text: str, who: str | None) -> None:
    """Whom the text holds responsible for the nurses' death."""
    claim = next(c for c in read_casualties(text) if c.victim == "nurses")
    assert (claim.perpetrator or "").lower() == (who or "").lower()


ONE = [
    ("Omar Ali, a cook and brother of a judge, was killed.", ["Omar Ali"]),
    ("Omar Ali, a cook, and his brother were killed.", ["Omar Ali", "brother"]),
    ("The victim, married to major Omar Ali, was shot dead.", ["victim"]),
    ("A person of foreign birth participated in the murder of a judge who was shot.", ["judge"]),
]


@pytest.mark.parametrize(("text", "victims"), ONE)
def test_who_was_killed(text: str, victims: list[str]) -> None:
    """What explains a name, or stands beside it, is nobody else."""
    assert [c.victim for c in read_casualties(text) if c.outcome == "killed"] == victims


@pytest.mark.parametrize(
    "text",
    ["Gunmen killed an army colonel's wife.", "A mine hurt the military governor's two sons."],
)
def test_kin_of_soldiers(text: str) -> None:
    """A soldier's family are civilians."""
    assert read_casualties(text)[0].victim_group == "civilians"


def test_a_named_police_force_is_no_suspect() -> None:
    """ "The terrorists" who threw a bomb are not the police that searched for it."""
    text = "The Goma Metropolitan Police searched a bar. The terrorists attacked a bus and fled."
    assert [incident.perpetrator for incident in read_incidents(text)] == [None]


def test_misspelt_names_keep_their_letters() -> None:
    """A slip is found again as the text has it."""
    text = "A bomb went off in Kisangani. Two men died in Kisangnai."
    made = extract(Article("a1", "a1.txt", text, "00", published=date(2024, 11, 29)))
    assert [p.as_written for p in made.places] == ["Kisangani", "Kisangnai"]
    for place in made.places:
        assert text[place.start : place.end] == place.as_written


BESIDE = [
    # the fight told in the paragraph before, and not the first of the report
    ("Fighting broke out in Mosul.\n\nSix cooks were killed.", "Mosul"),
    (
        "The commander of a unit was hurt in clashes with gunmen in Sake.\n\nSix cooks were "
        "killed, a nurse added.",
        "Sake",
    ),
    # what tells of no event, as of a meeting, is no place of one
    ("A minister met teachers in Bunia.\n\nSix cooks were killed.", "Goma"),
    # a quarter is of the town told before
    ("The bombs hit the residential Rawdha neighborhood.\n\nSix cooks were killed.", "Goma"),
]


@pytest.mark.parametrize(("text", "place"), BESIDE)
def test_the_paragraph_before(text: str, place: str) -> None:
    """A sentence without a place goes on with the event told right before it."""
    dead = read_casualties(f"A bomb in Goma killed two nuns.\n\n{text}")[-1]
    assert dead.place is not None
    assert dead.place.name == place


ABROAD = [
    # who reports on the desk's region from abroad tells nothing of where it was
    ("MADRID (EFE) – Ten nurses were killed, the embassy of Congo said.", None),
    # unless the text comes back to the town, or tells nothing of the region
    ("MADRID (EFE) – Ten nurses of Congo were killed. Schools in Madrid were shut.", "Madrid"),
    ("MADRID (EFE) – Ten nurses were killed.", "Madrid"),
    ("GOMA (AFP) – Ten nurses were killed, Congo said.", "Goma"),
]


@pytest.mark.parametrize(("text", "place"), ABROAD)
def test_reports_from_abroad(text: str, place: str | None) -> None:
    """What a desk on Congo takes from a dateline."""
    made = Article("a1", "a1.txt", text, "00", published=date(2024, 11, 29))
    told = extract(made, region=Region(("CD",))).casualties[0].place
    assert (told.name if told else None) == place


def test_seats_of_bodies() -> None:
    """A name that no gazetteer knows, and that has a headquarters, is no village."""
    text = "GOMA (AFP) – A bomb hit the Fenatrax headquarters. Two men died at Fenatrax."
    place = read_casualties(text)[0].place
    assert place is not None
    assert place.name == "Goma"

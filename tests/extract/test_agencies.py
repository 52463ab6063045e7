"""Long sentences as news agencies write them: two events, two speakers, what a count covers."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract
from briefing.extract.implications.scoring import score_text
from briefing.models import Article, Casualty, Extraction


def read(text: str) -> Extraction:
    """What is found in a report of 15 October 2024."""
    return extract(Article("a", "p", text, "x", published=date(2024, 10, 15)))


def told(claim: Casualty) -> tuple[str, int | None, str | None, str | None]:
    """Outcome, count, place and perpetrator."""
    place = claim.place.name if claim.place else None
    return claim.outcome, claim.quantity.best, place, claim.perpetrator


APART = [
    (
        "A Malian drone hit a car near Gao, killing two men, "
        "hours after rockets wounded five in Mopti.",
        [("killed", 2, "Gao", "Mali"), ("injured", 5, "Mopti", None)],
    ),
    (
        "Gunmen killed three herders in Zurmi, "
        "two days after soldiers shot dead 12 bandits in Anka.",
        [("killed", 3, "Zurmi", "Gunmen"), ("killed", 12, "Anka", "soldiers")],
    ),
    (
        "Two days after shells killed nine in Sake, a bomb wounded four in Goma.",
        [("killed", 9, "Sake", None), ("injured", 4, "Goma", None)],
    ),
    # a lapse before a noun only says when it was
    (
        "Shells killed two men in Goma, hours after a raid on Sake.",
        [("killed", 2, "Goma", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), APART)
def test_what_was_hours_before_or_after_is_apart(text: str, expected: list[object]) -> None:
    """Each of two events that a lapse of time joins has its own place and attacker."""
    assert [told(claim) for claim in read(text).casualties] == expected


SINCE = [
    "At least 900 civilians have died in Ituri since January, when the militia raided three camps.",
    "More than 900 people have died since the war began on 7 May 2023, when rebels raided Goma.",
    "The army has lost 900 men since Monday, when rebels attacked its base in Bara, killing 12.",
]


@pytest.mark.parametrize("text", SINCE)
def test_a_count_since_a_day_is_not_that_day_s(text: str) -> None:
    """Who attacked on the day from which a count runs did not do all of it, nor there; what a war
    has cost, it has cost its state."""
    claim = read(text).casualties[0]
    assert (claim.perpetrator, claim.running_total) == (None, True)
    assert claim.place is None or claim.place.name in ("Ituri", "Democratic Republic of the Congo")


WEAPONS = [
    ("Russian glide bombs hit a block in Kharkiv, killing four people.", "Russia"),
    ("Israeli tank shells killed three farmers near Khiam.", "Israel"),
    ("Syrian barrel bombs killed two nurses in Saraqib.", "Syria"),
    ("Salvos of rockets killed two nurses in Saraqib.", None),
]


@pytest.mark.parametrize(("text", "perpetrator"), WEAPONS)
def test_whose_weapon_it_was(text: str, perpetrator: str | None) -> None:
    """A state whose bombs or shells they were did it, whatever kind they were of."""
    assert [claim.perpetrator for claim in read(text).casualties] == [perpetrator]


SPEAKERS = [
    (
        "Shells killed two in Sake, the mayor said, and four were shot dead in Goma, "
        "the Red Cross reported.",
        ["mayor", "Red Cross"],
    ),
    ("Nine people were killed, police said, Reuters reported.", ["police"]),
    ("Doctors' committee: 27 people killed in Omdurman.", ["doctors' committee"]),
    ("17:10 – Health ministry: 27 people killed in Omdurman.", ["health ministry"]),
    ("Sudan: 27 people killed in Omdurman.", [None]),
    ("The NLF ambushed a column and claimed to have killed 12 soldiers.", ["NLF"]),
    ("Rebels raided the post and said they had killed nine soldiers.", ["rebels"]),
    ("Two men were shot in Goma and police said four had died.", ["police"]),
    (
        "The Response Room at Abu Shouk camp, a volunteer group, said nine men had died.",
        ["Response Room at Abu Shouk camp"],
    ),
]


@pytest.mark.parametrize(("text", "sources"), SPEAKERS)
def test_who_says_which_part(text: str, sources: list[str | None]) -> None:
    """Each count has the source that gives it."""
    assert [claim.attribution.source_original for claim in read(text).casualties] == sources


VICTIMS = [
    (
        "Three members of the security forces were killed.",
        "members of the security forces",
        "combatants",
    ),
    ("The drone killed two members of Hezbollah near Sidon.", "members of Hezbollah", "combatants"),
    ("Six members of one family were killed.", "members", "unknown"),
    ("A member of the city council was shot dead.", "member", "unknown"),
]


@pytest.mark.parametrize(("text", "victim", "group"), VICTIMS)
def test_members_of_an_armed_body_are_its_fighters(text: str, victim: str, group: str) -> None:
    """Whom people are members of says what they are."""
    claim = read(text).casualties[0]
    assert (claim.victim, claim.victim_group) == (victim, group)


COUNTS = [
    ("Strikes killed 33 people, among them seven members of one family.", [33, 7]),
    ("Strikes killed 33 people, including seven members of a family and two nurses.", [33, 7, 2]),
    ("Shells killed 12 people in Sake, including three women from one household.", [12, 3]),
    ("Rebels killed 12 soldiers near Wetlet for the loss of one fighter.", [12, 1]),
    ("The loss of 40 troops in a week has shaken the army.", [40]),
    ("The loss of 12 villages worried the army.", []),
]


@pytest.mark.parametrize(("text", "counts"), COUNTS)
def test_nobody_is_counted_twice(text: str, counts: list[int]) -> None:
    """A family of which seven died is no eighth victim; lost ground is nobody."""
    assert [claim.quantity.best for claim in read(text).casualties] == counts


CONDITIONS = [
    (
        "Should Kenscoff fall, the gangs would control the last road to the south.",
        ("Should", "would"),
    ),
    ("Were Goma to fall, tens of thousands would flee to Rwanda.", ("Were", "would")),
    ("If Goma falls, tens of thousands would flee to Rwanda.", ("If", "would")),
    ("The army should leave the town.", ()),
]


@pytest.mark.parametrize(("text", "modality"), CONDITIONS)
def test_conditions_that_open_with_their_verb(text: str, modality: tuple[str, ...]) -> None:
    """ "Should X fall" is a condition as "if X falls" is; within a sentence the word is none."""
    scored = score_text(text)
    assert scored.modality == modality
    assert ("if" in scored.rules) is text.startswith(("Should", "Were", "If"))


DISPUTED = [
    ("The site alleged that the army had killed 40 civilians.", "alleged"),
    ("A source said 572 rebels had died; the rebels called the figure propaganda.", "contested"),
    # "admitted" holds for its own clause
    (
        "Nine men died in Argun, a daily wrote; the army had admitted to four deaths.",
        "reported",
    ),
]


@pytest.mark.parametrize(("text", "certainty"), DISPUTED)
def test_how_certain_the_first_count_is(text: str, certainty: str) -> None:
    """Words for doubt, dispute and admission reach as far as they are meant."""
    assert read(text).casualties[0].certainty == certainty


TOTALS = [
    ("Kyiv had lost 3,800 servicemen since the fighting in the region began, Moscow said.", True),
    ("The army has lost 300 men since the offensive started, a colonel said.", True),
    ("The army lost 300 men on Monday, a colonel said.", False),
]


@pytest.mark.parametrize(("text", "running"), TOTALS)
def test_a_count_since_the_fighting_began_is_a_total(text: str, running: bool) -> None:
    """Also where no day says when that was."""
    assert read(text).casualties[0].running_total is running


QUOTED = [
    "At least 17 civilians were killed in Kursk, TASS cited a doctor in Sudzha as saying.",
    "TASS cited a doctor in Sudzha as saying 17 civilians were killed in Kursk.",
]


@pytest.mark.parametrize("text", QUOTED)
def test_who_is_cited_at_the_end(text: str) -> None:
    """The one cited says it, before or behind what he says."""
    (claim,) = read(text).casualties
    assert claim.attribution.source_original == "doctor in Sudzha"


def test_a_suicide_bomber_is_not_the_army_named_beside_him() -> None:
    """Whom another sentence accuses of shelling did not blow himself up."""
    text = "A suicide bomber killed 17 people in Jos. A website said the army had shelled 40 homes."
    assert read(text).casualties[0].perpetrator is None


TOWNS = [
    ("Shells hit Goma at noon. Six people died in the city.", "Goma"),
    ("GOMA, Oct 14 – Rebels took a hill.\n\nSix people died in the city over the weekend.", "Goma"),
    ("Shells hit Goma at noon. Six people died in the city of Bukavu.", "Bukavu"),
]


@pytest.mark.parametrize(("text", "place"), TOWNS)
def test_the_city_is_the_one_told_last(text: str, place: str) -> None:
    """A town that is not named again is the one before, or that of the dateline."""
    claim = read(text).casualties[-1]
    assert claim.place is not None
    assert claim.place.name == place


AGAIN = [
    ("About 400 men fled the town, police said; the army put the number at 900.", "displaced"),
    ("Some 400 people fled Sake, the mayor said. The UN put the figure at 900.", "displaced"),
    ("Forty people were hurt in Sake, the mayor said; the UN put the number at 60.", "injured"),
    ("Two died in Goma, police said; the army put the toll at nine.", "killed"),
    ("Forty people were hurt in Sake. The UN put the number at 60 dead.", "killed"),
]


@pytest.mark.parametrize(("text", "outcome"), AGAIN)
def test_another_figure_counts_what_was_counted_before(text: str, outcome: str) -> None:
    """ "Put the number at 900" says of no outcome: it is that of the figure it stands against."""
    assert read(text).casualties[-1].outcome == outcome


def test_a_figure_of_nothing_told_before_is_no_toll() -> None:
    """Where no outcome was told, "the number" is of something else."""
    assert not read("Some 400 votes were lost. The army put the number at 900.").casualties


CARED_FOR = [
    ("Nine others were evacuated to the hospital of Jos.", ["injured"]),
    ("Nine people were evacuated to Jos.", ["displaced"]),
    ("Before the war he treated sports injuries.", []),
    ("Nine people suffered injuries.", ["injured"]),
]


@pytest.mark.parametrize(("text", "outcomes"), CARED_FOR)
def test_patients_are_hurt_and_not_displaced(text: str, outcomes: list[str]) -> None:
    """Who is brought to a hospital is hurt; whoever treats injuries is not."""
    assert [claim.outcome for claim in read(text).casualties] == outcomes


ASIDE = [
    ("The town of Bara, which rebels had held since April, was retaken on Saturday.", 12),
    ("Bara, which the army recaptured on Monday, was shelled on Tuesday.", 14),
]


@pytest.mark.parametrize(("text", "day"), ASIDE)
def test_a_day_in_a_clause_on_a_place_is_that_clause_s(text: str, day: int) -> None:
    """The day that "which …" tells is not that of what befalls the place."""
    (change,) = read(text).territory
    assert change.when.start == date(2024, 10, day)


def test_a_village_in_brackets_with_its_commune() -> None:
    """What a bracket adds behind a village says where that lies."""
    (claim,) = read("Gunmen killed two in Dianveli (commune of Doucombo).").casualties
    assert claim.place is not None
    assert (claim.place.name, claim.place.within[0].name) == ("Dianveli", "Doucombo")


STRUCK = [
    ("Gunmen attacked Kautikari on Sunday. In Kautikari 47 bodies were counted.", "Kautikari"),
    ("Rebels stormed Nasir at dawn. Two nurses in Nasir saw it.", "Nasir"),
    ("Gunmen attacked Kautikari on Sunday.", None),
]


@pytest.mark.parametrize(("text", "place"), STRUCK)
def test_an_unknown_village_that_is_struck(text: str, place: str | None) -> None:
    """A name that the text elsewhere puts "in" front of is a place where it is struck, too."""
    incident = read(text).incidents[0]
    assert (incident.place and incident.place.name) == place


BLAMED = [
    (
        "Two brothers were shot dead. "
        "Officials blamed gangs for the deaths of a policeman and a nurse.",
        [None, "gangs", "gangs"],
    ),
    ("Two men died in Jos. Police blamed bandits.", ["bandits"]),
]


@pytest.mark.parametrize(("text", "perpetrators"), BLAMED)
def test_who_is_blamed_for_some_is_not_for_others(
    text: str, perpetrators: list[str | None]
) -> None:
    """An accusation that counts its own victims is of those alone."""
    assert [claim.perpetrator for claim in read(text).casualties] == perpetrators


def test_what_is_confirmed_ends_with_its_clause() -> None:
    """Behind a semicolon nothing is confirmed; an officer of a task force is a party's."""
    text = "The mayor confirmed two deaths; 14 men are missing, said Lt Col Sani of the Task Force."
    confirmed, missing = read(text).casualties
    assert (confirmed.certainty, missing.certainty) == ("confirmed", "claimed")
    assert missing.attribution.kind == "party"


def test_three_armymen_are_combatants() -> None:
    """Words for soldiers and policemen in other Englishes."""
    claims = read("Three Armymen and a BSF sub-inspector were killed.").casualties
    assert [claim.victim_group for claim in claims] == ["combatants", "combatants"]

"""One attack in many wordings of who did it and who says so: the claim names the same doer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest

from briefing.extract import extract
from briefing.models import Article, Casualty

WEDNESDAY = date(2024, 10, 16)
SAMPLE = 14  # wordings of each template, the same in every run

DOERS = {  # as a text has it, and words of the name in the claim
    "the RSF": "Rapid Support Forces",
    "the Rapid Support Forces (RSF)": "Rapid Support Forces",
    "the Sudanese army": "Sudan",
    "M23 rebels": "M23",
    "Russian forces": "Russia",
    "al-Shabaab militants": "al-Shabaab",
    "JNIM, an al-Qaeda affiliate,": "JNIM",
    "gunmen": "gunmen",
    "unidentified gunmen": "gunmen",
    "suspected jihadists": "jihadists",
    "fighters of the Islamic State group": "Islamic State",
    "Myanmar's military": "Myanmar",
    "junta troops": "junta troops",
    "settlers": "settlers",
    "members of the Gran Grif gang": "Gran Grif",
    "pro-government militias": "pro-government militias",
    "the police": "police",
    "dissidents of the former FARC": "FARC",
    "the 33rd Front": "33rd Front",
}
SOURCES = {"": None, ", officials said": "officials", ", according to residents": "residents"}
WHERE = ("in Bara", "near Bara", "at a market in Bara")
WHO = ("12 people", "twelve villagers", "at least 12 civilians")

DEEDS = (  # one sentence that tells the attack and who did it
    "{by} killed {who} {where} on Monday",
    "{who} were shot dead {where} on Monday by {by}",
    "{who} were killed on Monday in an attack by {by} {where}",
    "{who} died at the hands of {by} {where} on Monday",
    "an attack by {by} {where} on Monday left {who} dead",
    "{who} were killed on Monday when {by} attacked a village {where}",
    "{who} were killed on Monday in a raid attributed to {by} {where}",
    "a raid blamed on {by} left {who} dead {where} on Monday",
    "an ambush laid by {by} killed {who} {where} on Monday",
    "shells fired by {by} killed {who} {where} on Monday",
    "{who} died when a roadside bomb planted by {by} went off {where}",
    "{who} were killed by a drone operated by {by} {where} on Monday",
    "{who} were killed by shelling from {by} {where} on Monday",
    "the massacre of {who} {where} by {by} has been condemned",
    "{by} are accused of having killed {who} {where} on Monday",
)
CHARGES = (  # one sentence in which the governor says so
    "the governor accused {by} of killing {who} {where}",
    "the governor blamed {by} for the deaths of {who} {where}",
    "the governor blamed the deaths of {who} {where} on Monday on {by}",
    "the governor held {by} responsible for the killing of {who} {where}",
    "the governor attributed the killing of {who} {where} on Monday to {by}",
)
AFTER = (  # the next sentence says who did it
    "{by} claimed responsibility",
    "{by} later said they were behind the attack",
    "officials held {by} responsible",
    "officials pointed the finger at {by}",
    "officials pointed to {by} as the perpetrators",
    "the attackers were {by}",
    "officials said the attack was the work of {by}",
    "suspicion fell on {by}",
)
NOT_AFTER = (  # … or of whom it does not say that
    "no group claimed responsibility",
    "{by} denied any involvement",
    "{by} have not claimed the attack",
    "{by} condemned the attack",
    "officials said {by} were not responsible",
    "separately, {by} were accused of looting a school",
)
OWNERS = {
    "Russian": "Russia",
    "Israeli": "Israel",
    "US": "United States",
    "Ukrainian": "Ukraine",
    "RSF": "Rapid Support Forces",
    "junta": "junta",
    "army": "army",
}
WEAPONS = (
    "{of} drones hit a market {where} on Monday, killing {who}",
    "{who} were killed in a {of} air strike {where} on Monday",
    "{who} were killed in a {of} attack {where} on Monday",
    "a {of} barrel bomb killed {who} {where} on Monday",
    "{who} were killed by a {of} sniper {where} on Monday",
    "a {of} rocket landed on a house {where} on Monday. At least 12 people were killed",
)


def _sentence(words: str) -> str:
    text = " ".join(words.split()).replace(",,", ",").replace(", .", ".").rstrip(", ")
    return f"{text[0].upper()}{text[1:]}."


def wordings(
    template: str, doers: dict[str, str], sources: dict[str, str | None]
) -> Iterator[tuple[str, str, str | None]]:
    """Sentences with whom they name and who says so, a sample of all there are."""
    random = Random(7)
    for _ in range(SAMPLE):
        by, source = random.choice(list(doers)), random.choice(list(sources))
        who, where = random.choice(WHO), random.choice(WHERE)
        told = template.format(by=by, of=by, who=who, where=where) + source
        yield _sentence(told), doers[by], sources[source]


def dead(text: str) -> Casualty:
    """The one claim of the twelve dead."""
    claims = extract(Article("a1", "a1.txt", text, "00", published=WEDNESDAY)).casualties
    (claim,) = [c for c in claims if 12 in (c.quantity.best, c.quantity.low)]
    return claim


@pytest.mark.parametrize("template", DEEDS)
def test_deed_names_its_doer(template: str) -> None:
    """The doer and the source are the same, however the sentence puts it."""
    for text, doer, source in wordings(template, DOERS, SOURCES):
        claim = dead(text)
        assert doer.lower() in (claim.perpetrator or "").lower(), text
        said = claim.attribution.source_original or ""
        assert said.lower() == (source or ""), text


@pytest.mark.parametrize("template", CHARGES)
def test_charge_names_whom_it_accuses(template: str) -> None:
    """Whoever is accused did it, by the word of who accuses."""
    for text, doer, _ in wordings(template, DOERS, {"": None}):
        claim = dead(text)
        assert doer.lower() in (claim.perpetrator or "").lower(), text
        assert claim.attribution.source_original == "governor", text


@pytest.mark.parametrize("template", AFTER)
def test_next_sentence_names_the_doer(template: str) -> None:
    """A claim of responsibility or a charge in the next sentence is of the attack before."""
    for text, doer, _ in wordings(template, DOERS, {"": None}):
        claim = dead(f"Twelve people were killed in an attack in Bara on Monday. {text}")
        assert doer.lower() in (claim.perpetrator or "").lower(), text


@pytest.mark.parametrize("template", NOT_AFTER)
def test_who_is_not_said_to_have_done_it(template: str) -> None:
    """Who denies, condemns or is cleared is not the doer, and none is where nobody claims it."""
    unsuspected = {by: name for by, name in DOERS.items() if not by.startswith("suspected")}
    for text, _, _ in wordings(template, unsuspected, {"": None}):
        claim = dead(f"Twelve people were killed in an attack in Bara on Monday. {text}")
        assert claim.perpetrator is None, text


@pytest.mark.parametrize("template", WEAPONS)
def test_weapon_names_whose_it_is(template: str) -> None:
    """A weapon with whose it is names the doer."""
    for text, doer, _ in wordings(template, OWNERS, {"": None}):
        assert doer.lower() in (dead(text).perpetrator or "").lower(), text


POINTING = {  # whom words that point back mean
    "The army said rebels had stormed a post and that they had killed 12 people.": "rebels",
    "The Israeli military said Hamas had used it and that it had killed 12 people.": "Israel",
    "The army, which rarely speaks of losses, said on Tuesday it had killed 12 people.": "army",
    "Al-Shabaab attacked a base. The militants say they killed 12 people.": "al-Shabaab",
    "JNIM attacked a village. The militants killed 12 people.": "JNIM",
    "Russia's defence ministry said its guns hit 43 Ukrainian drones and that its troops killed "
    "12 soldiers.": "Russia",
    "A fighter, whom masked men had met, died. Twelve people were shot dead by masked men.": (
        "masked men"
    ),
    '"They took the base and killed 12 people," said Omar Ali, a police officer.': None,
    "Another armed group, CODECO, is accused of having hacked 12 people to death.": "CODECO",
    "Gunmen in Haiti shot dead 12 people.": "Gunmen",
    "CODECO claims to defend farmers. Its fighters have killed 12 people, according to the United "
    "Nations.": "CODECO",
    "Russia's defence ministry said the country's armed forces killed 12 people in Sumy.": "Russia",
    "M23 said the country's army killed 12 people in Goma.": "army",
    "The United Nations said its peacekeepers had killed 12 gunmen.": "United Nations",
    "Militiamen attacked a camp. The militants killed 12 people, the UN said.": "Militiamen",
    "The army said clashes in Jolo, where gunmen hold hostages, left 12 marines dead.": None,
    "The army said 12 soldiers were killed in clashes with JNIM.": "JNIM",
    "Clashes between the army and the RSF killed 12 people in Khuwei.": None,
    "The RSF said the strike was carried out by the Sudanese army and that it killed 12.": "Sudan",
    'Turkey\'s defence ministry said on Thursday that it had "neutralised" 12 fighters.': "Turkey",
    "Twelve people died in a raid. It is thought to have been carried out by JNIM.": "JNIM",
    "A truck of the army hit a mine in Mopti. Twelve people were killed.": None,
    "Settlers killed 12 people in Sinjil. Islamic Jihad mourned three as its fighters.": "Settlers",
    "JNIM left the town on Monday. A local militia killed 12 people.": "militia",
    "JNIM left the town. Last week, the group claimed a raid in which 12 people died.": "JNIM",
    "Rebels, fighting alongside the army, executed 12 men.": "Rebels",
    "CODECO is accused of having hacked to death 12 villagers.": "CODECO",
    "Two guards were killed and 12 injured in a gunfight with rebels.": "rebels",
    "Twelve people were killed in a bombing. Islamic State claimed the attack.": (
        "Islamic State (ISIS)"
    ),
    "Twelve people were killed. The army claimed the attack had hit rebels.": None,
    "The rebels on Dec. 12, executed 12 men in Goma.": "rebels",
    "On Feb. 3, 14 men, 12 of them cooks, were executed in Goma.": None,
    "Officials reported missile attacks by Russian troops on Sumy. Twelve men were hurt.": "Russia",
    "Officials reported fewer attacks by rebels. Twelve women were hurt in Goma.": None,
    "The mayor reported that attacks by rebels had ceased. Twelve women were hurt in Goma.": None,
    "Members of the Murle ethnic group attacked a camp in Bor, killing 12 men.": (
        "Murle ethnic group"
    ),
    "Twelve men of the Murle ethnic group were killed in Bor.": None,
    "Military fighter jets bombed a school, killing 12 people.": "Military",
    # a coalition is what is called so, and none of the groups that it fights
    "The Saudi-led coalition fought the Houthis. Coalition warplanes killed 12 people in Taiz.": (
        "Saudi-led coalition"
    ),
    "The US-led coalition against ISIL carried out raids in Raqqa, killing 12 people.": (
        "US-led coalition"
    ),
    "The Saudi-led coalition opposing the Houthis launched raids in Taiz, killing 12 people.": (
        "Saudi-led coalition"
    ),
    # who keeps the peace is none of those they tell of, nor does an army kill its own
    "UNISFA troops met elders in Dukolo.\n\nThe gunmen attacked a village, killing 12 people.": (
        "gunmen"
    ),
    "The chief of staff of the Armed Forces of Ukraine Omar Ali said 12 Ukrainian soldiers were "
    "killed in clashes in Donbas.": None,
    "The fighting with rebels in Taiz killed 12 fighters from both sides.": None,
    # whose an armed attack was, nobody says
    "Twelve people were killed in armed attacks on Mbindjo.": None,
    "Twelve people died in Dukolo when unidentified persons opened fire.": "unidentified persons",
    "Twelve people were hurt in Sumy by shelling from the Russian side of the border.": "Russia",
    "Twelve people were shot dead by gunfire from Israeli troops near Jenin.": "Israel",
    "UPDF troops shot dead 12 people.": "Uganda People's Defence Forces",
    # no state strikes itself with what it sent abroad
    "Russian drones hit Kyiv overnight. Twelve people died in Belgorod.": None,
    "Israeli jets struck Khan Younis. Twelve people were killed in Ashkelon.": None,
    "Russian drones hit Kyiv overnight. Twelve people died in Kyiv, Moscow said.": "Russia",
    # what a deed sparks is others' work
    "Gunmen burned a market in Tumaco, triggering clashes that left 12 people dead.": None,
    # whose those are that fell is not who killed them
    "Twelve gunmen belonging to CODECO were killed in Bara.": None,
    "Troops killed 12 gunmen belonging to CODECO in Bara.": "Troops",
    "Twelve men were shot dead in Bara by gunmen belonging to CODECO.": "CODECO",
    # a body is one also with what it was doing or came with
    "Assailants riding motorcycles shot dead 12 farmers in Bara.": "Assailants",
    "Soldiers manning a checkpoint killed 12 people.": "Soldiers",
    "A force of men on stolen motorbikes stormed Bara. They killed 12 people.": (
        "men on stolen motorbikes"
    ),
    "Twelve men on motorcycles were shot dead in Bara.": None,
}


@pytest.mark.parametrize(("text", "doer"), POINTING.items())
def test_words_that_point_back(text: str, doer: str | None) -> None:
    """Pronouns, "its troops" and "the militants" stand for whom the text named before."""
    assert dead(text).perpetrator == doer


SAID = {  # who says so
    "The Congolese army (FARDC), for its part, announced that it had killed 12 rebels.": (
        "Congolese army"
    ),
    "The UN mission, MONUSCO, said 12 people had been killed.": "MONUSCO",
    "Coalition forces led by Saudi Arabia announced that 12 people had died.": "coalition forces",
    "The health ministry, on the government side, said 12 people had died.": "health ministry",
    "A senior officer speaking on condition of anonymity said 12 people had died.": (
        "senior officer"
    ),
    "Twelve people were killed in Masisi. This was announced by the mayor.": "mayor",
    "JNIM, an al-Qaeda affiliate, claimed a raid. The group said it had killed 12 people.": "JNIM",
    "The Pentagon said the offensive had stalled, as shells killed 12 people in Bara.": None,
    "The Pentagon says the offensive stalled, as insurgents kill 12 people in Bara.": None,
    "Officials said fighting went on, as shells killed 12 people in Bara.": "officials",
    "The SNA blamed the SDF for a car bomb that killed 12 people.": "SNA",
    "The police chief confirmed the raid but put the number of the dead at 12.": "police chief",
    '"They killed 12 people here," declared Mr Example, contacted by telephone.': "Mr Example",
    "Rebels shelled a clinic, according to its director, who said 12 people died.": "its director",
    "Rebels killed 12 people, the mayor said in a report published on Tuesday.": "mayor",
    "Rebels killed 12 people, the mayor said in a video posted on X, adding details.": "mayor",
    "Rebels killed 12 people, the mayor told reporters gathered at the hospital.": "mayor",
    "The Anyang Army, or AA, fled. A strike killed 12 people, the AA said.": "Anyang Army",
    "Rebels killed 12 people in Bara, Radio Okapi reports.": "Radio Okapi",
    "Rebels killed 12 people in Bara, the monitor reports.": "monitor",
    "Rebels killed 12 people in Bara, local media report.": "local media",
    "Rebels killed 12 people, Mayor Ali wrote on the Telegram messaging app.": "Mayor Ali",
    "Shelling killed 12 people and destroyed lists, maps and reports.": None,
    "A nurse whose team was helping people in the area told AFP that 12 people died.": "nurse",
    "Medics at the hospital: 12 people killed in a strike.": "medics at the hospital",
}


@pytest.mark.parametrize(("text", "source"), SAID.items())
def test_who_says_so(text: str, source: str | None) -> None:
    """Names, brackets and phrases beside a speaker, and where the narrator goes on."""
    assert dead(text).attribution.source_original == source


@pytest.mark.parametrize("title", ["a spokesman for al-Shabaab", "the army spokesman"])
def test_title_tells_the_kind_of_its_bearer(title: str) -> None:
    """A name alone tells nothing; the title in front of it does."""
    claim = dead(f"{title[0].upper()}{title[1:]}, Omar Ali, said 12 people were killed.")
    assert (claim.attribution.source_original, claim.attribution.kind) == ("Omar Ali", "party")


def test_no_force_kills_its_own() -> None:
    """The police that shot a bomber have not hurt the policeman of the next sentence."""
    text = "A bomber was killed by police.\n\nAnother 12 policemen were injured in the attack."
    assert dead(text).perpetrator is None


STATES = {  # where it was, and whose people they are, is not who did it
    'Rebel gunmen in Mali killed "12" people on Monday.': "Rebel gunmen",
    "Gunmen in Haiti killed 12 people.": "Gunmen",
    "They searched places where hundreds of South Sudanese had hidden and killed 12 people.": None,
}


@pytest.mark.parametrize(("text", "doer"), STATES.items())
def test_no_state_for_those_in_it(text: str, doer: str | None) -> None:
    """ "In Mali" says where; "hundreds of South Sudanese" are people."""
    assert dead(text).perpetrator == doer


def test_who_leads_people_away_has_not_driven_them_out() -> None:
    """Whoever evacuates people is not put down as the one they fled from."""
    text = "The army evacuated 300 villagers from Goma on Monday."
    (claim,) = extract(Article("a1", "a1.txt", text, "00", published=WEDNESDAY)).casualties
    assert (claim.outcome, claim.perpetrator) == ("displaced", None)

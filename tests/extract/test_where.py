"""Where an event happened: in its sentence, in its incident, under its dateline."""

from __future__ import annotations

import pytest

from briefing.lexicon import load
from tests.extract.documents import read_casualties, read_incidents

WHERE = [
    # the narrowest place, with the wider ones around it
    ("Two men died in Bermal district, Paktika province.", "Bermal", ["Paktika"]),
    ("In Khost province a patrol killed two men in Zakhel district.", "Zakhel", ["Khost"]),
    ("In Kyiv a house in Desnianskyi district was hit: two men were killed.", "Kyiv", []),
    # whence people come is not where they died
    ("Two traders from Bukavu were killed in Goma.", "Goma", []),
    ("Two men, one a cook from Bukavu, were killed.", None, []),
    ("Two men, one a cook from Sake in Congo, were killed.", None, []),
    ("A cook, who had come from a camp in Goma, was killed in Bukavu.", "Bukavu", []),
    ("A cook, who had lived in Goma, was killed.", None, []),
    # where somebody still wants to get is not where it happened
    ("A raid killed two men who help migrants sneak into Kenya.", None, []),
    ("Soldiers killed two men who were trying to slip into Niger.", None, []),
    ("Two men were killed as they planned to smuggle arms into Rwanda.", None, []),
    ("Gunmen crossed into Niger and killed two men.", "Niger", []),
    # of two towns rather in the one than near the other
    ("A bombing in Sake, a village near Goma, killed two men.", "Sake", []),
    ("Two men were killed in a village near Goma.", "Goma", []),
    ("Two men were killed when rockets struck Bara near El Obeid.", "Bara", []),
    ("Two men were killed in nearby Goma.", "Goma", []),
    ("Two men were killed in the Goma suburb of Sake.", "Sake", ["Goma"]),
    ("Two men were killed at a checkpoint outside of Goma.", "Goma", []),
    ("Two men were killed when a mine went off north of the city of Goma.", "Goma", []),
    ("Goma was shelled again, and two men died.", "Goma", []),
    ("Men marching to Goma were fired on, and two died.", None, []),
    ("Shells killed a cook who had lived in Goma during a raid in Sake.", "Sake", []),
    # what was struck within a place that the sentence tells
    (
        "Two men were killed as a bomb rocked the village of Sake in North Kivu.",
        "Sake",
        ["North Kivu"],
    ),
    ("A bomb struck the capital of North Kivu, Goma, killing two men.", "Goma", []),
    # an attack that dates or provokes this one was elsewhere
    ("They killed two men a day after four attacks on Goma.", None, []),
    ("Two men died when rebels raided Sake, a day after losing the town of Bukavu.", "Sake", []),
    ("Two men were killed in Bukavu in reaction to raids on Goma.", "Bukavu", []),
    # where a state is told, the town that was taken
    ("Gunmen in Mali killed many civilians when they seized the town of Gao.", "Gao", []),
    # what else somebody says is of another event
    ("The army killed two men but denied that it had shelled Goma.", None, []),
    ("The army said it had killed two men but fled from a camp in Goma.", "Goma", []),
    # a part of a state is in it, what lies to one side of a town is beside it
    ("Two men were killed in the north of Mali.", "Mali", []),
    ("Two men were killed to the north of Goma.", "Goma", []),
    # what a sentence behind it says of where it took place
    (
        "Gunmen killed two men in the north of Congo. Police confirmed the incident, which took "
        "place in Sake.",
        "Sake",
        [],
    ),
    # nor is it where a judge sits, or whence one comes who speaks of it
    ("Two men were killed, a suspect told a judge in Goma.", None, []),
    ("Two men were killed, and a suspect was brought before a judge in Goma.", None, []),
    ("Two men were shot dead before the hearing in Goma.", "Goma", []),
    ("Washington recorded four dead soldiers in Iraq.", "Iraq", []),
    ("A man shot in Goma died on Monday in a hospital in Bukavu.", "Goma", []),
    ("The army responded to raids on Sake and killed nine men in Goma.", "Goma", []),
    ("Two men were killed, said a Goma policeman.", None, []),
    # nor where the wounded died, unless nothing else is told
    ("Two men wounded in Goma died in a hospital in Bukavu.", "Goma", []),
    ("Ten patients died in a hospital in Bukavu.", "Bukavu", []),
    ("Gunmen raided the home of a judge in Goma and killed his son.", "Goma", []),
    # nor is what the people are wanted for, where it was, or where they were before
    ("Police in Goma killed two men wanted for a raid in Bukavu.", "Goma", []),
    ("A strike in Goma killed two men suspected of planning the Bukavu bombings.", "Goma", []),
    ("Shells fell in Goma, killing a cook who had spent years in Bukavu.", "Goma", []),
    ("A cook born in Bukavu was killed in Goma.", "Goma", []),
    ("A cook was wounded in Goma and is buried in Bukavu.", "Goma", []),
    ("Two men were killed at a rally held in Goma.", "Goma", []),
    ("Elections held in Goma left two men dead.", "Goma", []),
    ("Jets killed 20 people who had gathered outside a bakery in Goma.", "Goma", []),
    # what happened next happened elsewhere; a bearing right behind the people is theirs
    ("A bomb killed two men south of Goma and wounded two others near Bukavu.", "Goma", []),
    ("A bomb killed two men on the road to Goma.", "Goma", []),
    # an embassy reports, unless something is outside of it
    ("A bomb outside the Jordanian Embassy in Goma killed two men.", "Goma", []),
    ("Officials at the embassy in Goma said two men were killed.", None, []),
    ("Our correspondent in Goma says that two men were killed.", None, []),
    # an attack may bear the name of where it was
    ("Two men were killed in the Goma massacre.", "Goma", []),
    # whence people were taken, and not whence they come
    ("A nun was kidnapped by gunmen from the village of Sake in Congo.", "Sake", ["Congo"]),
    ("Gunmen took two nuns hostage from their Goma house.", "Goma", []),
    ("Gunmen kidnapped two nuns from Goma.", None, []),
    ("Two nuns were kidnapped in Goma on their way from Sake.", "Goma", []),
    ("A nun was seized along with two cooks, all Kenyans, from her Goma house.", "Goma", []),
    ("A police chief for the district of Sake was killed outside his home.", "Sake", []),
    # the quarter of a town, and the village of a fight that stands in "after"
    (
        "A car bomb killed two men in the Shiite district of Sadr City in Baghdad.",
        "Sadr City",
        ["Baghdad"],
    ),
    ("Gunmen killed a nun in Goma's Birere neighborhood.", "Birere", ["Goma"]),
    ("Two men died after a battle in the village of Sake in North Kivu.", "Sake", ["North Kivu"]),
    ("A bomb exploded near the Zahraa neighborhood of Goma, killing two men.", "Zahraa", ["Goma"]),
    (
        "Two men died near Qanzura village in Sabra district of Ituri.",
        "Qanzura",
        ["Sabra", "Ituri"],
    ),
    (
        "M23 captured the hilltop of Tal Mamo in North Kivu, killing two men.",
        "Tal Mamo",
        ["North Kivu"],
    ),
    ("Two men were murdered in Sector 23 of Goma.", "Goma", []),
    # what opens the next clause is its place
    ("In Goma two men were killed, and in Bukavu the mayor was arrested.", "Goma", []),
    ("In Goma two men were killed, and in Bukavu, to the south, a shop burned.", "Goma", []),
    ("Two men were killed at the entrance to Goma.", "Goma", []),
    # what befalls a place happens there, but not what befalls a state
    ("Two men were killed in the fight for Goma.", "Goma", []),
    ("Two men were killed in the war against Rwanda.", None, []),
    ("Two men were killed on the outskirts of Goma.", "Goma", []),
    # a capital that is spoken to is a government
    ("Two men were killed. Officials accused Kampala of the attack.", None, []),
    ("Rebels sacked Goma, killing two men.", "Goma", []),
    # a bearing counts where nothing else is said
    ("Two men were killed 12 km south of Goma.", "Goma", []),
    ("Two men were killed in Sake, 12 km west of Goma.", "Sake", []),
    # the attack may bear the name
    ("A Kabul blast killed two men.", "Kabul", []),
    # a later paragraph keeps the incident's place
    ("Gunmen stormed a bar in Goma.\n\nThe owner fled.\n\nTwo men were killed.", "Goma", []),
    ("Gunmen stormed a bar in Goma.\n\nElsewhere, two men were killed.", None, []),
    # where it is said in so many words
    ("Two men were killed in eastern Congo. The attack took place in Goma.", "Goma", []),
    ("Two men were killed. The blast occurred in a market in Goma.", "Goma", []),
    ("Two men died in Goma. The attack took place in the Birere neighborhood.", "Birere", []),
    ("Two men died in Goma. The attack took place in Bukavu.", "Goma", []),
    # a sentence that tells of an event says it before one that tells of none
    ("Leaders met in Rome.\n\nGunmen stormed a bar in Goma.\n\nTwo men were killed.", "Goma", []),
    # a part of the world is no place of what another sentence tells, the sea is
    ("The war unsettles the Middle East. Two men were killed.", None, []),
    ("War spreads in eastern Europe, and in Mali. Two men were killed.", "Mali", []),
    ("A ship was attacked in the Red Sea. Two men were killed.", "Red Sea", []),
    # a place without a name lies in the state that is named with it, if another was told of
    ("A blast shook Sumy. Two men were killed in a Russian village.", "a Russian village", []),
    ("A blast shook Sumy. Two men died in a fire in a Ukrainian town.", "Sumy", []),
    ("A blast shook Sumy. Two men were killed in the Russian town of Belgorod.", "Belgorod", []),
    ("A blast shook Sumy. Two men were killed by a Russian missile.", "Sumy", []),
    # where somebody speaks is not where it happened
    ("Gunmen stormed a bar in Goma, officials said in Kinshasa. Two men were killed.", "Goma", []),
    # whose mayor was killed, where nothing else is said
    ("Gunmen killed the mayor of Goma.", "Goma", []),
    # a heading has the place of the text below it
    ("Two men killed in raid\n\nGunmen stormed a bar in Goma.", "Goma", []),
    # the dateline holds for the first paragraph that names no other place
    ("GOMA (AFP) – Two men were killed.", "GOMA", []),
    ("GOMA (AFP) – Two men were killed in Bukavu.", "Bukavu", []),
    # but not for what happened in several places, of which it is one at most
    ("KYIV (AFP) – Bombs in several Ukrainian cities killed two men.", "Ukraine", []),
    ("GOMA (AFP) – Raids on three villages killed two men.", None, []),
    ("GOMA (AFP) – Shells hit three houses, killing two men.", "GOMA", []),
    # a clause keeps to its own place
    ("A mine in Sake killed two men; three died in Goma.", "Sake", []),
    ("In Sake, rebels killed two men and the army shot three in Goma.", "Sake", []),
    ("Two men died on the Sake road and three were shot in Goma.", "Sake", []),
    # which two clauses may share
    ("Two men were killed and five were injured in a blast in Goma.", "Goma", []),
    ("In North Kivu two men were killed and five were injured in Goma.", "Goma", []),
    # an attack that only dates this one has another place
    ("Shells in Goma killed two men, hours after a raid on Sake.", "Goma", []),
    ("Shells in Goma killed two men, following clashes in Sake.", "Goma", []),
    ("Two men died after a raid on Sake.", "Sake", []),
    # "there" is what was told last
    ("Rebels moved from Goma and seized a base at Sake. Two men died there.", "Sake", []),
    # where somebody is told of it, and where the wounded are treated
    ("A bomb killed two men in Goma, residents told the Nile Post in Kampala.", "Goma", []),
    ("A bomb killed two men, residents told the Nile Post in Kampala.", None, []),
    ("Two men wounded in Goma were flown to a hospital in Nairobi.", "Goma", []),
    ("Two men were wounded and are receiving treatment in Nairobi.", None, []),
    ("Two men were wounded in a hospital in Goma.", "Goma", []),
    # a name that the text elsewhere calls a place
    ("Strikes on Qanzura killed two men. The army fled from Qanzura town.", "Qanzura", []),
    ("Shelling of Qanzura killed two men.", "Qanzura", []),
    # a town that only says where another place lies
    (
        "Shelling of Qanzura camp, on the outskirts of Goma, killed two men.",
        "Qanzura camp",
        ["Goma"],
    ),
    ("Raiders killed two men in Qanzura, 9 km south of Goma.", "Qanzura", []),
    # a place that nothing knows
    ("The raiders attacked Qanzura, where two men died.", "Qanzura", []),
    ("Gunmen killed two men at Qanzura.", "Qanzura", []),
    ("The raiders struck Qanzura, 9 km from Goma, and killed two men.", "Qanzura", []),
]


@pytest.mark.parametrize(("text", "place", "within"), WHERE)
def test_where(text: str, place: str | None, within: list[str]) -> None:
    """The place is the event's own, else its incident's, else the dateline's."""
    found = read_casualties(text)[0].place
    assert (found.as_written if found else None) == place
    assert [p.as_written for p in found.within] == within if found else not within


EXAMPLES = ("incident", "retold", "home", "befalls", "recording", "alleged", "lived", "kept")


@pytest.mark.parametrize("rule", EXAMPLES)
def test_lexicon_examples(rule: str) -> None:
    """In each rule's own example people are killed in Goma."""
    found = read_casualties(load("circumstances")[rule]["example"])[0].place
    assert found is not None
    assert found.as_written == "Goma"


FLED = [
    ("Two hundred people fled from Sake to Goma.", "Sake"),
    ("Two hundred people fled to Goma from Sake.", "Sake"),
    ("Two hundred people fled Bukavu for Goma.", "Bukavu"),
    ("Two hundred people were displaced from Qanzura and nearby camps.", "Qanzura"),
    ("Two hundred people fled their homes in Sake.", "Sake"),
]


@pytest.mark.parametrize(("text", "place"), FLED)
def test_where_people_fled(text: str, place: str) -> None:
    """People are displaced where they were, and not where they went."""
    found = read_casualties(text)[0].place
    assert found is not None
    assert found.as_written == place


def test_what_was_struck_is_the_place() -> None:
    """The place that an attack's verb takes is where it happened, whatever follows."""
    text = "The army shelled Sake, and rebels shot two men in Goma."
    places = [claim.place for claim in read_incidents(text)]
    assert [place.as_written for place in places if place] == ["Sake", "Goma"]


TOGETHER = [
    ("Hundreds were killed in Goma and in the southern town of Bukavu.", ["Goma", "Bukavu"]),
    # one count of several places, in the text's order
    ("Shells killed nine people in Goma and Sake.", ["Goma", "Sake"]),
    ("Strikes on the towns of Goma, Sake and Bunia killed nine people.", ["Goma", "Sake", "Bunia"]),
    ("Shells fell on Goma and on Bukavu, killing nine people.", ["Goma", "Bukavu"]),
    ("Nine people died in raids on Qanzura village and Tannura village.", ["Qanzura", "Tannura"]),
    ("Some 900 people fled from Goma and Sake to Bukavu.", ["Goma", "Sake"]),
    # one spot
    ("Nine people died on the road between Goma and Bunia.", ["Goma"]),
    ("Nine people died near Goma and Bunia.", ["Goma"]),
    # each place its own count, or what a place lies in
    ("Nine people died in Goma, and two soldiers were killed in Bunia.", ["Goma"]),
    ("Nine people died in Goma, North Kivu.", ["Goma"]),
    # one person dies in one place
    ("A man was killed in clashes in Goma and Bunia.", ["Goma"]),
]


@pytest.mark.parametrize(("text", "places"), TOGETHER)
def test_where_one_count_is_told(text: str, places: list[str]) -> None:
    """A count of people in a list of places has them all, the first of them as its place."""
    claim = read_casualties(text)[0]
    assert claim.place is not None
    assert [place.as_written for place in (claim.place, *claim.also_at)] == places


ROUGH = [
    ("Two men died near Goma.", ("near", 2)),
    ("Shells killed two men just outside Loikaw on Monday.", ("outside", 2)),
    ("KANDAHAR (AP) – A mine killed six people in a village on Monday.", ("near", 2)),
    ("KANDAHAR (AP) – A mine killed six people in a bazaar on Monday.", (None, 1)),
    ("KANDAHAR (AP) – A mine killed six people on Monday. The villages are calm.", (None, 1)),
    ("Two men died in Goma.", (None, 1)),
]


@pytest.mark.parametrize(("text", "told"), ROUGH)
def test_what_was_near_a_town_was_not_in_it(text: str, told: tuple[str | None, int]) -> None:
    """UCDP's precision of within 25 km, and the word for the reader."""
    (claim,) = read_casualties(text)
    assert claim.place
    assert (claim.place.direction, claim.place.where_prec) == told


ABROAD = (
    "BANGKOK (AFP) – A Myanmar military airstrike killed ten people on Tuesday.\n\n"
    "The strike rattled all of Myanmar, from Monywa to Mandalay."
)
OPENED = [
    ("BOGOTA (AFP) – Rebels killed two men in the northeast of the country.", "Colombia"),
    ("BOGOTA (AFP) – Rebels killed two men in the restive north on Monday.", "Colombia"),
    ("BOGOTA (AFP) – Rebels killed two men in the north of the city on Monday.", "Bogotá"),
    ("BOGOTA (AFP) – Rebels killed two men on Monday.", "Bogotá"),
    ("BENI, Democratic Republic of Congo (AFP) -Rebels killed two men.", "Beni"),
    ("BEIRUT (AFP) – An Israeli strike killed two men on Monday.", "Beirut"),
    (
        "BOGOTA (AFP) – Rebels killed two men in the north.\n\nThe attack shook Medellin.",
        "Medellín",
    ),
]


@pytest.mark.parametrize(("text", "place"), OPENED)
def test_dateline_places_what_was_there(text: str, place: str) -> None:
    """What happened in an unnamed part of a state was not where the report was written."""
    (claim,) = read_casualties(text)
    assert claim.place
    assert claim.place.name == place


def test_dateline_abroad_places_nothing() -> None:
    """A report that names places of another state alone was written abroad."""
    (claim,) = read_casualties(ABROAD)
    assert claim.place is None or claim.place.country == "MM"

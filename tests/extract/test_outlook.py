"""Implications in whole reports: of whom a sentence without names speaks, and plain incidents."""

from __future__ import annotations

import pytest

from briefing.extract import extract
from briefing.extract.implications.claim import extract_implications
from briefing.models import Article, Implication
from tests.extract.documents import read


def stated(text: str, title: str | None = None) -> tuple[Implication, ...]:
    """The implications of a text with its places and actors found."""
    return extract(Article("a1", "a1.txt", text, "00", title=title)).implications


CARRIED = [
    # "it" is the first name of the sentence before, however often another was named
    ("Kenya's police in Haiti are few. Kenya may send more to Haiti. The Dominican Republic, "
     "citing the violence in Haiti, doubled its patrols. It has closed the border at Dajabon.",
     ("Dominican Republic",)),
    # the state behind a border is passed over, also as an adjective
    ("Gunmen fled towards the Beninese border in Niger after the raid. Prices of millet have "
     "doubled since the war began.", ("Niger",)),
    # who is named far more rarely is left out
    ("The siege has cut Sudan's trade. Sudan's currency fell. A Swiss bank closed its branch. "
     "Fuel prices have doubled because of the war.", ("Sudan",)),
    # the country of which the whole report tells comes before one told in passing
    ("Fighting in Syria reached Sweida. Shops in Daraa and Damascus closed. Qatar and Kuwait will "
     "meet. The currency has lost a fifth of its value because of the war.", ("Syria",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subjects"), CARRIED)
def test_whom_a_sentence_without_names_is_about(text: str, subjects: tuple[str, ...]) -> None:
    """The last statement is about the country that the text before it is about."""
    assert stated(text)[-1].subjects[:1] == subjects


def test_title_names_whom_it_is_about() -> None:
    """What the title names is what nameless sentences speak of."""
    text = "Fuel prices have doubled since the blockade began and flour has run out in the war."
    found = stated(text, "Blockade leaves Mali without fuel")
    assert [claim.subjects for claim in found] == [("Mali",)]


def test_lone_namesakes_abroad_are_no_subject() -> None:
    """A village whose namesake is known only elsewhere says nothing of that other country."""
    text = (
        "Lebanon's army reached Tyre, Sidon and Nabatieh. Residents of Stabroek are unable to "
        "rebuild because of the war."
    )
    assert stated(text)[-1].subjects == ("Lebanon",)


def test_towns_bring_nobody_across_a_border() -> None:
    """Flight from one town to another of the same country is no arrival abroad."""
    told = "The war has ruined Sudan's economy. Residents of Nyala fled to {}."
    within, abroad = (stated(told.format(place)) for place in ("El Fasher", "Chad"))
    assert ["fled" in claim.quote for claim in (*within, *abroad)].count(True) == 1


INCIDENTS = [
    # people who went missing
    "Two nurses of the Red Crescent went missing in Nyala during the fighting on Sunday.",
    # an attempt, and how it ended
    "Some Haitians tried to cross the border at Ouanaminthe during the clashes.",
    "Attempts to cross the border near Kassala failed, a driver said after the shelling.",
    # words of consequence that are part of a name
    "Soldiers checked passengers at the ferry in Siem Reap and Battambang after the clashes.",
    # resolve, and nothing that follows from it
    "Guyana's president said that his government would not be intimidated by the gunmen.",
    # things that were broken, and words that are walls or groups as well
    "The blast shattered windows across central Kharkiv and wrecked a dozen cars.",
    "Rockets hit the UN compound in Goma shortly before midnight.",
    "Rescuers pulled a boy from the ruins of a school in Khan Younis.",
    "A splinter group of the ELN kidnapped a mayor in Arauca.",
    "A mine derailed a freight train near Belgorod; the driver was unhurt.",
    # deeds one after another, and what stopped where they were done
    "Kisangani was hit by a wave of threats after the clashes.",
    "Banks in Beirut were struck by another spate of bomb threats during the fighting.",
    "Quetta was rocked by a string of explosions on Monday.",
    "The university of Kisangani suspended classes on Monday after the clashes.",
    "Schools in Nikopol suspended lessons on Tuesday as shelling went on.",
    "The court in Nyala suspended its hearings on Sunday.",
    # what ended, stopped or opened where it happened
    "Residents of Sake returned to their homes after the shelling had subsided.",
    "Shops in Goma reopened and motorcycle taxis were back on the streets.",
    "Rescue work was suspended when it grew dark.",
    # a hit is no disruption
    "Drones launched by the army hit a fuel depot in Nyala on Sunday.",
    # a building material
    "The mayor of Bamako announced a new price list for cement during the clashes.",
    # nobody hurt, a call for calm, a swap of prisoners
    "No shots were fired and no Afghan civilians were harmed in the raid.",
    "Do not panic and do not fear the soldiers, the mayor of Goma said during the shelling.",
    "Eleven policemen of Yemen were released in exchange for 37 fighters after the clashes.",
    # what one person fears for
    "The driver feared for his life and ran into the bush.",
    # a place at the edge of something, people under a roof, a queue of a few
    "The army has deployed tanks to the edge of the town.",
    "Myanmar's air force bombed a monastery in Sagaing where people were sheltering.",
    "Sudanese refugees in Adré queued for hours to fill in forms.",
    # a live page speaks of itself
    "We will bring you the latest from the front in Sudan as we get it.",
]


@pytest.mark.parametrize("text", INCIDENTS)
def test_incidents_and_attempts_are_none(text: str) -> None:
    """What happened to a few people, attempts, resolve and page furniture state no consequence,
    also where another sentence of the report states one.
    """
    first, *others = stated(f"The war has ruined Moldova's trade.\n\n{text}")
    assert (first.subjects, others) == (("Moldova",), [])


EFFECTS = [
    # talks called off, told behind an aside
    ("Talks between Chad and the rebels, due in Doha this month, were called off by N'Djamena "
     "after the raid.", "effect", "diplomatic"),
    # … or postponed, flights cancelled in British spelling
    ("Kuwait Airways has cancelled its flights to Beirut after the strikes.", "effect", "economic"),
    # a camp opened
    ("Uganda has opened a camp for 5,000 people near the border because of the war in Congo.",
     "effect", "humanitarian"),
    # people moved on
    ("Chad has begun to move refugees from the frontier because of the war in Sudan.", "effect",
     "humanitarian"),
    # people taken in, air defences moved
    ("Ghana has taken in 15,000 people who fled Burkina Faso because of the attacks.", "effect",
     "humanitarian"),
    ("Romania has moved air defence units to the Danube after drones crossed it in the war.",
     "effect", "military"),
    # a price set
    ("Zambia's government raised the price of diesel twice after the rebels closed the railway.",
     "effect", "economic"),
    # cover withdrawn
    ("Underwriters have withdrawn cover for ships that call at ports in Yemen since the attacks.",
     "effect", "economic"),
    # troops sent to a border
    ("Benin has sent reinforcements to its northern border after the attacks in Niger.", "effect",
     "military"),
    # staff ordered out
    ("Canada's embassy ordered its staff to leave the country because of the coup in Mali.",
     "effect", ""),
    # names of several words, or with an article
    ("The peace leaves Burkina Faso with few friends and no war to fight.", "assessment", ""),
    ("The collapse leaves the Kurds with a strip of land and no oil after the war.", "assessment",
     ""),
    # a word of likelihood in the cause makes no outlook of an effect
    ("Prices of maize in Zambia have collapsed because traders could not cross the front.",
     "effect", "economic"),
    # prices far from their verb, wages that stay out
    ("The price of a sack of sorghum in Sudan has nearly doubled since the siege began.", "effect",
     "economic"),
    ("Teachers in South Sudan have not been paid since the pipeline was bombed in the war.",
     "effect", ""),
    # what was broken that is a state's
    ("The war has shattered the hopes of Lebanon's exporters.", "assessment", "economic"),
    ("The mutiny has splintered Libya's ruling coalition and its army.", "assessment", ""),
    # losing, winning and undoing as judgements
    ("Egypt stands to lose most from the attacks in the Red Sea.", "assessment", ""),
    ("The violence has undone much of what Syria's president had gained abroad.", "assessment", ""),
    # a forecast of a thing is no intention
    ("Without new money, food deliveries in Sudan will stop in March because of the war.",
     "risk_or_outlook", "humanitarian"),
    # … of a government it is
    ("Oman will stop deliveries of cement to Yemen because of the war.", "fear_or_intention",
     "economic"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "theme"), EFFECTS)
def test_regional_effects_are_found(text: str, kind: str, theme: str) -> None:
    """What neighbours, airlines and insurers do about a war is found, with kind and theme."""
    (claim,) = stated(text)
    assert (claim.kind, theme or claim.theme) == (kind, claim.theme)


HOLDERS = [
    # persons and where they are
    ("Diplomats in the region fear that Mali's junta could fall.", "diplomats in the region"),
    ("Contacts at the prime minister's office fear that Israel will widen its war.",
     "contacts at the prime minister's office"),
    ("Traders in the port of Assab worry that the war will close the road to Ethiopia.",
     "traders in the port of Assab"),
    # what persons expect, with an infinitive
    ("Ghanaian officials expect the closure to cost the ports half of their trade in the war.",
     "Ghanaian officials"),
    # according to persons somewhere
    ("The European Union will cut its aid to Mali because of the coup, according to two officials "
     "in Brussels.", "two officials in Brussels"),
    # a name with a preposition in it
    ("The war could close every clinic in Haiti, Lawyers Without Borders said.",
     "Lawyers Without Borders"),
    # a clause about its troops stands between, and "it" says nothing
    ("The army gave no toll. Burundi, whose troops hold Uvira, says it will close its border "
     "because of the war.", "Burundi"),
    # one of those before
    ("Miners on the Cuyuni said that camps in Guyana had closed since the war began. “Fuel no "
     "longer comes from Venezuela and food prices have doubled,” said one.",
     "miners on the Cuyuni"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "holder"), HOLDERS)
def test_who_says_fears_and_expects(text: str, holder: str) -> None:
    """A statement's holder has the words of the text, with where the persons are."""
    assert stated(text)[-1].attribution.source_original == holder


def test_he_is_none_of_several() -> None:
    """ "He" after what analysts said is not them."""
    text = "The war will ruin Mali, analysts said. He said that it could bankrupt Togo as well."
    assert [claim.attribution.source_original for claim in stated(text)][1:] in ([None], [])


def test_a_plural_before_a_preposition_is_no_verb() -> None:
    """ "Forces" behind a place name's preposition stays a noun."""
    assert (
        extract_implications(read("Villages of the Democratic Forces in Irumu were taken.")) == []
    )


SUDAN = (
    "Fighting between the army and the RSF has spread across Sudan. The war drove many to Chad. "
)

NO_OUTLOOK = [
    # a side's resolve
    "“We will crush them,” the RSF commander said in a broadcast to Sudan.",
    "Sudan's army vowed revenge and said the enemy would be wiped out.",
    "“No one will stop us,” the militia said; Sudan's cities “will fall one after another”.",
    "“We shall not rest until Sudan is cleansed,” the general told his troops.",
    # people on the run
    "Residents of Bahri fled in disarray as shells fell around them.",
    "Families ran through the streets of El Fasher in panic on Tuesday.",
    "Traders fled the market in disarray and Sudan's army was elsewhere.",
]


@pytest.mark.parametrize("text", NO_OUTLOOK)
def test_war_cries_and_flight_are_none(text: str) -> None:
    """What a side shouts at the other, and how people fled, says nothing of consequences."""
    assert text not in [implication.quote for implication in stated(SUDAN + text)]


CLAUSES = [
    # two clauses of two kinds, each with its own subject
    (
        "Analysts said the fall of Goma could destabilise Rwanda, while traders in Uganda have "
        "already lost business.",
        [("risk_or_outlook", ("Rwanda",)), ("effect", ("Uganda",))],
    ),
    # one of a kind, or of one subject
    (
        "Prices in Kenya have doubled, and exports from Uganda have fallen by half.",
        [("effect", ("Kenya",))],
    ),
    (
        "Exports from Ukraine have fallen by half, and Ukraine fears a longer war.",
        [("fear_or_intention", ("Ukraine",))],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_two_clauses(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    """Two clauses about two subjects and of two kinds are two statements with their own words."""
    found = stated("The war in Congo goes on. " + text)[-len(expected) :]
    assert [(one.kind, one.subjects) for one in found] == expected
    assert len({one.quote for one in found}) == len(expected)


OUTLOOKS = [
    "If Goma falls, Rwanda’s other trading towns could fall one after another.",
    "The sanctions will hit Rwanda’s economy with full force, analysts warned after the raid.",
]


@pytest.mark.parametrize("text", OUTLOOKS)
def test_an_outlook_is_no_war_cry(text: str) -> None:
    """What may come over towns or an economy is a consequence, and no side's resolve."""
    assert [one.kind for one in stated(text)] == ["risk_or_outlook"]

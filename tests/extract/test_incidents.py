"""Attacks: what counts as one, where it ends, and whom the article holds responsible."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from briefing.extract import extract
from briefing.extract.explain import explain, title_of
from briefing.ledger.codebook import load_codebook
from briefing.ledger.rows import make_rows
from briefing.lexicon import examples
from briefing.models import Article, Extraction

ZLF = "Zomi Liberation Front"


def read(text: str) -> Extraction:
    """The extraction of a text published on a Friday."""
    return extract(Article("a1", "a1.txt", text, "00", published=date(2024, 11, 29)))


@pytest.mark.parametrize(
    "rule", [r for k, r in examples("incidents") if "attack" in k], ids=lambda r: r["name"]
)
def test_attack_examples(rule: dict[str, Any]) -> None:
    """Each rule's example tells one attack of the rule's type."""
    told = [(i.event_type, i.sub_event_type) for i in read(rule["example"]).incidents]
    assert told == [(rule["event_type"], rule["sub_event_type"])]


@pytest.mark.parametrize(
    "rule", [r for k, r in examples("incidents") if "attack" not in k], ids=lambda r: r["example"]
)
def test_reality_examples(rule: dict[str, Any]) -> None:
    """A noun for an attack tells one only where words say that it happened."""
    assert len(read(rule["example"]).incidents) == rule["reads"]


@pytest.mark.parametrize("rule", [r for _, r in examples("cast")], ids=lambda r: r["example"])
def test_cast_examples(rule: dict[str, Any]) -> None:
    """Words for an armed body name the one that each example says, or nobody."""
    (incident,) = read(rule["example"]).incidents
    named = incident.perpetrator
    assert (named.lower() if named else None) == (
        rule["reads"].lower() if "reads" in rule else None
    )


@pytest.mark.parametrize("rule", [r for _, r in examples("suspects")], ids=lambda r: r["example"])
def test_suspect_examples(rule: dict[str, Any]) -> None:
    """The signs point at the party that each example says, or at nobody."""
    assert read(rule["example"]).incidents[-1].suspect == rule.get("reads")


COUNTED = [
    # what was repelled was tried; what was foiled was not
    ("The army said it had repelled an attack on Duko on Monday.", 1),
    ("Police foiled an attack on a church in Duko on Monday.", 0),
    # who met an attack was hit by it, and not by words
    ("The convoy came under attack near Duko on Monday.", 1),
    ("Duko came under fire from the army on Monday.", 1),
    ("A patrol fell into an ambush by a group of gunmen near Duko.", 1),
    ("The bus was caught in crossfire near Duko.", 1),
    ("The minister came under fire for his remarks in Duko.", 0),
    ("The mayor has come under attack from critics in Duko.", 0),
    ("A fire broke out in Duko.", 0),
    ("Traders will leave if the road to Duko comes under fire.", 0),
    # a habit is no one attack
    ("The army routinely carries out raids in Duko.", 0),
    ("Jets have frequently bombed Duko.", 0),
    # shot, but at nobody
    ("Oil prices shot up in Kuwait.", 0),
    ("The envoy shot back in Tehran that nobody had asked him.", 0),
    # an attack with no casualties is one
    ("Rebels burned two buses near Duko.", 1),
    # what the next sentence says of the same attack is no second one
    ("Rebels ambushed a convoy near Duko. Two soldiers were killed in the attack.", 1),
    # what another sentence sets apart is
    ("Rebels burned two buses near Duko. Meanwhile, gunmen kidnapped a judge.", 2),
    # other attackers, other attacks
    ("ZLF rebels attacked a post. The army shelled their village.", 2),
    # irregulars are no state's forces
    ("Insurgents attacked a village. Syrian troops killed three of the raiders.", 2),
    ("Rebels raided a bar. Soldiers who came from a nearby base shot three gunmen dead.", 2),
    # a new paragraph on another town
    ("A bar in Goma was attacked.\n\nRebels attacked a camp in Bukavu.", 2),
    # … or a sentence that opens with another town, or tells of another day
    ("A bar in Goma was attacked. In Bukavu, rebels attacked a camp.", 2),
    ("Rebels attacked a bar on Monday. On Tuesday they attacked a camp.", 2),
    # what years add up to is no attack
    ("Gangs killed 5,600 people in 2023, the report said.", 0),
    # what somebody denies is told as denied
    ("The army denied shelling the camp.", 1),
    ("The army avoided shelling the camp.", 0),
    # nor are strikes of workers, attacks of the heart
    ("Teachers went on strike in Duko. A hunger strike was launched in jail.", 0),
    ("Two guards died of heart attacks.", 0),
    # nor is the end of a bill, or what a court did not believe
    ("Parliament killed the bill. Three officers were acquitted of torturing monks.", 0),
    # fears, plans and threats are none
    ("The government fears an attack on the pipeline. Rebels threatened to bomb it.", 0),
    ("Rebels did not attack the pipeline.", 0),
    # a note without a verb tells what happened
    ("Bombing of a cinema in Duko.", 1),
]


@pytest.mark.parametrize(("text", "count"), COUNTED)
def test_how_many_attacks(text: str, count: int) -> None:
    """One attack is one incident, however many sentences tell it."""
    assert len(read(text).incidents) == count


HELD = [
    # the telling names it: subject, "by", the attack's own words
    (f"The {ZLF} bombed a bridge in Duko.", ZLF, "named"),
    (f"A bridge was blown up by guerrillas of the {ZLF}.", ZLF, "named"),
    ("The army shelled the village of Duko.", "army", "named"),
    ("Syrian jets bombed the village of Duko.", "Syria", "named"),
    # the next sentence does
    (f"Rebels bombed a bridge. Officials blamed the {ZLF}.", ZLF, "named"),
    (f"A bomb exploded in Duko. The {ZLF} was blamed.", ZLF, "named"),
    ("A bomb exploded in Duko. Tawhid Zom claimed responsibility.", "Tawhid Zom", "named"),
    ("Duko was shelled. Witnesses said the army was behind the attack.", "army", "named"),
    ("Three men were injured in PKK attacks.", "PKK", "named"),
    # a state's name goes before a word for some other army
    ("Regime soldiers fled. Turkish drones struck a car.", "Turkey", "named"),
    # a fighter jet is nobody's fighter
    (f"The {ZLF} met. A fighter jet bombed a village.", None, None),
    # it has a word for it, and the article the name
    (f"The {ZLF} met on Monday. On Tuesday the guerrillas bombed a bridge.", ZLF, "word"),
    # also where the name comes later and is the only one; a peace-keeper is not meant
    (f"Guerrillas bombed a bridge. The {ZLF} is at war with the state.", ZLF, "word"),
    ("The United Nations met. On Tuesday the guerrillas bombed a bridge.", None, None),
    # of two groups the one named last is meant
    (f"The {ZLF} and the PKK met. The rebels bombed a bridge.", "PKK", "word"),
    # it names nobody, though the article names a party for another attack
    (f"The {ZLF} bombed a bridge. Meanwhile, a mayor was murdered.", None, None),
    # nobody is named, or nobody is said to have done it
    ("Two policemen were shot dead in Duko.", None, None),
    ("A bomb exploded in Duko. No group claimed responsibility.", None, None),
    # unidentified men stay so
    (f"The {ZLF} bombed a bridge. Meanwhile, gunmen kidnapped a judge.", None, None),
    # a place suffers its attacks, a peace-keeper beside one did not make it
    ("The Paris attacks killed 130 people.", None, None),
    ("A bomb exploded at a base of NATO.", None, None),
]


@pytest.mark.parametrize(("text", "perpetrator", "basis"), HELD)
def test_perpetrators(text: str, perpetrator: str | None, basis: str | None) -> None:
    """The last attack has the organisation that the article holds responsible, and why."""
    incident = read(text).incidents[-1]
    assert (incident.perpetrator, incident.basis) == (perpetrator, basis)


TYPED = [
    # fighters under fire, by whatever word for them
    ("Troops killed 12 militants near Bo.", "Armed clash"),
    ("Nine policemen were killed in Quetta.", "Armed clash"),
    ("Nine sentries' wives were killed in Quetta.", "Attack"),
    # what was aimed at somebody and did not arrive
    ("Air defences shot down 12 drones over Odesa.", "Disrupted weapons use"),
    ("Soldiers shot down a helicopter near Kutkai.", "Armed clash"),
    ("A drone attack on the village of Duko injured three farmers.", "Air/drone strike"),
    ("A suicide attack on a camp in Duko killed two guards.", "Suicide bomb"),
    ("Air units shot down 43 of 55 Shahed-type drones.", "Disrupted weapons use"),
    # the weapon tells what the verb does not, and a gold mine is none
    ("Tank shells slammed into a school, killing 22 pupils.", "Shelling/artillery/missile attack"),
    ("A drone killed four soldiers near Duko.", "Air/drone strike"),
    ("Two men were killed at a gold mine near Duko.", "Attack"),
    # raiders among civilians fight nobody
    ("Gunmen stormed the village of Duko, killing 81 residents.", "Attack"),
    ("Rebels stormed a base, killing four soldiers.", "Armed clash"),
    ("A fighter jet bombed the village of Duko.", "Air/drone strike"),
    ("Turkish warplanes conducted airstrikes near Duhok.", "Air/drone strike"),
]


@pytest.mark.parametrize(("text", "kind"), TYPED)
def test_types(text: str, kind: str) -> None:
    """ACLED's sub-event type follows from the weapon and from who was hit."""
    assert [i.sub_event_type for i in read(text).incidents] == [kind]


def test_whom_a_participle_befell() -> None:
    """ "Kenyans killed since June": they were killed, and killed nobody."""
    found = read("The raid brings to two the number of Kenyans killed in the town.").incidents
    assert [i.attacker for i in found] == [None]


SUSPECTS = [
    # who denies it is none, though named for another
    (
        f"The {ZLF} bombed a bridge. Meanwhile, a mayor was shot. The {ZLF} denied involvement.",
        None,
    ),
    # at whom the article points for other attacks
    (f"The {ZLF} bombed a bridge. Meanwhile, a mayor was murdered.", ZLF),
    # a perpetrator leaves no suspect
    (f"The {ZLF} bombed a bridge.", None),
    # a peace-keeper is none for being named, nor is anybody where nobody is named
    ("A bomb exploded at a base of NATO.", None),
    ("A bomb exploded in Duko.", None),
]


@pytest.mark.parametrize(("text", "suspect"), SUSPECTS)
def test_suspects(text: str, suspect: str | None) -> None:
    """Where nobody is held responsible, a lead is told apart from a finding, with its score."""
    incident = read(text).incidents[-1]
    assert (incident.suspect, incident.suspect_score is not None) == (suspect, suspect is not None)


def test_casualties_inherit_the_attack() -> None:
    """People hurt in an attack have its perpetrator where their own sentence names none."""
    text = f"The {ZLF} attacked a convoy near Duko. Two drivers were killed."
    assert [c.perpetrator for c in read(text).casualties] == [ZLF]


APART = [
    # a later paragraph that speaks of the attack, and one that does not
    ("M23 shelled Duko.\n\nTwo nurses were killed in the attack.", "M23"),
    ("M23 shelled Duko.\n\nA boy was shot dead in Lunda.", None),
    # what a war has cost is nobody's single attack
    ("M23 shelled Duko. Since May 2023 some 900 people have been killed.", None),
]


@pytest.mark.parametrize(("text", "perpetrator"), APART)
def test_only_who_tells_of_the_attack_inherits(text: str, perpetrator: str | None) -> None:
    """A casualty has the attacker of another sentence only where it tells of that attack."""
    (claim,) = extract(Article("a1", "a1.txt", text, "00")).casualties
    assert claim.perpetrator == perpetrator


def test_blame_is_for_the_attack_told_last() -> None:
    """Who is blamed after a second attack is not blamed for the first one."""
    text = (
        "A bomb killed six people in Cali. Hours earlier, a drone struck a post. Police blamed the"
    )
    (claim,) = read(f"{text} {ZLF}.").casualties
    assert claim.perpetrator is None


def test_arrests_do_not() -> None:
    """Those who are detained after an attack were not detained by the attackers."""
    text = f"The {ZLF} attacked a convoy near Duko. Three suspects were detained."
    assert [c.perpetrator for c in read(text).casualties] == [None]


def test_words_of_the_telling_are_kept() -> None:
    """Who did it in the telling's own words stands beside the name, and the words say why."""
    text = f"The {ZLF} met on Monday. On Tuesday the guerrillas bombed a bridge near Duko."
    (incident,) = read(text).incidents
    assert incident.attacker == "guerrillas"
    assert text[incident.start : incident.end] == incident.quote == "bombed"
    named = [r for r in incident.because if r.role == "perpetrator"]
    assert [text[r.start : r.end] for r in named] == [ZLF]
    assert title_of(incident) == "attack: Remote explosive/landmine/IED Duko"
    assert "by" in [part.name for part in explain(incident)]


def test_ledger_row() -> None:
    """An incident's row fills the columns of its table and no others."""
    rows = make_rows([read("Rebels burned two buses near Duko.")], {})["incidents"]
    assert set(rows[0]) <= {column.name for column in load_codebook()["incidents"].columns}
    assert rows[0]["sub_event_type"] == "Looting/property destruction"


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations said that rebels had killed 12 soldiers near Duko.",
        "According to the African Union, gunmen killed 12 herders.",
        "NATO said that insurgents had killed two men.",
    ],
)
def test_who_speaks_of_rebels_is_none_of_them(text: str) -> None:
    """An alliance or a peacekeeping body that tells of an attack is not held responsible for it."""
    found = read(text)
    assert [c.perpetrator for c in found.casualties] in (["rebels"], ["gunmen"], ["insurgents"])
    assert [i.perpetrator for i in found.incidents] == [None]


DENIED = [
    "The army denied that it had shelled Duko.",
    "The army denied shelling the camp in Duko.",
    "The army denied carrying out the massacre in Duko.",
    "The army denied responsibility for the attack on Duko.",
    "The army rejected accusations over the bombing of Duko.",
]


@pytest.mark.parametrize("text", DENIED)
def test_a_denial_tells_of_an_attack_that_is_denied(text: str) -> None:
    """Who denies an attack is no attacker, and the attack is denied by him."""
    (incident,) = read(text).incidents
    told = incident.certainty, incident.attribution.source_original, incident.perpetrator
    assert told == ("denied", "army", None)


@pytest.mark.parametrize("verb", ["refused", "stopped", "avoided", "considered", "ruled out"])
def test_what_nobody_did_is_no_attack(verb: str) -> None:
    """What somebody did not do, or not yet, is nothing to deny."""
    assert read(f"The army {verb} bombing Duko.").incidents == ()

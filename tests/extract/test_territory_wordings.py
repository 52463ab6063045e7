"""One change of control in many wordings: taken, lost, shown by its signs, denied; and none."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest

from briefing.extract import extract
from briefing.models import Article, TerritorialChange

WEDNESDAY = date(2024, 10, 16)
SAMPLE = 12  # wordings of each template, the same in every run

DAYS = {"on Monday": 14, "on 14 October": 14, "late on Monday": 14, "yesterday": 15}
SOURCES = {"": None, ", residents said": "residents", ", officials said": "officials"}
TAKERS = {"the RSF": "Rapid Support Forces", "M23 rebels": "M23", "Fano fighters": "Fano"}
LOSERS = {"the army": "army", "government troops": "government troops"}
TAKEN = {
    "Bara": ["Bara"],
    "the town of Bara": ["Bara"],
    "the strategic town of Bara in North Kordofan": ["Bara"],
    "Bara and El Obeid": ["Bara", "El Obeid"],
    "the towns of Bara and El Obeid": ["Bara", "El Obeid"],
}

TOLD = {  # what is told: (action, whether it says who gained and who lost)
    "{G} were able to take {P} {D}": ("captured", 1, 0),
    "{G} brought {P} under their control {D}": ("captured", 1, 0),
    "{G} seized {P} from {L} {D}": ("captured", 1, 1),
    "{P} slipped into the hands of {G} {D}": ("captured", 1, 0),
    "{P} woke {D} under the control of {G}": ("captured", 1, 0),
    "{P} fell {D} after {L} fled": ("captured", 0, 1),
    "the fall of {P} to {G} {D} surprised many": ("captured", 1, 0),
    "{L} lost control of {P} to {G} {D}": ("captured", 1, 1),
    "{L} were driven out of {P} by {G} {D}": ("captured", 1, 1),
    "{G} kicked {L} out of {P} {D}": ("captured", 1, 1),
    "{G} won back {P} {D}": ("recaptured", 1, 0),
    "{G} seized back control of {P} {D}": ("recaptured", 1, 0),
    "{L} were forced to abandon {P} {D}": ("withdrew", 0, 1),
    "{L} fell back from {P} {D}": ("withdrew", 0, 1),
    "{L} fled from {P} {D}": ("withdrew", 0, 1),
    "{L} withdrew from {P} {D}, leaving it to {G}": ("withdrew", 1, 1),
    "{L} turned {P} over to {G} {D}": ("handed_over", 1, 1),
    "{L} returned {P} to {G} {D}": ("handed_over", 1, 1),
    "{L} relinquished {P} to {G} {D}": ("handed_over", 1, 1),
    "{G} blockaded {P} {D}": ("besieged", 1, 0),
    "{G} put {P} under siege {D}": ("besieged", 1, 0),
    "{G} completed the encirclement of {P} {D}": ("besieged", 1, 0),
    "{G} walked into {P} {D}": ("entered", 1, 0),
    "{G} advanced southwest of {P} {D}": ("advanced", 1, 0),
    "the flag of {G} was raised over {P} {D}": ("captured", 1, 0),
    "residents of {P} woke {D} to find {G} at the checkpoints": ("captured", 1, 0),
}
ROADS = (
    "{G} cut the road between Bara and El Obeid",
    "{G} blocked the road from Bara to El Obeid",
    "{G} severed the Bara–El Obeid road",
    "the Bara-Dilling highway was cut by {G}",
    "the road between Bara and El Obeid has been cut",
)
HEADLINES = {
    "{G} Capture Bara": "captured",
    "{G} Seize Bara": "captured",
    "{G} Recapture Bara": "recaptured",
    "{G} Withdraw From Bara": "withdrew",
    "{G} Pull Out of Bara": "withdrew",
    "{G} Enter Bara": "entered",
    "{G} Advance on Bara": "advanced",
    "{G} Close In on Bara": "advanced",
    "{G} in Control of Bara": "captured",
    "Bara Falls to {G}": "captured",
    "Bara in {G} Hands": "captured",
    "Breaking: {G} capture Bara": "captured",
    "12 May – {G} capture Bara district": "captured",
    "12 May: {G} withdraw from Bara": "withdrew",
    "12 May: Bara captured by {G}": "captured",
    "Gains of {G}: Bara": "captured",
}
DENIED = (
    "{L} denied that {P} had fallen",
    "{L} denied that {P} was under the control of {G}",
    "{L} denied losing {P}",
    "{L} denied that {G} had taken the entirety of {P}",
    "{L} rejected claims that {G} had taken {P}",
    "{L} dismissed as propaganda reports that {G} had captured {P}",
    "{G} have not captured {P}, {L} said",
)
CONTESTED = (
    "{G} said they had taken {P}, which {L} denied",
    "{G} claimed to have captured {P}, a claim {L} denied",
    "{G} claimed they had captured {P}, but {L} said they still held it",
    "{G} claimed control of {P}, but {L} said fighting continued",
)
NO_CHANGE = (
    "{G} tried to capture {P} {D}",
    "{L} said {G} had massed men to ensure the capture of {P}",
    "{L} repelled an attack by {G} on {P} {D}",
    "{L} pushed back an assault by {G} on {P} {D}",
    "{G} have controlled {P} for three years",
    "in {P}, which is controlled by {G}, two traders were shot {D}",
    "{P} has been under the control of {G} since last year",
    "{L} said {G} were trying to enter {P}",
    "{G} captured 12 soldiers in {P} {D}",
    "if {G} take {P}, the road to the capital is open",
    "{L} still hold {P}",
    "residents fear {G} will take {P}",
    "the ruling party took {P} in the election {D}",
    "prices in {P} fell {D}",
    "aid teams withdrew from {P} {D}",
    "heavy rain cut the road to {P} {D}",
    "residents of {P} woke {D} to find the market burned",
    "soldiers patrolled the streets of {P} {D} ahead of the vote",
    "{G} raided {P} {D} and left with cattle",
)


def read(text: str) -> tuple[TerritorialChange, ...]:
    return extract(Article("a1", "a1.txt", text, "00", published=WEDNESDAY)).territory


def wordings(template: str) -> list[tuple[str, dict[str, Any]]]:
    """Sentences with what was chosen for each of their parts, a sample of all there are."""
    random = Random(11)
    parts: dict[str, dict[str, Any]] = {"G": TAKERS, "L": LOSERS, "P": TAKEN, "D": DAYS}
    made = []
    for _ in range(SAMPLE):
        chosen = {name: random.choice(list(choices)) for name, choices in parts.items()}
        text = template.format(**chosen)
        made.append((text[0].upper() + text[1:], chosen))
    return made


def says(name: str | None, wanted: str) -> bool:
    return wanted.lower() in (name or "").lower()


@pytest.mark.parametrize("template", TOLD)
def test_changes_in_any_words(template: str) -> None:
    """What, where, by whom, from whom, when and who says so: the same claim in all wordings."""
    action, gained, lost = TOLD[template]
    for number, (text, chosen) in enumerate(wordings(template)):
        source = list(SOURCES)[number % len(SOURCES)]
        (claim,) = read(f"{text}{source}.")
        assert claim.action == action, text
        assert [place.as_written for place in claim.places] == TAKEN[chosen["P"]], text
        assert not gained or says(claim.gainer, TAKERS[chosen["G"]]), text
        assert not lost or says(claim.loser, LOSERS[chosen["L"]]), text
        if "{D}" in template:
            assert claim.when.start is not None, text
            assert claim.when.start.day == DAYS[chosen["D"]], text
        assert claim.attribution.source_original == SOURCES[source], text


@pytest.mark.parametrize("template", ROADS)
@pytest.mark.parametrize("taker", TAKERS)
def test_both_ends_of_a_road(template: str, taker: str) -> None:
    """A road that is cut has the names of both its ends."""
    text = template.format(G=taker)
    (claim,) = read(f"{text[0].upper()}{text[1:]}.")
    assert claim.action == "cut", text
    assert len(claim.places) == len(("Bara", "El Obeid")), text
    assert "{G}" not in template or says(claim.gainer, TAKERS[taker]), text


@pytest.mark.parametrize("template", HEADLINES)
@pytest.mark.parametrize("who", ["RSF", "Arakan Army", "M23 Rebels", "Government Forces"])
def test_headlines(template: str, who: str) -> None:
    """Headlines and entries of a chronicle, in the tense and the capitals they have."""
    text = template.format(G=who)
    (claim,) = read(f"{text}\n\nThe town has a large market. Traders come from far away.")
    assert claim.action == HEADLINES[template], text
    assert [place.as_written.removesuffix(" district") for place in claim.places] == ["Bara"], text
    assert who.lower().split()[0] in str((claim.gainer, claim.loser)).lower() or who == "RSF", text


@pytest.mark.parametrize("template", DENIED)
def test_denied(template: str) -> None:
    """Who denies a change claims that it did not happen."""
    for text, chosen in wordings(template):
        claims = [claim for claim in read(f"{text}.") if claim.certainty == "denied"]
        assert claims, text
        assert [p.as_written for p in claims[0].places] == TAKEN[chosen["P"]], text


@pytest.mark.parametrize("template", CONTESTED)
def test_contested(template: str) -> None:
    """What one side claims and the other denies is contested."""
    for text, chosen in wordings(template):
        (claim,) = read(f"{text}.")
        assert claim.certainty == "contested", text
        assert says(claim.gainer, TAKERS[chosen["G"]]), text


@pytest.mark.parametrize("template", NO_CHANGE)
def test_what_is_no_change(template: str) -> None:
    """Attempts, standing control, captured persons, ballots, prices, rain."""
    for text, _ in wordings(template):
        assert read(f"{text}.") == (), text

"""One event in many wordings: whoever tells it, in whatever order, the claim is the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest

from briefing.extract import extract
from briefing.models import Article, Extraction

WEDNESDAY = date(2024, 10, 16)
SAMPLE = 150  # wordings of each event, the same in every run

DAYS = {
    "on Monday": 14,
    "on 14 October": 14,
    "on Oct. 14": 14,
    "late on Monday": 14,
    "on Monday night": 14,
    "overnight on Monday": 14,
    "on Monday, 14 October": 14,
    "on the evening of 14 October": 14,
    "on Tuesday morning": 15,
    "yesterday": 15,
    "two days ago": 14,
}
SOURCES = {  # a sentence's end or its beginning, and who says so
    "": None,
    ", officials said": "officials",
    ", the army said on Tuesday": "army",
    ", according to medics": "medics",
    ", residents told AFP": "residents",
    ", the Sudan Doctors Network said in a statement": "Sudan Doctors Network",
    ", said the mayor": "mayor",
    "Officials said ": "officials",
    "According to residents, ": "residents",
    "The governor told Reuters that ": "governor",
}

COUNTS = {
    "12": "exact",
    "twelve": "exact",
    "at least 12": "at_least",
    "more than 12": "at_least",
    "12 or more": "at_least",
    "about 12": "about",
    "a dozen": "about",
    "nearly 12": "about",
    "up to 12": "at_most",
}
VICTIMS = ("people", "civilians", "soldiers", "police officers", "aid workers", "displaced people")
PLACES = (
    "in Bara",
    "near Bara",
    "outside Bara",
    "in the town of Bara",
    "in the Sudanese town of Bara",
    "in Bara, North Kordofan",
    "at a market in Bara",
    "in Bara on the road to El Obeid",
)
HARM = {  # what befell them, and who did it
    "{who} were killed {place} {day}": ("killed", None),
    "{day}, {who} were killed {place}": ("killed", None),
    "{place}, {who} were killed {day}": ("killed", None),
    "gunmen killed {who} {day} {place}": ("killed", "gunmen"),
    "{who} were shot dead by gunmen {place} {day}": ("killed", "gunmen"),
    "{who} were killed in an attack by gunmen {place} {day}": ("killed", "gunmen"),
    "gunmen attacked a convoy {place} {day}, killing {who}": ("killed", "gunmen"),
    "a convoy was attacked by gunmen {place} {day}, leaving {who} dead": ("killed", "gunmen"),
    "an air strike {place} {day} killed {who}": ("killed", None),
    "{who} died {day} when a bomb exploded {place}": ("killed", None),
    "the RSF shelled a camp {place} {day}, killing {who}": ("killed", "Rapid Support Forces"),
    "RSF shelling {place} {day} left {who} dead": ("killed", "Rapid Support Forces"),
    "an attack {place} {day} claimed the lives of {who}": ("killed", None),
    "the bodies of {who} were found {place} {day}": ("killed", None),
    "shelling {place} {day} injured {who}": ("injured", None),
    "{who} were abducted by gunmen {place} {day}": ("detained", "gunmen"),
    "{who} were arrested {place} {day}": ("detained", None),
}

TAKERS = {
    "the RSF": "Rapid Support Forces",
    "RSF fighters": "Rapid Support Forces",
    "the Sudanese army": "Sudanese forces",
    "M23 rebels": "M23",
}
TAKEN = {
    "Bara": ["Bara"],
    "the town of Bara": ["Bara"],
    "the strategic town of Bara in North Kordofan": ["Bara"],
    "Bara and El Obeid": ["Bara", "El Obeid"],
    "Bara, El Obeid and Kadugli": ["Bara", "El Obeid", "Kadugli"],
}
HANDS = {
    "{taker} captured {taken} {day}": "captured",
    "{day}, {taker} captured {taken}": "captured",
    "{taker} took control of {taken} {day}": "captured",
    "{taken} fell to {taker} {day}": "captured",
    "{taken} was captured by {taker} {day}": "captured",
    "the capture of {taken} by {taker} {day} was a blow to the government": "captured",
    "{taker} ousted the militia from {taken} {day}": "captured",
    "{taker} regained control of {taken} {day}": "recaptured",
    "{taker} retook {taken} from the militia {day}": "recaptured",
    "{taker} besieged {taken} {day}": "besieged",
}


def wordings(told: dict[str, Any], **parts: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Sentences with what was chosen for each of their parts, a sample of all there are."""
    random = Random(11)
    for template in told:
        for _ in range(SAMPLE):
            chosen = {name: random.choice(list(choices)) for name, choices in parts.items()}
            source = chosen["source"] = random.choice(list(SOURCES))
            opens = source.endswith(" ")
            if opens and template.startswith(("{day}", "{place}")):
                continue  # "Officials said on Monday, …" may be the day on which they said so
            text = template.format(**chosen)
            sentence = source + text if opens else text[0].upper() + text[1:] + source
            yield f"{sentence}.", {**chosen, "template": template}


def _read(text: str) -> Extraction:
    return extract(Article("a1", "a1.txt", text, "00", published=WEDNESDAY))


def _day(claim: Any) -> int | None:
    return claim.when.start.day if claim.when.start == claim.when.end else None


def _said(claim: Any) -> str | None:
    source: str | None = claim.attribution.source_original
    return source.replace("Officials", "officials") if source else None


@pytest.mark.parametrize("template", HARM)
def test_harm_in_any_words(template: str) -> None:
    """How many, when, where, by whom and who says so, whatever the order of the words."""
    parts = {"count": COUNTS, "people": VICTIMS, "place": PLACES, "day": DAYS}
    told = {template.replace("{who}", "{count} {people}"): HARM[template]}
    for text, chosen in wordings(told, **parts):
        outcome, doer = HARM[template]
        (claim,) = [c for c in _read(text).casualties if c.outcome == outcome]
        count = claim.quantity
        assert (count.best or count.high) == 12, text
        assert count.kind == COUNTS[chosen["count"]], text
        assert claim.place is not None, text
        assert claim.place.as_written == "Bara", text
        assert (claim.perpetrator or "").lower() == (doer or "").lower(), text
        assert (_day(claim), _said(claim)) == (DAYS[chosen["day"]], SOURCES[chosen["source"]]), text


@pytest.mark.parametrize("template", HANDS)
def test_hands_in_any_words(template: str) -> None:
    """What changed hands, when, who took it and who says so, whatever the order of the words."""
    parts = {"taker": TAKERS, "taken": TAKEN, "day": DAYS}
    for text, chosen in wordings({template: HANDS[template]}, **parts):
        (claim,) = _read(text).territory
        assert claim.action == HANDS[template], text
        assert [place.as_written for place in claim.places] == TAKEN[chosen["taken"]], text
        assert TAKERS[chosen["taker"]].split()[0] in (claim.gainer or ""), text
        assert (_day(claim), _said(claim)) == (DAYS[chosen["day"]], SOURCES[chosen["source"]]), text


FIRST = (
    "Gunmen killed 12 people in Bara on Monday",
    "Twelve people were killed on Monday when gunmen attacked a market in Bara",
    "A bomb exploded at a market in Bara on Monday, killing 12 people",
    "The RSF shelled a camp in Bara on Monday, killing 12 people",
    "On Monday, 12 people were shot dead by gunmen in Bara",
)
SECOND = {  # what the next sentence tells of the same event
    "Nine others were wounded": ("injured", 9),
    "Another nine people were injured": ("injured", 9),
    "The attack also left nine people wounded": ("injured", 9),
    "At least nine people were taken to hospital": ("injured", 9),
    "Among the wounded were nine children": ("injured", 9),
    "The dead included nine children": ("killed", 9),
    "Nine of the dead were women": ("killed", 9),
    "Nine civilians were among the dead, a hospital official said": ("killed", 9),
    "A further nine died in hospital": ("killed", 9),
    "The death toll later rose to 19": ("killed", 19),
    "Officials later put the toll at 19": ("killed", 19),
    "Nine people are missing": ("missing", 9),
    "The attackers also abducted nine people": ("detained", 9),
}


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("second", SECOND)
def test_what_goes_on_keeps_place_and_day(first: str, second: str) -> None:
    """The next sentence tells of the same attack, with whatever source the first one ends."""
    outcome, count = SECOND[second]
    for source in ("", ", officials said", ", according to medics", ", residents told AFP"):
        text = f"{first}{source}. {second}."
        told = [(c.outcome, c.quantity.best, c) for c in _read(text).casualties]
        (claim,) = [c for fate, best, c in told if (fate, best) == (outcome, count)]
        assert claim.place is not None, text
        assert (claim.place.as_written, _day(claim)) == ("Bara", 14), text
        assert [c for _, best, c in told if best == 12], text

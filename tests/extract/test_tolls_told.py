"""What befell how many, in the forms that news texts have beside the plain sentence."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract
from briefing.models import Article, Casualty

WEDNESDAY = date(2024, 10, 16)


def _read(text: str) -> list[Casualty]:
    return list(extract(Article("a1", "a1.txt", text, "00", published=WEDNESDAY)).casualties)


def _short(claim: Casualty) -> str:
    """A claim as "killed 12 Bara 14": outcome, count, place, day; "part" for a subset."""
    count = claim.quantity
    words = [claim.outcome, str(count.best if count.best is not None else count.as_written)]
    words += [claim.place.as_written] if claim.place else []
    start, end = claim.when.start, claim.when.end
    words += [str(start.day)] if start and start == end else []
    return " ".join(words + ["part"] * claim.subset)


AGES = {
    "A man aged 60 and a woman aged 54 were killed in Bara.": ["killed 1 man", "killed 1 woman"],
    "Shells injured two women aged 45 and 67 and a boy, 12.": ["injured 2 women", "injured 1 boy"],
    "Three men, aged 21, 23 and 40, were killed in Bara.": ["killed 3 men"],
    "Two brothers, 12 and 14, were killed in Bara.": ["killed 2 brothers"],
    "The blast wounded his wife, 54.": ["injured 1 wife"],
    "Two men aged 21 and 12 children were hurt.": ["injured 2 men", "injured 12 children"],
    "Twelve girls aged between 9 and 14 were abducted.": ["detained 12 girls"],
}
DIED_LATER = {
    "Two soldiers were wounded in Bara on Monday and later died.": ["killed 2 Bara 14"],
    "Two soldiers wounded in Bara on Monday have died.": ["killed 2 Bara 14"],
    "Two soldiers injured in Bara on Monday succumbed to their wounds.": ["killed 2 Bara 14"],
    "A man shot and wounded in Bara on Monday died in hospital.": ["killed 1 Bara 14"],
    "A boy was rushed to hospital after shelling in Bara on Monday but died.": ["killed 1 Bara 14"],
    "A boy was taken to hospital in Bara on Monday, where he died.": ["killed 1 Bara 14"],
    "Nine people were wounded in Bara on Monday. Two later died.": [
        "injured 9 Bara 14",
        "killed 2 Bara 14",
    ],
    "Twelve people were killed in Bara on Monday and a thirteenth died of wounds.": [
        "killed 12 Bara 14",
        "killed 1 Bara 14",
    ],
}
NOBODY = {
    "No casualties were reported in the shelling of Bara on Monday.": [
        "killed 0 Bara 14",
        "injured 0 Bara 14",
    ],
    "Shells hit Bara on Monday but nobody was hurt.": ["injured 0 Bara 14"],
    "Shells hit Bara on Monday, killing no one.": ["killed 0 Bara 14"],
    "The attack in Bara caused 12 casualties.": [],
}


SPREAD = {  # one count over places and days
    "Nineteen people were killed on Monday, twelve in Bara and seven in El Obeid.": [
        "killed 19 Bara 14",
        "killed 12 Bara 14 part",
        "killed 7 El Obeid 14 part",
    ],
    "Shelling killed 19 people: twelve on Sunday, four on Monday and three on Tuesday.": [
        "killed 19",
        "killed 12 13 part",
        "killed 4 14 part",
        "killed 3 15 part",
    ],
    "Nineteen people were killed on Monday, twelve of them in Bara.": [
        "killed 19 Bara 14",
        "killed 12 Bara 14 part",
    ],
    "Ten people were killed in Bara, seven in El Obeid and three in Kadugli on Monday.": [
        "killed 10 Bara 14",
        "killed 7 El Obeid 14",
        "killed 3 Kadugli 14",
    ],
    "Five people each were killed in Bara and El Obeid on Monday.": [
        "killed 5 Bara 14",
        "killed 5 El Obeid 14",
    ],
    "On Monday, 12 and seven people were killed in Bara and El Obeid respectively.": [
        "killed 12 Bara 14",
        "killed 7 El Obeid 14",
    ],
    "Twelve people were killed in Bara on Monday, while seven died in El Obeid on Tuesday.": [
        "killed 12 Bara 14",
        "killed 7 El Obeid 15",
    ],
}
TOLLS = {
    "The death toll of Monday's attack in Bara now stands at 12, up from nine.": "12 14",
    "Officials revised the death toll from Monday's attack in Bara to 12.": "12 14",
    "Officials lowered the toll from Monday's attack in Bara to 12 from 15.": "12 14",
    "The toll from Monday's attack in Bara was updated to 12.": "12 14",
    "Monday's dead in Bara numbered 12.": "12 14",
    "Monday's attack in Bara cost 12 people their lives.": "12 14",
    "From 12 to 15 people were killed in Bara on Monday.": "12-15 14",
    "Three journalists among 15 killed in Bara on Monday": "3 part 15 14",
}


@pytest.mark.parametrize("text", AGES)
def test_ages_count_nobody(text: str) -> None:
    """How old people were is neither their number nor a word for them."""
    told = [f"{c.outcome} {c.quantity.best} {c.victim}" for c in _read(text)]
    assert told == AGES[text]


@pytest.mark.parametrize("text", DIED_LATER)
def test_those_who_die_of_their_wounds_are_among_the_dead(text: str) -> None:
    """Nobody is told both as wounded and as dead, and the day and place are those of the wounds."""
    assert [_short(claim) for claim in _read(text)] == DIED_LATER[text]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_was_harmed(text: str) -> None:
    """That nobody was harmed is told of as such, and where and when it was not."""
    assert [_short(claim) for claim in _read(text)] == NOBODY[text]


@pytest.mark.parametrize("text", SPREAD)
def test_one_count_over_places_and_days(text: str) -> None:
    """Each part of a count has its own place and day; what its verb goes on with is no part."""
    assert sorted(_short(claim) for claim in _read(text)) == sorted(SPREAD[text])


@pytest.mark.parametrize("text", TOLLS)
def test_newest_toll(text: str) -> None:
    """A toll counts once, at its newest, however the sentence says that it has changed."""
    told = []
    for claim in _read(text):
        count, start = claim.quantity, claim.when.start
        told.append(str(count.best) if count.best else f"{count.low}-{count.high}")
        told.append("part" if claim.subset else str(start.day if start else None))
    assert " ".join(told) == TOLLS[text]

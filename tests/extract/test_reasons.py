"""Each claim carries the words that made it."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract
from briefing.models import Article, Claim, Extraction

Told = list[tuple[str, str]]


def read(text: str) -> Extraction:
    """The extraction of a text published on a Friday."""
    return extract(Article("a1", "a1.txt", text, "00", published=date(2024, 11, 29)))


def words_of(text: str, claim: Claim) -> Told:
    """The roles and words of a claim's reasons."""
    return [(reason.role, text[reason.start : reason.end]) for reason in claim.because]


CASUALTIES: list[tuple[str, Told]] = [
    (
        "Rebels reportedly killed at least 12 herders near Bamako on Tuesday, the Red Cross said.",
        [
            ("trigger", "reportedly killed"),
            ("count", "at least 12"),
            ("people", "herders"),
            ("place", "Bamako"),
            ("perpetrator", "Rebels"),
            ("source", "the Red Cross said"),
            ("certainty", "reportedly"),
            ("time", "Tuesday"),
        ],
    ),
    # one person without a number; nobody says so
    ("A general was killed.", [("trigger", "was killed"), ("people", "A general")]),
    # the place of the sentence before
    (
        "Shells fell on Kherson. Four people died.",
        [("trigger", "died"), ("count", "Four"), ("people", "people"), ("place", "Kherson")],
    ),
]


@pytest.mark.parametrize(("text", "reasons"), CASUALTIES)
def test_words_of_a_casualty(text: str, reasons: Told) -> None:
    """A casualty points at its trigger, count, people, place, perpetrator, source and time."""
    assert words_of(text, read(text).casualties[0]) == reasons


def test_words_of_a_part() -> None:
    """A part of a count has its own count and shares the trigger of the whole."""
    text = "The raid killed 30 people: 18 rebels and 12 children."
    part = read(text).casualties[1]
    assert words_of(text, part)[:3] == [
        ("trigger", "killed"),
        ("count", "18"),
        ("people", "rebels"),
    ]


def test_words_of_a_change() -> None:
    """A territorial change points at what was taken, who gained and who lost it."""
    text = "The army recaptured the town of Bama from the rebels."
    assert words_of(text, read(text).territory[0]) == [
        ("trigger", "recaptured"),
        ("taken", "the town of Bama"),
        ("place", "Bama"),
        ("gainer", "army"),
        ("loser", "rebels"),
    ]


def test_words_of_an_implication() -> None:
    """An implication points at the words of each rule that fired and at its subjects."""
    text = "Officials fear that the war in Sudan could destabilise Chad and block food aid."
    claim = read(text).implications[0]
    fear = next(r for r in claim.because if r.how == "implications.fear")
    assert text[fear.start : fear.end] == "fear"
    assert ("subject", "Chad") in words_of(text, claim)

"""Whoever denounces an attack did not do it, whatever its own men do before and after."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract
from briefing.lexicon import load
from briefing.models import Article, Extraction

MARKET = "The Malian army condemned an attack on the market of Djenne that killed nine people."


def read(text: str) -> Extraction:
    """The extraction of a text published on a Friday."""
    return extract(Article("a1", "a1.txt", text, "00", published=date(2024, 11, 29)))


DENOUNCED = [
    # its own unit, which attacks in the next sentence
    (f"{MARKET} The Third Battalion has carried out an attack on a camp near the town.", None),
    # its own fighters, in the sentence before
    (
        "Taliban fighters raided a house in Kunduz and shot a guard. The Taliban condemned the "
        "attack on the mosque that killed 40 people.",
        None,
    ),
    # whom it condemns by name, who is somebody else
    (
        "The ZLF denounced the massacre by government soldiers that killed nine villagers in Duko. "
        "ZLF fighters attacked three posts.",
        "government soldiers",
    ),
    # whom somebody else holds responsible all the same
    (f"{MARKET} Villagers blamed soldiers of the army.", "Mali"),
    # who regrets an attack may have done it
    (
        "The Malian army regretted the deaths of nine people. Its jets had bombed the market of "
        "Djenne, killing nine people.",
        "Mali",
    ),
    # who denounces a law may attack
    ("The army condemned the law. It attacked Sake, killing nine people.", "army"),
]


@pytest.mark.parametrize(("text", "perpetrator"), DENOUNCED)
def test_who_denounces_did_not_do_it(text: str, perpetrator: str | None) -> None:
    """The doer of the last count that is denounced is never who denounces it, unless accused."""
    assert read(text).casualties[-1].perpetrator == perpetrator


def test_the_next_attack_is_another() -> None:
    """An attack by who denounced the one before is an attack of its own, and by it."""
    doers = [i.perpetrator for i in read(f"{MARKET} Soldiers attacked a camp of rebels.").incidents]
    assert doers == [None, "Mali"]


@pytest.mark.parametrize("rule", load("circumstances")["denounced"], ids=lambda r: r["example"])
def test_denounced_examples(rule: dict[str, str]) -> None:
    """The example names who denounces, and it is blamed for nothing of its own next."""
    assert rule["reads"] in rule["example"]
    next_ = "Army soldiers attacked a camp near Duko."
    assert [c.perpetrator for c in read(f"{rule['example']} {next_}").casualties] == [None]

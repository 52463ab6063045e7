"""Names in sentences: each with the article that an English speaker gives it."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.lexicon import examples
from briefing.naming import according_to, with_article


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Russia", "Russia"),  # a country
        ("OCHA", "OCHA"),  # an acronym
        ("UN", "the UN"),
        ("HTS-led alliance", "the HTS-led alliance"),  # ends in a common noun
        ("Syrian army", "the Syrian army"),
        ("White Helmets", "the White Helmets"),  # a plural name
        ("governor Omar Ali", "governor Omar Ali"),  # a person by title and name
        ("Duko News", "Duko News"),
        ("mayor of Great Duko", "the mayor of Great Duko"),
        ("Emergency Lawyers", "the Emergency Lawyers"),
        ("Nikos Haralambos", "Nikos Haralambos"),  # a person's, which ends in "s", too
        ("Associated Press", "the Associated Press"),
        ("Syrian Observatory for Human Rights", "the Syrian Observatory for Human Rights"),
        ("African Union", "the African Union"),
        ("Arakan Army", "the Arakan Army"),
        ("Sudan Doctors Network", "the Sudan Doctors Network"),
        ("analysts", "analysts"),  # several
        ("two residents", "two residents"),
        ("source 2", "source 2"),  # one that names no publisher
        ("one of them", "one of them"),
        ("his office", "his office"),
        ("local health authorities", "local health authorities"),
        ("state media", "state media"),
        ("the army", "the army"),  # has its article
        ("army", "the army"),  # there is one
        ("armed forces", "the armed forces"),
        ("monitor", "the monitor"),
        ("town's hospital", "the town's hospital"),
        ("hospital", "the hospital"),
        ("army officer", "an army officer"),  # a person
        ("provincial official", "a provincial official"),
        ("UN official", "a UN official"),
        ("NGO worker", "an NGO worker"),
        ("Congo's health ministry", "Congo's health ministry"),
        ("camp's president", "the camp's president"),
        ("director of the town's hospital", "the director of the town's hospital"),
        ("aid coordinator in Gaziantep", "an aid coordinator in Gaziantep"),
        ("Government forces", "the government forces"),  # large where a sentence began
        ("Partners", "partners"),
        ("Government House", "Government House"),
        ("doctor at the hospital", "a doctor at the hospital"),
        ("General Mark Milley", "General Mark Milley"),
        ("", ""),
    ],
)
def test_names_take_their_article(name: str, told: str) -> None:
    """A name stands in a sentence as an English speaker would say it."""
    assert with_article(name) == told


def test_many_claimants_are_counted() -> None:
    """Three are named, the rest is a number."""
    assert according_to(["A1", "B1", "C1", "D1"]) == "according to A1, B1, C1 and one more"


@pytest.mark.parametrize(("rule", "entry"), examples("articles"))
def test_the_rules_hold_their_examples(rule: str, entry: dict[str, Any]) -> None:
    """Each rule of the lexicon does what its example says."""
    assert with_article(entry["example"]["name"]) == entry["example"]["told"], rule

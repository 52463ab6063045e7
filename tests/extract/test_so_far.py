"""Counts of all up to now: they have no day, and are not of the attack told beside them."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract
from briefing.lexicon import load
from briefing.models import Article, Casualty

HEAD = "BENI (AFP) - Gunmen killed 45 people in an attack on a camp on Monday.\n\n"
RULES = load("casualties")["so_far"]


def second(text: str) -> Casualty:
    """What is told behind the first attack."""
    article = Article("a1", "a1.txt", HEAD + text, "00", published=date(2023, 6, 13))
    return extract(article).casualties[1]


@pytest.mark.parametrize(
    "text",
    [
        RULES["example"],
        RULES["example_past"],
        "More than 5,000 people have been killed in the conflict.",
        "At least 2,300 people have died, according to a tally by a monitor.",
        "The number of soldiers killed during the hostilities has reached 1,040.",
        "The army has lost over a thousand men in the war against the rebels.",
        "There are about 1.7 million internally displaced people in Ituri province.",
        "The town is home to 30,000 displaced people.",
        "Some 3,000 people remain displaced.",
        "Thousands have been killed in the fighting.",
        "Tens of thousands have fled since.",
    ],
)
def test_no_day_and_a_running_total(text: str) -> None:
    """What has been so far is no event of the day that the report tells first."""
    claim = second(text)
    assert claim.running_total
    assert claim.when.start is None


@pytest.mark.parametrize(
    "text",
    [
        "The blast has killed hundreds of people.",
        "Hundreds have been killed in the attack.",
        "Nine people were killed in the fighting.",
        "Around 7,000 displaced people arrived in Bule on Monday.",
        "Nine people have been killed.",
    ],
)
def test_one_event_keeps_its_day(text: str) -> None:
    """One attack, however large, has the day of the report."""
    claim = second(text)
    assert not claim.running_total
    assert claim.when.start == date(2023, 6, 12)

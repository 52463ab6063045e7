"""Counts as they are written."""

from __future__ import annotations

import pytest

from briefing.language import tokenize
from briefing.language.quantities import find_quantities
from briefing.lexicon import examples

Read = tuple[str, int | None, int | None, int | None]

COUNTS: list[tuple[str, list[Read]]] = [
    ("15 miners", [("exact", 15, 15, 15)]),
    ("1,200 refugees", [("exact", 1200, 1200, 1200)]),
    ("a hundred and twenty villagers", [("exact", 120, 120, 120)]),
    ("forty-five sailors", [("exact", 45, 45, 45)]),
    ("3.5 million people", [("about", 3_500_000, 3_500_000, 3_500_000)]),
    ("half a million people", [("exact", 500_000, 500_000, 500_000)]),
    ("two dozen men", [("about", 24, 24, 24)]),
    ("at least 15", [("at_least", 15, 15, None)]),
    ("more than a dozen", [("at_least", 12, 12, None)]),
    ("50+", [("at_least", 50, 50, None)]),
    ("as many as 555", [("at_most", None, None, 555)]),
    ("some 5,000 people", [("about", 5000, 5000, 5000)]),
    ("between 14 and 20", [("range", 14, None, 20)]),
    ("14–20 fighters", [("range", 14, None, 20)]),
    ("14 to 20 fighters", [("range", 14, None, 20)]),
    ("no casualties", [("none", 0, 0, 0)]),
    ("dozens of civilians", [("vague", None, None, None)]),
    ("hundreds of thousands of people", [("vague", None, None, None)]),
    ("three soldiers and two policemen", [("exact", 3, 3, 3), ("exact", 2, 2, 2)]),
    # not counts: years, ages, dates, measures, times, names
    ("in 2015", []),
    ("In 2003 soldiers returned", []),
    ("killed 2003 soldiers", [("exact", 2003, 2003, 2003)]),
    ("Ali, 34, a teacher", []),
    ("aged 6 and 4", []),
    ("on March 12", []),
    ("between 26 and 28 November", []),
    ("from 3 to 7 August", []),
    ("May 5-9", []),
    ("on 12 March 30 people", [("exact", 30, 30, 30)]),
    # a colon is part of a time only where it is written on
    ("at 15:30", []),
    ("at 153: 80 members", [("exact", 153, 153, 153), ("exact", 80, 80, 80)]),
    ("12 km away", []),
    ("the 46th Regiment", []),
    ("Resolution 2254", []),
    ("the M5 highway", []),
    ("neighbourhood 3 in the east", []),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_reads(text: str, expected: list[Read]) -> None:
    """A count is read with its kind and bounds, and what is no count is left alone."""
    found = [c.quantity for c in find_quantities(text, tokenize(text))]
    assert [(q.kind, q.low, q.best, q.high) for q in found] == expected


def _lexicon() -> list[tuple[str, list[object]]]:
    return [
        (rule["example"], rule["reads"]) for _, rule in examples("quantities") if "reads" in rule
    ]


@pytest.mark.parametrize(("example", "reads"), _lexicon())
def test_lexicon_examples(example: str, reads: list[object]) -> None:
    """Every rule of the lexicon reads its own example."""
    quantity = find_quantities(example, tokenize(example))[0].quantity
    numbers = [-1 if n is None else n for n in (quantity.low, quantity.best, quantity.high)]
    assert [quantity.kind, *numbers] == reads


@pytest.mark.parametrize(("words", "digits"), [("fifteen", "15"), ("two hundred", "200")])
def test_words_and_digits_agree(words: str, digits: str) -> None:
    """A number means the same in words and in digits."""
    read = [find_quantities(t, tokenize(t))[0].quantity for t in (words, digits)]
    assert (read[0].kind, read[0].best) == (read[1].kind, read[1].best)

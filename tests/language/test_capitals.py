"""Sentences that give every word a capital are read as if they did not."""

from __future__ import annotations

import pytest

from briefing.language import tokenize
from briefing.language.capitals import plain_capitals, recased

SENTENCES = [
    # a headline in title case: verbs and function words are small, what may be a name is not
    ("Gunmen Kill 20 in Attack on Market", "Gunmen kill 20 in attack on Market"),
    ("Army Retakes Bama From Boko Haram", "Army retakes Bama from Boko Haram"),
    # in capitals throughout
    ("REBELS SEIZED SAKE ON TUESDAY, KILLING TEN", "Rebels seized Sake on Tuesday, killing Ten"),
    # an acronym stays one, and so does a month
    ("UN Says Hundreds Were Displaced in May", "UN says Hundreds were displaced in May"),
    # set as usual: nothing changes
    ("The army retook Bama from Boko Haram.", "The army retook Bama from Boko Haram."),
    ("Kabul, Kandahar", "Kabul, Kandahar"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_capitals_of_no_names(text: str, expected: str) -> None:
    """Only where nearly every word has a capital do those of known words go; offsets stay."""
    tokens = tokenize(text)
    plain = plain_capitals(tokens)
    assert recased(text, [plain]) == expected
    assert [(t.start, t.end, t.lower) for t in plain] == [(t.start, t.end, t.lower) for t in tokens]

"""Other spellings: a place only where its country writes names over, or where others lie near."""

from __future__ import annotations

import pytest

from briefing.lexicon import load
from briefing.places import find_places

ENTRY = load("places")["written_over"]
CASES = [
    # the example of the lexicon: a country of another script is named
    (ENTRY["example"], ENTRY["reads"], True),
    # a Congolese name is no spelling of one in a country that only pays
    ("Fighting was reported in Kalehe territory. Aid from the United States stopped.", "Kalehe",
     False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "known"), CASES)
def test_other_spellings_need_a_reason(text: str, name: str, known: bool) -> None:
    """A spelling that only sounds alike is resolved only where something speaks for it."""
    place = next(p for p in find_places(text) if p.kind == "settlement")
    assert (place.name, place.resolved) == (name, known)

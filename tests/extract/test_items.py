"""Counts in the items of a list, under the words that say what they count."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.documents import read_casualties

Read = tuple[str, int | None, str | None, str | None, bool]
FRIDAY = date(2025, 1, 24)

LISTS: list[tuple[str, list[Read]]] = [
    # text, per claim outcome, count, victims, place and whether it is part of another
    (
        "Violence went on.\n\nKilled in Homs province:\n- Talbiseh: 3 civilians\n"
        "- Rastan: 2, among them a child",
        [
            ("killed", 3, "civilians", "Talbiseh", False),
            ("killed", 2, None, "Rastan", False),
            ("killed", 1, "child", "Rastan", True),
        ],
    ),
    # numbered, with dashes, under a sentence
    (
        "The ministry gave these figures for those killed on Sunday:\n"
        "1. Khan Younis – 14 people\n2. Deir al-Balah – 3",
        [
            ("killed", 14, "people", "Khan Younis", False),
            ("killed", 3, None, "Deir al-Balah", False),
        ],
    ),
    # a list within an item
    (
        "Wounded on Sunday:\n\n- Bara: two farmers\n- El Obeid: 1 soldier and 2 drivers",
        [
            ("injured", 2, "farmers", "Bara", False),
            ("injured", 1, "soldier", "El Obeid", False),
            ("injured", 2, "drivers", "El Obeid", False),
        ],
    ),
    # the items say themselves what they count
    (
        "Casualties on Sunday:\n* Goma: 12 killed, 30 wounded\n* Sake: 4 killed",
        [
            ("killed", 12, None, "Goma", False),
            ("injured", 30, None, "Goma", False),
            ("killed", 4, None, "Sake", False),
        ],
    ),
    # one person of each
    (
        "Injured on Sunday:\n- Laiza: a nurse\n- Hpakant: two miners",
        [("injured", 1, "nurse", "Laiza", False), ("injured", 2, "miners", "Hpakant", False)],
    ),
    # whom, and not where
    (
        "Killed on Sunday:\n- Civilians: 12\n- Soldiers: 3",
        [("killed", 12, "Civilians", None, False), ("killed", 3, "Soldiers", None, False)],
    ),
    # nothing befell these, and one item is no list
    ("Visited on Sunday:\n- Talbiseh: 3 doctors\n- Rastan: 2", []),
    ("Killed on Sunday:\n- Talbiseh: 3 houses\n\nThe army said nothing.", []),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_items(text: str, expected: list[Read]) -> None:
    """Each item gives its own place or people, the head what befell them and when."""
    claims = read_casualties(text, FRIDAY)
    found = [
        (c.outcome, c.quantity.best, c.victim, c.place and c.place.as_written, c.subset)
        for c in claims
    ]
    assert found == expected
    assert all(c.when.start == date(2025, 1, 19) for c in claims if "Sunday" in text)


def test_source_of_a_list() -> None:
    """Who gave the figures of a list is named in its head; the trigger stands there, too."""
    text = "Killed on Sunday, according to Syria TV:\n- Talbiseh: 3 women\n- Rastan: 2 men"
    claims = read_casualties(text, FRIDAY)
    assert [c.attribution.source_original for c in claims] == ["Syria TV"] * 2
    assert [text[c.because[0].start : c.because[0].end] for c in claims] == ["Killed"] * 2

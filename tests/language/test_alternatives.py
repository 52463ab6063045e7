"""A second figure beside a count."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties

Read = tuple[str, int | None, int | None, str | None]

CASES: list[tuple[str, list[Read]]] = [
    # text, per casualty claim kind, low, high and certainty
    (
        "At least 20, if not 30, people died in the shelling of Bara.",
        [("range", 20, 30, "reported")],
    ),
    ("At least 20 people, if not 30, died in Bara.", [("range", 20, 30, "reported")]),
    ("Some 40, perhaps 50, civilians were killed in Bara.", [("range", 40, 50, "reported")]),
    # the hedge is about the figure, not about the deaths
    (
        "At least seven (possibly nine) soldiers died near Kidal.",
        [("range", 7, 9, "reported")],
    ),
    ("Two, and possibly three, policemen were shot dead.", [("range", 2, 3, "reported")]),
    ("Possibly nine soldiers died near Kidal.", [("exact", 9, 9, "alleged")]),
    # open upwards
    ("As many as 100, if not more, people were killed.", [("at_least", 100, None, "reported")]),
    # with what qualifies the second figure, and without a mark
    (
        "Between 12 and 15, or perhaps as many as 20, monks were killed.",
        [("range", 12, 20, "reported")],
    ),
    ("About 60 and possibly up to 80 soldiers were killed.", [("range", 60, 80, "reported")]),
    ("More than 40 people, maybe as many as 60, died in Bara.", [("range", 40, 60, "reported")]),
    ("Fifteen (some say 20) people died in Bara.", [("range", 15, 20, "reported")]),
    ("Some 200 – perhaps more – monks were killed.", [("at_least", 200, None, "reported")]),
    # other people, and no other figure for the same
    (
        "The shelling killed 20 soldiers, perhaps 30 civilians, in Bara.",
        [("exact", 20, 20, "reported"), ("about", 30, 30, "reported")],
    ),
    ("A strike wounded ten soldiers, possibly 30 more were buried.",
     [("exact", 10, 10, "reported")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_second_figure(text: str, expected: list[Read]) -> None:
    """A second figure of the same count makes it a range, and "if not more" opens it."""
    found = [
        (c.quantity.kind, c.quantity.low, c.quantity.high, c.certainty)
        for c in read_casualties(text)
    ]
    assert found == expected


def test_who_stands_behind_more_is_counted() -> None:
    """ "100 or even more people": the noun stands behind the second figure."""
    (claim,) = read_casualties("At least 100 or even more people were killed.")
    assert (claim.quantity.low, claim.victim) == (100, "people")

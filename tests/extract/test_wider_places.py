"""Where something was that a text tells by who counts it, or of a whole war."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties

LAST = [
    # who counts for a state does so in its capital …
    ("Two men died in Gao. The ministry in Bamako said nine soldiers were killed.", "Gao"),
    (
        "Two men died in Gao. Nine were killed, according to a monitoring group in Geneva.",
        "Gao",
    ),
    # … unlike those of a town
    ("Two men died in Gao. Police in Goma said nine soldiers were killed.", "Goma"),
    # the place that the governor governs is no further one of a list
    ("Two men died in Gao. Nine men died in Goma, the governor of Katanga said.", "Goma"),
    # where nothing else is told it is told
    ("Officials in Goma said nine soldiers were killed.", "Goma"),
    # from where somebody is or what he is sought for says nothing of those who died beside him
    ("A judge based in Gao was killed in a raid on Sake. Nine of his men died, too.", "Sake"),
    (
        "Police stopped a car in Goma. Nine died as they held a suspect in a robbery in Gao.",
        "Goma",
    ),
    # where some of those counted were is not where all were
    ("The ministry said 24 people were killed. Eight of them were killed in Goma.", None),
    # what a war has cost, or all that is counted so far, it has cost the state
    ("Two men died in Goma.\n\nThe insurgency began in 1996 and has cost 9,000 lives.", "Congo"),
    ("Two men died in Goma.\n\nMore than 6,000 people have died, the agency says.", "Congo"),
    # clashes that go on are those that were told
    (
        "Troops fought rebels in Goma. The clashes have gone on since Thursday and resulted in the "
        "deaths of nine soldiers.",
        "Goma",
    ),
    # a village on a road is where on the road it was
    ("Nine people were killed on the Goma-Bunia road in the village of Sake.", "Sake"),
    # a people lives in several states
    ("GOMA (AFP) – Two men died in Goma. Rebels raided a Somali town, killing nine.", "Goma"),
    ("GOMA (AFP) – Goma was rocked by a blast that wounded nine people.", "Goma"),
]


@pytest.mark.parametrize(("text", "place"), LAST)
def test_place_of_last_count(text: str, place: str | None) -> None:
    """The place of the count of nine or more people that stands last and is no part."""
    counts = [c for c in read_casualties(text) if not c.subset and (c.quantity.low or 0) > 8]
    found = counts[-1].place
    assert (found is None) is (place is None)
    assert place is None or (found is not None and place in found.name)


FLED = [
    # where those are who fled, where no place is told beside it
    ("Troops raided Goma.\n\nAbout 900 people who had fled to Sake need help.", "Sake"),
    # where they fled from goes before
    ("About 900 people have fled from Goma to Sake.", "Goma"),
    # the sentence before tells, also across paragraphs
    ("Nine people were killed in Goma.\n\nAt least 900 people were displaced.", "Goma"),
]


@pytest.mark.parametrize(("text", "place"), FLED)
def test_place_of_displaced(text: str, place: str) -> None:
    """Whence people fled, else whither."""
    (claim,) = [c for c in read_casualties(text) if c.outcome == "displaced"]
    assert claim.place
    assert claim.place.name == place

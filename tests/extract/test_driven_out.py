"""People driven from home, hurt by gas, or killed by their own bomb: fates told in a few words."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties

Read = list[tuple[str, int | None, str | None]]

CASES: list[tuple[str, Read]] = [
    # driven out by a verb with its object
    ("Fighting in Bara drove 500 families from their homes.", [("displaced", 500, "families")]),
    ("Shelling forced 200 residents out of Avdiivka.", [("displaced", 200, "residents")]),
    ("The fire forced the evacuation of 300 residents.", [("displaced", 300, "residents")]),
    ("An exodus of 20,000 people from Goma began.", [("displaced", 20_000, "people")]),
    ("Shelling of Sake sent thousands fleeing on Monday.", [("displaced", None, None)]),
    ("Shells sent some 2,000 villagers fleeing to Mae Sot.", [("displaced", 2_000, "villagers")]),
    ("The raid sent dozens of families fleeing.", [("displaced", None, "families")]),
    ("Police sent the gunmen fleeing.", []),
    (
        "The assault emptied the town of Masisi of its 5,000 residents.",
        [("displaced", 5_000, "residents")],
    ),
    (
        "Barsalogho was emptied of its 12,000 inhabitants by the raid.",
        [("displaced", 12_000, "inhabitants")],
    ),
    ("Air strikes have emptied three hamlets of their people.", [("displaced", None, "people")]),
    ("Looters emptied the shop of its goods.", []),
    # fighters are driven out and displaced nowhere; the wounded are brought to a doctor
    ("The army drove 20 rebels from their village.", []),
    ("The evacuation of 14 wounded drivers took two days.", [("injured", 14, "wounded drivers")]),
    ("The state planned the evacuation of 300 residents.", []),
    # behind "with"
    ("A plane crashed, with all five people on board being killed.", [("killed", 5, "people")]),
    ("A convoy was ambushed, with 12 soldiers losing their lives.", [("killed", 12, "soldiers")]),
    # a list goes on behind a clause, unless that has its own count or the list ends there
    (
        "They killed seven fighters who back the state and five policemen.",
        [("killed", 7, "fighters"), ("killed", 5, "policemen")],
    ),
    ("They killed a man who had taken three girls and two boys.", [("killed", 1, "man")]),
    # tear gas hurts, rubble kills
    ("Twelve pupils suffocated on tear gas.", [("injured", 12, "pupils")]),
    ("Nine monks suffered from tear gas inhalation.", [("injured", 9, "monks")]),
    ("Three workers suffocated in the rubble of a house.", [("killed", 3, "workers")]),
    # in whatever order
    ("Two bombers blew up themselves.", [("killed", 2, "bombers")]),
    ("Two bombers blew themselves up.", [("killed", 2, "bombers")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_fates(text: str, expected: Read) -> None:
    """What befell people is told by few words beside the verb."""
    found = [(c.outcome, c.quantity.best, c.victim) for c in read_casualties(text)]
    assert found == expected

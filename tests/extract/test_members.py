"""People listed one by one: behind their count, and as a roll of the dead or wounded."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties

Row = tuple[str, int | None, bool]  # outcome, count, part of another count

LISTED: list[tuple[str, list[Row]]] = [
    # names behind a count; what explains a name is nobody else
    (
        "Two nurses, Ana Haddad and Omar Keita, were killed.",
        [("killed", 2, False), ("killed", 1, True), ("killed", 1, True)],
    ),
    (
        "Rebels killed two editors: Ana Haddad, a mother of three, and Omar Keita.",
        [("killed", 2, False), ("killed", 1, True), ("killed", 1, True)],
    ),
    # counts that make up the count before them
    (
        "Three other men, two bakers and a driver, also died.",
        [("killed", 3, False), ("killed", 2, True), ("killed", 1, True)],
    ),
    # names before the count that explains them, which a comma or "and" may part, and ages
    (
        "Gunmen killed Ana Haddad and Omar Keita, two judges, in Herat.",
        [("killed", 1, True), ("killed", 1, True), ("killed", 2, False)],
    ),
    (
        "Omar Keita, 45, and Ana Haddad, 34, both nurses, were wounded.",
        [("injured", 1, True), ("injured", 1, True), ("injured", 2, False)],
    ),
    (
        "Rebels abducted Ana Haddad, Omar Keita and Ivan Bodnar, three aid workers.",
        [
            ("detained", 1, True),
            ("detained", 1, True),
            ("detained", 1, True),
            ("detained", 3, False),
        ],
    ),
    # … but not as many others, with whom the list goes on
    (
        "Ana Haddad and Omar Keita, two guards and a driver were killed.",
        [
            ("killed", 1, False),
            ("killed", 1, False),
            ("killed", 2, False),
            ("killed", 1, False),
        ],
    ),
    # nor more people than are named
    (
        "Gunmen killed Ana Haddad and Omar Keita, three guards, in Herat.",
        [("killed", 1, False), ("killed", 1, False), ("killed", 3, False)],
    ),
    # a driver and a cook are none of two nurses
    (
        "Rebels killed two nurses, a driver and a cook.",
        [("killed", 2, False), ("killed", 1, False), ("killed", 1, False)],
    ),
    # rolls: what befell those told last, or what the word for them says
    (
        "Two nurses were shot dead. The victims were identified as Ana Haddad and Omar Keita.",
        [("killed", 2, False), ("killed", 1, True), ("killed", 1, True)],
    ),
    ("The wounded include a child and a woman.", [("injured", 1, True), ("injured", 1, True)]),
    ("Two guards were among the wounded.", [("injured", 2, True)]),
    ("The victims are farmers.", []),
]


@pytest.mark.parametrize(("text", "rows"), LISTED)
def test_lists(text: str, rows: list[Row]) -> None:
    """Each person of a list is a part of the count that the list belongs to."""
    found = [(c.outcome, c.quantity.best, c.subset) for c in read_casualties(text)]
    assert found == rows


TITLES = [
    ("Sgt. Omar Ali was killed in Homs.", "combatants"),
    ("Mayor Ana Vega was shot dead in Cali.", "civilians"),
    ("Dr. Win Htut died in the raid on Loikaw.", "civilians"),
    ("Retired Colonel Omar Ali was killed in Nyala.", "unknown"),
    ("President Omar Ali was killed in Nyala.", "unknown"),
]


@pytest.mark.parametrize(("text", "group"), TITLES)
def test_a_title_tells_what_a_person_was(text: str, group: str) -> None:
    """A rank is a fighter's, and a former one says nothing."""
    (claim,) = read_casualties(text)
    assert claim.victim_group == group


BEHIND_PHRASES = [
    (
        "As a result of the attack, Omar Ali, Paul Musa and Ibrahim Deng were killed.",
        ["Omar Ali", "Paul Musa", "Ibrahim Deng"],
    ),
    ("In the shelling, Anna Koval and Petro Bondar were wounded.", ["Anna Koval", "Petro Bondar"]),
    ("During the raid, a cook, a driver and a nurse were killed.", ["cook", "driver", "nurse"]),
    ("Three soldiers, a cook and a driver died near Djibo.", ["soldiers", "cook", "driver"]),
    # a list that a preposition governs, and what explains somebody
    ("In the towns of Goma, Sake and Minova two men were killed.", ["men"]),
    ("A man, a teacher and a poet, was killed.", ["man"]),
]


@pytest.mark.parametrize(("text", "victims"), BEHIND_PHRASES)
def test_a_list_behind_a_phrase_is_read_whole(text: str, victims: list[str]) -> None:
    """What opens the sentence governs none of them."""
    assert [claim.victim for claim in read_casualties(text)] == victims

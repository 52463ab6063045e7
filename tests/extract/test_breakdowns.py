"""Counts that are parts of another: tables of sentences in the project's own words."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties

Part = tuple[int | None, str, str | None]  # count, victim group, victim side

BROKEN_DOWN: list[tuple[str, int, str, list[Part]]] = [
    # text, total, group of the total, parts
    # a share named in a clause of its own
    (
        "Clashes in Darfur left 90 people dead, doctors said; 70 of them were fighters and 20 "
        "were civilians.",
        90,
        "mixed",
        [(70, "combatants", None), (20, "civilians", None)],
    ),
    # sides, behind "including"
    (
        "The toll has risen to 41, including 25 on the side of the RSF and its allies, 12 "
        "government troops and four civilians.",
        41,
        "mixed",
        [
            (25, "combatants", "Rapid Support Forces"),
            (12, "combatants", "government forces"),
            (4, "civilians", None),
        ],
    ),
    # a colon, members of a group; officers among the last part are no fourth part
    (
        "Monitors put the number of fighters killed at 30: 18 members of M23 and 12 government "
        "soldiers, among them two officers.",
        30,
        "combatants",
        [(18, "combatants", "M23"), (12, "combatants", "government forces")],
    ),
    # "made up of"
    (
        "The army raised its toll to 50, made up of 30 militants and 20 soldiers.",
        50,
        "combatants",
        [(30, "combatants", None), (20, "combatants", None)],
    ),
    # before the verb, and one person without a number
    (
        "Twelve people, nine of them women, were killed in Gao.",
        12,
        "unknown",
        [(9, "civilians", None)],
    ),
    (
        "Rockets wounded 30 people, including six children and a paramedic.",
        30,
        "unknown",
        [(6, "civilians", None), (1, "civilians", None)],
    ),
]


@pytest.mark.parametrize(("text", "total", "group", "parts"), BROKEN_DOWN)
def test_parts(text: str, total: int, group: str, parts: list[Part]) -> None:
    """Each part is a subset with its own people, and the parts tell whom the whole counts."""
    claims = read_casualties(text)
    wholes = [c for c in claims if not c.subset]
    assert [(c.quantity.best, c.victim_group) for c in wholes] == [(total, group)]
    found = [(c.quantity.best, c.victim_group, c.victim_side) for c in claims if c.subset]
    assert found == parts


WHOLE = [
    # another clause, another place, others beside the first
    "Five people died in Gao on Monday; 20 soldiers were there.",
    "Strikes killed ten people in Goma and six in Sake.",
    "The blast injured 20 people and killed three others.",
    # numbers that add up to more are no parts
    "The raid killed ten people, 15 soldiers were wounded and 20 fled.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_no_parts(text: str) -> None:
    """A count beside another is not part of it."""
    assert not [c for c in read_casualties(text) if c.subset]


SHARES = [
    # of those counted before; of people counted nowhere
    ("Clashes killed 30 rebels. Four of the rebels were killed in Gao.", [False, True]),
    ("Raids killed 24 civilians. Jets killed 19 of those civilians.", [False, True]),
    ("Two of the kidnappers were killed.", [False]),
    ("Five of the dead were children.", [True]),
]


@pytest.mark.parametrize(("text", "subset"), SHARES)
def test_shares(text: str, subset: list[bool]) -> None:
    """ "Four of the rebels" is a subset only of a larger count that was given before."""
    assert [c.subset for c in read_casualties(text)] == subset


OPENED = [
    # the count that opens the sentence, and each part of it behind "were" or a comma
    ("Of 40 killed in Goma, 12 were children.", [(40, False), (12, True)]),
    (
        "Of the 40 people killed in Goma, 12 were women, nine children and two nurses.",
        [(40, False), (12, True), (9, True), (2, True)],
    ),
    ("Of the 12 soldiers captured in Sake, five were officers.", [(12, False), (5, True)]),
    # with a verb of its own for what befell them
    ("Of the 73 injured in the blast, 30 were hospitalized.", [(73, False), (30, True)]),
    # those counted in the sentence before
    ("A raid killed 40 people. Of the dead, 12 were children.", [(40, False), (12, True)]),
    ("A raid killed 40 people. Of them, 12 were children.", [(40, False), (12, True)]),
    ("A raid killed 40 people. Of those killed, 12 were women.", [(40, False), (12, True)]),
    # no dead were counted before
    ("A raid wounded 40 people. Of the dead, 12 were children.", [(40, False)]),
    # people whom something else befell, or nothing
    (
        "Of the 40 people killed in Goma, 12 were women, and two men were hurt.",
        [(40, False), (12, True), (2, False)],
    ),
    ("Of the 90 people aboard, 30 were killed.", [(30, False)]),
    ("Of the 40 houses hit in Goma, 12 were destroyed and three men were killed.", [(3, False)]),
    # where they came from says not who they were
    ("Of the 40 people killed in Goma, 12 were from Sake.", [(40, False)]),
]


@pytest.mark.parametrize(("text", "counts"), OPENED)
def test_of_so_many(text: str, counts: list[tuple[int, bool]]) -> None:
    """Counts behind "Of the 40 killed" are parts of the 40, whatever word says who they were."""
    assert [(c.quantity.best, c.subset) for c in read_casualties(text)] == counts


TOPICS = [
    "Many of the newly displaced are staying with relatives.",
    "Some of those killed were buried at once.",
    "The evacuation of people wounded in the war has begun.",
]


@pytest.mark.parametrize("text", TOPICS)
def test_topics(text: str) -> None:
    """What is said of people already harmed is no new toll."""
    assert read_casualties(text) == ()


def test_a_bare_plural_beside_its_count() -> None:
    """ "The number of fighters killed … at 30" is one claim, with the fighters' count."""
    claims = read_casualties("Police put the number of rebels killed on Monday at 30.")
    assert [(c.quantity.best, c.victim) for c in claims] == [(30, "rebels")]


def test_who_says_so_is_no_part() -> None:
    """A part of the dead stands before who tells of them, who is alive."""
    text = "A raid killed 11 people, among them four children, according to a doctor."
    assert [claim.victim for claim in read_casualties(text)] == ["people", "children"]


RATES = [
    # so many by the day, wherever that stands in the clause
    ("Forces lost 655 troops per day in March, an officer said.", []),
    ("Some 12 civilians are killed every day in Goma.", []),
    ("Every week 12 civilians are killed in Goma.", []),
    ("Some 40 people were killed a day during the siege of Goma.", []),
    ("Up to 30 soldiers die daily near Goma.", []),
    # … but not when, in how long or in what they were
    ("Shelling killed 12 people a day after the truce.", [12]),
    ("Shelling killed 12 people in a day.", [12]),
    ("Shelling killed 12 people in the daily bombardment of Goma.", [12]),
    # nor what another clause tells
    ("Jets bomb Goma every day, and a raid on Monday killed 12 people.", [12]),
    ("A raid killed 12 people in Goma, where bread is sold every day.", [12]),
]


@pytest.mark.parametrize(("text", "counts"), RATES)
def test_so_many_by_the_day_are_no_toll(text: str, counts: list[int]) -> None:
    """ "12 a day" counts the dead of no day, of no attack and of no period."""
    assert [c.quantity.best for c in read_casualties(text)] == counts

"""A claimant has one name in all articles, and two claimants never share one."""

from __future__ import annotations

import pytest

from briefing.lexicon import load
from briefing.resolve.claimants import name_claimants

RULES = load("events")["claimants"]


def named(names: list[str]) -> list[str]:
    """What each name is called after all were read."""
    rows = [{"source_original": name} for name in names]
    return [str(row["source_original"]) for row in name_claimants(rows).rename(rows)]


@pytest.mark.parametrize("key", ["example", "example_ministry", "example_mission"])
def test_the_lexicons_examples_are_one(key: str) -> None:
    """Names of one body become one name."""
    assert set(named(RULES[key]["names"])) == {RULES[key]["one"]}


def test_two_bodies_stay_two() -> None:
    """A short name that two bodies might be meant by stays a name of its own."""
    assert named(RULES["example_apart"]["names"]) == RULES["example_apart"]["names"]


@pytest.mark.parametrize(
    ("names", "number"),
    [
        (["RSF", "Rapid Support Forces", "the RSF"], 1),  # an armed group's short form
        (["Ukraine's General Staff", "General Staff of Ukraine"], 1),  # the same words
        (["police", "military police"], 2),  # "police" is no short form of another body
        (["residents", "residents of Nyala"], 2),  # nor are residents
        (["UN", "United Nations"], 1),  # the lexicon's own
        (["Russia", "Ukraine"], 2),  # two states
        (["Jean Lenga", "Mr. Lenga", "Lenga"], 1),  # a person's surname
        (["Jean Lenga", "Omar Lenga", "Lenga"], 3),  # which of two is not said
        (["mayor of Kyiv", "Kyiv"], 2),
        (["Taliban spokesman Zabihullah Mujahid", "Zabihullah Mojahid"], 1),  # two spellings
        (["Omar Ali", "Ali Omar"], 2),
        (["UN mission", "UNMISS", "MONUSCO"], 3),  # of two missions it may be either's
        (["United Nations' peacekeeping mission", "UN’s peacekeeping mission"], 1),
    ],
)
def test_how_many_claimants(names: list[str], number: int) -> None:
    """How many claimants stand behind the names."""
    assert len(set(named(names))) == number


def test_the_outlet_itself_is_no_other() -> None:
    """ "We have recorded no deaths", "our correspondent": the outlet's own voice."""
    names = RULES["example_own"]["names"]
    rows = [{"source_original": name} for name in names]
    assert [row["source_original"] for row in name_claimants(rows).rename(rows)] == [None, None]
    assert named(["our"]) == ["our"]


def test_the_order_of_names_makes_no_difference() -> None:
    """Whoever is read first, the names are the same."""
    names = RULES["example_ministry"]["names"]
    assert named(names[::-1]) == named(names)

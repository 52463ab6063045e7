"""A claimant has one name in all articles, and two claimants never share one."""

from __future__ import annotations

import pytest

from briefing.lexicon import load
from briefing.resolve.bodies import bodies_in
from briefing.resolve.claimants import name_claimants

RULES = load("events")["claimants"]


def named(names: list[str]) -> list[str]:
    """What each name is called after all were read."""
    rows = [{"source_original": name} for name in names]
    return [str(row["source_original"]) for row in name_claimants(rows).rename(rows)]


@pytest.mark.parametrize("key", ["example", "example_ministry", "example_mission", "example_state"])
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
        (["Gaza Health Ministry", "Lebanese Health Ministry"], 2),  # a body is no person
        (["Sudanese army", "Sudan's military"], 1),
        (["Mali’s Health Minister Ali Sow", "Malian health ministry"], 1),  # who speaks for it
        (
            ["Kharkiv Governor Ivan Koval", "Kharkiv administration"],
            2,
        ),  # an office of his own
        (["UN mission", "UNMISS", "MONUSCO"], 3),  # of two missions it may be either's
        (["United Nations' peacekeeping mission", "UN’s peacekeeping mission"], 1),
        # who speaks for a body that is told of, too
        (["director of the World Health Organization", "WHO"], 1),
        (["M23 spokesman Omar Ali", "Omar Ali", "M23"], 1),
        (["network spokesperson Ana Oke", "Kivu Doctors Network"], 1),
        (["network spokesperson Ana Oke", "Kivu Doctors Network", "Ituri Radio Network"], 3),
        (["UN rights chief Ana Öke", "Ana Oke", "OHCHR"], 1),
        (["M23 spokesman Omar Ali", "FARDC"], 2),
        (["police chief Omar Ali", "police"], 2),  # of whichever police
        # initials
        (["KRF", "Kivu Relief Federation of Aid Workers"], 1),
        (["KRF", "Kivu Relief Federation", "Kasai Rescue Fund"], 3),
    ],
)
def test_how_many_claimants(names: list[str], number: int) -> None:
    """How many claimants stand behind the names."""
    assert len(set(named(names))) == number


@pytest.mark.parametrize(
    ("row", "meant"),
    [
        # of two ministries the one whose full name stands in the article …
        ({"article_id": "a"}, "Gaza's health ministry"),
        # … else that of the country told of, whose dead it counts
        ({"article_id": "c", "country": "LB"}, "Lebanese Health Ministry"),
        ({"article_id": "c"}, "the health ministry"),
        ({"article_id": "c", "country": "SY"}, "the health ministry"),
    ],
)
def test_which_ministry_is_meant(row: dict[str, str], meant: str) -> None:
    """A short name that two bodies have is read by its article and its country."""
    full = [
        {"article_id": "a", "source_original": "Gaza's health ministry"},
        {"article_id": "b", "source_original": "Lebanese Health Ministry"},
    ]
    short = row | {"source_original": "the health ministry"}
    rows = [*full, short]
    assert name_claimants(rows).rename(rows)[-1]["source_original"] == meant


def test_a_ministry_of_which_an_article_tells_twice_is_one() -> None:
    """ "The country's health ministry", then "the ministry's bulletin", beside one abroad; and
    of two whose names stand in the article that of the place told of."""
    lb = {"country": "LB", "place": "Tyre"}
    rows: list[dict[str, str]] = [
        {"article_id": "a", "source_original": "Gaza's health ministry"},
        {"article_id": "b", "source_original": "Lebanese Health Ministry"},
        {"article_id": "c", "source_original": "country's health ministry", **lb},
        {"article_id": "c", "source_original": "ministry's bulletin", **lb},
        {"article_id": "d", "source_original": "Gaza's health ministry"},
        {"article_id": "d", "source_original": "Lebanese Health Ministry"},
        {"article_id": "d", "source_original": "health ministry", "place": "Gaza"},
    ]
    told = [row["source_original"] for row in name_claimants(rows).rename(rows)]
    assert told[2:4] == ["Lebanese Health Ministry"] * 2
    assert told[-1] == "Gaza's health ministry"


def test_a_defence_ministry_may_be_anybodys() -> None:
    """Losses in a country are told by its enemy's ministry, too."""
    names = ["Russian Defence Ministry", "Ukraine's defence ministry", "the defence ministry"]
    rows = [{"article_id": name, "source_original": name, "country": "UA"} for name in names]
    assert len({row["source_original"] for row in name_claimants(rows).rename(rows)}) == len(names)


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


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Israeli military and Hezbollah", 2),  # each has a name
        ("local official and head of a civil society group", 2),  # of different kinds
        ("residents and local media", 2),
        ("doctors and nurses", 1),  # they may be the same people
        ("Ministry of Health and Population", 1),  # one body's name
        ("Omar Ali", 1),
    ],
)
def test_those_who_say_it_together_are_several(name: str, number: int) -> None:
    """Two sources of one sentence are two."""
    assert len(bodies_in(name)) == number

"""Airbases, crossings, camps and the like are found by name, at their spot, nowhere else."""

from __future__ import annotations

import time
from collections import Counter
from itertools import product
from typing import Any

import pytest

from briefing.lexicon import load
from briefing.models import Place
from briefing.places import Region, find_places, locate
from briefing.places.basemap import contains, load_countries
from briefing.places.features import LONGEST_NAME, Known, feature_key, known_features
from briefing.places.tokens import Tokens

GROUPS = load("features")["group"]
COAST = 0.15  # degrees that an island, a port or a border post may lie outside an outline
SEA = 4.0  # degrees that an island may lie from its country's nearest outline

features = pytest.mark.parametrize(
    ("place", "known"), known_features(), ids=[p["names"][0] for p, _ in known_features()]
)


def spellings(place: dict[str, Any]) -> list[str]:
    """Every name of an entry."""
    return [*place["names"], *place.get("more", [])]


def countries_near(latitude: float, longitude: float) -> set[str]:
    """Countries with an outline within ``SEA`` degrees: the map has no small islands."""
    return {
        shape.country
        for shape in load_countries()
        for ring in shape.rings
        if any(abs(y - latitude) < SEA and abs(x - longitude) < SEA for x, y in ring)
    }


def countries_around(latitude: float, longitude: float) -> set[str]:
    """Countries at a point or within ``COAST`` of it."""
    steps = (-COAST, -COAST / 2, 0.0, COAST / 2, COAST)
    return {
        shape.country
        for shape in load_countries()
        for dy, dx in product(steps, steps)
        if shape.box[0] - 1 <= longitude <= shape.box[2] + 1
        and contains(shape, latitude + dy, longitude + dx)
    }


def stands_for(place: Place, known: Known) -> bool:
    """Whether a found place is the feature, with its kind and its point."""
    phrase = known.phrase
    assert phrase.feature is not None
    found = (place.name, place.kind, place.country, place.latitude, place.longitude)
    expected = (phrase.name, phrase.feature.kind, phrase.country, phrase.latitude, phrase.longitude)
    return found == expected and place.where_prec == phrase.feature.precision


@features
def test_point_lies_in_its_country(place: dict[str, Any], known: Known) -> None:
    """A feature lies in its country, or at most a coast's breadth outside its outline."""
    latitude, longitude = place["at"]
    around = countries_around(latitude, longitude)
    if "in" not in place:
        at_point = {s.country for s in load_countries() if contains(s, latitude, longitude)}
        assert not at_point, "a place of no country lies in the sea"
    elif any("Island" in name for name in place["names"]) and place["in"] not in around:
        assert place["in"] in countries_near(latitude, longitude)
    else:
        assert {place["in"], ""} & around, "a strip that nobody holds has no code"


@features
def test_every_name_is_found(place: dict[str, Any], known: Known) -> None:
    """Each spelling with its group's noun is found whole, as the feature it names."""
    (nouns,) = [group["nouns"] for group in GROUPS if place in group["places"]]
    for name in spellings(place):
        words = " ".join((name, *nouns[:1]))
        found = find_places(f"Fighters shelled the {words} on Monday.")
        assert [p for p in found if stands_for(p, known)], (words, found)


@features
def test_distinctive_names_stand_alone(place: dict[str, Any], known: Known) -> None:
    """A name counts without a noun where the data says that it is distinctive, and only there."""
    alone = place.get("bare", False) or not known.nouns
    for name in spellings(place):
        found = any(stands_for(p, known) for p in find_places(f"Shelling near {name} on Monday."))
        assert found == (alone and name in place["names"]), name


@pytest.mark.parametrize("group", GROUPS, ids=[group["example"] for group in GROUPS])
def test_group_example(group: dict[str, Any]) -> None:
    """A group's example names one of its places."""
    (found,) = find_places(group["example"])
    points = [place["at"] for place in group["places"]]
    assert found.kind == group["kind"]
    assert [found.latitude, found.longitude] in points


def test_names_are_unique() -> None:
    """No two features share a name before the same noun, and no two share a bare name."""
    named: Counter[tuple[str, str]] = Counter()
    bare: Counter[str] = Counter()
    for place, known in known_features():
        keys = {feature_key(name) for name in spellings(place)}
        named.update(product(keys, known.nouns))
        if place.get("bare") or not known.nouns:
            bare.update({feature_key(name) for name in place["names"]})
    assert [name for name, times in (named + bare).items() if times > 1] == []


def test_entries_are_well_formed() -> None:
    """Entries have known keys, hundredths of a degree and names that the reader can see whole."""
    for place, _ in known_features():
        assert {"names", "at"} <= set(place) <= {"names", "more", "in", "at", "bare"}
        assert all(round(value, 2) == value for value in place["at"])
        assert all(len(Tokens(name)) <= LONGEST_NAME for name in spellings(place))


@pytest.mark.parametrize(
    ("text", "as_written"),
    [
        ("at Kuweires airbase", "Kuweires airbase"),
        ("at the Kuweires air base", "Kuweires air base"),
        ("at Kuweires military airport", "Kuweires military airport"),
        ("at the Kuweires Military Airport", "Kuweires Military Airport"),  # capital nouns
        ("at Kuweires’s airfield", "Kuweires’s airfield"),  # a possessive
        ("Clashes reached Kuweires on Monday.", "Kuweires"),  # bare
        ("KUWEIRES fell.", "KUWEIRES"),
        ("at Kweeres airbase", "Kweeres airbase"),  # another transliteration, before a noun
    ],
)
def test_forms_of_one_name(text: str, as_written: str) -> None:
    """A feature is found with any of its nouns, in any case, spelling or possessive."""
    (place,) = find_places(text)
    assert (place.as_written, place.name, place.kind) == (as_written, "Kuweires air base", "base")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aid passed the Bab Al Hawa crossing.", "Bab al-Hawa crossing"),  # the article's forms
        ("Aid passed the Bab el-Hawa crossing.", "Bab al-Hawa crossing"),
        ("Shots near Al-Tanf.", "al-Tanf base"),  # a leading article in capitals or left out
        ("Shots near Tanf base.", "al-Tanf base"),
    ],
)
def test_articles_are_levelled(text: str, name: str) -> None:
    """The Arabic article may take any form, and may be missing before the name."""
    assert [place.name for place in find_places(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Erez Cohen and Aida Khoury said so.",  # persons who share a feature's name
        "Sheikh Khaled al-Jarrah met Bassel al-Assad.",
        "The Yarmouk Brigade fought on.",  # an organisation
        "The Renaissance changed art; the port closed.",  # ordinary words
        "A plant, a camp, a dam, a base and a crossing.",
    ],
)
def test_other_names_are_left_alone(text: str) -> None:
    """A feature steals no person's, organisation's or ordinary word."""
    assert find_places(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("killed in Goma", "settlement"),  # a town without its airport
        ("killed in Zaporizhzhia, Ukraine", "settlement"),
        ("shells hit the Jenin hospital in Palestine", "site"),  # another feature of the town
        ("in the village of Jirah", "settlement"),  # the text says what it is
    ],
)
def test_towns_keep_their_names(text: str, kind: str) -> None:
    """Without its noun, or with another one, a town's name does not become the feature."""
    place = find_places(text)[0]
    assert place.kind == kind
    assert (place.latitude, place.longitude) not in {
        (known.phrase.latitude, known.phrase.longitude) for _, known in known_features()
    }


def test_direction_beside_a_feature() -> None:
    """ "South of" a feature keeps its point and says so; nothing is more exact than nearby."""
    (place,) = find_places("clashes south of Nir Oz")
    assert (place.direction, place.where_prec, place.latitude) == ("south of", 2, 31.31)


def test_feature_supports_a_village_nearby() -> None:
    """A known feature is a sure place: a small town beside it is resolved without a region."""
    alone = find_places("They shelled Dayr Hafir.")[0]
    (beside,) = [p for p in find_places("They left Kuweires and shelled Dayr Hafir.") if
                 p.as_written == alone.as_written]  # fmt: skip
    assert beside.country == "SY"


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Kuweires", None, "base"),
        ("Goma airport", None, "airport"),
        ("Goma", None, "settlement"),
        ("Bagram", "base", "base"),  # the kind asked for
    ],
)
def test_locate(name: str, kind: Any, expected: str) -> None:
    """A bare name is located as the feature where it is one."""
    place = locate(name, near=Region(("SY",)), kind=kind)
    assert place is not None
    assert (place.kind, place.as_written) == (expected, name)


@pytest.mark.parametrize("unit", ["Kuweires ", "Bab al-Hawa ", "Al Al-", "Goma international "])
def test_time_grows_with_length(unit: str) -> None:
    """Repetition must not make the work grow faster than the text."""
    started = time.perf_counter()
    find_places(unit * (40_000 // len(unit)))
    assert time.perf_counter() - started < 10

"""Every rule of the vocabulary does what its example says."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.lexicon import load
from briefing.places import Region, find_places
from briefing.places.features import feature_key
from briefing.places.mentions import read_mentions
from briefing.places.words import highways

PLACES = load("places")
SYRIA = Region(("SY",))


def rules(*tables: str) -> list[tuple[str, dict[str, Any]]]:
    """Every rule of the lexicon's tables with its example."""
    return [(rule["example"], rule) for table in tables for rule in PLACES[table]]


@pytest.mark.parametrize(("example", "rule"), rules("feature", "land"))
def test_nouns_make_a_kind(example: str, rule: dict[str, Any]) -> None:
    """A noun after or before a name makes it the feature that its rule says."""
    kinds = {place.kind for place in find_places(example, near=SYRIA)}
    assert rule["kind"] in kinds


@pytest.mark.parametrize(("example", "_rule"), rules("highway"))
def test_highways_are_found(example: str, _rule: dict[str, Any]) -> None:
    """A road is found as a line without a point."""
    roads = [place for place in find_places(example, near=SYRIA) if place.kind == "highway"]
    assert [(road.where_prec, road.latitude) for road in roads] == [(5, None)]
    assert any(road.pattern.search(example) for road in highways())


@pytest.mark.parametrize(("example", "rule"), rules("area", "region"))
def test_areas_are_found(example: str, rule: dict[str, Any]) -> None:
    """An area is found under the names of its rule."""
    found = [place for place in find_places(example) if place.kind in ("area", "admin1")]
    assert any(place.name in rule["names"] for place in found)


@pytest.mark.parametrize("table", ["persons", "organisations", "peoples", "metonymy", "common"])
def test_words_of_no_place(table: str) -> None:
    """What these words mark is no place."""
    assert find_places(PLACES[table]["example"]) == []


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("division", [("Idlib", "admin1", None)]),
        ("directions", [("Aleppo", "settlement", "western")]),
        ("cues", [("Atarib", "settlement", None)]),
        ("calendar", [("Aleppo", "settlement", None)]),
        ("function", [("Hama", "settlement", None)]),
        (
            "particles",
            [("Deir al Zor", "settlement", None), ("St. Paul", "settlement", None)],
        ),
    ],
)
def test_words_around_names(table: str, expected: list[tuple[str, str, str | None]]) -> None:
    """These words stand beside a name and are not part of it, or join it."""
    places = find_places(PLACES[table]["example"], near=SYRIA)
    assert [(p.as_written, p.kind, p.direction) for p in places] == expected


def test_the_arabic_article_has_many_forms() -> None:
    """Whichever form of the article a name is written with, the place is one."""
    names = [place.name for place in find_places(PLACES["articles"]["example"], near=SYRIA)]
    plain = [name.replace("ez-", "al-").replace("esh-", "al-") for name in names]
    assert len(names) == 2
    assert [feature_key(name) for name in names] == [feature_key(name) for name in plain]


@pytest.mark.parametrize("code", sorted(load("countries")))
def test_countries_are_read(code: str) -> None:
    """A country's example speaks of that country, by name or by its people."""
    assert read_mentions(load("countries")[code]["example"]).countries == {code}


@pytest.mark.parametrize("code", sorted(load("countries")))
def test_country_names_are_places(code: str) -> None:
    """Every name of a country is found as that country."""
    country = load("countries")[code]
    for name in [country["name"], *country.get("also", [])]:
        (place,) = find_places(f"fighting in {name} today")
        assert (place.kind, place.country) == ("country", code)

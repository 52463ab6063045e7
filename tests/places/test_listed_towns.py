"""Towns and villages that GeoNames' list leaves out, and when a small town is placed at all."""

from __future__ import annotations

import csv

import pytest

from briefing.places import find_places
from briefing.places.basemap import admin1_at, load_countries
from briefing.places.cache import listed_towns
from briefing.places.choose import distance_km
from briefing.places.gazetteer import gazetteer
from briefing.places.index import SIZES

ROWS = [row for text in listed_towns() for row in csv.DictReader(text.splitlines())]
SAME_KM = 20.0
NEAR_DEGREES = 0.1  # towns on a border lie beside the simplified outline


def test_each_is_listed_once_and_known_to_nobody_else() -> None:
    """No row repeats another, or a town of GeoNames' list under the same name."""
    places = [(row["country"], row["name"]) for row in ROWS]
    assert len(places) == len(set(places)) > 1000
    doubled = [
        row["name"]
        for row in ROWS
        for entry in gazetteer().lookup(row["name"])
        if entry.geonameid and _beside(row, entry.latitude, entry.longitude) and not entry.loose
    ]
    assert doubled == []


def _beside(row: dict[str, str], latitude: float, longitude: float) -> bool:
    at = (float(row["latitude"]), float(row["longitude"]))
    return distance_km(at, (latitude, longitude)) < SAME_KM


def test_each_lies_in_its_country() -> None:
    """The coordinates lie in the country of the row, or beside its border."""
    known = {shape.country for shape in load_countries()}
    assert {row["country"] for row in ROWS} <= known
    assert [row["name"] for row in ROWS if not _lies_in(row)] == []


def _lies_in(row: dict[str, str]) -> bool:
    latitude, longitude = float(row["latitude"]), float(row["longitude"])
    steps = (0.0, -NEAR_DEGREES, NEAR_DEGREES)
    around = [(latitude + dy, longitude + dx) for dy in steps for dx in steps]
    assert row["size"] in SIZES
    return any(admin1_at(*at, row["country"]) for at in around)


PLACED = [
    ("Fighting went on near Robotyne, Ukraine's army said.", "Robotyne", "UA", "Zaporizhzhia"),
    ("M23 rebels seized Masisi in eastern Congo.", "Masisi", "CD", "North Kivu"),
    ("Gunmen attacked Palma in Mozambique.", "Palma", "MZ", "Cabo Delgado"),
    ("Burkina Faso's army repelled an attack on Barsalogho.", "Barsalogho", "BF", "Sanmatenga"),
    ("Two men died in Bentiu, South Sudan said.", "Bentiu", "SS", "Unity"),
    ("Syrian jets bombed Al-Lataminah near Hama.", "Al-Lataminah", "SY", "Hama"),
    ("Rebels shelled Foua in Syria.", "Foua", "SY", "Idlib"),
]


@pytest.mark.parametrize(("text", "written", "country", "division"), PLACED)
def test_small_towns_of_a_named_country(
    text: str, written: str, country: str, division: str
) -> None:
    """Where the text names the country, the town needs neither size nor neighbours."""
    (place,) = [place for place in find_places(text) if place.as_written == written]
    assert (place.country, place.admin1, place.resolved) == (country, division, True)


@pytest.mark.parametrize(
    "text",
    [
        "Nasir said two men had died in South Sudan.",
        "Rebels attacked Nasir Ali in South Sudan.",
        "Muse told reporters in Myanmar that he would not resign.",
    ],
)
def test_persons_are_no_towns(text: str) -> None:
    """A person who has the name of a town stays a person."""
    assert {place.kind for place in find_places(text)} == {"country"}

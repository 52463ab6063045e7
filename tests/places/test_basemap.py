"""The base map is whole: closed rings, readable names, points in the right division."""

from __future__ import annotations

import itertools

import pytest

from briefing.places.basemap import admin1_at, contains, load_admin1, load_countries


def test_rings_are_closed_and_on_the_globe() -> None:
    """Every ring ends where it begins, and no ring jumps across the antimeridian."""
    for shape in load_countries():
        for ring in shape.rings:
            assert ring[0] == ring[-1]
            assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)
            if shape.country != "AQ":  # goes round the pole
                steps = itertools.pairwise(ring)
                assert max(abs(a[0] - b[0]) for a, b in steps) < 90


def test_labels_lie_inside() -> None:
    """A label stands in its own country."""
    assert all(
        contains(shape, shape.label[1], shape.label[0])
        for shape in load_countries()
        if len(shape.rings[0]) > 20
    )


@pytest.mark.parametrize(
    ("latitude", "longitude", "country", "name"),
    [
        (36.20, 37.16, "SY", "Aleppo"),  # a city in its province
        (35.93, 36.63, "SY", "Idlib"),  # the neighbour
        (48.01, 37.80, "UA", "Donetsk"),  # soft sign left out
        (45.04, 34.10, "UA", "Crimea"),  # the United Nations' line
        (-1.67, 29.22, "CD", "North Kivu"),  # translated
        (13.63, 25.35, "SD", "North Darfur"),  # compass point as the country writes it
        (31.50, 34.46, "PS", "Gaza Strip"),  # a territory
        (38.90, -77.03, "US", "District of Columbia"),  # full names in the United States
    ],
)
def test_points_lie_in_their_division(
    latitude: float, longitude: float, country: str, name: str
) -> None:
    """A town's coordinates lead to the division it lies in, named in readable English."""
    found = admin1_at(latitude, longitude)
    assert found is not None
    assert (found.country, found.name) == (country, name)


def test_open_sea_has_no_division() -> None:
    """A point in the ocean belongs to nobody."""
    assert admin1_at(0.0, -30.0) is None


def test_unknown_country_has_no_divisions() -> None:
    """A code without data gives an empty map, not an error."""
    assert load_admin1("ZZ") == ()


def test_names_are_free_of_broken_encoding() -> None:
    """No division's name shows the marks of a wrong decoding."""
    names = [shape.name for c in load_countries() if c.country for shape in load_admin1(c.country)]
    assert len(names) > 4000
    assert not [name for name in names if "Ã" in name or "�" in name or not name.strip()]


def test_neighbours_share_their_border() -> None:
    """Idlib and Aleppo meet along common points, without gaps."""
    points = {s.name: {p for r in s.rings for p in r} for s in load_admin1("SY")}
    assert len(points["Idlib"] & points["Aleppo"]) > 5

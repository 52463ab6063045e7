"""Villages that no gazetteer knows, put on the map beside the towns that the text names."""

from __future__ import annotations

import pytest

from briefing.lexicon import load
from briefing.places import find_places
from briefing.places.choose import distance_km

BESIDE = [
    # text, kilometres from the town, precision
    (load("places")["degrees"]["example"], 40, 2),
    ("Shells fell in Qanzura, near Homs.", 0, 2),
    ("Shells fell in Qanzura, a village outside Homs.", 0, 2),
    ("Shells fell in Qanzura village, just south of the city of Homs.", 0, 2),
    ("Qanzura, 12 km west of Homs, was shelled.", 12, 2),
    ("Qanzura, approximately 12 km west of Homs, was shelled.", 12, 2),
    ("Shells fell in Qanzura, some 60 kilometres (37 miles) to the north of Homs.", 60, 2),
    ("Shells fell in Qanzura, 20 miles from Homs.", None, None),  # no direction, and too far
    ("Shells fell in Qanzura, 900 km east of Homs.", None, None),
    ("Shells fell in Qanzura and Homs.", None, None),
    ("Rebels left Qanzura after talks near Homs.", None, None),
]


@pytest.mark.parametrize(("text", "far", "precision"), BESIDE)
def test_beside_a_town(text: str, far: float | None, precision: int | None) -> None:
    """The point is the town's, or as far off as the text says; else there is none."""
    village, town = find_places(text)
    assert village.as_written.startswith("Qanzura")
    assert village.where_prec == precision
    if far is None:
        assert village.latitude is None
        return
    points = [(p.latitude or 0.0, p.longitude or 0.0) for p in (village, town)]
    assert distance_km(*points) == pytest.approx(far, abs=0.5)
    assert (village.country, village.geonameid) == ("SY", None)


def test_direction_of_the_point() -> None:
    """What lies west of a town lies in smaller longitudes, on its latitude."""
    village, town = find_places("Shells fell in Qanzura, 30 km west of Homs.")
    assert village.longitude is not None
    assert town.longitude is not None
    assert village.longitude < town.longitude
    assert village.latitude == pytest.approx(town.latitude, abs=0.001)


def test_placed_once_is_placed_throughout() -> None:
    """Where one sentence says where a village lies, the others need not."""
    text = "Shells fell in Qanzura, near Homs. The army left Qanzura on Monday."
    first, _, again = find_places(text)
    assert (first.latitude, first.where_prec) == (again.latitude, again.where_prec)
    assert again.where_prec == 2

"""Which place lies in which, as the text puts it."""

from __future__ import annotations

import pytest

from briefing.places import find_places

CHAINS = [
    # district and province behind a comma
    ("in Bermal district, Paktika province", "Bermal", ["Paktika"]),
    ("in the village of Khel in Bermal district, Paktika province", "Khel", ["Bermal", "Paktika"]),
    # words between: the part of a country, the kind of a place
    ("in the town of Tori in the western Afghan province of Herat", "Tori", ["Herat"]),
    ("in Goma, in eastern Congo", "Goma", ["Congo"]),
    # the wider place may own the narrower
    ("in Syria's Jaeber village", "Jaeber", ["Syria"]),
    ("in the region of Jandar in Vazine district", "Jandar", ["Vazine"]),
    ("in Goma's mainly Hutu neighbourhood of Keshero", "Keshero", ["Goma"]),
    ("in the Goma suburb of Keshero", "Keshero", ["Goma"]),
    ("in Mogadishu's Wadajir district", "Wadajir", ["Mogadishu"]),
    # a name keeps what it was put within
    ("in Sabari district, Khost province. Men from Sabari district fled", "Sabari", ["Khost"]),
    ("in Keshero camp near the city of Goma", "Goma", []),
    ("from Bukavu to the city of Goma", "Goma", []),
    # a list of equals and another event's place are no chain
    ("in Goma, Bukavu and Uvira", "Goma", []),
    ("two died in Goma, and three in Congo", "Goma", []),
]


@pytest.mark.parametrize(("text", "name", "within"), CHAINS)
def test_within(text: str, name: str, within: list[str]) -> None:
    """The last mention of a name knows what the text puts it within, narrowest first."""
    place = next(p for p in reversed(find_places(text)) if p.as_written == name)
    assert [wider.as_written for wider in place.within] == within


def test_unknown_place_takes_its_division() -> None:
    """A village that no gazetteer knows has the division and state that the text gives it."""
    (village, *_) = find_places("in Zhuwandi village, Khost province, Afghanistan")
    assert (village.resolved, village.admin1, village.country) == (False, "Khost", "AF")


NAMES = [
    # a letter before which a mark stands for a sound
    ("in Nad ‘Ali district, Helmand province", ["Nad ‘Ali", "Helmand"]),
    # a person's name that a place bears
    ("in Wali Hassan Shahid district, Ghazni province", ["Wali Hassan Shahid", "Ghazni"]),
    # a department that is a division, and one that is an office
    ("in Ciudad Barrios, San Miguel Department", ["Ciudad Barrios", "San Miguel Department"]),
    ("the Texas Department of Health", []),
    # what holds a town is no town
    ("in two Serb-held towns", []),
    ("in Nahr-e Saraj district", ["Nahr-e Saraj"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text: str, names: list[str]) -> None:
    """Names of places are whole, and adjectives and offices are none."""
    assert [place.as_written for place in find_places(text)] == names


BEARINGS = [
    # another state's division of that name is not meant
    ("Twelve died in Burkina Faso's Est region.", "Est", "BF", False),
    ("Twelve died in the Nord region of Burkina Faso.", "Nord", "BF", False),
    ("Twelve died in Burkina Faso, in the region of Est.", "Est", None, False),
    # where the state has one, it is
    ("Twelve died in Cameroon's Far North.", "Far North", "CM", True),
]


@pytest.mark.parametrize(("text", "name", "country", "resolved"), BEARINGS)
def test_bearings_as_names(text: str, name: str, country: str | None, resolved: bool) -> None:
    """A division called by a bearing is that of the state which the text names, or unknown."""
    place = next(p for p in find_places(text) if p.as_written == name)
    assert (place.country, place.resolved) == (country, resolved)


def test_no_coordinates_of_a_namesake_in_another_division() -> None:
    """Where the text says which division a name lies in, another one of that name is not meant."""
    text = "Rebels took Kohistan district of Badakhshan. They left Kohistan on Monday."
    found = [p for p in find_places(text) if p.as_written == "Kohistan"]
    assert [(p.admin1, p.latitude) for p in found] == [("Badakhshan", None)] * 2

"""Villages whose names look like a person's, or begin with what many villages are named after."""

from __future__ import annotations

import pytest

from briefing.places import find_places

NAMED = [
    # behind what says so a person's name is a place's, whole
    ("Shells fell on the village of Tal Hassan on Monday.", ["Tal Hassan"]),
    ("They raided the village of Hassan Kheyl.", ["Hassan Kheyl"]),
    ("The outskirts of Abdul Karim were hit.", ["Abdul Karim"]),
    ("Rebels hold the hamlet of Mohamed Ali Gaye.", ["Mohamed Ali Gaye"]),
    # mounds, monasteries, houses
    ("A mine killed two men in Tell al-Ali on Tuesday.", ["Tell al-Ali"]),
    ("Fighters took Tell Brosha and Kafr Hamra.", ["Tell Brosha", "Kafr Hamra"]),
    ("Settlers burned cars in Beit Lid al-Fawqa.", ["Beit Lid al-Fawqa"]),
    ("Jets struck Khirbet Zuwayda before dawn.", ["Khirbet Zuwayda"]),
    # and people
    ("Police arrested Tal Hassan.", []),
    ("Tell Ali to leave, he said.", []),
    ("The mayor, Hassan Ali Kheyl, fled.", []),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_villages_are_named_whole(text: str, names: list[str]) -> None:
    """Known to the gazetteer or not, a village has its whole name, and a person is none."""
    assert [place.as_written for place in find_places(text)] == names

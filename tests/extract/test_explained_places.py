"""Places that the text explains: "Sake, a town near Goma, and Minova"."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties, read_changes

TAKEN = [
    ("Sake, a town near Goma, and Minova were captured on Monday.", ["Sake", "Minova"]),
    ("Rebels captured Sake, a town near Goma, and Minova.", ["Sake", "Minova"]),
    ("Sake, a village outside Goma, was captured by rebels.", ["Sake"]),
    ("Bama, a town near Maiduguri, and Gwoza fell to Boko Haram.", ["Bama", "Gwoza"]),
    ("Kalma, a camp near Nyala, and Zalingei were seized by the RSF.", ["Kalma", "Zalingei"]),
    ("Troops retook Kyaukme, a town in Shan State, on Monday.", ["Kyaukme"]),
    ("Fighters captured Tell al-Ali and Tal Rifaat on Monday.", ["Tell al-Ali", "Tal Rifaat"]),
]


@pytest.mark.parametrize(("text", "places"), TAKEN)
def test_what_was_taken_is_what_is_explained(text: str, places: list[str]) -> None:
    """And not the town near which it lies; the list goes on behind the comma."""
    told = [place.as_written for change in read_changes(text) for place in change.places]
    assert told == places


HARMED = [
    ("Gunmen killed Omar Ali, a teacher from Goma, and Ana Diaz.", ["Omar Ali", "Ana Diaz"]),
    ("The blast killed five soldiers and a nurse from Goma.", ["soldiers", "nurse"]),
]


@pytest.mark.parametrize(("text", "victims"), HARMED)
def test_a_list_goes_on_behind_what_explains_a_name(text: str, victims: list[str]) -> None:
    """Of people, too."""
    assert [claim.victim for claim in read_casualties(text)] == victims

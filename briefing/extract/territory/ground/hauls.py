"""Weapons that were seized or lost, which are no places: "12 mines and 200 rounds"."""

from __future__ import annotations

from functools import partial
from typing import Final

from briefing.extract.scene import Scene
from briefing.extract.territory.ground.taken import Taken
from briefing.lexicon import word_set

_words = partial(word_set, "territory", "hauls")

_ACRONYM: Final = 4  # letters of the name of a kind of vehicle: "BMP", "APC"


def is_haul(scene: Scene, taken: Taken) -> bool:
    """ "Seized 12 mines and 200 rounds", "lost 30 men, a tank and a BMP"."""
    if _words("words").isdisjoint(scene.parse.held):
        return False
    resolved = any(place.resolved for place in taken.places)
    name = scene.document.article.text[taken.start : taken.end].split()[-1]
    vehicle = name.isupper() and len(name) <= _ACRONYM and not resolved
    return vehicle or (taken.unit in _words("units") and not taken.places)

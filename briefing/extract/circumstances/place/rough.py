"""Places that only say about where something was: "near Goma", or the dateline of a village.

UCDP codes what happened near a known point at that point, with ``where_prec`` 2.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from briefing.extract.circumstances.place.setting import governor
from briefing.extract.scene import Scene, once
from briefing.lexicon import word_set
from briefing.models import Place
from briefing.records import replace

_words = partial(word_set, "circumstances", "rough")

_NEAR, _EXACT = 2, 1  # UCDP's where_prec
_BESIDE: Final = "near"


def roughly(scene: Scene, place: Place) -> Place:
    """The place of an event, as what it was near where the text says no more."""
    if _words("beside").isdisjoint(scene.parse.held) or not _is_town(place):
        return place
    at = governor(scene, place)
    word = "" if at is None else scene.parse.groups[at].word
    return _beside(place, word) if word in _words("beside") else place


def of_village(scene: Scene, town: Place) -> Place:
    """The dateline's town, near which the village lies of which a sentence tells without a name."""
    return _beside(town, _BESIDE) if _is_town(town) and _tells_of_village(scene) else town


def _is_town(place: Place) -> bool:
    exact = place.where_prec == _EXACT and place.direction is None
    return exact and place.kind == "settlement"


def _beside(place: Place, word: str) -> Place:
    return replace(place, where_prec=_NEAR, direction=word)


@once
def _tells_of_village(scene: Scene) -> bool:
    """ "GOMA – Ten people died in a raid on a village": not in the town, and not on a known one."""
    if _words("villages").isdisjoint(scene.parse.held):
        return False
    groups = (g for g in scene.parse.groups if g.kind == "noun" and not g.definite)
    return any(group.word in _words("villages") for group in groups)

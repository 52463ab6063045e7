"""Buildings and farms that are left for some hours, or taken from their owner: no territory."""

from __future__ import annotations

from typing import Final

from briefing.extract.buildings import EVACUATED, OWNED
from briefing.extract.circumstances.who import actor_in
from briefing.extract.scene import Scene
from briefing.lexicon import word_set

_EVACUATE: Final = word_set("casualties", "premises", "verbs")
_OWNED_BY: Final = word_set("territory", "property", "owned")


def is_left_for_hours(scene: Scene, trigger: int, unit: str | None) -> bool:
    """ "Police evacuated the hotel": nobody has lost it, and those inside come back."""
    return unit in EVACUATED and scene.parse.groups[trigger].verb in _EVACUATE


def is_property(scene: Scene, unit: str | None, last: int) -> bool:
    """ "Seized five farms owned by Omar Ali", unless a side of the war owns them."""
    groups = scene.parse.groups
    if unit not in OWNED or last + 1 >= len(groups):
        return False
    if groups[last + 1].word not in _OWNED_BY:
        return False
    owner = actor_in(scene, last + 3) if last + 3 < len(groups) else None
    return not (owner and owner.combatant)

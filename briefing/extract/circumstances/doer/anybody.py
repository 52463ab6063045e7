"""Who did it, told as somebody of whom nothing is known: nobody told before."""

from __future__ import annotations

from typing import Final

from briefing.extract.scene import Scene
from briefing.language.subjects import subject
from briefing.lexicon import word_set

_ANYBODY: Final = word_set("circumstances", "anybody", "anybody")
_UNKNOWN: Final = word_set("circumstances", "anybody", "unknown")
_HELD: Final = _ANYBODY | _UNKNOWN


def is_by_anybody(scene: Scene, verb: int) -> bool:
    """ "M23 took Goma. Unidentified gunmen killed a priest", "the mayor condemned those who killed
    six": not M23."""
    if _HELD.isdisjoint(scene.parse.held):
        return False
    groups = scene.parse.groups
    near = range(max(1, verb - _NEAR), verb)
    antecedents = [at - 1 for at in near if groups[at].kind == "relative"]  # "who this morning …"
    return any(
        groups[at].word in _ANYBODY or not _UNKNOWN.isdisjoint(scene.parse.words(groups[at]))
        for at in (*subject(scene.parse, verb).wholes, *antecedents)
    )


_NEAR: Final = 3  # groups before a verb in which its "who" stands

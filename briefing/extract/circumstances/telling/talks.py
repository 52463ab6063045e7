"""Places where people met or were tried, and where nothing befell anybody."""

from __future__ import annotations

from functools import partial
from typing import Final

from briefing.extract.scene import Scene
from briefing.lexicon import word_set

_words = partial(word_set, "circumstances")
_REACH: Final = 6  # groups before a judge in which somebody "appears" before him
_LED: Final = 2  # groups from "in" back to what leads to "judge" before it


def is_of_talks(scene: Scene, at: int) -> bool:
    """ "A truce agreed in Minsk", "talks in Doha": where people met, and nothing befell anybody."""
    before = scene.parse.groups[at - 1] if at else None
    if before is None:
        return False
    if before.word in _words("talks", "court"):
        return _is_of_trial(scene, at)
    signed = before.kind == "verb" and before.verb in _words("talks", "verbs")
    what = scene.parse.groups[at - 2].word if before.verb == "hold" and at > 1 else before.word
    return signed or what in _words("talks", "nouns")


def _is_of_trial(scene: Scene, at: int) -> bool:
    """ "Told a judge in Goma", "was brought before one in Goma"; not "died before the hearing"."""
    led = scene.parse.groups[max(0, at - _LED)]
    if led.word == "before":
        near = scene.parse.groups[max(0, at - _LED - _REACH) : at - _LED]
        return any(group.verb in _words("talks", "appears") for group in near)
    return led.word == "to" or led.verb == "tell"

"""Where the wounded are treated, which is not where they were wounded."""

from __future__ import annotations

from functools import partial
from typing import Final

from briefing.extract.scene import Scene
from briefing.lexicon import word_set
from briefing.models import Place

_words = partial(word_set, "circumstances")

_NOUNS: Final = _words("care", "nouns")
_HOUSES: Final = _words("care", "houses")
_REACH: Final = 6  # groups that are looked at before a place


def is_of_care(scene: Scene, at: int) -> bool:
    """ "Receiving treatment at Jos", "flown to a hospital in Goma": not where they were hurt."""
    groups, to = scene.parse.groups, False
    for back in range(at - 1, at - _REACH if at >= _REACH else -1, -1):
        group = groups[back]
        if group.kind == "verb":
            moved = to and group.verb in _words("care", "moves")
            return group.passive and (moved or group.verb in _words("care", "verbs"))
        if group.word in _NOUNS:
            return True
        if group.kind not in ("noun", "preposition") or group.word in _BEHIND_EVENT:
            return False  # "rushed to hospital after shelling in Goma"
        to = group.word == "to"
    return False


_BEHIND_EVENT: Final = frozenset(("after", "following", "since"))


def takes_in(scene: Scene, place: Place, at: int) -> bool:
    """ "At the hospital medics said they had received 30 wounded": it was not hit itself."""
    held = scene.parse.held
    if _HOUSES.isdisjoint(held):
        return False
    if place.as_written.lower().split()[-1] not in _HOUSES:
        return False
    verbs = _words("care", "tells") if at == 0 else frozenset()
    received = not held.isdisjoint(verbs | _words("care", "receives"))
    return received and _words("care", "struck").isdisjoint(held)

"""When and where somebody speaks, which is not when and where the event happened."""

from __future__ import annotations

from functools import cache

from briefing.extract.scene import Scene
from briefing.language.groups import Group
from briefing.lexicon import load

_ASIDE = 6  # groups between a verb of speech and what belongs to it


def is_of_statement(scene: Scene, at: int) -> bool:
    """Whether the group at ``at`` belongs to a verb of speech: "police said in Goma on Monday"."""
    groups = scene.parse.groups
    for back in range(at - 1, max(-1, at - _ASIDE), -1):
        if groups[back].kind == "verb":
            return says(groups[back])
        if not _is_aside(scene, back):
            return False
    return False


def says(*groups: Group) -> bool:
    """Whether the first group is a verb of speech in the active."""
    return any(g.kind == "verb" and g.verb in _words("verbs") and not g.passive for g in groups[:1])


def _is_aside(scene: Scene, at: int) -> bool:
    """Where, to whom and in what somebody speaks: "in a statement", "in Goma", "told reporters"."""
    group = scene.parse.groups[at]
    if group.kind == "preposition" or group.word in _words("occasions"):
        return True
    return group.kind == "noun" and bool(scene.document.places_in(scene.span(group)))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("dates")["statement"][key].split())

"""Whether a count is told as of one attack, however wide the area that the text says it was in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from briefing.extract.claims import has_own_place
from briefing.extract.scene import Scene, scenes_of
from briefing.language.groups import Group
from briefing.language.inflection import looks_plural
from briefing.lexicon import word_set
from briefing.models import Casualty, Place
from briefing.records import replace

_words = partial(word_set, "casualties", "one_attack")

_REACH: Final = 8  # groups on either side of the verb in which the attack or its spot stands
_ONE: Final = frozenset(("a", "an", "one", "the", "this", "that"))
_SOME: Final = frozenset(("a", "an", "one"))


def is_one_attack(scene: Scene, trigger: int, place: Place | None) -> bool:
    """ "Killed in an attack in Ituri", "gunmen in Yobe killed nine on a bus"; not "in attacks".

    So is what is told behind a sentence on an attack that says where it was.
    """
    near = scene.parse.groups[max(0, trigger - _REACH) : trigger + _REACH]
    if _tells_one(scene, near):
        return True
    if place is None or scene.sentence.start <= place.start:
        return False
    earlier = scenes_of(scene.document)[scene.document.sentence_at(place.start).index]
    return _tells_one(earlier, earlier.parse.groups)


def _tells_one(scene: Scene, groups: Iterable[Group]) -> bool:
    held = scene.parse.held
    if not _words("several").isdisjoint(held):
        return False
    if _words("nouns").isdisjoint(held) and _words("spots").isdisjoint(held):
        return False
    return any(_is_one(scene, group) for group in groups)


def with_attack_before(claims: Iterable[Casualty]) -> list[Casualty]:
    """ "Ten people were burned alive": of the one attack told before, if no other place is told."""
    told: list[Casualty] = []
    attacked = False
    for claim in claims:
        other = has_own_place(claim) or claim.one_attack or claim.running_total
        again = attacked and not other
        told.append(replace(claim, one_attack=True) if again else claim)
        attacked = attacked or claim.one_attack
    return told


def _is_one(scene: Scene, group: Group) -> bool:
    if group.kind != "noun" or looks_plural(group.word):
        return False
    first = scene.parse.lower[group.first]
    if group.word in _words("nouns"):
        return first in _ONE
    return group.word in _words("spots") and first in _SOME

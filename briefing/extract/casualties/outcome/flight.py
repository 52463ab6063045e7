"""Who crosses a border or is evacuated, and yet is not displaced."""

from __future__ import annotations

from typing import Final

from briefing.extract.buildings import EVACUATED
from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.people.names import name_of
from briefing.extract.people.victims import Victims
from briefing.extract.scene import Scene
from briefing.extract.triggers import nouns_of, verbs, words_of

# Rules that tell of flight, if it is people without arms whom they tell of.
_OF_FLIGHT: Final = frozenset(
    "arrival border causing crossing displace displacement flee refuge".split()
)

_OF_OWN: Final = frozenset(("arrival", "flee", "refuge"))  # … and in which they themselves leave
_EVACUATE: Final = words_of("premises", "verbs")


def is_no_flight(scene: Scene, finding: Finding, victims: Victims) -> bool:
    """Troops who cross a border do not flee, and "14 wounded" are evacuated to a hospital."""
    if finding.rule not in _OF_FLIGHT:
        return False
    counted, *behind = scene.parse.groups[victims.at : victims.at + 2]
    words = scene.parse.words(counted) + [g.word for g in behind if g.kind == "predicate"]
    if victims.group == "combatants" or not nouns_of("rescued").isdisjoint(words):
        return True
    if not nouns_of("no_flight", "words").isdisjoint(words) and finding.rule in _OF_OWN:
        return True
    if finding.rule == "flee" and victims.quantity.best == 1 and name_of(victims.words):
        return True  # a person of whom the news tells by name is not displaced
    return _is_from_building(scene, finding.trigger) or _is_of_wounded(scene, finding, victims)


def _is_of_wounded(scene: Scene, finding: Finding, victims: Victims) -> bool:
    """ "31 wounded, of whom eight were evacuated": a bare count of those spoken of."""
    if scene.parse.groups[finding.trigger].verb not in _EVACUATE:
        return False
    if _are_hurt_before(scene, finding, victims):
        return True
    return victims.words is None and not nouns_of("rescued").isdisjoint(scene.parse.held)


def _are_hurt_before(scene: Scene, finding: Finding, victims: Victims) -> bool:
    """ "Fifteen sustained injuries and were evacuated to Nairobi"."""
    between = scene.parse.groups[victims.at + 1 : finding.trigger]
    return any(g.word in _INJURIES or g.verb in _INJURE for g in between)


_INJURIES: Final = nouns_of("injuries")
_INJURE: Final = frozenset(v for v, trigger in verbs().items() if trigger.outcome == "injured")


def _is_from_building(scene: Scene, trigger: int) -> bool:
    """ "Were evacuated from the hotel": for some hours, and not displaced."""
    groups = scene.parse.groups
    behind = groups[trigger + 1 : trigger + 3]
    left = len(behind) > 1 and behind[0].word == "from" and groups[trigger].verb in _EVACUATE
    return left and behind[1].word in EVACUATED

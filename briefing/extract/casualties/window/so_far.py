"""Counts of no one day: what a group has done so far, and who is displaced as things stand."""

from __future__ import annotations

from functools import partial
from typing import Final

from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.circumstances.event.incident import EVENT_NOUNS
from briefing.extract.people.victims import Victims
from briefing.extract.scene import Scene
from briefing.language.inflection import looks_plural
from briefing.language.vague import coded
from briefing.lexicon import load, word_set
from briefing.models import Quantity

_words = partial(word_set, "casualties", "so_far")
_HUNDREDS: Final[int] = load("casualties")["so_far"]["from"]
_THOUSAND: Final[int] = load("casualties")["so_far"]["counted"]
_NEAR: Final = 2  # groups between "home" and who live there


def is_so_far(scene: Scene, finding: Finding, victims: Victims) -> bool:
    """Whether a count is of all up to now."""
    if finding.outcome == "displaced":
        return finding.rule in _STANDING and _stands(scene, victims.at)
    return _is_of_past(scene, finding, victims)


def _is_of_past(scene: Scene, finding: Finding, victims: Victims) -> bool:
    """ "Its fighters have killed hundreds of civilians", "more than 2,000 have died", where no one
    attack is told with it."""
    verb = scene.parse.groups[finding.trigger]
    if not (verb.kind == "verb" and verb.perfect) or not _is_of_many(victims.quantity):
        return False
    return not any(_is_one_attack(group.word) for group in scene.parse.groups)


def _is_of_many(told: Quantity) -> bool:
    """Whether a count is of more than one attack kills."""
    if told.kind == "vague":
        return (coded(told.as_written, "lowest") or 0) >= _HUNDREDS
    return (told.low or 0) >= _THOUSAND


def _is_one_attack(word: str) -> bool:
    """ "The attack", a blast; not "attacks", and not "the fighting", which has no end."""
    if looks_plural(word) or word in _words("unended"):
        return False
    return word in EVENT_NOUNS


def _stands(scene: Scene, at: int) -> bool:
    """ "Hosts 30,000 displaced people", "there are …", "home to …", "3,000 remain displaced"."""
    groups = scene.parse.groups
    before = groups[at - 1] if at else None
    if before is not None and (before.verb in _words("holds") or before.word in _words("holds")):
        return True
    if before is not None and before.word == "to":
        return any(group.word == "home" for group in groups[max(0, at - _NEAR) : at])
    return any(group.verb in _words("stays") for group in groups[at + 1 : at + 2])


_STANDING: Final = ("adjectives", "homeless")  # rules that name people displaced, whenever it was

"""Attacks that a text tells by whom they met: "came under attack", "fell into an ambush"."""

from __future__ import annotations

from typing import Final

from briefing.extract.reality import happened
from briefing.extract.scene import Scene
from briefing.language.groups import Group, Parsed
from briefing.lexicon import word_set
from briefing.models import Span

_VERBS: Final = {way: word_set("incidents", "met", way) for way in ("under", "into", "in")}
MEETING: Final = frozenset(verb for verbs in _VERBS.values() for verb in verbs) - {"be"}
_MOTIVES: Final = word_set("incidents", "met", "motives")
_REACH: Final = 4  # groups behind the attack in which its motive stands
_LED: Final = 2  # groups from the attack back to its verb: "came", "under"


def verb_of_meeting(scene: Scene, at: int) -> int | None:
    """The verb of "came under attack", for the attack at ``at``; None where nobody met it.

    Words are attacks, too: "came under fire for his remarks", "from critics".
    """
    groups = scene.parse.groups
    if at < _LED or groups[at - 1].word not in _VERBS:
        return None
    verb = groups[at - _LED]
    if verb.verb not in _VERBS[groups[at - 1].word] or verb.negated:
        return None
    if not happened(scene.parse, at - _LED, verb):
        return None  # "if the road comes under fire"
    return None if _is_of_words(scene, at) else at - _LED


def doer_of_meeting(parse: Parsed, at: int) -> int | None:
    """The noun group behind "came under attack from"."""
    behind = parse.groups[at + 1 : at + 3]
    led = [group.kind for group in behind] == ["preposition", "noun"]
    return at + 2 if led and behind[0].word in ("from", "by") else None


def _is_of_words(scene: Scene, at: int) -> bool:
    following: list[Group] = scene.parse.groups[at + 1 : at + 1 + _REACH]
    if any(group.word in _MOTIVES for group in following):
        return True
    doer = doer_of_meeting(scene.parse, at)
    if doer is None:
        return False
    who = Span(scene.span(scene.parse.groups[doer]).start, scene.span(following[-1]).end)
    return not any(actor.combatant for actor in scene.document.actors_in(who))

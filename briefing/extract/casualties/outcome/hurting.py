"""What verbs such as "shoot", "beat" and "stab" tell only together with the words around them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from briefing.extract.people.words import PEOPLE
from briefing.extract.triggers import Trigger, nouns_of, verbs, words_of
from briefing.language.groups import Group, Parsed
from briefing.language.subjects import subject

_VERBS: Final = verbs()
_LIMBS_VERBS: Final = words_of("limbs", "verbs")
_BACK_VERBS: Final = words_of("back_of_head", "verbs")
_BEATEN_VERBS: Final = words_of("beaten", "verbs")
_STABBED_VERBS: Final = words_of("stabbed", "verbs")
HURTING: Final = _LIMBS_VERBS | _BACK_VERBS | _BEATEN_VERBS | _STABBED_VERBS
_BACK_REACH: Final = 8  # groups behind "shot two men" in which "in the back of the head" stands
_BEATEN_REACH: Final = 4  # groups behind "beat two men" in which "with sticks" stands


def read_hurting(parse: Parsed, at: int) -> Trigger | None:
    """ "Was shot in the leg", "beat two men": that somebody was hurt, by the words around."""
    verb = parse.groups[at].verb
    if verb in _LIMBS_VERBS and _in_limb(parse, at):
        return Trigger("limbs", "injured", "object")
    if verb in _BACK_VERBS and _in_back_of_head(parse, at):
        return Trigger("back_of_head", "killed", "object")
    if verb in _STABBED_VERBS and not _and_killed(parse, at):
        return Trigger("stabbed", "injured", "object", "people")
    beaten = verb in _BEATEN_VERBS and _is_beating(parse, at)
    return Trigger("beaten", "injured", "object", "people") if beaten else None


def _in_limb(parse: Parsed, at: int) -> bool:
    """ "Was shot in the leg", "shot a guard in the arm"."""
    pairs = pairwise(parse.groups[at + 1 : at + 4])
    return any(a.word == "in" and b.word in nouns_of("limbs") for a, b in pairs)


def _in_back_of_head(parse: Parsed, at: int) -> bool:
    """ "Was shot in the back of the head", "shot two men in the back of the head"."""
    near = [group.word for group in parse.groups[at + 1 : at + 1 + _BACK_REACH]]
    reached = near[near.index("in") :] if "in" in near else []
    *led, head = reached[:4] or [""]
    return led == ["in", "back", "of"] and head in nouns_of("back_of_head")


def _and_killed(parse: Parsed, at: int) -> bool:
    """ "Stabbed and killed": how somebody was killed."""
    return _joined_deed(parse.groups[at + 1 : at + 3][::-1]) == "killed"


def _goes_with_arrest(parse: Parsed, at: int) -> bool:
    """ "Arrested and beat 28 people": told of their arrest, and of no wounds."""
    return _joined_deed(parse.groups[max(0, at - 2) : at]) == "detained"


def _joined_deed(beside: list[Group]) -> str | None:
    """The outcome that another verb tells, which "and" joins to one: ``beside`` are those two."""
    if [group.kind for group in beside] != ["verb", "coordinator"]:
        return None
    deed = _VERBS.get(beside[0].verb)
    return deed and deed.outcome


def _is_beating(parse: Parsed, at: int) -> bool:
    """ "Police beat two men", "two nuns were beaten", but not "Kenya beat two rivals"."""
    group, behind = parse.groups[at], parse.groups[at + 1 : at + 1 + _BEATEN_REACH]
    if parse.lower[group.last : group.last + 1] == ["up"]:
        return True
    if _goes_with_arrest(parse, at):
        return False
    armed = any(a.word == "with" and b.word in nouns_of("beaten") for a, b in pairwise(behind))
    by = group.passive and behind[:1] != [] and behind[0].word == "by"
    who = [at + 2] if by else subject(parse, at).wholes
    near = [parse.groups[i].word for i in who if i < len(parse.groups)]
    if group.passive and not by:  # "the president was beaten by two rivals"
        harsh = not words_of("beaten", "harsh").isdisjoint(parse.words(group))
        return armed or harsh or not PEOPLE.keys().isdisjoint(near)
    return armed or any(PEOPLE.get(word) == "combatants" for word in near)

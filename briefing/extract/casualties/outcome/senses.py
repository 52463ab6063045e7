"""Whether a verb is meant as its trigger reads it: "treated for wounds", "captured on film"."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import Final

from briefing.extract.casualties.outcome.fates import is_by_tear_gas, to_hospital
from briefing.extract.people.words import PEOPLE
from briefing.extract.triggers import Trigger, words_of
from briefing.language.groups import Group, Parsed
from briefing.language.objects import object_
from briefing.language.subjects import subject


def is_meant(parse: Parsed, at: int, trigger: Trigger) -> bool:
    """Whether what stands around the verb gives it the trigger's sense."""
    if trigger.rule == "treat":
        return _is_for_injury(parse, at)
    if parse.groups[at].verb in words_of("gassed", "verbs") and is_by_tear_gas(parse, at):
        return False
    if trigger.rule == "surrender" and object_(parse, at).wholes:
        return False  # "surrendered their weapons"
    if trigger.outcome == "displaced" and (to_hospital(parse, at) or _describes(parse, at)):
        return False  # "were evacuated to a hospital"
    carried = trigger.rule in ("carry_off", "take_away")
    if carried and not parse.held.isdisjoint(words_of("taken_away", "without")):
        return False  # "an ambulance took away two men"
    return not trigger.needs or _needed(parse, at, trigger)


def _describes(parse: Parsed, at: int) -> bool:
    """ "Nine of the victims are displaced people": what they were, and not what befell them."""
    behind = parse.groups[at + 1 : at + 2]
    passive = parse.groups[at].passive and behind != []
    return passive and behind[0].quantity is None and behind[0].word in PEOPLE


def deadlier(parse: Parsed, group: Group, trigger: Trigger) -> Trigger:
    """ "Was fatally wounded": who is hurt so is dead."""
    wounded = trigger.outcome == "injured" and group.last - group.first > 1
    fatal = wounded and not words_of("fatal", "adverbs").isdisjoint(parse.words(group))
    return trigger._replace(rule="fatal", outcome="killed") if fatal else trigger


def _is_for_injury(parse: Parsed, at: int) -> bool:
    """ "Treated nine people for gunshot wounds", but not for malaria."""
    near = parse.groups[at + 1 : at + 1 + _FOR_REACH]
    ills = words_of("treatment", "ills")
    told = [b for a, b in pairwise(near) if a.word == "for"]
    return any(ills.isdisjoint(parse.words(group)) for group in told)


_FOR_REACH: Final = 5  # groups behind "treated" in which it says for what


def _needed(parse: Parsed, at: int, trigger: Trigger) -> bool:
    """Whether a word such as "dead" follows, or "fatally" and "to death" stand near the verb."""
    group = parse.groups[at]
    around = parse.lower[max(0, group.first - 1) : group.last + 3]
    behind = around[2:]
    beside = around[: behind.index(",") + 2] if "," in behind else around  # "stabbed, one fatally"
    near = bool(trigger.needs & set(around[1:])) or "fatally" in beside
    return near or ("death" in trigger.needs and _is_to_death(parse, at))


def _is_to_death(parse: Parsed, at: int) -> bool:
    """ "Stabbed a young man to death", behind the object."""
    if "death" not in parse.held:
        return False
    behind = parse.groups[at + 1 : at + 1 + _FOR_REACH]
    own = takewhile(lambda group: group.kind in ("noun", "preposition"), behind)
    return any(a.word == "to" and b.word == "death" for a, b in pairwise(own))


def is_picture(parse: Parsed, at: int) -> bool:
    """ "The cameras captured him waving", "the attack was captured on video": an image of it."""
    pictures = words_of("captives", "pictures")
    if pictures.isdisjoint(parse.held):
        return False
    behind = pairwise(parse.groups[at + 1 : at + 1 + _FOR_REACH])
    led = (what.word for link, what in behind if link.word in ("by", "on", "in"))
    taking = (word for i in subject(parse, at).wholes for word in parse.words(parse.groups[i]))
    return not pictures.isdisjoint((*led, *taking))


def is_downed(parse: Parsed, at: int) -> bool:
    """ "Shot down 90 of them": of drones or planes as well as of people."""
    verb = parse.groups[at]
    counted = next((g for g in parse.groups[at + 1 : at + 3] if g.quantity), None)
    if verb.verb != "shoot" or counted is None:
        return False
    bare = counted.pronoun or counted.only_counts
    return bare and parse.tokens[verb.last].lower == "down"

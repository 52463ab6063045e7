"""Outcomes that nouns tell of: "the death of two men", "a toll of 66", "two wounded soldiers"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.casualties.outcome.tolls import find_toll_of
from briefing.extract.reality import happened, is_wanted
from briefing.extract.triggers import Trigger, adjectives, nouns, nouns_of, words_of
from briefing.language.groups import Group, Parsed, owner_group
from briefing.language.lists import (
    Linked,
    complement,
    complement_behind_doer,
    complement_shared,
    parts_after,
)
from briefing.language.subjects import subject

_NOUNS: Final = nouns()
_ADJECTIVES: Final = adjectives()
_INJURIES: Final = nouns_of("injuries")
_TOLL: Final = nouns_of("toll")
_CUSTODY_NOUNS: Final = words_of("custody", "nouns")
_CASUALTIES: Final = nouns_of("none_harmed")
_FATALLY: Final = words_of("fatal", "adverbs")
_LETHAL: Final = nouns_of("lethal")
_LETHALLY: Final = words_of("lethal", "with")
_AGAINST: Final = words_of("lethal", "prepositions")
_KNOWN_FATE: Final = words_of("known_fate", "words")

_NEAR: Final = 4  # groups around a noun in which its verb stands


def tells(parse: Parsed, at: int, group: Group) -> bool:
    """Whether a noun group is worth a closer look."""
    return bool(group.word in _TELLING_NOUNS or group.quantity or _is_described(parse, at))


def by_noun(parse: Parsed, at: int, group: Group) -> Iterator[Finding]:
    """What a noun that ``tells`` does tell: "the death of two men", "injuries to five"."""
    trigger = _NOUNS.get(group.word)
    if trigger and trigger.needs and not _beside(parse, at, trigger.needs):
        return
    if group.word in _INJURIES and _is_with(parse, at):
        yield Finding("injured", "injuries", Linked([at - 2]), at)
    elif trigger and not is_wanted(parse, at):
        yield from _by_trigger(parse, at, group, trigger)
    elif group.word in _TOLL:
        yield from find_toll_of(parse, at)
    elif group.word in _CUSTODY_NOUNS:
        yield from _custody(parse, at)
    elif group.word in _LETHAL and not _LETHALLY.isdisjoint(parse.words(group)):
        of = complement(parse, at, _AGAINST)
        yield Finding("killed", "lethal", of, at, "people", nominal=True)
    elif group.word in _CASUALTIES:
        yield from _none_harmed(at, group)
    elif group.quantity and _is_fatally(parse, at):
        yield Finding("killed", "fatal", Linked(parts=[at]), at)
    elif group.quantity:
        yield from _by_adjective(parse, at, group)
    elif _is_described(parse, at):
        yield from _by_adjective(parse, at, group, "people")


@cache
def telling_nouns() -> frozenset[str]:
    """All nouns that may tell an outcome."""
    further = (nouns_of("injuries"), nouns_of("toll"), words_of("custody", "nouns"), _LETHAL)
    return frozenset(nouns()).union(_CASUALTIES, *further)


_TELLING_NOUNS: Final = telling_nouns()


def _none_harmed(at: int, group: Group) -> Iterator[Finding]:
    """ "Caused no casualties": neither dead nor wounded; of twelve casualties nobody knows."""
    if group.quantity and group.quantity.kind == "none":
        yield Finding("killed", "none_harmed", Linked([at]), at, count_only=True)
        yield Finding("injured", "none_harmed", Linked([at]), at, count_only=True)


def _is_described(parse: Parsed, at: int) -> bool:
    """ "A murdered nun", "the murdered nuns": an adjective may tell of people without a count.

    Of those that are known, where nothing else may have told of their fate.
    """
    group = parse.groups[at]
    if parse.lower[group.first] in ("a", "an", "another"):
        return True
    return group.definite and not _KNOWN_FATE.isdisjoint(parse.words(group))


def _is_fatally(parse: Parsed, at: int) -> bool:
    """ "Four were stabbed, one fatally": a bare count behind a comma."""
    group = parse.groups[at]
    after = parse.groups[at + 1].word if at + 1 < len(parse.groups) else ""
    return after in _FATALLY and group.only_counts and at > 0 and parse.groups[at - 1].word == ","


def _beside(parse: Parsed, at: int, verbs: frozenset[str]) -> bool:
    """Whether one of ``verbs`` stands near: "claimed the lives of", "12 lives were lost"."""
    near = range(max(0, at - _NEAR), min(len(parse.groups), at + _NEAR))
    told = ((i, parse.groups[i]) for i in near if parse.groups[i].verb in verbs)
    return any(group.kind == "verb" and happened(parse, i, group) for i, group in told)


def _by_trigger(parse: Parsed, at: int, group: Group, trigger: Trigger) -> Iterator[Finding]:
    of = complement(parse, at, _HURT if trigger.outcome == "injured" else _OF)
    if not of.wholes:
        of = complement_behind_doer(parse, at)
    if not (of.wholes or group.quantity):
        of = complement_shared(parse, at)
    uncounted = trigger.counted and not group.quantity
    if group.quantity and of.wholes and not trigger.doer and not _count(parse, of.wholes[0]):
        yield _counted_by_noun(parse, at, trigger, of)
    elif of.wholes and not (uncounted and not _count(parse, of.wholes[0])):
        yield Finding(trigger.outcome, trigger.rule, of, at, trigger.accepts, nominal=True)
    elif trigger.owner and owner_group(parse, group):
        linked = Linked([at])
        yield Finding(
            trigger.outcome, trigger.rule, linked, at, trigger.accepts, nominal=True, owner=True
        )
    elif group.quantity and trigger.accepts != "people" and not trigger.doer:
        linked = Linked([at], parts_after(parse, at))
        yield Finding(trigger.outcome, trigger.rule, linked, at, count_only=True)
    elif _is_their_body(parse, at):
        yield Finding(trigger.outcome, trigger.rule, Linked([at]), at)


def _is_their_body(parse: Parsed, at: int) -> bool:
    """ "His body was found", but not "wounds all over his body"."""
    group = parse.groups[at]
    governed = at > 0 and parse.groups[at - 1].kind == "preposition"
    theirs = parse.tokens[group.first].lower in _THEIRS
    return group.word in _BODIES and theirs and not governed


def _counted_by_noun(parse: Parsed, at: int, trigger: Trigger, of: Linked) -> Finding:
    """ "37 deaths of miners and 14 of porters": the noun's count, and those that go on with it."""
    further = [other for other in of.wholes if parse.groups[other].quantity]
    linked = Linked([at, *further], of.parts)
    named = of.wholes[0]
    return Finding(trigger.outcome, trigger.rule, linked, at, count_only=True, named=named)


def _count(parse: Parsed, at: int) -> bool:
    """Whether a noun group counts people, one included: "12 men", "a man"."""
    group = parse.groups[at]
    return group.quantity is not None or parse.tokens[group.first].lower in ("a", "an", "another")


def _is_with(parse: Parsed, at: int) -> bool:
    """ "Another one with minor burns": those who have the injuries stand before.

    Behind a comma they are some of those who are spoken of: "ten, three with serious burns".
    """
    if at < _WITH or parse.groups[at - 1].word != "with" or not _count(parse, at - 2):
        return False
    return parse.groups[at - 3].kind in ("verb", "coordinator")


_WITH: Final = 3  # groups before the injuries: what governs who has them, they, and "with"
_OF: Final = ("of",)
_HURT: Final = ("of", "to")  # "injuries to 15 others"
_BODIES: Final = words_of("their_body", "words")
_THEIRS: Final = words_of("their_body", "owners")
_ENDED: Final = words_of("custody", "ended")  # "died in captivity"


def _custody(parse: Parsed, at: int) -> Iterator[Finding]:
    """ "have three men in custody", "five people were taken into custody"."""
    groups = parse.groups
    if at <= 1 or groups[at - 1].word not in ("in", "into"):
        return
    before = groups[at - 2]
    if before.kind == "noun":
        yield Finding("detained", "custody", Linked([at - 2]), at)
    elif before.kind == "verb" and not before.negated and before.verb not in _ENDED:
        yield Finding("detained", "custody", subject(parse, at - 2), at)


def _by_adjective(parse: Parsed, at: int, group: Group, accepts: str = "") -> Iterator[Finding]:
    """ "two wounded soldiers" """
    words = parse.words(group)[group.counted : group.head - group.first]
    for word in words:
        outcome = _ADJECTIVES.get(word)
        if outcome:
            yield Finding(outcome, "adjectives", Linked([at], parts_after(parse, at)), at, accepts)
            return

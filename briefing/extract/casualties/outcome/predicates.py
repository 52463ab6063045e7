"""Whom a predicate speaks of: "left a mother and her two sons dead", "12 are missing"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from briefing.extract.casualties.outcome.fates import listed_as
from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.reality import happened
from briefing.extract.triggers import Trigger, predicates, words_of
from briefing.language.groups import Group, Parsed
from briefing.language.lists import Linked, parts_after
from briefing.language.objects import object_
from briefing.language.roles import opening, who_is_among
from briefing.language.subjects import subject
from briefing.lexicon import word_set


def by_predicate(parse: Parsed, at: int, group: Group) -> Iterator[Finding]:
    """Those of whom the predicate at ``at`` tells its outcome."""
    trigger = predicates().get(group.word)
    if trigger is None:
        return
    groups = parse.groups
    before = at - 1
    if before > 0 and groups[before].word == ")":
        before = opening(parse, before) - 1  # "12,600 people (2,100 households) displaced"
    while before >= 0 and groups[before].kind == "mark" and groups[before].word not in (",", ";"):
        before -= 1
    if before < 0:
        return
    if linked := listed_as(parse, at):
        yield Finding(trigger.outcome, trigger.rule, linked, at)
        return
    if groups[before].kind == "noun":
        alone = groups[before].pronoun and not groups[before].quantity
        if (alone and not _pronounced(parse, before)) or not happened(parse, at, group):
            return
        parts = [*who_is_among(parse, before), *parts_after(parse, at)]
        linked = Linked(_left_behind(parse, before), parts)
        yield Finding(trigger.outcome, trigger.rule, linked, at)
    elif groups[before].kind == "verb" and not groups[before].negated:
        if not happened(parse, before, groups[before]):
            return
        after = object_(parse, at)
        if groups[before].passive or groups[before].verb == "be" or not after.wholes:
            yield Finding(trigger.outcome, trigger.rule, subject(parse, before), at)
        else:
            yield Finding(trigger.outcome, trigger.rule, after, at, active=True)
    elif groups[before].kind == "coordinator":
        yield from _shared_predicate(parse, at, before, trigger)


def _pronounced(parse: Parsed, pronoun: int) -> bool:
    """ "Doctors pronounced him dead"."""
    verb = parse.groups[pronoun - 1] if pronoun else None
    return verb is not None and verb.verb in words_of("pronounced", "verbs") and not verb.modal


def _left_behind(parse: Parsed, noun: int) -> list[int]:
    """All of "left a mother and her two sons dead"; without such a verb the nearest alone."""
    groups, first = parse.groups, _whole_phrase(parse, noun)
    listed = [first]
    while first > 1 and groups[first - 2].kind == "noun" and _joins_list(groups[first - 1]):
        first = _whole_phrase(parse, first - 2)
        listed.insert(0, first)
    left = first > 0 and groups[first - 1].verb in leaving_verbs()
    return listed if left else listed[-1:]


def _joins_list(group: Group) -> bool:
    return group.kind == "coordinator" or group.word == ","


@cache
def leaving_verbs() -> frozenset[str]:
    """Verbs behind which a predicate tells how people were left: "left two dead"."""
    return word_set("grammar", "verbs", "before_participle")


def _whole_phrase(parse: Parsed, noun: int) -> int:
    """The first noun of "8 fighters from both sides", which the predicate behind it speaks of."""
    groups = parse.groups
    while noun > 1 and groups[noun - 1].word in _WITHIN and groups[noun - 2].kind == "noun":
        if not groups[noun - 2].quantity:
            break
        noun -= 2
    return noun


_WITHIN: Final = frozenset("of from in at on near".split())


def _shared_predicate(
    parse: Parsed, at: int, conjunction: int, trigger: Trigger
) -> Iterator[Finding]:
    """ "left dozens dead or missing"."""
    first = conjunction - 1
    if first > 0 and parse.groups[first].kind in ("predicate", "verb"):
        noun = first - 1
        if parse.groups[noun].kind == "noun":
            yield Finding(trigger.outcome, trigger.rule, Linked([noun]), at)

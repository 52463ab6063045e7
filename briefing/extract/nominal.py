"""Outcomes that nouns tell of: "the death of two men", "a toll of 66", "two wounded soldiers"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.finding import Finding
from briefing.extract.linking import subject
from briefing.extract.lists import Linked, complement, parts_after
from briefing.extract.tolls import find_toll_of
from briefing.extract.triggers import Trigger, adjectives, nouns, nouns_of, words_of
from briefing.language.groups import Group, Parsed, owner_group


def by_noun(parse: Parsed, at: int, group: Group) -> Iterator[Finding]:
    trigger = nouns().get(group.word)
    if trigger:
        yield from _by_trigger(parse, at, group, trigger)
    elif group.word in nouns_of("toll"):
        yield from find_toll_of(parse, at)
    elif group.word in words_of("custody", "nouns"):
        yield from _custody(parse, at)
    elif group.quantity or group.word in nouns_of("toll"):
        yield from _by_adjective(parse, at, group)


def _by_trigger(parse: Parsed, at: int, group: Group, trigger: Trigger) -> Iterator[Finding]:
    of = complement(parse, at)
    if of.wholes and not (trigger.counted and not group.quantity):
        yield Finding(trigger.outcome, trigger.rule, of, at, trigger.people, nominal=True)
    elif trigger.owner and owner_group(parse, group):
        linked = Linked([at])
        yield Finding(
            trigger.outcome, trigger.rule, linked, at, trigger.people, nominal=True, owner=True
        )
    elif group.quantity and not trigger.people and not trigger.doer:
        linked = Linked([at], parts_after(parse, at))
        yield Finding(trigger.outcome, trigger.rule, linked, at, count_only=True)


def _custody(parse: Parsed, at: int) -> Iterator[Finding]:
    """ "have three men in custody", "five people were taken into custody"."""
    groups = parse.groups
    if at <= 1 or groups[at - 1].word not in ("in", "into"):
        return
    before = groups[at - 2]
    if before.kind == "noun":
        yield Finding("detained", "custody", Linked([at - 2]), at)
    elif before.kind == "verb" and not before.negated:
        yield Finding("detained", "custody", subject(parse, at - 2), at)


def _by_adjective(parse: Parsed, at: int, group: Group) -> Iterator[Finding]:
    """ "two wounded soldiers" """
    words = parse.words(group)[group.counted : group.head - group.first]
    for word in words:
        outcome = adjectives().get(word)
        if outcome:
            yield Finding(outcome, "adjectives", Linked([at], parts_after(parse, at)), at)
            return

"""What a sentence says happened to people: its verbs, predicates and nouns, each by its rule."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from briefing.extract.casualties.outcome.care import find_in_care, find_left_in_care
from briefing.extract.casualties.outcome.fates import (
    drives_out,
    emptied_of,
    fate_verbs,
    is_holding,
    sends_to_hell,
    told_of_subject,
)
from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.casualties.outcome.hurting import HURTING, read_hurting
from briefing.extract.casualties.outcome.losing import VERBS_OF_OBJECTS, by_object
from briefing.extract.casualties.outcome.nominal import by_noun, telling_nouns, tells
from briefing.extract.casualties.outcome.predicates import by_predicate
from briefing.extract.casualties.outcome.senses import deadlier, is_meant
from briefing.extract.casualties.outcome.tolls import find_toll
from briefing.extract.casualties.outcome.verbal import by_verb
from briefing.extract.reality import happened
from briefing.extract.triggers import adjectives, nouns_of, predicates, verbs, words_of
from briefing.language.groups import Group, Parsed
from briefing.language.lists import Linked, list_from
from briefing.language.objects import companions, object_
from briefing.language.subjects import subject

_VERBS: Final = verbs()
_IN_CARE_PLACES: Final = words_of("in_care", "places")
_REFLEXIVE_PRONOUNS: Final = words_of("reflexive", "pronouns")
_CAPTIVITY_VERBS: Final = words_of("captivity", "verbs")
_SURVIVING: Final = words_of("not_survived", "verbs")
_HELD_VERBS: Final = words_of("held", "verbs")
_CAUSING_ESCAPES: Final = words_of("causing", "escapes")
_TOLL_VERBS: Final = words_of("toll", "verbs")


def find_outcomes(parse: Parsed) -> Iterator[Finding]:
    """What the sentence says happened to people, in the order of the triggers."""
    if _TELLING.isdisjoint(parse.held):
        return
    if not _IN_CARE_PLACES.isdisjoint(parse.held):
        yield from find_in_care(parse)
        yield from find_left_in_care(parse)
    for at, group in enumerate(parse.groups):
        if group.kind == "verb":
            if group.verb in _SURVIVING and group.negated and not group.modal:
                yield Finding("killed", "not_survived", subject(parse, at), at)
            elif group.verb in _TELLING_VERBS and not group.negated and happened(parse, at, group):
                yield from _verb(parse, at, group)
        elif group.kind == "predicate":
            yield from by_predicate(parse, at, group)
        elif group.kind == "noun" and tells(parse, at, group):
            yield from by_noun(parse, at, group)


def _verb(parse: Parsed, at: int, group: Group) -> Iterator[Finding]:
    behind = [g.word for g in parse.groups[at + 1 : at + 3]]
    following = behind[-1] if behind[:1] == ["up"] else next(iter(behind), "")  # "up themselves"
    trigger = _VERBS.get(group.verb)
    if following == ":" and trigger and trigger.accepts == "people":
        return  # "Weapons seized: 11"
    if following in _REFLEXIVE_PRONOUNS:
        yield from _reflexive(parse, at, group)
    elif group.verb in _CAPTIVITY_VERBS and _has_captive(parse, at):
        yield from _captivity(parse, at, group)
    elif trigger and is_meant(parse, at, trigger):
        yield from by_verb(parse, at, group, deadlier(parse, group, trigger))
    elif driven := drives_out(parse, at) or emptied_of(parse, at):
        yield Finding("displaced", "causing", Linked(driven), at, "people", active=True)
    elif sent := sends_to_hell(parse, at):
        yield Finding("killed", "sent_to_hell", Linked(sent), at, active=True)
    elif group.verb in HURTING and (hurting := read_hurting(parse, at)):
        yield from by_verb(parse, at, group, hurting)
    elif group.verb in _HELD_VERBS and is_holding(parse, at):
        yield Finding("detained", "held", object_(parse, at), at, "people", active=True)
    elif told := told_of_subject(parse, at):
        told_of = subject(parse, at)
        told_of.wholes += companions(parse, at)
        yield Finding(*told, told_of, at, "people")
    elif group.verb in VERBS_OF_OBJECTS:
        yield from by_object(parse, at, group)
    elif group.verb in _CAUSING_ESCAPES and group.modal == "to":
        yield from _driven_out(parse, at)
    elif group.verb in _TOLL_VERBS:
        yield from find_toll(parse, at)


def _reflexive(parse: Parsed, at: int, group: Group) -> Iterator[Finding]:
    """ "Blew themselves up", "killed himself and eight others", "gave themselves up"."""
    if group.verb in words_of("reflexive", "verbs"):
        also = list_from(parse, at + 1)[1:] if group.verb == "kill" else []
        yield Finding("killed", "reflexive", subject(parse, at), at)
        yield Finding("killed", "reflexive", Linked(also), at)
    elif group.verb in words_of("giving_up", "verbs") and _gives_up(parse, at):
        yield Finding("detained", "giving_up", subject(parse, at), at, "people")


def _telling() -> frozenset[str]:
    """All words of which a sentence has one that says what happened to people."""
    places = words_of("in_care", "places")
    return _telling_verbs().union(predicates(), telling_nouns(), adjectives(), places)


@cache
def _telling_verbs() -> frozenset[str]:
    """All verbs that may tell an outcome: others need not be looked at."""
    return frozenset(verbs()).union(
        *(words_of(kind, "verbs") for kind in ("reflexive", "giving_up", "captivity", "losses")),
        *(words_of(kind, "verbs") for kind in ("toll", "emptied")),
        words_of("causing", "escapes") | words_of("causing", "drives"),
        fate_verbs() | HURTING | VERBS_OF_OBJECTS,
    )


_TELLING: Final = _telling() | _SURVIVING
_TELLING_VERBS: Final = _telling_verbs()


def _has_captive(parse: Parsed, at: int) -> bool:
    near = parse.groups[at + 1 : at + 1 + _CAPTIVE_REACH]
    known = [g.kind == "noun" and g.word in nouns_of("captivity") for g in near]
    as_one = any(a.word == "as" and is_one for a, is_one in zip(near[1:], known[2:], strict=False))
    return any(known[:2]) or as_one


_CAPTIVE_REACH: Final = 6  # groups behind a verb in which "as hostages" stands


def _captivity(parse: Parsed, at: int, group: Group) -> Iterator[Finding]:
    """ "took 12 students hostage", "were taken hostage"."""
    linked = subject(parse, at) if group.passive or group.form == "ed" else Linked()
    reduced = group.form == "ed" and not (group.passive or group.perfect) and at > 0
    if reduced and parse.groups[at - 1].quantity:
        linked = Linked([at - 1])  # "word of 90 men taken prisoner"
    direct = object_(parse, at)
    taken = [i for i in direct.wholes if parse.groups[i].last - parse.groups[i].first > 1]
    several = [i for i in direct.wholes if parse.groups[i].word.endswith("s")]
    if (taken or several) and not group.passive:
        linked = Linked(taken or several, direct.parts)
    yield Finding("detained", "captivity", linked, at)


def _gives_up(parse: Parsed, at: int) -> bool:
    """ "Gave themselves up", "turned himself in": the particle stands behind the pronoun."""
    return any(g.word in words_of("giving_up", "particles") for g in parse.groups[at + 2 : at + 3])


def _driven_out(parse: Parsed, at: int) -> Iterator[Finding]:
    """ "forcing thousands to leave their homes"."""
    homes = object_(parse, at).wholes
    if homes and parse.groups[homes[0]].word in nouns_of("causing", "homes") and at > 1:
        noun = at - 2
        if parse.groups[noun].kind == "noun":
            yield Finding("displaced", "causing", Linked([noun]), at)

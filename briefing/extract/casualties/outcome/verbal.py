"""Whom a verb of killing, hurting, holding or driving out speaks of: its object or its subject."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from briefing.extract.casualties.outcome.fates import listed_as
from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.casualties.outcome.natural import is_natural
from briefing.extract.casualties.outcome.predicates import leaving_verbs
from briefing.extract.casualties.outcome.senses import is_downed, is_picture
from briefing.extract.triggers import Trigger, nouns, predicates, verbs, words_of
from briefing.language.dateparts import is_weekday
from briefing.language.groups import Group, Parsed
from briefing.language.lists import Linked, complement, list_from
from briefing.language.objects import companions, graver_behind, inverted, object_
from briefing.language.subjects import shared_verb, subject
from briefing.lexicon import word_set

_VERBS: Final = verbs()


def by_verb(parse: Parsed, at: int, group: Group, trigger: Trigger) -> Iterator[Finding]:
    """Those of whom the verb group at ``at`` tells what its trigger says."""
    if (
        (trigger.rule == "die" and is_natural(parse, at))
        or is_downed(parse, at)
        or _stands_for_people(parse, at)
        or (group.verb == "capture" and is_picture(parse, at))
    ):
        return
    if group.form == "ing" and parse.lower[group.last : group.last + 1] == ["of"]:
        of = complement(parse, at)  # "the kidnapping and killing of two men"
        yield Finding(trigger.outcome, trigger.rule, of, at, trigger.accepts, nominal=True)
        return
    if group.verb == "shoot" and parse.lower[group.last : group.last + 1] == ["down"]:
        trigger = trigger._replace(accepts="people")  # planes are shot down as well
    direct = _object(parse, at) if trigger.takes == "object" and not group.passive else Linked()
    if direct.wholes and not _is_time(parse, direct.wholes[0]):
        yield Finding(trigger.outcome, trigger.rule, direct, at, trigger.accepts, active=True)
        return
    if trigger.takes == "object" and group.form in ("base", "s", "ing") and not group.passive:
        return
    if trigger.takes == "object" and _is_active(parse, at, group):
        return
    if trigger.takes == "object" and (named := _antecedent(parse, at, group)) is not None:
        yield Finding(trigger.outcome, trigger.rule, Linked([named]), at, trigger.accepts, True)
        return
    linked = listed_as(parse, at) or _of_the_dead(parse, at) or subject(parse, at)
    if at and parse.groups[at - 1].kind == "relative":
        linked = _people_behind_event(parse, at, linked)
    linked.wholes += companions(parse, at)
    if trigger.outcome == "injured":
        linked.parts += graver_behind(parse, at)
    if not linked.wholes and group.form == "ed":
        linked = inverted(parse, at)
    yield Finding(trigger.outcome, trigger.rule, linked, at, trigger.accepts)


def _stands_for_people(parse: Parsed, at: int) -> bool:
    """ "The number of kidnapped at 29": the participle is who was, and tells it of nobody else."""
    groups = parse.groups
    bare = groups[at].form == "ed" and not groups[at].perfect  # not "accused of having hacked"
    of = at > 0 and bare and groups[at - 1].word == "of"
    return of and (at + 1 == len(groups) or groups[at + 1].kind in ("preposition", "mark"))


def _object(parse: Parsed, at: int) -> Linked:
    """The verb's object, also behind a time: "abducted last Thursday the minister"."""
    direct = object_(parse, at)
    if not direct.wholes or not _is_time(parse, direct.wholes[0]):
        return direct
    after = direct.wholes[0] + 1
    while after < len(parse.groups) and _dates_on(parse, after):
        after += 1
    follows = after < len(parse.groups) and parse.groups[after].kind == "noun"
    return Linked(list_from(parse, after)) if follows else direct


def _dates_on(parse: Parsed, at: int) -> bool:
    """ "Last Thursday", "late on Sunday"."""
    on = parse.groups[at].word == "on" and at + 1 < len(parse.groups)
    return is_weekday(parse.groups[at + on].word)


def _is_time(parse: Parsed, at: int) -> bool:
    """ "killed last week", "abducted last Thursday": what stands behind the verb only dates it."""
    last = parse.words(parse.groups[at])[-1]
    return last in _times("words") or last in _times("before_day")


_times = partial(word_set, "grammar", "times")


def _of_the_dead(parse: Parsed, at: int) -> Linked | None:
    """ "Left 12 dead and wounded": one count for both."""
    before = parse.groups[max(0, at - _SHARED) : at]
    shape = [group.kind for group in before] == ["noun", "predicate", "coordinator"]
    return Linked([at - _SHARED]) if shape and before[1].word in predicates() else None


_SHARED: Final = 3  # groups of "12", "dead" and "and" before "wounded"


def _people_behind_event(parse: Parsed, verb: int, linked: Linked) -> Linked:
    """ "The murder of the nuns who were shot": the nuns, where the relative speaks of an event."""
    event = linked.wholes[0] if len(linked.wholes) == 1 else None
    if event is None or parse.groups[event].word not in nouns():
        return linked
    return Linked([at for at in complement(parse, event).wholes if at < verb][-1:])


def _is_active(parse: Parsed, at: int, group: Group) -> bool:
    """ "Raiders burned the huts and killed, he said, whom they met": they were not killed."""
    bare = group.form == "ed" and not group.passive
    goes_on = bare and at > 0 and parse.groups[at - 1].kind == "coordinator"
    shared = shared_verb(parse, at) if goes_on else None
    if shared is None or parse.groups[shared].passive or inverted(parse, at).wholes:
        return False
    verb = parse.groups[shared].verb
    return (
        verb not in _VERBS and verb not in leaving_verbs() and bool(object_(parse, shared).wholes)
    )


def _antecedent(parse: Parsed, at: int, group: Group) -> int | None:
    """ "Hama, which the rebels seized", "two men whom they shot": what stands before the relative
    is the verb's object, and not the noun behind it."""
    groups = parse.groups
    if at < _FRONTED or group.form != "ed" or group.passive or groups[at - 1].kind != "noun":
        return None
    if groups[at - 2].word not in words_of("fronted", "relatives"):
        return None
    named = at - _FRONTED - (groups[at - _FRONTED].word == ",")
    return named if named >= 0 and groups[named].kind == "noun" else None


_FRONTED: Final = 3  # groups from "two men" to the verb of "whom they shot"

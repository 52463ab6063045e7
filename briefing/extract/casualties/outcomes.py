"""Rules over word groups that connect people with what happened to them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise, takewhile
from typing import Final

from briefing.extract.casualties.care import find_in_care
from briefing.extract.casualties.fates import (
    drives_out,
    emptied_of,
    fate_verbs,
    is_by_tear_gas,
    is_holding,
    listed_as,
    to_hospital,
    told_of_subject,
)
from briefing.extract.casualties.finding import Finding
from briefing.extract.casualties.hurting import HURTING, read_hurting
from briefing.extract.casualties.natural import is_natural
from briefing.extract.casualties.nominal import by_noun, telling_nouns, tells
from briefing.extract.casualties.tolls import find_toll
from briefing.extract.people.words import singular
from briefing.extract.reality import happened
from briefing.extract.triggers import (
    Trigger,
    adjectives,
    nouns,
    nouns_of,
    predicates,
    verbs,
    words_of,
)
from briefing.language.dateparts import is_weekday
from briefing.language.groups import Group, Parsed
from briefing.language.lists import Linked, complement, list_from, parts_after
from briefing.language.objects import companions, inverted, object_
from briefing.language.subjects import shared_verb, subject
from briefing.lexicon import word_set

_VERBS: Final = verbs()
_IN_CARE_PLACES: Final = words_of("in_care", "places")
_REFLEXIVE_PRONOUNS: Final = words_of("reflexive", "pronouns")
_CAPTIVITY_VERBS: Final = words_of("captivity", "verbs")
_HELD_VERBS: Final = words_of("held", "verbs")
_VERBS_OF_OBJECTS: Final = frozenset().union(  # "lost their lives", "suffered burns"
    *(words_of(kind, "verbs") for kind in ("lives", "injuries", "care", "maimed"))
)
_CAUSING_ESCAPES: Final = words_of("causing", "escapes")
_TOLL_VERBS: Final = words_of("toll", "verbs")

_times = partial(word_set, "grammar", "times")


def find_outcomes(parse: Parsed) -> Iterator[Finding]:
    """What the sentence says happened to people, in the order of the triggers."""
    if _TELLING.isdisjoint(parse.held):
        return
    if not _IN_CARE_PLACES.isdisjoint(parse.held):
        yield from find_in_care(parse)
    for at, group in enumerate(parse.groups):
        if group.kind == "verb":
            if group.verb in _TELLING_VERBS and not group.negated and happened(parse, at, group):
                yield from _verb(parse, at, group)
        elif group.kind == "predicate":
            yield from _predicate(parse, at, group)
        elif group.kind == "noun" and tells(parse, at, group):
            yield from by_noun(parse, at, group)


# --- verbs --------------------------------------------------------------------------------------


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
    elif trigger and _is_meant(parse, at, trigger):
        yield from _by_verb(parse, at, group, _deadlier(parse, group, trigger))
    elif driven := drives_out(parse, at) or emptied_of(parse, at):
        yield Finding("displaced", "causing", Linked(driven), at, "people", active=True)
    elif group.verb in HURTING and (hurting := read_hurting(parse, at)):
        yield from _by_verb(parse, at, group, hurting)
    elif group.verb in _HELD_VERBS and is_holding(parse, at):
        yield Finding("detained", "held", object_(parse, at), at, "people", active=True)
    elif told := told_of_subject(parse, at):
        told_of = subject(parse, at)
        told_of.wholes += companions(parse, at)
        yield Finding(*told, told_of, at, "people")
    elif group.verb in _VERBS_OF_OBJECTS:
        yield from _by_object(parse, at, group)
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
        fate_verbs() | HURTING | _VERBS_OF_OBJECTS,
    )


_TELLING: Final = _telling()


_TELLING_VERBS: Final = _telling_verbs()


def _is_meant(parse: Parsed, at: int, trigger: Trigger) -> bool:
    """Whether what stands around the verb gives it the trigger's sense."""
    if trigger.rule == "treat":
        return _is_for_injury(parse, at)
    if parse.groups[at].verb in words_of("gassed", "verbs") and is_by_tear_gas(parse, at):
        return False
    if trigger.rule == "surrender" and object_(parse, at).wholes:
        return False  # "surrendered their weapons"
    if trigger.outcome == "displaced" and to_hospital(parse, at):
        return False  # "were evacuated to a hospital"
    return not trigger.needs or _needed(parse, at, trigger)


def _deadlier(parse: Parsed, group: Group, trigger: Trigger) -> Trigger:
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


def _is_picture(parse: Parsed, at: int) -> bool:
    """ "The cameras captured him waving", "the attack was captured on video": an image of it."""
    pictures = words_of("captives", "pictures")
    if pictures.isdisjoint(parse.held):
        return False
    behind = pairwise(parse.groups[at + 1 : at + 1 + _FOR_REACH])
    led = (what.word for link, what in behind if link.word in ("by", "on", "in"))
    taking = (word for i in subject(parse, at).wholes for word in parse.words(parse.groups[i]))
    return not pictures.isdisjoint((*led, *taking))


def _by_verb(parse: Parsed, at: int, group: Group, trigger: Trigger) -> Iterator[Finding]:
    if (
        (trigger.rule == "die" and is_natural(parse, at))
        or _is_downed(parse, at)
        or (group.verb == "capture" and _is_picture(parse, at))
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
    if not linked.wholes and group.form == "ed":
        linked = inverted(parse, at)
    yield Finding(trigger.outcome, trigger.rule, linked, at, trigger.accepts)


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
    return verb not in _VERBS and verb not in _left() and bool(object_(parse, shared).wholes)


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


def _is_downed(parse: Parsed, at: int) -> bool:
    """ "Shot down 90 of them": of drones or planes as well as of people."""
    verb = parse.groups[at]
    counted = next((g for g in parse.groups[at + 1 : at + 3] if g.quantity), None)
    if verb.verb != "shoot" or counted is None:
        return False
    bare = counted.pronoun or counted.only_counts
    return bare and parse.tokens[verb.last].lower == "down"


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


def _gives_up(parse: Parsed, at: int) -> bool:
    """ "Gave themselves up", "turned himself in": the particle stands behind the pronoun."""
    return any(g.word in words_of("giving_up", "particles") for g in parse.groups[at + 2 : at + 3])


def _is_time(parse: Parsed, at: int) -> bool:
    """ "killed last week", "abducted last Thursday": what stands behind the verb only dates it."""
    last = parse.words(parse.groups[at])[-1]
    return last in _times("words") or last in _times("before_day")


def _driven_out(parse: Parsed, at: int) -> Iterator[Finding]:
    """ "forcing thousands to leave their homes"."""
    homes = object_(parse, at).wholes
    if homes and parse.groups[homes[0]].word in nouns_of("causing", "homes") and at > 1:
        noun = at - 2
        if parse.groups[noun].kind == "noun":
            yield Finding("displaced", "causing", Linked([noun]), at)


def _with(parse: Parsed, at: int) -> Linked | None:
    """ "With twelve soldiers losing their lives": those between "with" and the participle."""
    groups = parse.groups
    absolute = groups[at].form == "ing" and at > 1 and groups[at - 2].word == "with"
    return Linked([at - 1]) if absolute and groups[at - 1].kind == "noun" else None


def _by_object(parse: Parsed, at: int, group: Group) -> Iterator[Finding]:
    """ "lost their lives", "suffered injuries": the subject; "lost 12 lives": the count."""
    follows = object_(parse, at).wholes
    if not follows:
        return
    noun = parse.groups[follows[0]]
    lives = group.verb in words_of("lives", "verbs") and noun.word in ("life", "lives")
    injuries = group.verb in words_of("injuries", "verbs") and noun.word in nouns_of("injuries")
    if lives and not noun.quantity:
        yield Finding("killed", "lives", _with(parse, at) or subject(parse, at), at)
    elif injuries and not noun.quantity:
        yield Finding("injured", "injuries", _with(parse, at) or subject(parse, at), at)
    elif group.verb in words_of("losses", "verbs") and any(
        _is_loss(parse, at, parse.groups[i]) for i in follows
    ):
        yield Finding("killed", "losses", object_(parse, at), at, "people")
    elif group.verb in words_of("maimed", "verbs") and noun.word in nouns_of("maimed"):
        yield Finding("injured", "maimed", subject(parse, at), at, "people")
    elif group.verb in words_of("care", "verbs") and noun.word in nouns_of("care"):
        yield Finding("injured", "care", subject(parse, at), at, "people")


def _is_loss(parse: Parsed, at: int, noun: Group) -> bool:
    """ "Lost 40 soldiers", "lost her two sons", but not "lost a hundred fighters to desertion"."""
    counted = noun.quantity is not None or noun.definite
    after = {g.word for g in parse.groups[at + 2 : at + 2 + _LOSS_REACH]}
    left = not after.isdisjoint(words_of("losses", "without"))
    return counted and singular(noun.word) in words_of("losses", "nouns") and not left


_LOSS_REACH: Final = 4  # groups behind the lost in which it stands that they left


# --- predicates ---------------------------------------------------------------------------------


def _whole_phrase(parse: Parsed, noun: int) -> int:
    """The first noun of "8 fighters from both sides", which the predicate behind it speaks of."""
    groups = parse.groups
    while noun > 1 and groups[noun - 1].word in _WITHIN and groups[noun - 2].kind == "noun":
        if not groups[noun - 2].quantity:
            break
        noun -= 2
    return noun


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
    left = first > 0 and groups[first - 1].verb in _left()
    return listed if left else listed[-1:]


def _joins_list(group: Group) -> bool:
    return group.kind == "coordinator" or group.word == ","


@cache
def _left() -> frozenset[str]:
    return word_set("grammar", "verbs", "before_participle")


_WITHIN: Final = frozenset("of from in at on near".split())


def _predicate(parse: Parsed, at: int, group: Group) -> Iterator[Finding]:
    trigger = predicates().get(group.word)
    if trigger is None:
        return
    groups = parse.groups
    before = at - 1
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
        linked = Linked(_left_behind(parse, before), parts_after(parse, at))
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


def _shared_predicate(
    parse: Parsed, at: int, conjunction: int, trigger: Trigger
) -> Iterator[Finding]:
    """ "left dozens dead or missing"."""
    first = conjunction - 1
    if first > 0 and parse.groups[first].kind in ("predicate", "verb"):
        noun = first - 1
        if parse.groups[noun].kind == "noun":
            yield Finding(trigger.outcome, trigger.rule, Linked([noun]), at)

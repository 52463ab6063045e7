"""Rules over word groups that connect people with what happened to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.linking import Linked, complement, object_, parts_after, subject
from briefing.extract.triggers import (
    Trigger,
    adjectives,
    nouns,
    nouns_of,
    predicates,
    verbs,
    words_of,
)
from briefing.language.groups import Group, Parsed
from briefing.models import Outcome

_TOLL_REACH = 14  # groups after the verb in which a toll's number stands
_LOOKED_BACK = 4  # groups before an infinitive in which its governing verb is sought
_UNREAL_MODALS = frozenset("could would should might can must will 'll 'd may shall to".split())


@dataclass(frozen=True, slots=True)
class Finding:
    """People in noun groups of one sentence, and what one trigger says of them."""

    outcome: Outcome
    rule: str
    linked: Linked
    trigger: int  # position of the group that says so
    people: bool = False
    active: bool = False  # the trigger's subject did it
    nominal: bool = False  # found by a noun, which says nothing of people in general
    count_only: bool = False  # the group counts deaths and not people: "15 deaths"
    running: bool = False
    named: int | None = None  # the group that names the people of a count that stands apart


def find_outcomes(parse: Parsed) -> Iterator[Finding]:
    """What the sentence says happened to people, in the order of the triggers."""
    for at, group in enumerate(parse.groups):
        if group.kind == "verb":
            yield from _verb(parse, at, group)
        elif group.kind == "predicate":
            yield from _predicate(parse, at, group)
        elif group.kind == "noun":
            yield from _noun(parse, at, group)


# --- verbs --------------------------------------------------------------------------------------


def _verb(parse: Parsed, at: int, group: Group) -> Iterator[Finding]:
    if group.negated or not _happened(parse, at, group):
        return
    following = parse.groups[at + 1].word if at + 1 < len(parse.groups) else ""
    trigger = verbs().get(group.verb)
    if following in words_of("reflexive", "pronouns"):
        if group.verb in words_of("reflexive", "verbs"):
            yield Finding("killed", "reflexive", subject(parse, at), at)
    elif group.verb in words_of("captivity", "verbs") and _has_captive(parse, at):
        yield from _captivity(parse, at, group)
    elif trigger and (not trigger.needs or _needed(parse, group, trigger)):
        yield from _by_verb(parse, at, group, trigger)
    elif group.verb in words_of("lives", "verbs") or group.verb in words_of("injuries", "verbs"):
        yield from _by_object(parse, at, group)
    elif group.verb in words_of("causing", "escapes") and group.modal == "to":
        yield from _driven_out(parse, at)
    elif group.verb in words_of("toll", "verbs"):
        yield from _by_toll(parse, at)


def _needed(parse: Parsed, group: Group, trigger: Trigger) -> bool:
    """Whether a word such as "dead" follows, or "fatally" and "to death" stand near the verb."""
    around = [t.lower for t in parse.tokens[max(0, group.first - 1) : group.last + 3]]
    return bool(trigger.needs & set(around[1:])) or "fatally" in around


def _by_verb(parse: Parsed, at: int, group: Group, trigger: Trigger) -> Iterator[Finding]:
    direct = object_(parse, at) if trigger.takes == "object" and not group.passive else Linked()
    if direct.wholes and not _is_time(parse, direct.wholes[0]):
        yield Finding(trigger.outcome, trigger.rule, direct, at, trigger.people, active=True)
        return
    if trigger.takes == "object" and group.form in ("base", "s", "ing") and not group.passive:
        return
    linked = subject(parse, at)
    yield Finding(trigger.outcome, trigger.rule, linked, at, trigger.people)


def _has_captive(parse: Parsed, at: int) -> bool:
    known = words_of("captivity", "nouns")
    return any(g.kind == "noun" and g.word in known for g in parse.groups[at + 1 : at + 3])


def _captivity(parse: Parsed, at: int, group: Group) -> Iterator[Finding]:
    """ "took 12 students hostage", "were taken hostage"."""
    linked = subject(parse, at) if group.passive or group.form == "ed" else Linked()
    direct = object_(parse, at)
    taken = [i for i in direct.wholes if parse.groups[i].last - parse.groups[i].first > 1]
    if taken and not group.passive:
        linked = Linked(taken, direct.parts)
    yield Finding("detained", "captivity", linked, at)


def _is_time(parse: Parsed, at: int) -> bool:
    """ "killed Tuesday", "killed last week": the noun group after the verb only dates it."""
    words = parse.words(parse.groups[at])
    return words[-1] in _TIME_WORDS


_TIME_WORDS = frozenset("week month year night morning evening afternoon day weekend".split())


def _happened(parse: Parsed, at: int, group: Group) -> bool:
    """Not a plan, a possibility, a condition or a purpose."""
    perfect = group.perfect and group.modal in ("to", "may", "might")
    if group.modal in _UNREAL_MODALS and not perfect:
        return group.modal == "to" and _caused(parse, at)
    return not _conditional(parse, at) and not _shares_infinitive(parse, at, group)


def _shares_infinitive(parse: Parsed, at: int, group: Group) -> bool:
    """ "to help people and evacuate residents": a base form goes on with the infinitive."""
    if group.form != "base" or at < 1 or parse.groups[at - 1].kind != "coordinator":
        return False
    before = [g for g in parse.groups[:at] if g.kind == "verb"]
    return bool(before) and before[-1].modal in _UNREAL_MODALS


def _caused(parse: Parsed, at: int) -> bool:
    """ "forced thousands to flee": the infinitive happened."""
    before = parse.groups[max(0, at - _LOOKED_BACK) : at]
    known = words_of("causing", "verbs")
    return any(g.kind == "verb" and g.verb in known and not g.modal for g in before)


def _conditional(parse: Parsed, at: int) -> bool:
    for group in reversed(parse.groups[:at]):
        if group.kind == "subordinator":
            return group.word in words_of("unreal", "subordinators")
        if group.kind == "verb" and group.finite:
            return False
    return False


def _driven_out(parse: Parsed, at: int) -> Iterator[Finding]:
    """ "forcing thousands to leave their homes"."""
    homes = object_(parse, at).wholes
    if homes and parse.groups[homes[0]].word in nouns_of("causing", "homes") and at > 1:
        noun = at - 2
        if parse.groups[noun].kind == "noun":
            yield Finding("displaced", "causing", Linked([noun]), at)


def _by_object(parse: Parsed, at: int, group: Group) -> Iterator[Finding]:
    """ "lost their lives", "suffered injuries": the subject; "lost 12 lives": the count."""
    follows = object_(parse, at).wholes
    if not follows:
        return
    noun = parse.groups[follows[0]]
    lives = group.verb in words_of("lives", "verbs") and noun.word in ("life", "lives")
    injuries = group.verb in words_of("injuries", "verbs") and noun.word in nouns_of("injuries")
    if lives and not noun.quantity:
        yield Finding("killed", "lives", subject(parse, at), at)
    elif injuries and not noun.quantity:
        yield Finding("injured", "injuries", subject(parse, at), at)


def _by_toll(parse: Parsed, at: int) -> Iterator[Finding]:
    """ "the death toll rose to 66", "raising the toll to 66", "the number of dead passed 40"."""
    groups = parse.groups
    near = (*subject(parse, at).wholes, *object_(parse, at).wholes[:1])
    put = nouns_of("toll", "put") if groups[at].verb == "put" else frozenset()
    tolls = [i for i in near if _is_toll(parse, i) or groups[i].word in put]
    if not tolls:
        return
    number = next(
        (
            i
            for i in range(max(at, tolls[0]) + 1, min(len(groups), at + _TOLL_REACH))
            if _counts(groups[i]) and (not put or groups[i - 1].word in ("at", "to"))
        ),
        None,
    )
    if number is None or groups[number - 1].word == "from":
        return
    linked = Linked([number], parts_after(parse, number))
    running = groups[at].verb in words_of("toll", "rising")
    outcome = _toll_outcome(parse, tolls[0])
    named = tolls[0] + 2 if _counted_fate(parse, tolls[0]) else None
    yield Finding(outcome, "toll", linked, tolls[0], count_only=True, running=running, named=named)


def _is_toll(parse: Parsed, at: int) -> bool:
    group = parse.groups[at]
    if group.kind != "noun" or group.quantity:
        return False
    if group.word in nouns_of("toll"):
        return True
    people = parse.groups[at + 2] if at + 2 < len(parse.groups) else None
    if group.word != "number" or people is None or parse.groups[at + 1].word != "of":
        return False
    if _counted_fate(parse, at):
        return True
    return people.word in nouns() or any(w in adjectives() for w in parse.words(people))


def _counted_fate(parse: Parsed, at: int) -> Outcome | None:
    """ "the number of soldiers killed": the outcome that the participle names."""
    after = parse.groups[at + 1 : at + 4]
    if [g.kind for g in after] != ["preposition", "noun", "verb"] or after[2].form != "ed":
        return None
    trigger = verbs().get(after[2].verb)
    return trigger.outcome if trigger and not (after[2].passive or trigger.needs) else None


def _toll_outcome(parse: Parsed, at: int) -> Outcome:
    fate = _counted_fate(parse, at)
    if fate:
        return fate
    words = parse.words(parse.groups[at])
    if at + 2 < len(parse.groups):
        words += parse.words(parse.groups[at + 2]) if parse.groups[at + 1].word == "of" else []
    injured = {"injury", "injuries", "injured", "wounded"} & set(words)
    return "injured" if injured else "killed"


def _counts(group: Group) -> bool:
    return group.kind == "noun" and group.quantity is not None


# --- predicates ---------------------------------------------------------------------------------


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
    if groups[before].kind == "noun":
        if groups[before].pronoun or not _happened(parse, at, group):
            return
        linked = Linked([before], parts_after(parse, at))
        yield Finding(trigger.outcome, trigger.rule, linked, at)
    elif groups[before].kind == "verb" and not groups[before].negated:
        if not _happened(parse, before, groups[before]):
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


# --- nouns --------------------------------------------------------------------------------------


def _noun(parse: Parsed, at: int, group: Group) -> Iterator[Finding]:
    trigger = nouns().get(group.word)
    if trigger:
        yield from _by_noun(parse, at, group, trigger)
    elif group.word in nouns_of("toll"):
        yield from _toll_of(parse, at)
    elif group.word in words_of("custody", "nouns"):
        yield from _custody(parse, at)
    elif group.quantity or group.word in nouns_of("toll"):
        yield from _by_adjective(parse, at, group)


def _by_noun(parse: Parsed, at: int, group: Group, trigger: Trigger) -> Iterator[Finding]:
    of = complement(parse, at)
    if of.wholes and not (trigger.counted and not group.quantity):
        yield Finding(trigger.outcome, trigger.rule, of, at, trigger.people, nominal=True)
    elif group.quantity and not trigger.people:
        linked = Linked([at], parts_after(parse, at))
        yield Finding(trigger.outcome, trigger.rule, linked, at, count_only=True)


def _toll_of(parse: Parsed, at: int) -> Iterator[Finding]:
    """ "a death toll of 66", "the toll to 66"."""
    groups = parse.groups
    follows = (
        at + 2 < len(groups) and groups[at + 1].word in ("of", "at") and _counts(groups[at + 2])
    )
    if follows:
        linked = Linked([at + 2], parts_after(parse, at + 2))
        yield Finding(_toll_outcome(parse, at), "toll", linked, at, count_only=True)


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

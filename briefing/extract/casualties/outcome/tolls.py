"""Running counts: "the death toll rose to 66", "the number of dead passed 40"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.triggers import adjectives, nouns, nouns_of, predicates, verbs, words_of
from briefing.language.dateparts import is_weekday
from briefing.language.groups import Group, Parsed
from briefing.language.lists import Linked, parts_after
from briefing.language.objects import object_
from briefing.language.subjects import subject
from briefing.models import Outcome

_PUTTING: Final = words_of("toll", "putting")
_BRINGING: Final = words_of("toll", "bringing")
_TOLL_GROWN: Final = words_of("toll", "grown")
_TOLL: Final = nouns_of("toll")
_NUMBER: Final = words_of("toll", "number")  # … of people killed
_INJURED: Final = words_of("toll", "injured")
_BOTH: Final = words_of("toll", "both")  # the dead and the wounded
_TOLL_REACH: Final = 14  # groups after the verb in which a toll's number stands
_RAISED_REACH: Final = 8  # groups after the old number in which the new one stands


def find_toll(parse: Parsed, at: int) -> Iterator[Finding]:
    """ "the death toll rose to 66", "raising the toll to 66", "the number of dead passed 40"."""
    verb = parse.groups[at].verb
    own = _tolls_beside(parse, at, _may_count(verb))
    told = own or _opening_toll(parse, at)
    put = verb == "put" or bool(own and not _is_toll(parse, own[0]) and verb != "number")
    number, toll = _number_and_toll(parse, at, told, put=put)
    if number is None:
        yield from _of_it(parse, at)
        return
    # "killed when gunmen stormed a market"
    one = bool(told and not own) or _of_one(parse, toll)
    outcome = _toll_outcome(parse, toll)
    yield Finding(
        outcome,
        "toll",
        Linked([number], parts_after(parse, number)),
        toll,
        count_only=True,
        running=verb in words_of("toll", "rising") and not one,
        named=toll + 2 if _counted_fate(parse, toll) else None,
        again=_puts_bare(parse, at, toll),
    )
    yield from _those_of(parse, number, outcome)


def _may_count(verb: str) -> frozenset[str]:
    """The nouns that a verb makes a toll of: "put deaths at 19", "deaths rose to 19", "bringing the
    total to 19"."""
    if verb in _PUTTING or verb in _TOLL_GROWN:
        return nouns_of("toll", "put")
    return _NUMBER if verb in _BRINGING else frozenset()


def _tolls_beside(parse: Parsed, at: int, put: frozenset[str]) -> tuple[int, ...]:
    """The tolls that a verb counts, has for its subject or its object; ``put``: what it may put."""
    groups = parse.groups
    near = (*_counted_by(parse, at), *subject(parse, at).wholes, *object_(parse, at).wholes[:1])
    puts = (i for i in near if groups[i].word in put and not _of(parse, i))
    return (*(i for i in near if _is_toll(parse, i)), *puts)


def _number_and_toll(
    parse: Parsed, at: int, told: tuple[int, ...], *, put: bool
) -> tuple[int | None, int]:
    """The number that a verb gives, and the toll that it is of; None where it gives none."""
    groups = parse.groups
    tolls = [i for i in told if _BOTH.isdisjoint(parse.words(groups[i]))]
    if tolls:
        number = _number_behind(parse, at, tolls[0], put=put)
    else:
        number, tolls = _number_before(parse, at)
    if number is not None and groups[number - 1].word in ("from", "by"):
        number = _raised_to(parse, number)
    return number, tolls[0] if tolls else at


def _those_of(parse: Parsed, number: int, outcome: Outcome) -> Iterator[Finding]:
    """ "…, that of soldiers at 58, and the number of injured to 41": further tolls of one verb."""
    groups = parse.groups
    behind = range(number + 1, len(groups) - 2)
    for at in behind:
        if groups[at].word not in _FURTHER and groups[at].kind != "coordinator":
            continue
        if groups[at + 1].word != "of":
            continue
        told = _raised_to(parse, at, ("at", "to"))
        if told is not None:
            fate = _fate_in(parse, at + 2) or _noun_or_adjective(groups[at + 3].word)
            named = at + 2 if groups[at + 2].kind == "noun" and fate is None else None
            yield Finding(
                fate or outcome, "toll", Linked([told]), at + 2, count_only=True, named=named
            )


_FURTHER: Final = frozenset(("that", "those")) | _NUMBER


def _of_it(parse: Parsed, verb: int) -> Iterator[Finding]:
    """ "It stood at 12 by nightfall": of the toll that the sentence before tells."""
    groups = parse.groups
    near = groups[verb + 1 : verb + 3]
    grown = groups[verb].verb in _TOLL_GROWN and groups[verb - 1].word == "it"
    if grown and len(near) > 1 and near[0].word in ("at", "to") and near[1].only_counts:
        yield Finding("killed", "toll", Linked([verb + 2]), verb, count_only=True, again=True)


def _puts_bare(parse: Parsed, verb: int, toll: int) -> bool:
    """ "Put the number at 900": nothing beside it says whom it counts."""
    bare = len(set(parse.words(parse.groups[toll])) - _DETERMINERS) == 1
    brings = parse.groups[verb].verb in _BRINGING
    general = parse.groups[toll].word in (_NUMBER if brings else words_of("toll", "general"))
    puts = brings or parse.groups[verb].verb == "put"
    return puts and bare and general and not _of(parse, toll)


_DETERMINERS: Final = frozenset(("the", "a", "that", "this", "their", "its"))


def _number_behind(parse: Parsed, at: int, toll: int, *, put: bool) -> int | None:
    """The number that a toll "rose to", or at which it was "put"."""
    groups = parse.groups
    within = range(max(at, toll) + 1, min(len(groups), at + _TOLL_REACH))
    counts = (i for i in within if _counts(groups[i]))
    return next((i for i in counts if not put or groups[i - 1].word in ("at", "to")), None)


def _raised_to(parse: Parsed, old: int, to: tuple[str, ...] = ("to",)) -> int | None:
    """37 of "rose from 32 on Friday to 37"."""
    groups = parse.groups
    within = range(old + 2, min(len(groups), old + _RAISED_REACH))
    return next((i for i in within if _counts(groups[i]) and groups[i - 1].word in to), None)


def _number_before(parse: Parsed, verb: int) -> tuple[int | None, list[int]]:
    """ "Bringing to nine the number of miners killed": the number, and the toll behind it."""
    to, number, toll = range(verb + 1, verb + 4)
    near = parse.groups[to : toll + 1]
    shape = [group.kind for group in near] == ["preposition", "noun", "noun"]
    if shape and near[0].word == "to" and _counts(near[1]) and _is_toll(parse, toll):
        return number, [toll]
    return None, []


def _opening_toll(parse: Parsed, verb: int) -> tuple[int, ...]:
    """ "The number of people killed when gunmen stormed a market has risen to 23": what opens the
    sentence has risen, and nothing of the clause between."""
    groups = parse.groups
    after = groups[verb + 1 : verb + 3]
    grown = groups[verb].verb in _TOLL_GROWN and [g.kind for g in after[:1]] == ["preposition"]
    told = after[1:] if grown else after[:1] if groups[verb].verb == "be" else []
    if not told or not _counts(told[0]):
        return ()
    opening = (i for i in range(min(verb, _OPENING)) if groups[i].kind == "noun")
    first = next(opening, None)
    return (first,) if first is not None and _is_toll(parse, first) else ()


_OPENING: Final = 3  # groups with which a sentence may open before its toll


def _of(parse: Parsed, at: int) -> bool:
    """ "The number of men who surrendered" counts whom its phrase names, and not the dead."""
    return at + 1 < len(parse.groups) and parse.groups[at + 1].word == "of"


def _counted_by(parse: Parsed, verb: int) -> list[int]:
    """ "The death toll in the attack on the base climbed": the noun that its phrases belong to."""
    at = verb - 1
    while at > 1 and parse.groups[at].kind == "noun":
        at -= parse.groups[at - 1].kind == "mark" and parse.groups[at - 1].word.isalpha()  # a day
        if parse.groups[at - 1].kind != "preposition":
            return [at]
        at -= 2
    return [at] if at >= 0 and parse.groups[at].kind == "noun" else []


def _of_one(parse: Parsed, toll: int) -> bool:
    """ "The toll from Monday's strike rose": the newest count of one attack, no sum of many."""
    after = [g for g in parse.groups[toll + 1 : toll + 4] if not is_weekday(g.word)][:2]
    named = [g.kind for g in after] == ["preposition", "noun"]
    return named and after[1].word in words_of("toll", "one")


def _is_toll(parse: Parsed, at: int) -> bool:
    group = parse.groups[at]
    if group.kind != "noun" or group.quantity or "average" in parse.words(group):
        return False
    if group.word in _TOLL or (group.word in nouns() and _has_number(parse, group)):
        return True  # "the total military fatalities"
    people = parse.groups[at + 2] if at + 2 < len(parse.groups) else None
    if group.word not in _NUMBER or people is None or parse.groups[at + 1].word != "of":
        return False
    if _counted_fate(parse, at):
        return True
    return people.word in nouns() or any(w in adjectives() for w in parse.words(people))


def _has_number(parse: Parsed, group: Group) -> bool:
    return not _NUMBER.isdisjoint(parse.words(group))


def _counted_fate(parse: Parsed, at: int) -> Outcome | None:
    """ "the number of soldiers killed": the outcome that the participle names."""
    after = parse.groups[at + 1 : at + 5]
    who = after[2:3] and after[2].kind == "relative"  # "the number of soldiers who have died"
    if who:
        after.pop(2)
    if [g.kind for g in after[:3]] != ["preposition", "noun", "verb"] or after[2].form != "ed":
        return None
    trigger = verbs().get(after[2].verb)
    stands = trigger and not trigger.needs and (who or not after[2].passive)
    return trigger.outcome if trigger and stands else None


def _toll_outcome(parse: Parsed, at: int) -> Outcome:
    """What a toll counts: "the number of arrests", "a toll", "the injury toll"."""
    groups = parse.groups
    words = parse.words(groups[at])
    if _of(parse, at) and at + 2 < len(groups):
        counted = parse.words(groups[at + 2])
        fate = _counted_fate(parse, at) or _fate_in(parse, at + 2)
        if fate and groups[at].word in _NUMBER:
            return fate
        words += counted
    return "killed" if _INJURED.isdisjoint(words) else "injured"


def _fate_in(parse: Parsed, at: int) -> Outcome | None:
    """What the words of a group say befell people: "the injured", "deaths"."""
    words = reversed(parse.words(parse.groups[at]))
    return next((fate for word in words if (fate := _noun_or_adjective(word))), None)


def _noun_or_adjective(word: str) -> Outcome | None:
    return adjectives().get(word) or _noun_outcome(word)


def _noun_outcome(word: str) -> Outcome | None:
    trigger = nouns().get(word)
    return trigger.outcome if trigger else None


def _counts(group: Group) -> bool:
    return group.kind == "noun" and group.quantity is not None


def find_toll_of(parse: Parsed, at: int) -> Iterator[Finding]:
    """ "a death toll of 66", "the toll to 66"."""
    groups = parse.groups
    follows = (
        at + 2 < len(groups) and groups[at + 1].word in _BEFORE_COUNT and _counts(groups[at + 2])
    )
    if follows and not _tells_itself(parse, at + 3):
        linked = Linked([at + 2], parts_after(parse, at + 2))
        yield Finding(_toll_outcome(parse, at), "toll", linked, at, count_only=True)


_BEFORE_COUNT: Final = frozenset(("of", "at", "now", ":"))


def _tells_itself(parse: Parsed, at: int) -> bool:
    """ "Left a toll of two people wounded": what befell them stands behind them."""
    group = parse.groups[at] if at < len(parse.groups) else None
    if group is None or group.kind not in ("predicate", "verb"):
        return False
    bare = group.kind == "predicate" or (group.form == "ed" and not group.passive)
    return bare and (group.word in predicates() or group.verb in verbs())

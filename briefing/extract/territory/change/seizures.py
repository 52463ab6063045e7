"""A change of control by the positions of its groups: what was taken, by whom, from whom."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from briefing.extract.territory.ground.clauses import carries_on, fronted
from briefing.extract.territory.ground.taken import units
from briefing.extract.territory.ground.turned import described, is_aside, is_reduced, is_turned
from briefing.language.dateparts import is_weekday
from briefing.language.daygroups import names_month
from briefing.language.groups import QUOTES, Group, Parsed
from briefing.language.lists import list_from, named_by, parallels
from briefing.language.objects import companions, object_
from briefing.language.subjects import subject
from briefing.lexicon import word_set
from briefing.models import Action, Span
from briefing.records import record

_BARE_LIST: Final = 3  # names in a row that are a list without "and"
_WINDOW: Final = 6  # groups after the verb in which its preposition is sought
_FARTHEST_AGENT: Final = 20  # groups after the verb in which "by" is sought
_shared = partial(word_set, "territory", "shared")


@record(frozen=True)
class Seizure:
    """Positions of the groups in a change: what was taken, by whom, from or to whom."""

    action: Action
    rule: str
    trigger: int
    taken: tuple[int, ...]
    subject: tuple[int, ...] = ()
    other: tuple[int, ...] = ()
    yields: bool = False  # the subject is the loser
    known: bool = False  # only with a place or a noun for one that is known
    armed: bool = False  # only where an actor does it: "advanced" is also said of marchers
    own: bool = False  # made by who claims it, where nobody else is named
    named: bool = False  # only where a group or an army does it by its name
    owned: bool = False  # "Goma's recapture": the trigger's own group names the place
    denied: bool = False  # "M23 has not captured Sake"
    day: Span | None = None  # where its day stands, if others of the sentence have theirs


def make_seizure(
    entry: dict[str, Any],
    at: int,
    taken: tuple[int, ...],
    agents: tuple[int, ...],
    other: tuple[int, ...] = (),
) -> Seizure | None:
    """The change that an entry of the lexicon tells of, if anything was taken."""
    if not taken:
        return None
    flags = {key: entry[key] for key in ("yields", "known", "armed", "named") if key in entry}
    return Seizure(entry["action"], entry["rule"], at, taken, agents, other, **flags)


def direct(parse: Parsed, at: int, group: Group) -> tuple[int, ...]:
    """What was taken: the object, in the passive the subject, else what stands before "which"."""
    head = described(parse, at) if is_reduced(parse, at, group) else None
    if head is None and group.form == "ed" and is_reduced(parse, at, group) and is_aside(parse, at):
        head = at - 2
    if head is not None:
        return (head,)
    if is_turned(parse, at, group):
        return (*taken_subject(parse, at), *subject(parse, at).parts)
    linked = object_(parse, _behind_aside(parse, at))
    if not linked.wholes or _is_time(parse, linked.wholes[0]) or _is_date(parse, linked.wholes[0]):
        return fronted(parse, at)
    named = _road_behind(parse, linked.wholes[0])
    if named is not None:
        return (named,)
    if parse.groups[linked.wholes[0]].word == "place":
        return ()  # "clashes took place in Goma"
    also = [i for i in companions(parse, at) if i not in linked.wholes]  # "along with B"
    return (*_with_parallels(parse, tuple(linked.wholes)), *also, *linked.parts)


def _behind_aside(parse: Parsed, at: int) -> int:
    """The group behind which the object stands: "captured on Monday the town of A", "liberated from
    occupation the town of A"."""
    link, aside, taken = (*parse.groups[at + 1 : at + 4], *[parse.groups[at]] * 3)[:3]
    day = link.word == "on" and aside.kind == "mark" and is_weekday(aside.word)
    whose = (
        link.word == "from" and aside.kind == taken.kind == "noun" and at + 3 < len(parse.groups)
    )
    return at + 2 if day or whose else at


def _road_behind(parse: Parsed, at: int) -> int | None:
    """ "The Sake – Goma road": the group that says what it is."""
    groups = parse.groups
    joined = at + 2 < len(groups) and groups[at + 1].word in ("–", "—", "-")
    return at + 2 if joined and groups[at + 2].word in _ROADS else None


_ROADS: Final = word_set("territory", "roads", "words")


def taken_subject(parse: Parsed, at: int) -> tuple[int, ...]:
    """What a verb says was taken, where that is its subject: "Hama, Homs and Aleppo fell".

    Of single words in a row the grammar takes the second for what explains the first; places are
    each a place.
    """
    if parse.groups[at].modal == "to":  # "Zaranj became the first capital to fall"
        at = next((i for i in range(at - 1, 0, -1) if parse.groups[i].kind == "verb"), at)
    wholes = subject(parse, at).wholes
    named = {i + 2 for i in wholes if parse.groups[i + 1].word == "of"}  # "the towns of A"
    names = {*names_before(parse, at)} - named
    return tuple(sorted({*wholes, *names})) if wholes else ()


def names_before(parse: Parsed, verb: int) -> list[int]:
    """The names of the list that ends before the verb, but for one that "of" or "in" governs."""
    groups, at = parse.groups, verb - 1
    names: list[int] = []
    listed = joined = False  # with "and"
    while at >= 0 and _is_bare_name(parse, at):
        if at and groups[at - 1].kind == "preposition":
            if groups[at - 1].word != "of" and joined:
                return []  # "prices in A and B fell", "the road between A and B"
            named = at > 1 and groups[at - 1].word == "of" and bool(names)
            if named and at > len(("in", "the towns")) and _says_where(groups[at - 3]):
                return []  # "prices in the towns of A and B fell"
            if named and groups[at - 2].word in units():
                names.append(at)  # "the towns of A, B and C"
            break
        names.append(at)
        joint = at - 1
        joined = joint >= 0 and groups[joint].kind == "coordinator"
        listed = listed or joined
        joint -= joined and groups[joint - 1].word == ","
        if not joined and (joint < 0 or groups[joint].word != ","):
            break
        at = joint - 1
    return names if listed or len(names) >= _BARE_LIST else []


def _says_where(group: Group) -> bool:
    return group.kind == "preposition" and group.word != "of"


def _is_bare_name(parse: Parsed, at: int) -> bool:
    group = parse.groups[at]
    named = group.kind == "noun" and group.quantity is None and not group.pronoun
    return named and parse.tokens[group.first].capitalised and parse.letters[group.first] == "w"


def _is_time(parse: Parsed, at: int) -> bool:
    """ "Took last October": the object only says when."""
    return parse.lower[parse.groups[at].first] in word_set("grammar", "times", "before_day")


def _with_parallels(parse: Parsed, taken: tuple[int, ...]) -> tuple[int, ...]:
    """ "The village of A in P and the town of B in Q": what goes on behind a whereabouts."""
    further = parallels(parse, named_by(parse, taken[-1])) if taken else []
    return (*taken, *(i for i in further if i not in taken))


def doers(parse: Parsed, at: int, group: Group) -> tuple[int, ...]:
    """Who did it: the subject, in the passive the group after "by"."""
    if is_turned(parse, at, group):
        return noun_after(parse, at, ("by",), _FARTHEST_AGENT)
    return _agents(parse, at)


def _agents(parse: Parsed, at: int) -> tuple[int, ...]:
    """Who does it: the subject; for "… shows fighters occupying" the noun group before."""
    groups = parse.groups
    before = groups[at - 1] if at else groups[at]
    if groups[at].form == "ing" and before.kind == "noun":
        return (at - 1,)
    verbs = [i for i in range(at) if groups[i].kind == "verb" and groups[i].finite]
    if verbs and groups[at].form == "ing" and before.word in _shared("before"):
        return tuple(subject(parse, verbs[-1]).wholes)  # "dealt a blow by taking the town"
    if at <= 1 and (not groups[at].finite or parse.lower[groups[at].first] == "having"):
        return _main_subject(parse, at)
    carried = carries_on(parse, at)
    if carried is not None:
        return tuple(subject(parse, carried).wholes)
    came = _who_came_to(parse, at) if groups[at].modal == "to" else None
    return tuple(subject(parse, at).wholes) if came is None else came


def _who_came_to(parse: Parsed, at: int) -> tuple[int, ...] | None:
    """Who did what an infinitive tells, where the verb before it says so."""
    groups = parse.groups
    before = next((i for i in range(at - 1, -1, -1) if groups[i].kind == "verb"), None)
    if before is None:
        return None
    if groups[before].verb == "take":
        return _who_took(parse, before)
    if groups[before].verb == "be":
        return tuple(subject(parse, before).wholes)  # "were able to take the town"
    if groups[before].verb not in _shared("allows"):
        return None
    made = subject if groups[before].passive else object_  # "was forced to leave the town"
    return tuple(made(parse, before).wholes)


def _main_subject(parse: Parsed, at: int) -> tuple[int, ...]:
    """ "After losing A, the army regrouped", "by taking A rebels moved on": the subject of the
    clause behind the comma, or of the only one."""
    behind = range(at + 1, len(parse.groups))
    comma = next((i for i in behind if parse.groups[i].word == ","), at + 1)
    main = (i for i in range(comma, len(parse.groups)) if parse.groups[i].finite)
    verb = next(main, None)
    return tuple(subject(parse, verb).wholes) if verb is not None else ()


def _who_took(parse: Parsed, took: int) -> tuple[int, ...]:
    """ "It took the army a week to", "it took a week for the army to": the army."""
    doer = tuple(subject(parse, took).wholes)
    if not doer or parse.groups[doer[0]].word != "it":
        return doer
    behind = parse.groups[took + 1 : took + 4]
    whose = next((i for i, group in enumerate(behind) if group.word == "for"), -1)
    return (took + 2 + whose,)


def noun_after(
    parse: Parsed, at: int, prepositions: tuple[str, ...], window: int = _WINDOW
) -> tuple[int, ...]:
    """The noun group behind one of ``prepositions`` after the group at ``at``."""
    groups = parse.groups
    for index in range(at + 1, min(len(groups) - 1, at + 1 + window)):
        group = groups[index]
        if (group.kind == "verb" and group.finite) or group.word in (";",):
            return ()
        found = group.kind == "preposition" and group.word in prepositions
        if found and groups[index + 1].kind == "noun" and not _is_date(parse, index + 1):
            near = group.word not in ("of", "over")  # "control of six miles of X" is of no more
            listed = list_from(parse, _beyond(parse, index + 1) if near else index + 1)
            return _with_parallels(parse, tuple(listed))
    return ()


def behind_direction(parse: Parsed, at: int) -> tuple[int, ...]:
    """ "Southeast and northwest of A", right behind the group at ``at``: A."""
    groups, end = parse.groups, at + 1
    while end < len(groups) and (groups[end].word in _DIRECTIONS or groups[end].word in _SKIPPED):
        end += 1
    told = end < len(groups) and groups[end].word == "of" and groups[end - 1].word in _DIRECTIONS
    return noun_after(parse, end - 1, ("of",), len(("of",))) if told else ()


_DIRECTIONS: Final = word_set("grammar", "classes", "direction")
_SKIPPED: Final = QUOTES | {
    "”",
    "’’",
    "and",
    "or",
}  # between two directions, or behind what is quoted


def _is_date(parse: Parsed, at: int) -> bool:
    return names_month(parse.words(parse.groups[at]))


def _beyond(parse: Parsed, at: int) -> int:
    """ "within six miles of X", "west of X": the place and not the distance."""
    of = at + 2 < len(parse.groups) and parse.groups[at + 1].word == "of"
    measure = word_set("circumstances", "relation", "words")
    return at + 2 if of and parse.groups[at].word in measure else at

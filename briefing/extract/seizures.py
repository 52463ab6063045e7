"""Rules over word groups that connect actors with what they took, left or surrounded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.extract.linking import object_, subject
from briefing.extract.lists import complement, list_from
from briefing.language.groups import Group, Parsed
from briefing.lexicon import load
from briefing.models import Action

_WINDOW = 6  # groups after the verb in which its preposition is sought
_UNREAL_MODALS = frozenset("could would should might can must will 'll may shall".split())


@dataclass(frozen=True, slots=True)
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


def find_seizures(parse: Parsed) -> Iterator[Seizure]:
    """What the sentence says changed hands, in the order of the triggers."""
    for at, group in enumerate(parse.groups):
        if group.kind == "verb" and not group.negated and _happened(parse, at, group):
            yield from _by_phrase(parse, at, group) or _by_verb(parse, at, group)
        elif group.kind == "noun" and group.word in _nouns() and not _wanted(parse, at):
            yield from _by_noun(parse, at, group)
        elif group.kind == "noun" and group.word in load("territory")["held"]["nouns"].split():
            yield from _by_state(parse, at)


# --- verbs --------------------------------------------------------------------------------------


def _by_verb(parse: Parsed, at: int, group: Group) -> list[Seizure]:
    entry = _verbs().get(group.verb)
    if entry is None or _standing(parse, at, group):
        return []
    taken, gainer = _direct(parse, at, group), _doers(parse, at, group)
    kinds = entry.get("kinds", "").split()
    if kinds and not any(set(kinds) & set(parse.words(parse.groups[i])) for i in taken):
        taken = tuple(i for i in taken if _is_road(parse, i))
    found = _seizure(entry, at, taken, gainer)
    return [found] if found else []


def _standing(parse: Parsed, at: int, group: Group) -> bool:
    """ "controls", "fighters occupying": a state of long standing, unless it was just seen.

    "Now held 50 towns" tells how far an advance has come: with a count and such a word it counts.
    """
    seen = load("territory")["seen"]
    if group.verb not in seen["states"].split():
        return False
    if _reached(parse, at, group):
        return False
    if group.form == "ed" and not group.passive:
        return group.verb in seen["always"].split()
    if group.form == "ed":
        return False
    before = [g for g in parse.groups[:at] if g.kind == "verb"]
    return group.form != "ing" or not before or before[-1].verb not in seen["verbs"].split()


def _reached(parse: Parsed, at: int, group: Group) -> bool:
    """ "now hold 50 towns", "have come to control 12 villages"."""
    words = [t.lower for t in parse.tokens[max(0, group.first - 2) : group.last]]
    now = not set(load("territory")["seen"]["now"].split()).isdisjoint(words)
    come = group.modal == "to" and any(g.verb == "come" for g in parse.groups[max(0, at - 2) : at])
    counted = any(parse.groups[i].quantity for i in _direct(parse, at, group))
    return counted and (come or now)


def _reduced(parse: Parsed, at: int, group: Group) -> bool:
    """ "the town captured by rebels", "40 towns taken so far": a participle without auxiliary."""
    if group.form != "ed" or group.perfect or group.passive:
        return False
    if _next_word(parse, at) == "by":
        return True
    following = parse.groups[at + 1].kind if at + 1 < len(parse.groups) else "mark"
    before = parse.groups[at - 1] if at else None
    counted = before is not None and before.kind == "noun" and _is_counted(parse, at - 1)
    return counted and following != "noun"


def _is_counted(parse: Parsed, at: int) -> bool:
    """Whether the noun group or the list it closes has a count: "50 towns and villages"."""
    groups = parse.groups
    while at > 1 and not groups[at].quantity and groups[at - 1].word in ("and", ","):
        at -= 2
    return groups[at].quantity is not None


def _doers(parse: Parsed, at: int, group: Group) -> tuple[int, ...]:
    """Who did it: the subject, in the passive the group after "by"."""
    if group.passive or _reduced(parse, at, group):
        return _after(parse, at, ("by",))
    return _agents(parse, at)


def _is_road(parse: Parsed, at: int) -> bool:
    word = parse.groups[at].word
    return len(word) > 1 and word[0] in "mn" and word[1:].lstrip("-").isdigit()


def _by_phrase(parse: Parsed, at: int, group: Group) -> list[Seizure]:
    for entry in _phrases().get(group.verb, ()):
        found = _phrase(parse, at, group, entry)
        if found:
            return [found]
    return []


def _phrase(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    prepositions = tuple(entry.get("after", "").split())
    if entry.get("place_is_subject"):
        gainer = _after(parse, at, ("to", "into", "under"))
        taken = tuple(subject(parse, at).wholes) if gainer else ()
        return _seizure(entry, at, taken, gainer)
    if entry.get("alone"):
        taken = tuple(subject(parse, at).wholes)
        return _seizure(entry, at, taken, ()) if _stands_alone(parse, at) else None
    if "nouns" in entry:
        return _with_noun(parse, at, group, entry, prepositions)
    if entry.get("evicts"):
        return _eviction(parse, at, group, entry, prepositions)
    particle = "particles" not in entry or _particle(parse, at, entry)
    if not particle or (entry.get("intransitive") and object_(parse, at).wholes):
        return None
    taken = _after(parse, at, prepositions) if prepositions else _direct(parse, at, group)
    other = _after(parse, max((at, *taken)), (entry["receiver"],)) if "receiver" in entry else ()
    complete = other or "receiver" not in entry or "receiver_may_lack" in entry
    return _seizure(entry, at, taken, _doers(parse, at, group), other) if complete else None


def _stands_alone(parse: Parsed, at: int) -> bool:
    """ "fell on Friday", "had fallen": no object, no direction, no height after the verb."""
    following = parse.groups[at + 1 : at + 3]
    known = load("territory")["alone"]["before"].split()
    return not following or (
        following[0].kind in ("mark", "coordinator", "subordinator") or following[0].word in known
    )


def _direct(parse: Parsed, at: int, group: Group) -> tuple[int, ...]:
    turned = group.passive or _reduced(parse, at, group)
    linked = subject(parse, at) if turned else object_(parse, at)
    return (*linked.wholes, *linked.parts)


def _seizure(
    entry: dict[str, Any],
    at: int,
    taken: tuple[int, ...],
    agents: tuple[int, ...],
    other: tuple[int, ...] = (),
) -> Seizure | None:
    if not taken:
        return None
    flags = (entry.get(key, False) for key in ("yields", "known", "armed"))
    return Seizure(entry["action"], entry["rule"], at, taken, agents, other, *flags)


def _with_noun(
    parse: Parsed, at: int, group: Group, entry: dict[str, Any], prepositions: tuple[str, ...]
) -> Seizure | None:
    """ "took full control of X", "control of X was regained"."""
    known = entry["nouns"].split()
    follows = _direct(parse, at, group)
    noun = next((i for i in follows if parse.groups[i].word in known), None)
    if noun is None:
        return None
    taken = _after(parse, noun, prepositions)
    if not taken and noun + 1 < len(parse.groups) and parse.groups[noun + 1].quantity:
        taken = (noun + 1,)  # "control over five positions": "over five" is read as a count
    return _seizure(entry, at, taken, _doers(parse, at, group))


def _eviction(
    parse: Parsed, at: int, group: Group, entry: dict[str, Any], prepositions: tuple[str, ...]
) -> Seizure | None:
    """ "pushed al-Shabaab out of Adale": the object lost it."""
    driven = _direct(parse, at, group)
    if not driven:
        return None
    taken = _after(parse, at, prepositions)
    return _seizure(entry, at, taken, _doers(parse, at, group), driven)


def _particle(parse: Parsed, at: int, entry: dict[str, Any]) -> bool:
    following = parse.groups[at + 1 : at + 3]
    return any(g.word in entry["particles"].split() for g in following)


def _after(parse: Parsed, at: int, prepositions: tuple[str, ...]) -> tuple[int, ...]:
    """The noun group behind one of ``prepositions`` after the group at ``at``."""
    groups = parse.groups
    for index in range(at + 1, min(len(groups) - 1, at + 1 + _WINDOW)):
        group = groups[index]
        if (group.kind == "verb" and group.finite) or group.word in (";",):
            return ()
        found = group.kind == "preposition" and group.word in prepositions
        if found and groups[index + 1].kind == "noun":
            return tuple(list_from(parse, _beyond(parse, index + 1)))
    return ()


def _beyond(parse: Parsed, at: int) -> int:
    """ "within six miles of X", "west of X": the place and not the distance."""
    of = at + 2 < len(parse.groups) and parse.groups[at + 1].word == "of"
    measure = load("circumstances")["relation"]["words"].split()
    return at + 2 if of and parse.groups[at].word in measure else at


def _agents(parse: Parsed, at: int) -> tuple[int, ...]:
    """Who does it: the subject; for "… shows fighters occupying" the noun group before."""
    groups = parse.groups
    if groups[at].form == "ing" and at and groups[at - 1].kind == "noun":
        return (at - 1,)
    return tuple(subject(parse, at).wholes)


def _next_word(parse: Parsed, at: int) -> str:
    return parse.groups[at + 1].word if at + 1 < len(parse.groups) else ""


# --- nouns --------------------------------------------------------------------------------------


def _by_noun(parse: Parsed, at: int, group: Group) -> Iterator[Seizure]:
    entry = _nouns()[group.word]
    prepositions = tuple(entry.get("after", "of").split())
    taken = _after(parse, at, prepositions)
    agents = _after(parse, at, ("by",))
    whose = tuple(complement(parse, at).wholes) if prepositions == ("from",) else ()
    if taken:
        yield Seizure(
            entry["action"], entry["rule"], at, taken, whose or agents,
            yields=entry.get("yields", False), known=entry.get("known", False),
        )  # fmt: skip


def _by_state(parse: Parsed, at: int) -> Iterator[Seizure]:
    """ "50 towns under the control of X", "12 villages were in rebel hands": with a count only."""
    groups = parse.groups
    entry = load("territory")["held"]
    if at <= 1 or groups[at - 1].word not in entry["after"].split():
        return
    before = at - 2
    while before > 0 and (groups[before].kind == "mark" or groups[before].verb == "be"):
        before -= 1
    if groups[before].kind == "noun" and _is_counted(parse, before):
        holder = _after(parse, at, ("of",)) or (at,)
        first = before
        while not groups[first].quantity:
            first -= 2
        taken = tuple(range(first, before + 1, 2))
        yield Seizure("captured", "held", at, taken, holder, known=True)


# --- what did not happen ------------------------------------------------------------------------


def _happened(parse: Parsed, at: int, group: Group) -> bool:
    if group.modal in _UNREAL_MODALS:
        return False
    if group.modal == "to":
        return _managed(parse, at)
    return not _tried(parse, at)


def _managed(parse: Parsed, at: int) -> bool:
    """ "managed to capture": the infinitive happened."""
    before = parse.groups[max(0, at - 4) : at]
    return any(
        g.kind == "verb" and g.verb in ("manage", "succeed", "go", "come", "allow", "enable")
        for g in before
    )


def _tried(parse: Parsed, at: int) -> bool:
    """ "tried capturing", "prevented rebels from capturing": an -ing form under such a verb."""
    if parse.groups[at].form != "ing":
        return False
    unreal = load("territory")["unreal"]["verbs"].split()
    before = parse.groups[max(0, at - 4) : at]
    near = [g for g in before if g.kind == "verb"]
    return bool(near) and near[-1].verb in unreal and parse.groups[at - 1].word != ","


def _wanted(parse: Parsed, at: int) -> bool:
    """ "a bid for the capture of", "to prevent the fall of"."""
    unreal = load("territory")["unreal"]
    words = set(unreal["nouns"].split()) | set(unreal["verbs"].split())
    before = parse.groups[max(0, at - 4) : at]
    return any(g.word in words or g.verb in words or g.modal in _UNREAL_MODALS for g in before)


# --- tables -------------------------------------------------------------------------------------


@cache
def _verbs() -> dict[str, dict[str, Any]]:
    return {word: entry for entry in load("territory")["verbs"] for word in entry["words"].split()}


@cache
def _phrases() -> dict[str, list[dict[str, Any]]]:
    table: dict[str, list[dict[str, Any]]] = {}
    for entry in load("territory")["phrases"]:
        for verb in entry["verbs"].split():
            table.setdefault(verb, []).append(entry)
    return table


@cache
def _nouns() -> dict[str, dict[str, Any]]:
    return {word: entry for entry in load("territory")["nouns"] for word in entry["words"].split()}

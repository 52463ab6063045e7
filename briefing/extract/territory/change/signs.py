"""Signs that a place is held by somebody new: their flag over it, their patrols in it."""

from __future__ import annotations

from typing import Any, Final

from briefing.extract.territory.change.seizures import (
    Seizure,
    direct,
    doers,
    make_seizure,
    names_before,
    noun_after,
)
from briefing.extract.territory.ground.turned import is_turned
from briefing.language.groups import Group, Parsed
from briefing.language.lists import complement
from briefing.language.objects import object_
from briefing.language.subjects import subject
from briefing.lexicon import word_set

_NEAR: Final = 5  # groups from one verb to the one that hangs on it: "woke on Monday to find"


def flown(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "The flag of M23 flies over A", "the M23 flag was raised over A": whose flag it is."""
    flags = [i for i in subject(parse, at).wholes if parse.groups[i].word in entry["sign"].split()]
    if not flags or (group.verb in _RAISED) != is_turned(parse, at, group):
        return None
    taken = noun_after(parse, at, tuple(entry["after"].split()))
    whose = (*complement(parse, flags[0]).wholes, flags[0], *doers(parse, at, group))
    return make_seizure(entry, at, _inside(parse, taken), whose)


def patrolled(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "M23 fighters now patrol the streets of A": that they do is news."""
    words = parse.lower[max(0, group.first - 1) : group.last + 1]
    if word_set("territory", "held", "now").isdisjoint(words):
        return None
    taken = _inside(parse, direct(parse, at, group))
    return make_seizure(entry, at, taken, doers(parse, at, group))


def woken_to(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "Residents of A woke to find M23 fighters at the checkpoints"."""
    near = range(at - 1, max(-1, at - 1 - _NEAR), -1)
    woke = next((i for i in near if parse.groups[i].verb in entry["woken"].split()), None)
    if woke is None or group.modal != "to":
        return None
    people = subject(parse, woke).wholes
    of = complement(parse, people[0], ("of", "in")).wholes if people else []
    names = names_before(parse, woke)  # the last of a list is no complement
    bare = (i for i in of if not names or parse.tokens[parse.groups[i].head].capitalised)
    named = sorted({*names, *bare})
    return make_seizure(entry, at, tuple(named or people), tuple(object_(parse, at).wholes))


def seen_inside(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "Footage shows M23 fighters inside A": where they are seen, they have come."""
    seen = object_(parse, at).wholes
    behind = seen[-1] + 1 if seen else len(parse.groups)
    if behind >= len(parse.groups) or parse.groups[behind].word != entry["inside"]:
        return None
    taken = noun_after(parse, seen[-1], (entry["inside"],), len((entry["inside"],)))
    return make_seizure(entry, at, _inside(parse, taken), tuple(seen))


def _inside(parse: Parsed, taken: tuple[int, ...]) -> tuple[int, ...]:
    """ "The streets of A", "the town hall of A": the town, where something in it shows it."""
    if not taken or parse.groups[taken[0]].word not in _PUBLIC:
        return taken
    return tuple(complement(parse, taken[0], ("of", "in")).wholes) or taken


_RAISED: Final = word_set("territory", "signs", "raised")
_PUBLIC: Final = word_set("territory", "signs", "places")

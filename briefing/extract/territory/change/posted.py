"""Who is inside a place now: positions taken up there, fighters in its centre, a garrison gone."""

from __future__ import annotations

from typing import Any, Final

from briefing.extract.territory.change.nearing import IS_NOW
from briefing.extract.territory.change.seizures import (
    Seizure,
    direct,
    doers,
    make_seizure,
    noun_after,
)
from briefing.language.groups import Group, Parsed
from briefing.language.lists import complement
from briefing.language.subjects import subject

_NOW: Final = frozenset(("now", "already"))
_INSIDE: Final = ("inside",)


def stationed(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "Took up positions in A"."""
    first = at + 1 + (at + 1 < len(parse.groups) and parse.groups[at + 1].word == "up")
    stations = entry["stations"].split()
    if first >= len(parse.groups) or parse.groups[first].word not in stations:
        return None
    after = tuple(entry["after"].split())
    taken = noun_after(parse, first, after, len(("in",)))
    return make_seizure(entry, at, _of_whole(parse, taken), doers(parse, at, group))


def _of_whole(parse: Parsed, taken: tuple[int, ...]) -> tuple[int, ...]:
    """ "The east of A", "the centre of A": A."""
    whole = complement(parse, taken[0], ("of",)).wholes if len(taken) == 1 else ()
    return tuple(whole) or taken


def no_longer(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "The army no longer controls A": it has lost it."""
    if not is_over(parse, group) or group.modal:
        return None
    return make_seizure(entry, at, direct(parse, at, group), doers(parse, at, group))


def is_over(parse: Parsed, group: Group) -> bool:
    """Whether a verb says that something has come to an end: "no longer controls"."""
    return "longer" in parse.held and "longer" in parse.words(group)


def standing_inside(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "Rebels are now inside A", "are already in the centre of A": that they are is news."""
    words = parse.words(group)
    if group.negated or _NOW.isdisjoint(words) or IS_NOW.isdisjoint(words):
        return None
    behind = parse.groups[at + 1 : at + 3]
    if [near.kind for near in behind] != ["preposition", "noun"]:
        return None
    if behind[0].word == "in" and behind[1].word in entry["among"].split():
        taken = tuple(complement(parse, at + 2).wholes)
    else:
        taken = noun_after(parse, at, _INSIDE, len(_INSIDE))
    return make_seizure(entry, at, taken, doers(parse, at, group))


def given_up(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "The garrison of A surrendered to rebels": A is theirs."""
    theirs = entry["held_out"].split()
    named = (i - back for i in subject(parse, at).wholes for back in (0, len(("garrison", "of"))))
    whose = next((i for i in named if i >= 0 and parse.groups[i].word in theirs), None)
    if group.passive or whose is None:
        return None
    taken = tuple(complement(parse, whose, ("of", "in", "at")).wholes)
    return make_seizure(entry, at, taken, noun_after(parse, at, ("to",), len(("to",))))

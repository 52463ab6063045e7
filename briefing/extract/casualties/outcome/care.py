"""People told to be in hospital or under treatment: hurt."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.triggers import words_of
from briefing.language.groups import Group, Parsed
from briefing.language.lists import Linked
from briefing.language.subjects import subject


def find_in_care(parse: Parsed) -> Iterator[Finding]:
    """ "21 were in hospital", "16 people are under treatment"."""
    for at, group in enumerate(parse.groups[:-2]):
        if group.kind != "verb" or group.verb not in words_of("in_care", "verbs") or group.modal:
            continue
        in_, place = parse.groups[at + 1 : at + 3]
        cared = place.word in words_of("in_care", "places") and in_.word in ("in", "under")
        if cared and not (group.negated or place.definite or _is_of_other(parse, place)):
            yield Finding("injured", "in_care", _counted_subject(parse, at), at, "people")


def find_left_in_care(parse: Parsed) -> Iterator[Finding]:
    """ "Left three others in critical condition"."""
    for at, group in enumerate(parse.groups[3:], start=3):
        left, whom, in_ = parse.groups[at - 3 : at]
        told = group.word in words_of("in_care", "condition") and not _is_of_other(parse, group)
        leaves = left.verb in words_of("in_care", "leaves") and not (left.negated or left.modal)
        if told and leaves and in_.word == "in" and _is_counted(parse, whom):
            yield Finding("injured", "in_care", Linked([at - 2]), at - 3, "people", active=True)


def _counted_subject(parse: Parsed, at: int) -> Linked:
    """The subject where it is counted: "the chief is in hospital" may tell of an illness."""
    linked = subject(parse, at)
    counted = [i for i in linked.wholes if _is_counted(parse, parse.groups[i])]
    return Linked(counted, linked.parts)


def _is_counted(parse: Parsed, group: Group) -> bool:
    return group.quantity is not None or parse.is_indefinite(group)


def _is_of_other(parse: Parsed, place: Group) -> bool:
    """ "In good condition", unlike "in critical condition"."""
    condition = place.word in words_of("in_care", "condition")
    return condition and words_of("in_care", "states").isdisjoint(parse.words(place))

"""Who has come near a place: by a direction, a distance, or the gates they stand at."""

from __future__ import annotations

from typing import Any, Final

from briefing.extract.territory.change.seizures import (
    Seizure,
    behind_direction,
    doers,
    make_seizure,
    noun_after,
)
from briefing.language.groups import Group, Parsed
from briefing.language.lists import complement
from briefing.language.numerals import number_of
from briefing.lexicon import word_set


def sideways(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "Advanced southwest of A"."""
    taken = behind_direction(parse, at)
    return make_seizure(entry, at, taken, doers(parse, at, group))


def stood_near(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "M23 is ten kilometres from A", "within a mile of A", "rebels are at the gates of A"."""
    if _TOLD.isdisjoint(parse.held):
        return None
    now = IS_NOW.intersection(parse.words(group)) and parse.groups[at - 1].kind != "relative"
    behind = parse.groups[at + 1 : at + 3]
    if group.negated or not now or len(behind) < len(("at", "the gates")):
        return None
    within = behind[0].word == "within"
    measure, outer = behind[within], behind[0].word in ("at", "on", "in")
    if measure.word in _MEASURES and _is_near(parse, measure):
        taken = noun_after(parse, at + 1 + within, ("from", "of"), _ASIDE)
        taken = tuple(i for t in taken for i in _of_part(parse, t))
    elif outer and behind[1].word in _GATES:
        taken = tuple(complement(parse, at + 2).wholes)
    else:
        return None
    return make_seizure(entry, at, taken, doers(parse, at, group))


def _is_near(parse: Parsed, group: Group) -> bool:
    """Whether a distance is one from which a town is reached next."""
    count = number_of(parse.words(group)[0])
    return group.word.startswith("met") or (count is not None and count <= _NEAR)


_NEAR: Final = 40  # kilometres or miles
_ASIDE: Final = 7  # groups of "five kilometres (about three miles) from"


def _of_part(parse: Parsed, at: int) -> tuple[int, ...]:
    """ "The centre of A", "the border of A": A."""
    return tuple(complement(parse, at).wholes) or (at,)


IS_NOW: Final = frozenset(("is", "are", "'re", "’re"))
_MEASURES: Final = word_set("territory", "measures", "words")
_GATES: Final = word_set("territory", "gates", "words")
_TOLD: Final = _MEASURES | _GATES

"""What a sentence adds on people behind an event: what they are wanted for, where they were."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Final

from briefing.extract.circumstances.place.setting import governor
from briefing.extract.people.words import PEOPLE
from briefing.extract.scene import Scene
from briefing.language.subjects import subject
from briefing.lexicon import word_set
from briefing.models import Place, Span

_words = partial(word_set, "circumstances")

_ALLEGED: Final = _words("alleged", "words")
_LINKS: Final = _words("alleged", "links")
_REASONS: Final = _words("alleged", "reasons")
_EVENTS: Final = _words("incident", "nouns")
_LIVED: Final = _words("lived", "verbs")
_HOUSES: Final = _words("care", "houses")
_DIES: Final = _words("care", "dies")
_IN_HOUSE: Final = 6  # groups before a place in which "died on Monday in a hospital in" stands
_KEPT: Final = _words("kept", "verbs")
_WHO: Final = frozenset(("who", "whose"))
_NEXT: Final = 2  # groups behind a relative in which its verb stands


def is_alleged(scene: Scene, place: Place, end: int) -> bool:
    """ "Captured four men wanted for a raid on Goma", "held over the killing of a nun in Goma":
    whether behind the event, which ends at ``end``, ``place`` is of what people are sought for."""
    held = scene.parse.held
    if place.start < end or (_ALLEGED.isdisjoint(held) and _REASONS.isdisjoint(held)):
        return False
    groups = scene.parse.groups
    first, last = scene.group_at(end), scene.group_at(place.start)
    words = scene.parse.lower[groups[first].first : groups[last].first + 1]
    if any(word in _ALLEGED and link in _LINKS for word, link in pairwise(words)):
        return True
    between = pairwise(groups[first:last])
    return any(link.word in _REASONS and what.word in _EVENTS for link, what in between)


def is_of_hospital(scene: Scene, place: Place) -> bool:
    """ "Two men wounded in Goma died in a hospital in Bukavu": not where they were wounded."""
    if _HOUSES.isdisjoint(scene.parse.held):
        return False
    at, groups = governor(scene, place), scene.parse.groups
    house = place.as_written.lower().split()[-1] in _HOUSES  # "pronounced dead at Goma hospital"
    if not at or not (house or groups[at - 1].word in _HOUSES):
        return False
    near = groups[max(0, at - _IN_HOUSE) : at]
    last = next((group for group in reversed(near) if group.kind == "verb"), None)
    return last is not None and last.verb in _DIES


def is_lived(scene: Scene, place: Place, end: int) -> bool:
    """ "Killing a commander who had spent years in Goma": whether somebody was there before."""
    if place.start < end or _WHO.isdisjoint(scene.parse.held):
        return False
    groups = scene.parse.groups
    for at in range(scene.group_at(place.start) - 1, scene.group_at(end) - 1, -1):
        if groups[at].word == "," or groups[at].word in _EVENTS:
            return False  # "who had lived in Goma, during a raid on Sake"
        if groups[at].word in _WHO:
            verbs = groups[at + 1 : at + 1 + _NEXT]
            return any(verb.verb in _LIVED for verb in verbs if verb.kind == "verb")
    return False


def is_kept(scene: Scene, place: Place, trigger: Span) -> bool:
    """ "Seized in 2019, he is held in Goma", "a cook born in Goma was killed": where somebody is
    kept or comes from."""
    if _KEPT.isdisjoint(scene.parse.held):
        return False
    at, groups = governor(scene, place), scene.parse.groups
    if not at or groups[at - 1].verb not in _KEPT or not _are_people(scene, at - 1):
        return False
    start = scene.span(groups[at - 1]).start
    return not trigger.start <= start < trigger.end


def _are_people(scene: Scene, verb: int) -> bool:
    """Whether those of whom a verb tells are people: not "a rally held in Goma"."""
    groups = scene.parse.groups
    whom = subject(scene.parse, verb).wholes if groups[verb].passive else [verb - 1]
    told = [groups[at] for at in whom if at >= 0]
    lasts = [group.last - 1 for group in told]
    named = any(last and scene.parse.tokens[last].capitalised for last in lasts)
    return named or any(group.pronoun or group.word in PEOPLE for group in told)

"""What a dateline says of where something was: where it was written, or far from there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from briefing.extract.circumstances.event.incident import EVENT_NOUNS, before, forms_of, tells_event
from briefing.extract.circumstances.place.rough import of_village
from briefing.extract.circumstances.place.states import state_of, town_of_dateline
from briefing.extract.scene import Scene, once
from briefing.language.groups import Group
from briefing.lexicon import word_set
from briefing.models import Place

_words = partial(word_set, "circumstances")


def place_of_dateline(scene: Scene) -> Place | None:
    """The dateline's place, for the paragraph that it opens."""
    town = town_of_dateline(scene)
    if town is None or scene.sentence.paragraph != _opened(scene) or is_afar(scene):
        return None
    return of_village(scene, town)


def place_of_opening(scene: Scene) -> Place | None:
    """The dateline's place, where the paragraph that it opens tells of the same incident there."""
    town = town_of_dateline(scene)
    if town is None or is_afar(scene):
        return None
    opening = (s for s in before(scene) if s.sentence.paragraph == _opened(scene))
    return town if any(tells_event(s) and not is_afar(s) for s in opening) else None


def country_of_dateline(scene: Scene) -> Place | None:
    """ "BOGOTA – Two men died in the country's north-east": Colombia, as nothing says more."""
    state = state_of(town_of_dateline(scene))
    if state is None or scene.sentence.paragraph != _opened(scene):
        return None
    unnamed = _is_of_region(scene) or _is_of_some_town(scene)
    return state if unnamed and not _is_abroad(scene) else None


def is_afar(scene: Scene) -> bool:
    """Whether a sentence tells of what was not where the report was written."""
    return (
        _is_of_region(scene) or _is_of_some_town(scene) or _is_abroad(scene) or _is_reaction(scene)
    )


def _is_of_some_town(scene: Scene) -> bool:
    """ "SANAA – Missiles hit a market in a government-held city": in none that it names."""
    towns = _words("towns", "some")
    if towns.isdisjoint(scene.parse.held):
        return False
    return any(
        town.word in towns and _is_some(scene, town) and _leads_to_town(led)
        for led, town in pairwise(scene.parse.groups)
    )


def _is_some(scene: Scene, town: Group) -> bool:
    return town.kind == "noun" and scene.parse.lower[town.first] in ("a", "an")


def _leads_to_town(led: Group) -> bool:
    """ "In a town", "hit a town"; but not "it is a town"."""
    strikes = led.kind == "verb" and led.verb in _words("attack", "verbs")
    return strikes or led.word in _words("locative", "words")


@once
def _is_reaction(scene: Scene) -> bool:
    """ "GENEVA – The envoy condemned the killing of 12 aid workers", in a text that names no other
    place of that state: they were not killed there."""
    if forms_of("reaction").isdisjoint(scene.parse.held) or _names_own_state(scene):
        return False
    groups = scene.parse.groups
    for at, group in enumerate(groups):
        if group.kind == "verb" and group.word in forms_of("reaction"):
            near = groups[at + 1 : at + _OBJECT]
            if any(told.kind == "noun" and told.word in EVENT_NOUNS for told in near):
                return True
    return False


def _names_own_state(scene: Scene) -> bool:
    """Whether the text names a place of the state in which it was written."""
    head, document = scene.document.dateline, scene.document
    if head is None or head.place is None:
        return False
    return any(p.country == head.place.country for p in document.places if p.start >= head.end)


_OBJECT: Final = 6  # groups from a verb on in which what it is about stands


def _opened(scene: Scene) -> int | None:
    """The paragraph that the dateline opens."""
    head = scene.document.dateline
    return None if head is None else scene.document.sentences[head.sentence].paragraph


@once
def _is_of_region(scene: Scene) -> bool:
    """ "In the restive north", "in the country's south-west": a part of a state, without a name."""
    if _words("regions", "words").isdisjoint(scene.parse.held):
        return False
    groups = scene.parse.groups
    return any(
        group.word in _words("regions", "words")
        and _leads_into(groups, at)
        and not _is_of_town(groups[at + 2 :])
        for at, group in enumerate(groups[1:])
    )


def _leads_into(groups: Sequence[Group], at: int) -> bool:
    """ "In", or "in a rural part of"."""
    if groups[at].word == "of" and at > 1 and groups[at - 1].word in _words("regions", "parts"):
        at -= 2
    return groups[at].kind == "preposition" and groups[at].word in _words("locative", "words")


def _is_of_town(behind: list[Group]) -> bool:
    """ "In the north of the city": still there."""
    return len(behind) > 1 and behind[0].word == "of" and behind[1].word in _words("towns", "words")


@once
def _is_abroad(scene: Scene) -> bool:
    """Whether a report was written in one state of what happened in another.

    Its places, two at least, lie in that one alone, and the text names it or who acts for it.
    """
    head, document = scene.document.dateline, scene.document
    if head is None or head.place is None or head.place.country is None:
        return False
    told = [p for p in document.places if p.start >= head.end and p.country]
    states = {place.country for place in told}
    if len(told) < _PLACES or len(states) != 1 or head.place.country in states:
        return False
    acting = {actor.country for actor in document.actors if actor.start >= head.end}
    named = bool(acting & states) or any(place.kind == "country" for place in told)
    return named and head.place.country not in acting


_PLACES: Final = 2

"""The spot at which something happened, in the text's words: "a school", "the Saudi hospital"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.circumstances.event.beyond import next_verb
from briefing.extract.circumstances.place.setting import (
    STRIKING,
    is_attacked,
    is_locative,
    is_of_speaker,
    is_struck,
)
from briefing.extract.circumstances.telling.statement import is_of_person
from briefing.extract.scene import Scene, once
from briefing.language.groups import Group
from briefing.language.inflection import plurals_of
from briefing.lexicon import word_set
from briefing.models import Place, Span

_NOUNS: Final = word_set("circumstances", "spot", "nouns")
_SPOTS: Final = _NOUNS.union(*map(plurals_of, _NOUNS))
_UNSAID: Final = word_set("circumstances", "spot", "unsaid")
_APART: Final = word_set("circumstances", "spot", "apart")


def place_exactly(
    scene: Scene, trigger: Span, places: list[Place]
) -> tuple[list[Place], Span | None]:
    """The places of an event with the spot, and a building that is on no map as the spot of the
    town that it lies in."""
    spot = _spot_of(scene, trigger, places[0] if places else None)
    return (_towns_of(places, spot) if spot else places), spot


def _spot_of(scene: Scene, trigger: Span, place: Place | None) -> Span | None:
    """Where exactly the event happened that ``trigger`` tells: a building, a market, a camp.

    Of the sentence's own spots the first behind the event in its clause, else the last before it; a
    spot that stands in another place than the event's is of another event. Where the sentence takes
    its place from the one beside it that one says the spot, too.
    """
    told = _spots(scene)
    own = _nearest(scene, _fitting(scene, told, place), trigger) if told else None
    if own or place is None or scene.sentence.start <= place.start < scene.sentence.end:
        return own
    index = scene.document.sentence_at(place.start).index
    if abs(index - scene.sentence.index) != 1:
        return None
    beside = scene.at(index)
    return next(iter(_fitting(beside, _spots(beside), place)), None)


def _nearest(scene: Scene, told: Sequence[Span], trigger: Span) -> Span | None:
    end = next_verb(scene, trigger.end)
    before = [spot for spot in told if spot.start < trigger.end]
    behind = [s for s in told if s.start >= trigger.end and (end is None or s.start < end)]
    return next(iter(behind or before[::-1]), None)


def _towns_of(places: list[Place], spot: Span) -> list[Place]:
    """Events are told of a town, and of a building in it that only the text knows as their spot."""
    first = places[0] if places else None
    if first is None or not (spot.start < first.end and first.start < spot.end):
        return places
    if first.as_written.lower().split()[-1] in _APART:
        return places
    outer = first.within[0] if first.within else None
    borrowed = outer and outer.kind == "settlement" and outer.latitude == first.latitude
    return [outer, *places[1:]] if outer and borrowed else places


def as_written(scene: Scene, spot: Span | None) -> str | None:
    """A spot as it is written."""
    return scene.document.article.text[spot.start : spot.end] if spot else None


def _fitting(scene: Scene, told: Sequence[Span], place: Place | None) -> list[Span]:
    return [spot for spot in told if _lies_in(scene, spot, place)]


def _lies_in(scene: Scene, spot: Span, place: Place | None) -> bool:
    """Whether a spot is in the event's place, as far as the words behind it say: "a school in
    Goma"."""
    groups, behind = scene.parse.groups, scene.group_at(spot.end - 1) + 1
    if behind + 1 >= len(groups) or groups[behind].kind != "preposition":
        return True
    led = scene.span(groups[behind + 1])
    named = [p for p in scene.document.places_in(scene.sentence) if led.start <= p.start < led.end]
    return not named or place is None or any(_is_part(p, place) for p in named)


def _is_part(named: Place, place: Place) -> bool:
    names = {outer.name for outer in place.within} | {place.name, place.admin1}
    return named.name in names or any(outer.name == place.name for outer in named.within)


@once
def _spots(scene: Scene) -> list[Span]:
    if _SPOTS.isdisjoint(scene.parse.held):
        return []
    groups, found, last = scene.parse.groups, list[Span](), 0
    for at, group in enumerate(groups):
        if group.kind == "noun" and group.word in _SPOTS and not _explains(groups, last, at):
            words, tokens = scene.parse.words(group), scene.parse.tokens
            first = group.first + (words[0] in _UNSAID and len(words) > 1)
            spot = Span(tokens[first].start, tokens[group.last - 1].end)
            if _is_some(group, words) and _is_scene_of_event(scene, spot, at):
                found.append(spot)
                last = at
    return found


def _is_some(group: Group, words: Sequence[str]) -> bool:
    """Not "in office", "at home"."""
    return len(words) > 1 or group.word not in _NOUNS


def _explains(groups: Sequence[Group], last: int, at: int) -> bool:
    """ "The Nasser clinic, the last working hospital in Goma": of the spot at ``last``."""
    between = groups[last + 1 : at]
    return last > 0 and all(group.kind in ("noun", "mark") for group in between)


def _is_scene_of_event(scene: Scene, spot: Span, at: int) -> bool:
    """Whether something befell somebody there, and nobody only speaks or is treated there."""
    written = as_written(scene, spot) or ""
    as_place = Place(spot.start, spot.end, as_written=written, name=written, kind="site")
    if is_of_speaker(scene, as_place) or is_of_person(scene, as_place, scene.sentence.end):
        return False
    if is_locative(scene, as_place):
        return True
    groups = scene.parse.groups
    if at and groups[at - 1].verb in STRIKING:
        return is_attacked(scene, as_place)
    return _is_subject_of_attack(groups, at)


def _is_subject_of_attack(groups: Sequence[Group], at: int) -> bool:
    """ "The prison in Goma was hit": the subject, whatever place stands behind it."""
    verb = at + 1
    while verb + 2 < len(groups) and groups[verb].kind == "preposition":
        verb += 2
    return verb < len(groups) and is_struck(groups, at, verb)

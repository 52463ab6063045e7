"""Places of one list, for which a text tells one event or one count: "in Idlib and Aleppo"."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Final

from briefing.extract.circumstances.place.setting import attacked, governor, locations
from briefing.extract.scene import Scene, scenes_of
from briefing.language.document import Document
from briefing.language.groups import Group
from briefing.lexicon import word_set
from briefing.models import Place
from briefing.places import breadth

_words = partial(word_set, "circumstances", "together")
_MOST: Final = 8  # groups from one place of a list to the next


def places_together(document: Document, place: Place) -> list[Place]:
    """All places of the list in which ``place`` stands, in the text's order; else it alone.

    "On the road between A and B", "near A and B" is one spot, which the first of them names.
    """
    sentence = document.sentence_at(place.start)
    scene = scenes_of(document)[sentence.index]
    told = {p.start: p for p in (*locations(scene), *attacked(scene)) if p.kind != "country"}
    if place.start not in told:  # what people fled from
        told = {p.start: p for p in document.places_in(sentence) if p.kind != "country"}
    if place.start not in told or _is_one_spot(scene, place):
        return [place]
    found = _run(scene, [told[start] for start in sorted(told)], place)
    return [place if p.start == place.start else p for p in found]


def _is_one_spot(scene: Scene, place: Place) -> bool:
    at = governor(scene, place)
    return at is not None and scene.parse.groups[at].word in _words("spot")


def _run(scene: Scene, told: list[Place], place: Place) -> list[Place]:
    """The places around ``place`` that commas and a conjunction join with it."""
    runs: list[list[Place]] = [told[:1]]
    for one, other in pairwise(told):
        if _is_next(scene, one, other):
            runs[-1].append(other)
        else:
            runs.append([other])
    run = next(run for run in runs if any(p.start == place.start for p in run))
    joined = any("coordinator" in _kinds(scene, a, b) for a, b in pairwise(run))
    return run if joined else [place]


def _is_next(scene: Scene, one: Place, other: Place) -> bool:
    """Whether nothing but a comma, a conjunction and the preposition again parts two places."""
    inside = any(outer.start == other.start for outer in one.within)
    if inside or breadth(one) != breadth(other):
        return False
    between = _between(scene, one, other)
    kinds = _kinds(scene, one, other)
    repeats = all(g.word in _words("repeated") for g in between if g.kind == "preposition")
    return 0 < len(between) <= _MOST and kinds <= _JOINING and repeats and _has_joint(between)


_JOINING: Final = frozenset(("mark", "coordinator", "preposition"))


def _has_joint(between: list[Group]) -> bool:
    joints = [g for g in between if g.kind == "coordinator" or g.word == ","]
    marks = [g for g in between if g.kind == "mark" and g.word != ","]
    return bool(joints) and all(mark.word.isalpha() for mark in marks)


def _kinds(scene: Scene, one: Place, other: Place) -> set[str]:
    return {group.kind for group in _between(scene, one, other)}


def _between(scene: Scene, one: Place, other: Place) -> list[Group]:
    """The groups between two places, without what only says what the other is: "the town of"."""
    first, second = scene.group_at(one.end - 1), scene.group_at(other.start)
    groups = scene.parse.groups[first + 1 : second]
    said = [group.word for group in groups[-2:]]
    called = len(said) == _CALLED and said[0] in _words("kinds") and said[1] == "of"
    return groups[:-_CALLED] if called else groups


_CALLED: Final = 2  # groups: "the town", "of"

"""Names that a count behind them explains: "Omar Ali and Ana Diaz, two judges" are two people."""

from __future__ import annotations

from typing import Final

from briefing.extract.casualties.parts.members import member_at
from briefing.extract.casualties.parts.shares import Told, subset_of
from briefing.extract.people.persons import is_person_by_name
from briefing.extract.scene import Scene
from briefing.language.groups import Group
from briefing.records import replace

_FEWEST: Final = 2  # names that a count explains
_CLOSED: Final = ("mark", "verb", "preposition")  # what stands behind an explanation


def with_names_explained(scene: Scene, told: list[Told]) -> list[Told]:
    """The claims, those on people whom a count behind their names explains as parts of it."""
    counts = [t for t in told if (t.claim.quantity.best or 0) >= _FEWEST and not t.claim.subset]
    for whole in counts:
        names = _named_before(scene, whole)
        if names:
            alike = [t for t in told if t.at in names and t.claim.outcome == whole.claim.outcome]
            rest = [t for t in told if t not in alike]
            told = sorted([*rest, *_as_parts(scene, whole, alike, names)], key=lambda t: t.at)
    return told


def _as_parts(scene: Scene, whole: Told, told: list[Told], names: list[int]) -> list[Told]:
    """Each of those named as a part of the count, also whom the clause does not reach."""
    known = {t.at for t in told}
    parts = [replace(t, claim=replace(t.claim, subset=True)) for t in told]
    further = (part for at in names if at not in known and (part := member_at(scene, at)))
    return [*parts, *(Told(subset_of(scene, whole.claim, part), part.at) for part in further)]


def _named_before(scene: Scene, whole: Told) -> list[int]:
    """The groups of the people named, with "and", right before a count of as many."""
    groups = scene.parse.groups
    if whole.at < _FEWEST or groups[whole.at - 1].word != ",":
        return []
    if any(group.kind not in _CLOSED for group in groups[whole.at + 1 : whole.at + 2]):
        return []  # "Omar Ali and Ana Diaz, two guards and a driver"
    named, joined = [], False
    for at in range(whole.at - 2, -1, -1):
        group = groups[at]
        if group.kind == "noun" and is_person_by_name(scene.document, scene.parse, group):
            named.append(at)
        elif group.kind == "coordinator":
            joined = True
        elif group.word != "," and not _is_age(group):
            break
    return named[::-1] if joined and len(named) == whole.claim.quantity.best else []


def _is_age(group: Group) -> bool:
    return group.kind == "noun" and group.word.isdigit() and group.quantity is None

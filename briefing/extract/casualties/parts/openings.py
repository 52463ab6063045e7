"""A count that opens a sentence, and its parts: "Of the 40 killed, 12 were children"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.extract.casualties.parts.breakdowns import Part, part_at
from briefing.extract.casualties.parts.members import outcome_of_roll
from briefing.extract.casualties.parts.shares import (
    Told,
    is_plainly_people,
    subset_of,
    whole_before,
)
from briefing.extract.scene import Scene
from briefing.extract.triggers import verbs
from briefing.lexicon import word_set
from briefing.models import Casualty
from briefing.records import replace

_OPENING: Final = 1  # the group behind "Of"
_VICTIMS: Final = word_set("casualties", "breakdown", "victims")
_THEY: Final = word_set("casualties", "breakdown", "pronouns")


def opens_with_whole(scene: Scene) -> bool:
    """ "Of the dead, 12 were children"."""
    return scene.parse.lower[:1] == ["of"]


def with_parts_of_opening(told: list[Told]) -> list[Told]:
    """ "Of the 73 people injured in the strike, 30 were hospitalized": some of the 73."""
    whole = _counted(told)
    return [_as_part(whole, one) for one in told] if whole else told


def _counted(told: list[Told]) -> Casualty | None:
    """The claim on the count behind "Of"."""
    return next((one.claim for one in told if one.at == _OPENING), None)


def _as_part(whole: Casualty, one: Told) -> Told:
    part = one.at != _OPENING and one.claim.outcome == whole.outcome
    fewer = (one.claim.quantity.best or 0) < (whole.quantity.best or 0)
    return replace(one, claim=replace(one.claim, subset=True)) if part and fewer else one


def opened_shares(scene: Scene, told: list[Told], before: list[Casualty]) -> Iterator[Casualty]:
    """ "Of the 40 killed, 12 were women, nine children": parts of the count that opens the
    sentence, or behind "Of the dead" of what the sentence before counts."""
    whole = _counted(told) or _meant(scene, before)
    left = whole.quantity.best or 0 if whole else 0
    known, opened = {one.at for one in told}, False
    for at in range(_OPENING + 1, len(scene.parse.groups)):
        part = None if at in known else _part(scene, at, opened=opened)
        if whole and part and (part.quantity.best or 0) < left:
            left -= part.quantity.best or 0
            opened = True
            yield subset_of(scene, whole, part)


def _part(scene: Scene, at: int, *, opened: bool) -> Part | None:
    """ "12 were children"; once the parts have begun, ", nine women and two soldiers", too."""
    groups = scene.parse.groups
    if groups[at].quantity is None:
        return None
    plain = at + 2 < len(groups) and is_plainly_people(scene, at + 1)
    joined = groups[at - 1].word == "," or groups[at - 1].kind == "coordinator"
    part = part_at(scene, at, len(groups)) if plain or (opened and joined) else None
    return part if part and part.words else None


def _meant(scene: Scene, before: list[Casualty]) -> Casualty | None:
    """The count of the sentence before that "them", "the dead" or "those killed" stands for."""
    group, done = (*scene.parse.groups[_OPENING : _OPENING + 2], None, None)[:2]
    if group is None or group.quantity is not None:
        return None
    pointed = group.word in _THEY or (group.definite and group.word in _VICTIMS)
    whole = whole_before(scene, before) if pointed else None
    trigger = verbs().get(done.verb) if done is not None and done.kind == "verb" else None
    outcome = trigger.outcome if trigger else outcome_of_roll(group.word)
    return whole if whole and outcome in (None, whole.outcome) else None

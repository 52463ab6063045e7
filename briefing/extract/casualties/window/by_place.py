"""Counts told place by place in one sentence: "Goma 70,000 displaced; Sake 12,300; Bunia 9,050"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.casualties.outcome.labelled import label_outcome
from briefing.extract.circumstances.place.setting import JOINTS, count_of_part, is_bare_count
from briefing.extract.scene import Scene
from briefing.extract.triggers import verbs
from briefing.language.lists import Linked
from briefing.models import Outcome

_FEWEST: Final = 3  # parts of such a list
_PARTS: Final = frozenset((";", ":"))


def find_by_place(scene: Scene) -> Iterator[Finding]:
    """The counts of a list by place, all of what one of its words says befell people."""
    held = scene.parse.held
    counts = _by_name(scene) if ";" in held else []
    if "in" in held and not JOINTS.isdisjoint(held):
        counts += _by_phrase(scene)
    outcome = _outcome(scene) if counts else None
    told_before = outcome is None and len(counts) > 1 and scene.parse.groups[0].word == "in"
    if outcome or told_before:
        yield from (_finding(outcome, at) for at in counts)


def _finding(outcome: Outcome | None, at: int) -> Finding:
    """A count; without an outcome of those whom the sentence before tells of."""
    again = outcome is None
    linked = Linked([at])
    return Finding(outcome or "killed", "labelled", linked, at - 1, count_only=True, again=again)


def _by_name(scene: Scene) -> list[int]:
    """The bare counts that stand right behind a name which opens a part of the sentence."""
    if scene.parse.lower.count(";") < _FEWEST - 1:
        return []
    groups = scene.parse.groups
    counts = [
        at
        for at in range(1, len(groups))
        if is_bare_count(groups[at])
        and _is_name(scene, at - 1)
        and (at == 1 or groups[at - 2].word in _PARTS)
    ]
    return counts if len(counts) >= _FEWEST else []


def _by_phrase(scene: Scene) -> list[int]:
    """The bare counts of further parts: "In Goma five people were killed; in Sake, nine"."""
    groups, found = scene.parse.groups, []
    for at in range(len(groups)):
        if groups[at].word == "in" and (not at or groups[at - 1].word in JOINTS):
            count = count_of_part(scene, at)
            found += [] if count is None else [count]
    return found


def _is_name(scene: Scene, at: int) -> bool:
    group = scene.parse.groups[at]
    return group.kind == "noun" and scene.parse.tokens[group.first].capitalised


def _outcome(scene: Scene) -> Outcome | None:
    """What befell them, where the sentence's words say one thing only."""
    told = {outcome for word in scene.parse.lower if (outcome := label_outcome(word))}
    fates = (verbs().get(group.verb) for group in scene.parse.groups if group.finite)
    told |= {fate.outcome for fate in fates if fate and not (fate.needs or fate.accepts)}
    return told.pop() if len(told) == 1 else None

"""Counts told place by place in one sentence: "Goma 70,000 displaced; Sake 12,300; Bunia 9,050"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.extract.casualties.finding import Finding
from briefing.extract.casualties.labelled import label_outcome
from briefing.extract.scene import Scene
from briefing.language.groups import Group
from briefing.language.lists import Linked
from briefing.models import Outcome

_FEWEST: Final = 3  # parts of such a list
_PARTS: Final = frozenset((";", ":"))


def find_by_place(scene: Scene) -> Iterator[Finding]:
    """The counts of a list by place, all of what one of its words says befell people."""
    if scene.parse.lower.count(";") < _FEWEST - 1:
        return
    counts = _counts(scene)
    outcome = _outcome(scene) if len(counts) >= _FEWEST else None
    if outcome:
        yield from (_finding(outcome, at) for at in counts)


def _finding(outcome: Outcome, at: int) -> Finding:
    return Finding(outcome, "labelled", Linked([at]), at - 1, count_only=True)


def _counts(scene: Scene) -> list[int]:
    """The bare counts that stand right behind a name which opens a part of the sentence."""
    groups = scene.parse.groups
    return [
        at
        for at in range(1, len(groups))
        if _is_bare(groups[at])
        and groups[at - 1].kind == "noun"
        and scene.parse.tokens[groups[at - 1].first].capitalised
        and (at == 1 or groups[at - 2].word in _PARTS)
    ]


def _is_bare(group: Group) -> bool:
    return group.quantity is not None and group.counted == group.last - group.first


def _outcome(scene: Scene) -> Outcome | None:
    """What befell them, where the sentence's words say one thing only."""
    told = {outcome for word in scene.parse.lower if (outcome := label_outcome(word))}
    return told.pop() if len(told) == 1 else None

"""Whom "them" stands for: "opened fire on three traders, killing them"."""

from __future__ import annotations

from typing import Final

from briefing.extract.casualties.finding import Finding
from briefing.extract.people.victims import names_people
from briefing.extract.scene import Scene
from briefing.language.groups import Group
from briefing.language.roles import is_object
from briefing.language.subjects import subject

_FOR_SEVERAL: Final = frozenset(("them",))


def stood_for(scene: Scene, finding: Finding, at: int) -> int:
    """The noun group for which the pronoun at ``at`` stands; ``at`` itself for anything else.

    Where several groups of counted people stand before the verb, none is chosen: extraction never
    guesses.
    """
    parse, groups = scene.parse, scene.parse.groups
    if groups[at].word not in _FOR_SEVERAL or not finding.active:
        return at
    doers = [i for i in subject(parse, finding.trigger).wholes if not is_object(parse, i)]
    counted = [
        i
        for i, group in enumerate(groups[: finding.trigger])
        if i not in doers and _is_of_several(group) and names_people(scene.document, parse, i)
    ]
    return counted[0] if len(counted) == 1 else at


def _is_of_several(group: Group) -> bool:
    return group.kind == "noun" and group.quantity is not None and group.quantity.best != 1

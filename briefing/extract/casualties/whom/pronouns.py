"""Whom "them" stands for: "opened fire on three traders, killing them"."""

from __future__ import annotations

from typing import Final

from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.people.victims import Victims, names_people, read_victims
from briefing.extract.scene import Scene
from briefing.language.groups import Group
from briefing.language.roles import is_object
from briefing.language.subjects import subject
from briefing.records import replace

FOR_SEVERAL: Final = frozenset(("them", "all"))  # "all of them"


def stood_for(scene: Scene, finding: Finding, at: int) -> int:
    """The noun group for which the pronoun at ``at`` stands; ``at`` itself for anything else.

    Where several groups of counted people stand before the verb, none is chosen: extraction never
    guesses.
    """
    if not _stands_for_several(scene, finding, at):
        return at
    parse = scene.parse
    doers = [i for i in subject(parse, finding.trigger).wholes if not is_object(parse, i)]
    counted = [i for i in _counted(scene, finding.trigger) if i not in doers]
    return counted[0] if len(counted) == 1 else at


def told_before(scene: Scene, finding: Finding, at: int) -> Victims | None:
    """The people of the sentence before for whom "them" at ``at`` stands.

    "They found three wounded men. A medic helped before the patrol detained them": the three.
    """
    before = scene.earlier() if _stands_for_several(scene, finding, at) else None
    if before is None or _counted(scene, finding.trigger):
        return None
    counted = _counted(before, len(before.parse.groups))
    victims = read_victims(before.document, before.parse, counted[0]) if len(counted) == 1 else None
    return replace(victims, at=at) if victims else None


def _stands_for_several(scene: Scene, finding: Finding, at: int) -> bool:
    group, behind = scene.parse.groups[at], scene.parse.groups[at + 1 : at + 3]
    of_them = [g.word for g in behind] == ["of", "them"]
    several = of_them if group.word == "all" else group.word == "them"
    return finding.active and several and group.quantity is None


def _counted(scene: Scene, end: int) -> list[int]:
    """The groups before ``end`` that count several people."""
    groups = enumerate(scene.parse.groups[:end])
    several = [i for i, group in groups if _is_of_several(group)]
    return [i for i in several if names_people(scene.document, scene.parse, i)]


def _is_of_several(group: Group) -> bool:
    return group.kind == "noun" and group.quantity is not None and group.quantity.best != 1

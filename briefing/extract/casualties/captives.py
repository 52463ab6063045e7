"""Who was captured where only a name says who or what it was."""

from __future__ import annotations

from briefing.extract.casualties.finding import Finding
from briefing.extract.circumstances.setting import is_near, locations
from briefing.extract.scene import Scene
from briefing.places import breadth


def accepted(scene: Scene, finding: Finding, at: int) -> str:
    """Which nouns count as people in the group at ``at``: any where a name was caught in a town."""
    caught = finding.accepts == "people" and _is_caught_in_town(scene, finding.trigger, at)
    return "person" if caught else finding.accepts


def _is_caught_in_town(scene: Scene, trigger: int, at: int) -> bool:
    """ "Barzo was captured in Goma": no town is captured in another, so the name is a person's."""
    groups = scene.parse.groups
    words = scene.parse.tokens[groups[at].first : groups[at].last]
    named = all(t.capitalised and t.text.isalpha() for t in words) and not groups[at].quantity
    if not (named and groups[trigger].passive) or scene.document.places_in(scene.span(groups[at])):
        return False
    start = scene.span(groups[trigger]).end
    later = (scene.span(g).start for g in groups[trigger + 1 :] if g.kind == "verb" and g.finite)
    end = next(later, scene.sentence.end)
    inside = (p for p in locations(scene) if start <= p.start < end and p.kind == "settlement")
    return any(breadth(p) == 1 and not is_near(scene, p) for p in inside)

"""Names behind what they explain: "the provincial capital, Goma", "the district town, Sake"."""

from __future__ import annotations

from typing import Final

from briefing.extract.scene import Scene
from briefing.extract.territory.ground.taken import Taken, read_taken
from briefing.records import replace

_BEHIND: Final = 2  # groups from what was taken to its name: a comma, and the name
_ENDS: Final = frozenset((",", ".", ";", ":"))


def with_name_behind(scene: Scene, taken: Taken) -> Taken:
    """A thing that is taken, with the name between commas behind it, where a place bears that."""
    groups, at = scene.parse.groups, taken.last + _BEHIND
    if taken.places or taken.quantity or at >= len(groups) or groups[at - 1].word != ",":
        return taken
    if not groups[scene.group_at(taken.start)].definite or groups[at].quantity:
        return taken
    closed = at + 1 == len(groups) or groups[at + 1].word in _ENDS
    name = read_taken(scene, at) if closed else None
    if name is None or not name.places or name.places[0].start != name.start:
        return taken
    return replace(taken, places=name.places[:1], end=name.end, last=at)

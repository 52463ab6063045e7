"""Several kinds of people under one count: "12 women and children"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from briefing.extract.people.victims import described, names_people
from briefing.extract.scene import Scene
from briefing.models import VictimGroup
from briefing.wording import listed

_JOINS: Final = frozenset((",", "and", "or"))


class Sharers(NamedTuple):
    """All who share a count: their words, status and side, and the last of their groups."""

    words: str
    group: VictimGroup
    side: str | None
    last: int


def sharers_of(scene: Scene, at: int, is_linked: Callable[[int], bool]) -> Sharers | None:
    """Those whom the count at ``at`` counts together; None where it counts one kind of people.

    ``is_linked``: whether the same is told of the group at a position.
    """
    others = _sharers(scene, at, is_linked) if scene.parse.groups[at].quantity else []
    if not others:
        return None
    told = [described(scene.document, scene.parse, one) for one in (at, *others)]
    words = listed([words for words, _, _ in told if words])
    sides = {side for _, _, side in told}
    side = sides.pop() if len(sides) == 1 else None
    return Sharers(words, _of_all([group for _, group, _ in told]), side, others[-1])


def _sharers(scene: Scene, at: int, is_linked: Callable[[int], bool]) -> list[int]:
    """The groups behind the count that the list goes on with, each without a count of its own."""
    groups = scene.parse.groups
    found: list[int] = []
    while True:
        after = at + 1
        while after < len(groups) and after - at <= _MARKS and groups[after].word in _JOINS:
            after += 1
        if after == at + 1 or after >= len(groups):
            break
        if not (is_linked(after) and _is_bare(scene, after)):
            break
        found.append(after)
        at = after
    closed = found and groups[found[-1] - 1].word != ","  # "12 women, children of the poor, …"
    return found if closed else []


_MARKS: Final = 2  # ", and"


def _is_bare(scene: Scene, at: int) -> bool:
    """ "Children": people, neither counted nor known before, and no "wounded farmers"."""
    group = scene.parse.groups[at]
    harmed = any(word.endswith("ed") for word in scene.parse.words(group)[:-1])
    plain = group.kind == "noun" and not (group.quantity or group.definite or harmed)
    return plain and group.is_several and names_people(scene.document, scene.parse, at)


def _of_all(groups: list[VictimGroup]) -> VictimGroup:
    if "unknown" in groups:
        return "unknown"
    return groups[0] if len(set(groups)) == 1 else "mixed"

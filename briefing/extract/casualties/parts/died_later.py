"""Who dies of his wounds, or fled before, is among the dead alone: "two guards were wounded and
later died", "two displaced women were killed".
"""

from __future__ import annotations

from typing import Final

from briefing.extract.casualties.parts.shares import Told
from briefing.extract.people.victims import PRONOUNS
from briefing.extract.scene import Scene
from briefing.models import Casualty

_DYING: Final = "casualties.die"


def without_later_dead(scene: Scene, told: list[Told]) -> list[Told]:
    """The claims of a sentence without the wounds of those of whom it tells that they died."""
    dying = [one for one in told if one.claim.rule == _DYING and not one.claim.subset]
    dead = {one.at for one in told if one.claim.outcome == "killed"}
    return [
        one
        for one in told
        if not any(_died(scene, one, later) for later in dying)
        and not (one.at in dead and _is_described(one.claim))
    ]


def _died(scene: Scene, hurt: Told, later: Told) -> bool:
    """Whether those ``hurt`` are the people who died ``later``, by their own words or by "he"."""
    if hurt.claim.outcome != "injured" or _trigger(hurt.claim) > _trigger(later.claim):
        return False
    group = scene.parse.groups[later.at]
    alone = hurt.claim.quantity.best == 1 and later.at > hurt.at
    return hurt.at == later.at or (alone and group.word in PRONOUNS and group.quantity is None)


def _is_described(claim: Casualty) -> bool:
    """ "Two wounded men were killed": that they were wounded only says who they are."""
    return claim.rule == "casualties.adjectives" and claim.outcome in ("injured", "displaced")


def _trigger(claim: Casualty) -> int:
    return next(reason.start for reason in claim.because if reason.role == "trigger")

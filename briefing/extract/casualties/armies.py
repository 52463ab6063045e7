"""Tallies of an army, by side: "Friendly side: six dead", "Enemy losses: 12 killed"."""

from __future__ import annotations

from briefing.extract.parties.issuer import issuer_of
from briefing.extract.scene import Scene, once
from briefing.extract.triggers import words_of
from briefing.models import Casualty
from briefing.records import replace


@once
def opens_tally(scene: Scene) -> bool:
    """Whether a sentence opens with a side of the fighting and not with a place."""
    whose, noun = (*scene.parse.lower[:2], "", "")[:2]
    known = words_of("armies", "theirs") | words_of("armies", "ours")
    return whose in known and noun in words_of("armies", "nouns")


def with_side(scene: Scene, claim: Casualty) -> Casualty:
    """A claim of such a tally: of combatants, and the enemy's by the hands of who tells it."""
    if not opens_tally(scene):
        return claim
    group = "combatants" if claim.victim_group == "unknown" else claim.victim_group
    claim = replace(claim, victim_group=group)
    teller = issuer_of(scene.document.article)
    theirs = scene.parse.lower[0] in words_of("armies", "theirs")
    if not theirs or teller is None or claim.perpetrator:
        return claim
    return replace(claim, perpetrator=teller.name)

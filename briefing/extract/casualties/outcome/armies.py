"""Tallies of an army, by side: "Friendly side: six dead", "Enemy losses: 12 killed"."""

from __future__ import annotations

from briefing.actors import side_of
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
    """A claim of such a tally: of combatants, those of who tells it or killed by its hands."""
    if not opens_tally(scene):
        return claim
    group = "combatants" if claim.victim_group == "unknown" else claim.victim_group
    claim = replace(claim, victim_group=group)
    teller = issuer_of(scene.document.article)
    if teller is None:
        return claim
    if scene.parse.lower[0] in words_of("armies", "theirs"):
        return replace(claim, perpetrator=claim.perpetrator or teller.name)
    return replace(claim, victim_side=claim.victim_side or side_of(teller))

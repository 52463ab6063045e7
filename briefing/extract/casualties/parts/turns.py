"""Counts told in turn for as many places: "two and nine people in Goma and Sake respectively"."""

from __future__ import annotations

from briefing.extract.casualties.parts.shares import Told
from briefing.extract.circumstances.telling.respective import on_its_day, places_in_turn
from briefing.extract.scene import Scene
from briefing.models import Casualty, Place
from briefing.records import replace


def each_in_its_place(scene: Scene, told: list[Told]) -> list[Told]:
    """The counts of one verb, each with its own place and day where the sentence lists as many."""
    places = places_in_turn(scene, len(told)) if len(told) > 1 else []
    if not places:
        return told
    pairs = zip(told, places, strict=True)
    return [replace(one, claim=_moved(scene, one.claim, place)) for one, place in pairs]


def _moved(scene: Scene, claim: Casualty, place: Place) -> Casualty:
    when = on_its_day(scene.document, claim.when, [place])
    return replace(claim, place=place, also_at=(), when=when)

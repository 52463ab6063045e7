"""A state as the place of what is told of it in other words than its name."""

from __future__ import annotations

from typing import Final

from briefing.actors import state_name
from briefing.extract.scene import Scene
from briefing.lexicon import load
from briefing.models import Place, Span

_COUNTRY_PREC: Final = 6  # UCDP's where_prec


def place_of_state(code: str, at: Span, written: str) -> Place:
    """The state of that ISO 3166 code, for the words ``written`` that stand at ``at``."""
    return Place(
        at.start, at.end, written, state_name(code), "country", code, where_prec=_COUNTRY_PREC
    )


def state_of(place: Place | None) -> Place | None:
    """The state in which a place lies, by the place's words; None where it is not known."""
    if place is None or place.country is None or place.country not in load("countries"):
        return None
    return place_of_state(place.country, place, place.as_written)


def town_of_dateline(scene: Scene) -> Place | None:
    """Where the report was written, for all but its headings."""
    head = scene.document.dateline
    return None if head is None or scene.sentence.heading else head.place

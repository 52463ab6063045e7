"""Capitals by their state: "in the Afghan capital", "Mali's capital"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from briefing.lexicon import load
from briefing.models import Place
from briefing.places.choose import distance_km
from briefing.places.words import capitals
from briefing.records import replace

# Not before a name, which is the place itself: "the Afghan capital Kabul", "the capital of X".
_SEAT: Final = re.compile(
    r"\b(?P<state>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:['’]s?)? capital\b"
    r"(?! (?:city )?(?:of )?[A-Z]|, [A-Z]|-| (?:punishment|letter|gain|market|city [A-Z]))"
)
_ONE_TOWN_KM: Final = 50.0  # "Delhi" and "New Delhi" are one capital


def find_seats(text: str, locate: Callable[[str], Place | None]) -> list[Place]:
    """The capitals that a text names by their states alone; ``locate`` knows a town by its name.

    None of a state whose capital is disputed.
    """
    if " capital" not in text:
        return []
    found = []
    for match in _SEAT.finditer(text):
        code = _states().get(match["state"]) or _states().get(match["state"].rpartition(" ")[2])
        town = _seat(code, locate) if code else None
        if town is not None:
            span = match.start(), match.end()
            words = text[span[0] : span[1]]
            found.append(replace(town, start=span[0], end=span[1], as_written=words))
    return found


def _seat(code: str, locate: Callable[[str], Place | None]) -> Place | None:
    towns = [locate(name) for name, state in capitals().items() if state == code]
    known = [t for t in towns if t and t.country == code and t.latitude is not None]
    points = [(town.latitude or 0.0, town.longitude or 0.0) for town in known]
    one = all(distance_km(points[0], point) <= _ONE_TOWN_KM for point in points[1:])
    return known[0] if known and one else None


@cache
def _states() -> dict[str, str]:
    """The names and adjectives of states, with their codes."""
    return {
        word: code
        for code, state in load("countries").items()
        for word in (state["name"], *state.get("demonyms", []))
    }

"""A point for what no gazetteer knows: a village that the text puts beside a town that is known.

UCDP codes such an event at the town with ``where_prec`` 2, within about 25 km; where the text gives
distance and direction, the point lies that far off.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from briefing.lexicon import entries
from briefing.models import Place
from briefing.places.choose import KM_PER_DEGREE
from briefing.places.words import any_of
from briefing.records import replace

_NEAR: Final = 2  # UCDP's where_prec
_VICINITY_KM: Final = 25.0
_FARTHEST_KM: Final = 150.0  # beyond it a direction says too little
_KM_PER_MILE: Final = 1.609
_LONGEST: Final = 110  # characters between the two names
_KINDS: Final = ("settlement", "site", "base", "crossing")
_BEARINGS: Final[dict[str, int]] = entries("places", "degrees")


def place_beside(text: str, places: Sequence[Place]) -> list[Place]:
    """``places`` with a point for those that the text puts near, or into, a town with one.

    A name that is placed once is placed throughout the text.
    """
    found: dict[str, Place] = {}
    for place, town in _beside(text, places):
        found.setdefault(place.as_written, town)
    return [
        _at(p, found[p.as_written]) if _is_open(p) and p.as_written in found else p for p in places
    ]


def lies_beside(text: str, place: Place, other: Place) -> bool:
    """Whether the text says of ``place`` that it lies near ``other``, which follows it."""
    return _between(text, place, other) is not None


def _between(text: str, place: Place, other: Place) -> re.Match[str] | None:
    """The words that part a place from the one it lies near."""
    if not 0 <= other.start - place.end <= _LONGEST:
        return None
    return _gap().fullmatch(text, place.end, other.start)


def _beside(text: str, places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    for place, other in pairwise(places):
        if not _is_open(place):
            continue
        point = _point(text, place, other) if _is_town(other) else None
        inside = next((outer for outer in place.within if _is_town(outer)), None)
        if point:
            yield place, point
        elif inside:
            yield place, inside
    if places and _is_open(places[-1]):
        yield from ((places[-1], outer) for outer in places[-1].within if _is_town(outer))


def _is_open(place: Place) -> bool:
    return place.latitude is None and place.kind in _KINDS


def _is_town(place: Place) -> bool:
    return place.latitude is not None and place.kind == "settlement"


def _point(text: str, place: Place, town: Place) -> Place | None:
    """The town, or what lies as far from it as the text says; None where it says neither."""
    gap = _between(text, place, town)
    if gap is None:
        return None
    if gap["km"] is None:
        return town
    far = float(gap["km"].replace(",", "")) * (_KM_PER_MILE if gap["unit"].startswith("mi") else 1)
    turn = degrees_of(gap["turn"]) if gap["turn"] else None
    if turn is None:
        return town if far <= _VICINITY_KM else None
    return _moved(town, far, turn) if far <= _FARTHEST_KM else None


def _moved(town: Place, far: float, turn: float) -> Place:
    north = far * math.cos(math.radians(turn)) / KM_PER_DEGREE
    latitude, longitude = town.latitude or 0.0, town.longitude or 0.0
    narrowed = max(math.cos(math.radians(latitude)), 0.01)
    east = far * math.sin(math.radians(turn)) / (KM_PER_DEGREE * narrowed)
    admin1 = town.admin1 if far <= _VICINITY_KM else None
    return replace(
        town,
        latitude=round(latitude + north, 4),
        longitude=round(longitude + east, 4),
        admin1=admin1,
    )


def _at(place: Place, town: Place) -> Place:
    return replace(
        place,
        latitude=town.latitude,
        longitude=town.longitude,
        where_prec=_NEAR,
        country=place.country or town.country,
        admin1=place.admin1 or town.admin1,
    )


@lru_cache(maxsize=512)
def degrees_of(direction: str) -> float | None:
    """The bearing that words for a direction name, from 0 for north; None where they name none."""
    written = direction.lower().replace("-", " ")
    found = [degrees for word, degrees in _BEARINGS.items() if word in written]
    if not found:
        return None
    return 315.0 if found == [0, 270] else sum(found) / len(found)


@cache
def _gap() -> re.Pattern[str]:
    """What parts a village from the town that it lies near: ", 12 km west of the city of"."""
    nouns = any_of("cues", "apposed")
    turns = any_of("directions")
    apposed = (
        rf"(?: (?:{nouns}))?,?(?: an?(?:other)? (?:[\w-]+ ){{0,3}}(?:{nouns}))?,?"
        r"(?: located| situated)?"
    )
    beside = (
        rf"near|close to|(?:just )?outside|on the (?:outskirts|edge) of|(?:just )?(?:{turns}) of"
    )
    length = r"(?P<km>\d[\d,]*(?:\.\d+)?) ?(?P<unit>km|kilomet\w+|miles?|mi)\b(?: \([^()]{1,20}\))?"
    about = any_of("about")
    far = rf"(?:(?:{about}) )?{length}(?: to the)?(?: (?:the )?(?P<turn>{turns}))?(?: of| from)?"
    town = r"(?:the )?(?:(?:\w+ ){0,2}(?:city|town|capital,?) (?:of )?)?"
    return re.compile(rf"{apposed} (?:{beside}|{far}) {town}")

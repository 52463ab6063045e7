"""How two places lie to each other: the same, one inside the other, apart, or not said."""

from __future__ import annotations

import math
from typing import Literal

from briefing.ledger import Row
from briefing.lexicon import load
from briefing.places.choose import distance_km
from briefing.places.near import degrees_of

Relation = Literal["same", "inside", "holds", "open", "apart", "unsaid"]
_EXACT, _DISTRICT = 1, 3  # UCDP where_prec


def place_key(row: Row) -> str | None:
    """What a place is known by: its name in one case; None where none is said."""
    return str(row["place"]).casefold() if row.get("place") else None


def relate(a: Row, b: Row) -> Relation:
    """Return how the place of ``a`` lies to that of ``b``: ``inside`` it, or ``holds`` it.

    ``open``: the one is told roughly and the other on no map, so that they may be one.
    """
    if not a.get("place") or not b.get("place"):
        return "unsaid"
    if (a.get("also_at") or b.get("also_at")) and (listed := _relate_lists(a, b)):
        return listed
    if _is_same(a, b):
        return "same"
    if _holds(a, b):
        return "holds"
    if _holds(b, a):
        return "inside"
    return "open" if _may_lie_near(a, b) or _may_lie_near(b, a) else "apart"


def _relate_lists(a: Row, b: Row) -> Relation | None:
    """A count of several towns holds that of one of them; None where they share none."""
    one, other = _names(a), _names(b)
    if one.isdisjoint(other):
        return None
    if one == other:
        return "same"
    if one > other:
        return "holds"
    return "inside" if one < other else "apart"


def _names(row: Row) -> frozenset[str]:
    own = row.get("place_as_written") or row["place"]
    return frozenset(str(name).casefold() for name in (own, *(row.get("also_at") or ())))


def _is_same(a: Row, b: Row) -> bool:
    measured, rule = is_point(a) and is_point(b), load("events")["distance"]
    if place_key(a) == place_key(b) and is_wide(a) == is_wide(b):
        if measured and distance(a, b) > rule["near"]:
            return False  # two towns of one name
        return None in (bearing_of(a), bearing_of(b)) or bearing_of(a) == bearing_of(b)
    if not measured or bearing_of(a) is not None or bearing_of(b) is not None:
        return False
    exact = is_exact(a) and is_exact(b)
    return bool(distance(a, b) <= (rule["same"] if exact else rule["near"]))


def _holds(area: Row, row: Row) -> bool:
    """Whether a country, division or side of a town holds the other's place."""
    if area["place_kind"] == "area" and is_wide(area) and is_point(row):
        near = area["latitude"] is not None and row.get("country") == area.get("country")
        return near and distance(area, row) <= load("events")["distance"]["area"]
    if area["place_kind"] not in ("country", "admin1"):
        return bearing_of(area) is not None and is_point(row) and _lies_beside(area, row)
    if row.get("country") != area.get("country") or row["place_kind"] == "country":
        return False
    if area["place_kind"] == "country":
        return True
    division = str(row.get("admin1")).casefold()
    return row["place_kind"] != "admin1" and place_key(area) == division


def _may_lie_near(rough: Row, village: Row) -> bool:
    """Whether a village that no map has may be what happened "near Goma", in the same country."""
    if not is_point(rough) or is_exact(rough) or bearing_of(rough) is not None:
        return False
    unknown = village.get("latitude") is None and village.get("place_kind") == "settlement"
    return unknown and village.get("country") in (None, rough.get("country"))


def _lies_beside(side: Row, row: Row) -> bool:
    """Whether a point lies where "western Aleppo" is: not too far, and about in that direction."""
    if side["latitude"] is None:
        return False
    rule = load("events")["distance"]
    far = distance(side, row)
    if far > rule["side"] or bearing_of(row) is not None:
        return False
    turn = abs(_bearing(side, row) - (bearing_of(side) or 0))
    return bool(min(turn, 360 - turn) <= rule["angle"])


def distance(a: Row, b: Row) -> float:
    """Kilometres between two points."""
    return distance_km((a["latitude"], a["longitude"]), (b["latitude"], b["longitude"]))


def _bearing(a: Row, b: Row) -> float:
    east = (b["longitude"] - a["longitude"]) * math.cos(math.radians(a["latitude"]))
    return math.degrees(math.atan2(east, b["latitude"] - a["latitude"])) % 360


def bearing_of(row: Row) -> float | None:
    """Degrees of the side that a place names: 270 for "western", 315 for "north-western"."""
    direction = row.get("direction")
    return degrees_of(direction) if direction else None


def is_wide(row: Row) -> bool:
    """Whether a place is a division, a country or an area; a town's district is a rough point."""
    if row.get("place_kind") == "area":
        return row.get("where_prec") != _DISTRICT
    return row.get("place_kind") in ("admin1", "country")


def is_point(row: Row) -> bool:
    """Whether a place can be measured from."""
    return row.get("latitude") is not None and not is_wide(row)


def is_exact(row: Row) -> bool:
    """Whether a point is told as itself and not as a place near it or a side of it."""
    return bool((row.get("where_prec") or _EXACT) == _EXACT and not row.get("direction"))

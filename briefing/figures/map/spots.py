"""What the map of events shows: a circle per place by its dead, a wash per province, the rest told.

Only what is known to the district or closer is a circle. What is known to the province alone is a
wash over it, and what is known no closer than a line or the country is not drawn.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from briefing.figures.template import ink
from briefing.ledger.codebook import Row
from briefing.places.basemap import Shape, load_admin1

POINT, PROVINCE = 3, 4  # UCDP where_prec up to which an event is a circle, and a wash
LARGEST, SMALLEST = 40.0, 5.0  # px: diameters
IN_KEY = 18.0  # px: what a line of the key holds
COLOURS = {
    "state_based": "violence_states",
    "non_state": "violence_groups",
    "one_sided": "violence_civilians",
}


@dataclass(frozen=True)
class Spot:
    """A place with its events of the period."""

    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        return str(self.rows[0]["place"] or self.rows[0]["admin1"] or "unnamed place")

    @property
    def point(self) -> tuple[float, float]:
        """Longitude and latitude."""
        return self.rows[0]["longitude"], self.rows[0]["latitude"]

    @property
    def dead(self) -> int:
        return dead(self.rows)

    @property
    def exact(self) -> bool:
        """Whether the place of all its events is known exactly."""
        return all((row["where_prec"] or 1) == 1 for row in self.rows)

    @property
    def kind(self) -> str:
        """The kind of violence that cost most of its dead."""
        return deadliest_kind(self.rows)


@dataclass(frozen=True)
class Wash:
    """A province of the base map with the events that are known to it alone, or are told so."""

    shape: Shape
    rows: tuple[Row, ...]

    @property
    def dead(self) -> int:
        return dead(self.rows)

    @property
    def events(self) -> int:
        return sum(row.get("events") or 1 for row in self.rows)


def dead(rows: Iterable[Row]) -> int:
    """Return the deaths of rows of one dataset, best estimates."""
    return sum(row["best"] or 0 for row in rows)


def deadliest_kind(rows: Iterable[Row]) -> str:
    """Return the kind of violence with most deaths; of equals the first in UCDP's order."""
    sums: dict[str, int] = {}
    for row in rows:
        sums[row["violence"]] = sums.get(row["violence"], 0) + (row["best"] or 0)
    order = [*COLOURS, "other"]
    return min(sums, key=lambda kind: (-sums[kind], order.index(kind)))


def find_spots(rows: Iterable[Row]) -> list[Spot]:
    """Return a spot per point with the events that are known to be there, the deadliest first."""
    told: dict[tuple[float, float], list[Row]] = {}
    for row in rows:
        if row["latitude"] is not None and (row["where_prec"] or 1) <= POINT:
            told.setdefault((round(row["longitude"], 3), round(row["latitude"], 3)), []).append(row)
    spots = [Spot(tuple(sorted(same, key=lambda row: -row["best"]))) for same in told.values()]
    return sorted(spots, key=lambda spot: (-spot.dead, spot.name))


def find_washes(rows: Iterable[Row]) -> list[Wash]:
    """Return a wash per province that rows name, the deadliest first."""
    told: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row["area"] and row["country_code"]:
            told.setdefault((row["country_code"], row["area"]), []).append(row)
    washes = [Wash(_shape(*key), tuple(same)) for key, same in told.items()]
    return sorted(washes, key=lambda wash: (-wash.dead, wash.shape.name))


def _shape(country: str, name: str) -> Shape:
    return next(shape for shape in load_admin1(country) if shape.name == name)


@dataclass(frozen=True)
class Scale:
    """Diameters in px by deaths: areas are true to them, up to the largest."""

    most: int

    @property
    def unit(self) -> float:
        """The diameter of one death."""
        return min(SMALLEST, LARGEST / math.sqrt(max(self.most, 1)))

    def diameter(self, count: int) -> float:
        """A spot without deaths is drawn as one of half a death."""
        return round(max(self.unit * math.sqrt(max(count, 0.5)), 3.5), 1)

    @property
    def samples(self) -> list[int]:
        """Round numbers for the key, small enough for a line of it."""
        steps = [step * 10**power for power in range(6) for step in (1, 2, 5)]
        fits = [n for n in steps if n <= self.most and self.diameter(n) <= IN_KEY]
        return sorted({fits[0], fits[len(fits) // 2], fits[-1]}) if fits else []


def spot_marker(kind: str, size: float, *, exact: bool) -> dict[str, Any]:
    """Return Plotly's marker: full where the place is exact, a ring where it is near or in it."""
    colour = ink(COLOURS.get(kind, "muted"))
    return {
        "symbol": "circle" if exact else "circle-open",
        "size": size,
        "color": colour,
        "opacity": 0.8 if exact else 1,
        "line": {"color": ink("paper") if exact else colour, "width": 1 if exact else 1.6},
    }

"""The base map: country outlines and first-level divisions, read from the package's own files."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import accumulate, pairwise

Point = tuple[float, float]  # longitude, latitude
Ring = tuple[Point, ...]
MINIMUM_LINES = 2


@dataclass(frozen=True)
class Shape:
    """An outline. Rings are closed, WGS 84 degrees, longitude first, filled by the even-odd rule.

    ``label`` is the centroid of the largest ring, or a point inside it where the centroid falls
    outside. ``country`` is ISO 3166-1 alpha-2, empty for the few disputed strips that have none.
    """

    name: str
    country: str
    rings: tuple[Ring, ...]
    label: Point

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        xs, ys = zip(*(point for ring in self.rings for point in ring), strict=True)
        return min(xs), min(ys), max(xs), max(ys)


def contains(shape: Shape, latitude: float, longitude: float) -> bool:
    """Whether the point lies inside the shape (even-odd over all rings)."""
    return sum(_crosses(ring, longitude, latitude) for ring in shape.rings) % 2 == 1


@cache
def load_countries() -> tuple[Shape, ...]:
    """Every country's outline, moderate detail (about 1 km)."""
    return _read("countries.json.gz")


@cache
def load_admin1(country: str) -> tuple[Shape, ...]:
    """First-level divisions of an ISO 3166-1 alpha-2 country; none where the data has none."""
    return _read(f"admin1/{country.upper()}.json.gz")


def admin1_at(latitude: float, longitude: float, country: str | None = None) -> Shape | None:
    """The first-level division at a point, within ``country`` where that is known."""
    countries = [country] if country else list(_countries_at(latitude, longitude))
    shapes = (shape for code in countries for shape in load_admin1(code))
    return next((s for s in shapes if _near_box(s, latitude, longitude)), None)


def _countries_at(latitude: float, longitude: float) -> Iterator[str]:
    for shape in load_countries():
        if shape.country and _near_box(shape, latitude, longitude):
            yield shape.country


def _near_box(shape: Shape, latitude: float, longitude: float) -> bool:
    west, south, east, north = shape.box
    inside = west <= longitude <= east and south <= latitude <= north
    return inside and contains(shape, latitude, longitude)


def _crosses(ring: Ring, x: float, y: float) -> bool:
    odd = False
    ax, ay = ring[-1]
    for bx, by in ring:
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
        ax, ay = bx, by
    return odd


def _read(name: str) -> tuple[Shape, ...]:
    source = files("briefing") / "data" / name
    if not source.is_file():
        return ()
    entries = json.loads(gzip.decompress(source.read_bytes()))
    return tuple(_shape(name, country, rings) for name, country, rings in entries)


def _shape(name: str, country: str, encoded: list[list[int]]) -> Shape:
    rings = tuple(_decode(numbers) for numbers in encoded)
    return Shape(name, country, rings, _label(max(rings, key=lambda ring: abs(_area(ring)[0]))))


def _decode(numbers: list[int]) -> Ring:
    """First point absolute, the others relative, all in thousandths of a degree."""
    xs, ys = accumulate(numbers[::2]), accumulate(numbers[1::2])
    return tuple((x / 1000, y / 1000) for x, y in zip(xs, ys, strict=True))


def _area(ring: Ring) -> tuple[float, float, float]:
    """Twice the signed area and its first moments, by the shoelace formula."""
    area = mx = my = 0.0
    for (ax, ay), (bx, by) in pairwise(ring):
        cross = ax * by - bx * ay
        area, mx, my = area + cross, mx + (ax + bx) * cross, my + (ay + by) * cross
    return area, mx, my


def _label(ring: Ring) -> Point:
    """The centroid, moved along its parallel into the widest stretch inside if it lies outside."""
    area, mx, my = _area(ring)
    if not area:
        return ring[0]
    x, y = mx / (3 * area), my / (3 * area)
    if _crosses(ring, x, y):
        return round(x, 3), round(y, 3)
    cuts = sorted(
        (bx - ax) * (y - ay) / (by - ay) + ax
        for (ax, ay), (bx, by) in pairwise(ring)
        if (ay > y) != (by > y)
    )
    if len(cuts) < MINIMUM_LINES:
        return ring[0]
    _, left, right = max((b - a, a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False))
    return round((left + right) / 2, 3), round(y, 3)

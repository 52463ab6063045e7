"""The map's plane: degrees to flat coordinates, what part is shown, outlines cut to it.

Equirectangular with the parallel of the map's middle true to scale: x = longitude · cos(latitude₀),
y = latitude, so that one unit is one degree of latitude (111.32 km) in both directions.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

KM_PER_UNIT = 111.32
XY = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """West, south, east, north; in units of the plane."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        return self.east - self.west

    @property
    def height(self) -> float:
        return self.north - self.south

    @property
    def middle(self) -> XY:
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def grown(self, x: float, y: float) -> Box:
        """Return the box with ``x`` added to the left and right, ``y`` above and below."""
        return Box(self.west - x, self.south - y, self.east + x, self.north + y)

    def touches(self, start: XY, end: XY) -> bool:
        """Return whether a segment may cross the box (its own box does)."""
        (ax, ay), (bx, by) = start, end
        return (
            min(ax, bx) <= self.east
            and max(ax, bx) >= self.west
            and min(ay, by) <= self.north
            and max(ay, by) >= self.south
        )

    def holds(self, point: XY) -> bool:
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def meets(self, other: Box) -> bool:
        return (
            self.west < other.east
            and other.west < self.east
            and self.south < other.north
            and other.south < self.north
        )

    @property
    def outline(self) -> list[XY]:
        """The closed ring around the box."""
        w, s, e, n = self.west, self.south, self.east, self.north
        return [(w, s), (e, s), (e, n), (w, n), (w, s)]


@dataclass(frozen=True)
class Plane:
    """Degrees to flat coordinates, true at ``latitude``."""

    latitude: float

    @property
    def squeeze(self) -> float:
        return max(math.cos(math.radians(self.latitude)), 0.05)

    def point(self, longitude: float, latitude: float) -> XY:
        return longitude * self.squeeze, latitude

    def ring(self, degrees: Iterable[XY]) -> list[XY]:
        squeeze = self.squeeze
        return [(longitude * squeeze, latitude) for longitude, latitude in degrees]


def box_around(points: Iterable[XY]) -> Box:
    """Return the smallest box that holds the points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def frame(points: list[XY], *, ratio: float, least: float, room: float = 0.22) -> Box:
    """Return the part of the plane to show: the points with room around them.

    ``ratio`` is width to height of the drawing; ``least`` the smallest height in degrees of
    latitude (1.5 is about 170 km), so that it still is a country that can be recognised.
    """
    tight = box_around(points)
    height = max(tight.height * (1 + 2 * room), tight.width * (1 + 2 * room) / ratio, least)
    width = height * ratio
    return tight.grown((width - tight.width) / 2, (height - tight.height) / 2)


def cut(ring: list[XY], box: Box) -> list[XY]:
    """Return the part of a filled ring inside the box (Sutherland-Hodgman), empty where none is."""
    sides = (
        (0, box.west, 1),
        (0, box.east, -1),
        (1, box.south, 1),
        (1, box.north, -1),
    )
    for axis, edge, sign in sides:
        ring = _cut_side(ring, axis, edge, sign)
        if not ring:
            return []
    return [*ring, ring[0]] if ring[0] != ring[-1] else ring


def _cut_side(ring: list[XY], axis: int, edge: float, sign: int) -> list[XY]:
    along = [point[axis] for point in ring]
    west, east = min(along), max(along)
    if (west if sign > 0 else -east) >= sign * edge:
        return ring
    if (east if sign > 0 else -west) < sign * edge:
        return []
    kept: list[XY] = []
    before, was_inside = ring[-1], sign * (along[-1] - edge) >= 0
    for point, at in zip(ring, along, strict=True):
        inside = sign * (at - edge) >= 0
        if inside != was_inside:
            kept.append(_crossing(before, point, axis, edge))
        if inside:
            kept.append(point)
        before, was_inside = point, inside
    return kept


def _crossing(start: XY, end: XY, axis: int, edge: float) -> XY:
    """Where a segment crosses an edge, which it does."""
    share = (edge - start[axis]) / (end[axis] - start[axis])
    crossing = [start[i] + share * (end[i] - start[i]) for i in (0, 1)]
    crossing[axis] = edge
    return crossing[0], crossing[1]


def stretches(line: list[XY], keep: Callable[[XY, XY], bool]) -> list[list[XY]]:
    """Return the stretches of a line whose segments are kept."""
    runs: list[list[XY]] = []
    going = False
    for start, end in itertools.pairwise(line):
        kept = keep(start, end)
        if kept and not going:
            runs.append([start])
        if kept:
            runs[-1].append(end)
        going = kept
    return runs


def stretches_near(line: list[XY], box: Box) -> list[list[XY]]:
    """Return the stretches of a line that may cross a box."""
    if len(line) <= 1:
        return []
    around = box_around(line)
    if box.holds((around.west, around.south)) and box.holds((around.east, around.north)):
        return [line]
    return stretches(line, box.touches) if box.touches(*_corners(around)) else []


def _corners(box: Box) -> tuple[XY, XY]:
    return (box.west, box.south), (box.east, box.north)


def thinned(line: list[XY], grain: float) -> list[XY]:
    """Return a line without the points that are nearer than ``grain`` to the last one kept."""
    kept = line[:1]
    last_x, last_y = line[0] if line else (0.0, 0.0)
    for point in line[1:-1]:
        x, y = point
        if abs(x - last_x) + abs(y - last_y) >= grain:
            kept.append(point)
            last_x, last_y = point
    return kept + line[1:][-1:]


def straightened(points: list[XY], slacks: Sequence[float]) -> list[XY]:
    """Return a line with fewer points, its ends among them (Douglas and Peucker 1973).

    What is left out lies at most its own of the ``slacks``, in units of the plane, off the line.
    """
    kept, spans = {0, len(points) - 1}, [(0, len(points) - 1)]
    while spans:
        start, end = spans.pop()
        at = _farthest(points, slacks, start, end)
        if at is not None:
            kept.add(at)
            spans += [(start, at), (at, end)]
    return [points[at] for at in sorted(kept)]


def _farthest(points: list[XY], slacks: Sequence[float], start: int, end: int) -> int | None:
    """The point between two that lies farthest off their line, where one is beyond its slack."""
    (ax, ay), (bx, by) = points[start], points[end]
    dx, dy = bx - ax, by - ay
    length = math.hypot(dx, dy)
    most, found = 1.0, None
    between = slice(start + 1, end)
    for at, (x, y), slack in zip(
        range(start + 1, end), points[between], slacks[between], strict=True
    ):
        off = abs(dx * (y - ay) - dy * (x - ax)) / length if length else math.hypot(x - ax, y - ay)
        if off > most * slack:
            most, found = off / slack, at
    return found


def area(ring: list[XY]) -> float:
    """Return the area of a closed ring in square units."""
    pairs = itertools.pairwise(ring)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def widest(ring: list[XY]) -> tuple[XY, float]:
    """Return where text fits best inside a closed ring: its middle, and the room in units.

    The longest level stretch inside, of those at nine heights; the middle heights are preferred.
    """
    ys = [y for _, y in ring]
    best, score, room = ring[0], 0.0, 0.0
    for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9):
        y = min(ys) + share * (max(ys) - min(ys))
        cuts = sorted(
            (bx - ax) * (y - ay) / (by - ay) + ax
            for (ax, ay), (bx, by) in itertools.pairwise(ring)
            if (ay > y) != (by > y)
        )
        for west, east in zip(cuts[::2], cuts[1::2], strict=False):
            length = (east - west) * (1 - abs(share - 0.5))
            if length > score:
                best, score, room = ((west + east) / 2, y), length, east - west
    return best, room

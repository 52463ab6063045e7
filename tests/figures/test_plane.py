"""Outlines with fewer points."""

from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.figures.map.plane import XY, straightened

COORDINATE = st.floats(-10, 10, allow_nan=False)
LINE = st.lists(st.tuples(COORDINATE, COORDINATE), min_size=2, max_size=40, unique=True)


def distance(point: XY, start: XY, end: XY) -> float:
    """From a point to the line through two others."""
    (x, y), (ax, ay), (bx, by) = point, start, end
    length = math.hypot(bx - ax, by - ay)
    if not length:
        return math.hypot(x - ax, y - ay)
    return abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length


@given(line=LINE, slack=st.floats(0.01, 5))
def test_nothing_lies_farther_off_than_allowed(line: list[XY], slack: float) -> None:
    """Both ends stay, and each point that is left out lies near the line of its piece."""
    kept = straightened(line, [slack] * len(line))
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    for start, end in pairwise(kept):
        left_out = line[line.index(start) + 1 : line.index(end)]
        assert all(distance(point, start, end) <= slack * 1.000001 for point in left_out)


def test_each_point_has_its_own_slack() -> None:
    """Of two bends of one size, the one that may lie less far off stays."""
    line = [(0.0, 0.0), (1.0, 1.0), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0)]
    assert straightened(line, [0.5, 0.5, 0.5, 5.0, 5.0]) == [*line[:3], line[4]]

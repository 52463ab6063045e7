"""Outlines with fewer points, and the parts of them that are near a page."""

from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.figures.map.plane import XY, Box, cut, straightened, stretches, stretches_near

COORDINATE = st.floats(-10, 10, allow_nan=False)
LINE = st.lists(st.tuples(COORDINATE, COORDINATE), min_size=2, max_size=40, unique=True)

PAGE = Box(-3, -2, 3, 2)


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


@given(line=LINE)
def test_the_stretches_near_a_page_are_those_that_may_cross_it(line: list[XY]) -> None:
    """Lines that lie inside or far off are told at once, with the same answer."""
    assert stretches_near(line, PAGE) == stretches(line, PAGE.touches)


def test_a_line_of_a_single_point_has_no_stretches() -> None:
    """Nor has one of none."""
    assert stretches_near([(0.0, 0.0)], PAGE) == []
    assert stretches_near([], PAGE) == []


@given(ring=LINE)
def test_a_ring_is_cut_to_the_page(ring: list[XY]) -> None:
    """Nothing lies outside, and what lay inside stays."""
    part = cut(ring, PAGE)
    assert all(PAGE.grown(1e-9, 1e-9).holds(point) for point in part)
    assert {point for point in ring if PAGE.holds(point)} <= {*part}


def test_a_ring_is_closed_and_cut_where_it_leaves_the_page() -> None:
    """A square that reaches beyond one edge ends there; one beside the page is nothing."""
    square = [(2.0, 0.0), (5.0, 0.0), (5.0, 1.0), (2.0, 1.0)]
    assert cut(square, PAGE) == [(2.0, 0.0), (3.0, 0.0), (3.0, 1.0), (2.0, 1.0), (2.0, 0.0)]
    assert cut([(x + 2, y) for x, y in square], PAGE) == []

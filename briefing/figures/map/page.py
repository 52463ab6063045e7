"""The sheet that every map stands on: its size, its inset, its scale bar, its axes.

Axes are the map (x, y), the inset (x2, y2), the key (x3, y3, in px) and the scale bar (x4, y4).
"""

from __future__ import annotations

from typing import Any

from briefing.figures.drawing import Drawing
from briefing.figures.map.labels import Sheet
from briefing.figures.map.plane import KM_PER_UNIT, XY, Box
from briefing.figures.template import SMALL, ink

NARROW = 340  # px: the map on a phone, where names are placed
BEYOND = 170  # px: what a page of print's width shows more on either side
INSET, LARGEST_INSET = 0.36, 112  # of the map's height, and px
GRAIN = 0.8  # px: detail finer than that is left out of the ground
WIDE = 1.0  # of the narrow map's width, drawn beyond either side for wide pages


def inset_height(height: float) -> float:
    """Return the inset's height in px on a map of a height."""
    return min(INSET * height, LARGEST_INSET)


def lead(figure: Drawing, point: XY, text: str, offset: XY) -> None:
    """Write a name that a thin line leads to its mark."""
    figure.add_annotation(
        x=point[0],
        y=point[1],
        text=text,
        ax=offset[0],
        ay=offset[1],
        xanchor="left" if offset[0] > 0 else "right",
        align="left",
        arrowhead=0,
        arrowwidth=1,
        arrowcolor=ink("muted"),
        standoff=7,
        borderpad=0,
        font={"size": SMALL, "color": ink("ink"), "weight": 600},
    )


def free_corner(sheet: Sheet, points: list[XY]) -> str:
    """Return the corner for the inset: the one whose marks are farthest away."""
    pixels = [sheet.pixel(point) for point in points]
    corners = {"right": (NARROW, 0.0), "left": (0.0, 0.0)}

    def distance(corner: str) -> float:
        cx, cy = corners[corner]
        return min((x - cx) ** 2 + (y - cy) ** 2 for x, y in pixels)

    return max(corners, key=distance)


def take_corners(sheet: Sheet, corner: str) -> None:
    """Keep names off the inset (above) and the scale bar (below, at the left) at every width."""
    inset = inset_height(sheet.height)
    west, east = (NARROW - inset, NARROW + BEYOND) if corner == "right" else (-BEYOND, inset)
    sheet.take(Box(west, 0, east, inset + 8))
    sheet.take(Box(-BEYOND, sheet.height - 34, 120, sheet.height))


def draw_scale(figure: Drawing, shown: Box) -> None:
    """A scale bar of a round length, about a quarter of the narrow map."""
    length = _round_km(shown.width * KM_PER_UNIT / 4)
    figure.add_scatter(
        x=[0, length / KM_PER_UNIT],
        y=[0, 0],
        mode="lines+text",
        text=[f"{length:g} km"],
        textposition="top right",
        textfont={"size": SMALL, "color": ink("ink")},
        line={"color": ink("ink"), "width": 2},
        xaxis="x4",
        yaxis="y4",
        hoverinfo="skip",
        cliponaxis=False,
    )


def _round_km(length: float) -> float:
    """Return 1, 2 or 5 times a power of ten, at most ``length``."""
    steps = [step * 10.0**power for power in range(-1, 4) for step in (1, 2, 5)]
    return max(step for step in steps if step <= max(length, steps[0]))


def lay_out(figure: Drawing, shown: Box, world: Box, corner: str, heights: tuple[int, int]) -> None:
    """Set the axes; ``heights`` are those of the map and of its key, in px."""
    height, key = sum(heights), heights[1]
    floor, inset = key / height, inset_height(heights[0]) / height
    sides = [0.7, 0.99] if corner == "right" else [0.01, 0.3]
    fixed = {"constrain": "domain"}
    axes: dict[str, dict[str, Any]] = {
        "xaxis": _reaching(shown.west, shown.east),
        "yaxis": _reaching(shown.south, shown.north) | {"domain": [floor, 1], "scaleanchor": "x"},
        "xaxis2": {"range": [world.west, world.east], "domain": sides, "anchor": "y2",
                   "constraintoward": corner, **fixed},
        "yaxis2": {"range": [world.south, world.north], "domain": [0.985 - inset, 0.985],
                   "anchor": "x2", "scaleanchor": "x2", "constraintoward": "top", **fixed},
        "xaxis3": {"range": [-0.025, 0.975], "anchor": "y3"},
        "yaxis3": {"range": [key, 0], "domain": [0, floor], "anchor": "x3"},
        # The scale bar keeps to the left edge, however much more of the map a wide page shows.
        "xaxis4": _reaching(-0.03 * shown.width, 0.97 * shown.width)
        | {"anchor": "y4", "scaleanchor": "x", "constraintoward": "left"},
        "yaxis4": {"range": [-1, 3], "domain": [floor, floor + 40 / height], "anchor": "x4"},
    }  # fmt: skip
    hidden = {name: axis | {"visible": False} for name, axis in axes.items()}
    figure.update_layout(height=height, **hidden)


def _reaching(low: float, high: float) -> dict[str, Any]:
    """An axis that shows at least ``low`` to ``high``.

    Plotly widens a plain range to keep the scale and forgets the old one, so that each turn of a
    phone would zoom the map out; an automatic range starts afresh at every width.
    """
    return {"autorange": True, "autorangeoptions": {"minallowed": low, "maxallowed": high}}

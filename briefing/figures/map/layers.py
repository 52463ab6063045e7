"""The ground of the map: water, land, borders, names of countries and divisions; the inset."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any

from briefing.figures.drawing import Drawing
from briefing.figures.map.labels import Sheet, text_box
from briefing.figures.map.plane import (
    XY,
    Box,
    Plane,
    area,
    cut,
    straightened,
    stretches,
    stretches_near,
    thinned,
    widest,
)
from briefing.figures.template import ink
from briefing.places.basemap import Ring, Shape, load_admin1, load_countries

Keep = Callable[[XY, XY], bool]
SIZE = 11  # px: names of countries and divisions
LARGE = 0.045  # share of the map that a division must fill to be named
# Where a name may go from the middle of its area, in its own widths and heights.
_NUDGES = [(x, y) for y in (0, -1, 1) for x in (0, -0.4, 0.4, -0.8, 0.8)]
INSET_PIXELS = 140  # from the middle of the inset to its edge, and twice as fine as that
ON_PAGE = 0.65  # of the narrow map's width: what a page shows beyond it on either side
ASIDE = 5  # times the page's grain, where only a wide window looks
INSET_REACH = 11.0  # degrees of latitude from the middle of the inset to its edge


@dataclass(frozen=True)
class Ground:
    """Where the ground is drawn: ``drawn`` reaches beyond ``shown``, for wide pages."""

    figure: Drawing
    plane: Plane
    shown: Box
    drawn: Box
    axes: dict[str, str] = field(default_factory=dict)
    grain: float = 0.0  # in units: detail finer than half a pixel is left out

    def paint(self, sheet: Sheet, *, told: frozenset[str] = frozenset()) -> None:
        """Draw water, land, borders and names, clear of what ``sheet`` has taken.

        ``told`` are divisions that have their name from elsewhere.

        Divisions are drawn finer than countries are: where a country has them, they make its land
        and, where they have no neighbour, its border.
        """
        _area(self.figure, [self.drawn.outline], ink("water"))
        countries = [shape for shape in load_countries() if self._reaches(shape)]
        codes = dict.fromkeys(shape.country for shape in countries if shape.country)
        whole = {code: load_admin1(code) for code in codes}
        bare = [shape for shape in countries if not whole.get(shape.country)]
        near = [d for divisions in whole.values() for d in divisions if self._reaches(d)]
        self._fill([*bare, *near])
        self._draw_borders(whole.values())
        self._line([ring for shape in bare for ring in shape.rings], "border_country", 1.2)
        self._name(countries, sheet, "border_country", spaced=True)
        self._name([shape for shape in near if shape.name not in told], sheet, "muted")

    def paint_inset(self) -> Box:
        """Draw where in the world this is on the second pair of axes; return what it shows."""
        x, y = self.shown.middle
        reach = max(INSET_REACH, self.shown.height * 1.6)
        world = Box(x - reach, y - reach, x + reach, y + reach)
        axes = {"xaxis": "x2", "yaxis": "y2"}
        inset = Ground(self.figure, self.plane, self.shown, world, axes, reach / INSET_PIXELS)
        near = [shape for shape in load_countries() if inset._reaches(shape)]
        _area(self.figure, [world.outline], ink("water"), inset.axes)
        inset._fill(near)
        inset._line([ring for shape in near for ring in shape.rings], "border_country", 0.5)
        _lines(self.figure, [world.outline], ink("border_country"), 1.5, inset.axes)
        middle = {"x": [x], "y": [y], "mode": "markers", "hoverinfo": "skip", **inset.axes}
        here = {"symbol": "square-open", "size": 9, "color": ink("ink"), "line": {"width": 2}}
        self.figure.add_scatter(marker=here, **middle)
        return world

    def _reaches(self, shape: Shape) -> bool:
        west, south, east, north = shape.box
        return Box(*self.plane.point(west, south), *self.plane.point(east, north)).meets(self.drawn)

    def _fill(self, shapes: Iterable[Shape]) -> None:
        rings = (cut(self.flat(ring), self.drawn) for s in shapes for ring in s.rings)
        seen = [self._straight(ring) for ring in rings if ring]
        _area(self.figure, seen, ink("land"), self.axes)

    def _straight(self, line: list[XY]) -> list[XY]:
        """A line without bends that nobody sees on a page, nor larger ones far beside it."""
        page = self.shown.grown(self.shown.width * ON_PAGE, self.shown.height / 10)
        grain, far = self.grain, self.grain if self.axes else self.grain * ASIDE
        west, east, south, north = page.west, page.east, page.south, page.north
        slacks = [grain if west <= x <= east and south <= y <= north else far for x, y in line]
        return straightened(line, slacks)

    def flat(self, degrees: Iterable[XY]) -> list[XY]:
        """A line on the plane, as fine as the page shows it."""
        return thinned(self.plane.ring(degrees), self.grain)

    def _draw_borders(self, countries: Iterable[tuple[Shape, ...]]) -> None:
        """Draw thin borders between a country's divisions, thicker ones around them.

        A border inside the page has both its divisions there, so those elsewhere are not looked at.
        """
        for divisions in countries:
            rings = [ring for shape in divisions if self._reaches(shape) for ring in shape.rings]
            ends = Counter(_ends(a, b) for ring in rings for a, b in pairwise(ring))
            shared = {pair for pair, times in ends.items() if times > 1}
            outer = partial(_is_not_in, frozenset(shared))
            self._line(rings, "border_country", 1.4, keep=outer)
            self._line(rings, "border", 0.9, keep=partial(_is_left_in, shared))

    def _line(
        self, rings: Iterable[Ring], colour: str, width: float, keep: Keep | None = None
    ) -> None:
        runs = (run for ring in rings for run in (stretches(list(ring), keep) if keep else [ring]))
        parts = (part for run in runs for part in stretches_near(self.flat(run), self.drawn))
        seen = [self._straight(part) for part in parts]
        _lines(self.figure, seen, ink(colour), width, self.axes)

    def _name(
        self, shapes: Iterable[Shape], sheet: Sheet, colour: str, *, spaced: bool = False
    ) -> None:
        """Name what fills enough of the page, each in the middle of its visible part."""
        page = self.shown.grown(self.shown.width * 0.5, 0)
        for shape in shapes:
            parts = [cut(self.plane.ring(ring), page) for ring in shape.rings]
            largest = max((part for part in parts if part), key=area, default=None)
            if largest and area(largest) > LARGE * self.shown.width * self.shown.height:
                text = " ".join(shape.name.upper()) if spaced else shape.name.upper()
                self._name_at(*widest(largest), text, sheet, colour)

    def _name_at(self, middle: XY, room: float, name: str, sheet: Sheet, colour: str) -> None:
        x, y = sheet.pixel(middle)
        width, height = text_box(name, SIZE * 1.2)
        if width > room * sheet.scale:
            return
        for right, down in _NUDGES:
            if (abs(right) + 0.5) * width > room * sheet.scale / 2 and right:
                continue  # it would leave its area
            at = x + right * width, y + down * height
            box = Box(at[0] - width / 2, at[1] - height / 2, at[0] + width / 2, at[1] + height / 2)
            if sheet.is_free(box):
                sheet.take(box)
                self.figure.add_annotation(
                    x=middle[0], y=middle[1], xshift=right * width, yshift=-down * height,
                    text=name, showarrow=False,
                    font={"size": SIZE, "color": ink(colour), "weight": 500},
                )  # fmt: skip
                return


def _is_left_in(pairs: set[tuple[XY, XY]], start: XY, end: XY) -> bool:
    """Whether a segment is in the set, which it leaves: the two divisions share one line."""
    pair = _ends(start, end)
    if pair not in pairs:
        return False
    pairs.remove(pair)
    return True


def _is_not_in(pairs: frozenset[tuple[XY, XY]], start: XY, end: XY) -> bool:
    return _ends(start, end) not in pairs


def _ends(start: XY, end: XY) -> tuple[XY, XY]:
    """A segment without its direction."""
    return (start, end) if start <= end else (end, start)


def _area(
    figure: Drawing, rings: list[list[XY]], colour: str, axes: dict[str, str] | None = None
) -> None:
    xs, ys = _joined(rings)
    figure.add_scatter(
        x=xs, y=ys, mode="lines", fill="toself", fillcolor=colour,
        line={"width": 0}, hoverinfo="skip", **(axes or {}),
    )  # fmt: skip


def _lines(
    figure: Drawing, runs: list[list[XY]], colour: str, width: float, axes: dict[str, str]
) -> None:
    if runs:
        xs, ys = _joined(runs)
        line: dict[str, Any] = {"color": colour, "width": width}
        figure.add_scatter(x=xs, y=ys, mode="lines", line=line, hoverinfo="skip", **axes)


def outline(
    ground: Ground, shape: Shape, colour: str, strength: float, told: str, *, hatched: bool
) -> None:
    """Wash a division in a colour, hatched or even; ``told`` is shown where it is pointed at."""
    rings = (cut(ground.flat(ring), ground.drawn) for ring in shape.rings)
    xs, ys = _joined([ring for ring in rings if ring])
    fill: dict[str, Any] = {"fillcolor": faded(colour, strength)}
    if hatched:
        fill = hatch(colour)
    ground.figure.add_scatter(
        x=xs, y=ys, mode="lines", fill="toself", line={"width": 0}, text=told, hoverinfo="text",
        hoveron="fills", **fill,
    )  # fmt: skip


def hatch(colour: str) -> dict[str, Any]:
    """The filling of what is hatched, on the map and in its key."""
    pattern = {"shape": "/", "fgcolor": faded(colour, 0.9), "size": 6, "solidity": 0.16}
    return {"fillcolor": "rgba(0,0,0,0)", "fillpattern": pattern}


def faded(colour: str, strength: float) -> str:
    """A colour of the design as one that lets the ground through."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength:.2f})"


def _joined(rings: list[list[XY]]) -> tuple[list[float | None], list[float | None]]:
    """One list per coordinate with None between rings, to about 10 m."""
    points: list[tuple[float | None, float | None]] = []
    for ring in rings:
        points += [(round(x, 4), round(y, 4)) for x, y in ring]
        points.append((None, None))
    return [x for x, _ in points], [y for _, y in points]

"""Where the names on the map go: the most important first, none over another or over a mark.

Places are tried at the smallest width the map is shown at. Where there is more room, marks move
apart and text keeps its size, so what does not collide there collides nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from briefing.figures.map.plane import XY, Box

LETTER = 0.56  # mean width of a letter of the sans face, in em; a little generous
LINE = 1.3  # em

# Plotly's textposition and where the text's box starts: shares of its width and height, and a gap
# in px, from the mark's middle. Right of the mark reads best, so it is tried first.
_SIDES = (
    ("middle right", (0.0, 0.5), (9, 0)),
    ("middle left", (1.0, 0.5), (-9, 0)),
    ("top center", (0.5, 1.0), (0, -6)),
    ("bottom center", (0.5, 0.0), (0, 6)),
    ("top right", (0.0, 1.0), (5, -2)),
    ("bottom right", (0.0, 0.0), (5, 2)),
    ("top left", (1.0, 1.0), (-5, -2)),
    ("bottom left", (1.0, 0.0), (-5, 2)),
)


# Farther off, a thin line leads to the mark: directions to the right, to the left, up and down.
_LEADS = ((1, -1), (1, 1), (-1, -1), (-1, 1), (1.4, 0), (-1.4, 0), (0.4, -1.5), (-0.4, 1.5))
LEAD = 26  # px


@dataclass(frozen=True)
class Label:
    """A name beside its mark at ``side`` (Plotly's textposition), or led to it from ``lead`` px."""

    text: str
    side: str = "middle right"
    lead: XY | None = None


class Sheet:
    """The map as it is drawn at its smallest: pixels from the top left.

    ``scale`` is px per unit of the plane. A wider page shows ``beyond`` more pixels on either side.
    The smallest map's own edges are taken, so that a name stands wholly inside or wholly outside.
    """

    def __init__(self, shown: Box, width: float, height: float, beyond: float = 0) -> None:
        self.height = height
        self.shown, self._edge = shown, Box(0, 0, width, height)
        self._page = self._edge.grown(beyond, 0)
        self.scale = min(width / shown.width, height / shown.height)
        self._taken = [Box(x, 0, x, height) for x in (0, width)]

    def pixel(self, point: XY) -> XY:
        """Return where a point of the plane is drawn."""
        x, y = self.shown.middle
        middle = self._edge.middle
        dx, dy = (point[0] - x) * self.scale, (point[1] - y) * self.scale
        return middle[0] + dx, middle[1] - dy

    def take(self, box: Box) -> None:
        """Keep names away from ``box``, in pixels."""
        self._taken.append(box)

    def is_free(self, box: Box) -> bool:
        """Return whether ``box`` lies on the page and touches nothing that is taken."""
        inside = all(self._page.holds(p) for p in ((box.west, box.south), (box.east, box.north)))
        return inside and not any(box.meets(other) for other in self._taken)

    def name(self, point: XY, texts: Sequence[str], size: float, radius: float = 7) -> Label | None:
        """Set the first of ``texts`` that finds room beside the mark, else led to it, else None.

        ``radius`` is the mark's, in px: names keep clear of it.
        """
        x, y = self.pixel(point)
        far, away = (radius + 2) / 9, LEAD + radius - 7  # both are meant for a mark of 7 px
        beside = (
            (Label(text, side), x + dx * far - left * width, y + dy * far - up * height, text)
            for text in texts
            for side, (left, up), (dx, dy) in _SIDES
            for width, height in [text_box(text, size)]
        )
        led = (
            (Label(text, lead=(away * dx, away * dy)), x + away * dx - (dx < 0) * width,
             y + away * dy - height / 2, text)
            for text in texts
            for dx, dy in _LEADS
            for width, height in [text_box(text, size)]
        )  # fmt: skip
        for label, west, top, text in chain(beside, led):
            width, height = text_box(text, size)
            box = Box(west, top, west + width, top + height)
            if self._edge.holds(box.middle) and self.is_free(box):
                self.take(box.grown(2, 3))
                return label
        return None


def text_box(text: str, size: float) -> XY:
    """Return the estimated width and height of text in px; ``<br>`` breaks its lines."""
    lines = text.split("<br>")
    return max(map(len, lines)) * LETTER * size, len(lines) * LINE * size

"""The lines of a PDF's pages with where they stand; those that every page repeats are dropped."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from briefing.lexicon import load

if TYPE_CHECKING:
    from pypdf import PageObject

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_LETTERS = str.maketrans(_LIGATURES)  # fonts draw them as one; no name would be found with them
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Line:
    """One printed line: ``x`` and ``y`` of its beginning and ``size`` of its type, in points.

    ``y`` grows upwards, as in the file.
    """

    text: str
    page: int
    x: float
    y: float
    size: float


def read_lines(page: PageObject, number: int) -> list[Line]:
    """Return a page's lines in the order of the file."""
    lines: list[Line] = []
    parts: list[str] = []
    begins: tuple[float, float, float] | None = None

    def visit(text: str, matrix: list[float], own: list[float], _font: Any, size: float) -> None:
        nonlocal begins
        for index, piece in enumerate(text.split("\n")):
            if index:
                end_line()
            if piece.strip() and begins is None:
                begins = _place(matrix, own, size)
            parts.append(piece)

    def end_line() -> None:
        nonlocal begins
        words = " ".join("".join(parts).translate(_LETTERS).split())
        if words and begins is not None:
            lines.append(Line(words, number, *begins))
        parts.clear()
        begins = None

    page.extract_text(visitor_text=visit)
    end_line()
    return lines


def _place(matrix: list[float], own: list[float], size: float) -> tuple[float, float, float]:
    """Where a text begins on the page, and how high its type stands there."""
    x = own[4] * matrix[0] + own[5] * matrix[2] + matrix[4]
    y = own[4] * matrix[1] + own[5] * matrix[3] + matrix[5]
    scale = abs((own[3] or own[1]) * (matrix[3] or matrix[1]))
    return round(x, 1), round(y, 1), round(size * (scale or 1), 1)


def without_running_heads(lines: list[Line]) -> list[Line]:
    """Return the lines without those at the edge of many pages and without page numbers."""
    rules = load("pdf")
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    edges = {id(line): _shape(line) for page in pages for line in _edge(page)}
    seen = Counter(edges.values())
    often = max(2, rules["least_pages_repeated"] * len(pages))
    dropped = {shape for shape, times in seen.items() if times >= often} | _page_numbers()
    return [line for line in lines if edges.get(id(line)) not in dropped]


def _edge(page: list[Line]) -> list[Line]:
    """The lines at the top and at the bottom of a page."""
    most = load("pdf")["edge_lines"]
    down = sorted(page, key=lambda line: -line.y)
    return down[:most] + down[most:][-most:]


def _shape(line: Line) -> str:
    return _NUMBER.sub("#", line.text.lower())


@cache
def _page_numbers() -> frozenset[str]:
    return frozenset(load("pdf")["page_numbers"])

"""The key under the map: what symbols, fills and colours mean, and the numbered places.

Only what is used is explained. The key has axes of its own, in pixels from its top.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from briefing.figures.drawing import Drawing
from briefing.figures.map.labels import text_box
from briefing.figures.map.marks import Mark, marker
from briefing.figures.template import SMALL, ink
from briefing.rows import party_colour, party_colours

ROW = 19  # px
TOP = 12  # px between map and key
COLUMN = 172  # px: two columns on a phone
_BOX = 0.011  # of the width: half of a filled box, 7 px on a phone and 14 on paper
AXES = {"xref": "x3", "yref": "y3"}

_KINDS = {
    "settlement": "town or village",
    "airport": "airport",
    "base": "military base",
    "crossing": "border crossing",
    "highway": "position on a road",
    "site": "site",
}
# Certainties that are drawn alike share a line.
_FILLS = ({"confirmed"}, {"reported"}, {"claimed", "alleged", "contested"}, {"denied"})


@dataclass(frozen=True)
class Entry:
    """A line of the key: a marker, a filled box or the number of a numbered place; then words."""

    text: str
    marker: dict[str, Any] | None = None
    fill: dict[str, Any] | None = None
    number: int | None = None
    size: float = 11


@dataclass(frozen=True)
class Key:
    """Two columns of entries, and below them the numbered places; each in one column where long."""

    columns: tuple[tuple[Entry, ...], ...]
    numbered: tuple[tuple[Entry, ...], ...]

    @property
    def height(self) -> int:
        """The height of the key in px."""
        rows = _rows(self.columns) + _rows(self.numbered)
        return TOP + ROW * rows if rows else 0

    def draw(self, figure: Drawing) -> None:
        """Draw the entries on the third pair of axes."""
        for columns, above in ((self.columns, 0), (self.numbered, _rows(self.columns))):
            for x, column in enumerate(columns):
                for y, entry in enumerate(column):
                    _draw(figure, entry, x / 2, TOP + ROW * (above + y + 0.5))


def make_key(marks: list[Mark], numbered: list[tuple[int, str]], edition: Mapping[str, Any]) -> Key:
    """Return the key for what the map uses: parties, certainty, kinds of place, numbers."""
    gainers = {mark.party for mark in marks}
    colours = party_colours(edition)
    parties = [
        Entry(party["name"], marker("", "confirmed", colours[party["name"]]))
        for party in edition.get("parties", ())
        if not gainers.isdisjoint((party["name"], *party["aliases"]))
    ]
    if gainers - set(colours):
        grey = party_colour(None, edition)
        parties.append(Entry("other or not said", marker("", "confirmed", grey)))
    used = {mark.change["certainty"] for mark in marks}
    fills = [
        Entry(", ".join(sorted(names & used)), marker("", min(names), ink("ink")))
        for names in _FILLS
        if names & used
    ]
    kinds = [
        Entry(words, marker(kind, "confirmed", ink("muted")))
        for kind, words in _KINDS.items()
        if any(mark.kind == kind for mark in marks)
    ]
    numbers = [Entry(name, number=number) for number, name in numbered]
    half = math.ceil(len(numbers) / 2)
    return Key(
        columned(tuple(parties + fills), tuple(kinds)),
        columned(tuple(numbers[:half]), tuple(numbers[half:])),
    )


def columned(left: tuple[Entry, ...], right: tuple[Entry, ...]) -> tuple[tuple[Entry, ...], ...]:
    """Two columns, or one where an entry is too long for half a phone."""
    widths = (text_box(entry.text, SMALL)[0] for entry in (*left, *right))
    return (left, right) if max(widths, default=0) + 14 <= COLUMN else ((*left, *right),)


def _rows(columns: tuple[tuple[Entry, ...], ...]) -> int:
    return max(map(len, columns))


def _draw(figure: Drawing, entry: Entry, x: float, y: float) -> None:
    place = {"x": x, "y": y, **AXES, "showarrow": False, "yanchor": "middle"}
    if entry.marker:
        figure.add_scatter(
            x=[x], y=[y], mode="markers", marker=entry.marker | {"size": entry.size}, xaxis="x3",
            yaxis="y3", hoverinfo="skip", cliponaxis=False,
        )  # fmt: skip
    elif entry.fill:
        half, tall = _BOX, entry.size / 2
        figure.add_scatter(
            x=[x - half, x + half, x + half, x - half], y=[y - tall, y - tall, y + tall, y + tall],
            mode="lines", fill="toself", line={"width": 0}, xaxis="x3", yaxis="y3",
            hoverinfo="skip", cliponaxis=False, **entry.fill,
        )  # fmt: skip
    else:
        bold = {"text": f"<b>{entry.number}</b>", "xanchor": "center", "font": {"size": SMALL}}
        figure.add_annotation(**place, **bold)
    figure.add_annotation(
        **place,
        text=escape(entry.text),  # a name out of an article
        xanchor="left",
        xshift=max(10, entry.size / 2 + 4),
        font={"size": SMALL},
    )

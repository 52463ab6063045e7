"""What the map shows: one mark per named place, with its surest change of hands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from briefing.design import load_design
from briefing.figures.template import ink
from briefing.ledger.codebook import Row
from briefing.resolve.tolls import CERTAINTIES
from briefing.rows import has_point, shown_place

_STRONGEST = CERTAINTIES[::-1]
_STRIKABLE = {"circle", "square"}
# What is written first where room is short.
_IMPORTANCE = ("base", "airport", "crossing", "settlement", "highway", "site")


@dataclass(frozen=True)
class Mark:
    """A place that changed hands: ``changes`` are the rows of ``control`` about it."""

    place: Row
    changes: tuple[Row, ...]

    @property
    def change(self) -> Row:
        """The change that is drawn: of the whole place, the most certain, then the latest."""
        by_day = sorted(self.changes, key=lambda row: str(row["date_end"] or ""), reverse=True)
        return min(by_day, key=lambda row: (bool(row["part"]), _STRONGEST.index(row["certainty"])))

    @property
    def name(self) -> str:
        part, place = self.change["part"], shown_place(self.place)
        return f"{place} ({part})" if part else place

    @property
    def kind(self) -> str:
        return str(self.place["place_kind"])

    @property
    def party(self) -> str | None:
        """Who gained; for a withdrawal nobody may have."""
        gainer: str | None = self.change["gainer"]
        return gainer


def find_marks(changes: Iterable[Row]) -> list[Mark]:
    """Return a mark per place with a point of its own, the most important first."""
    told: dict[tuple[Any, ...], list[Row]] = {}
    for row in changes:
        if has_point(row):
            told.setdefault((row["place"], row["latitude"], row["longitude"]), []).append(row)
    marks = [
        # The whole place gives the mark its name where some change is of the whole.
        Mark(min(same, key=lambda row: bool(row["direction"])), tuple(same))
        for same in told.values()
    ]
    return sorted(marks, key=_rank)


def _rank(mark: Mark) -> tuple[Any, ...]:
    kinds = _IMPORTANCE.index(mark.kind) if mark.kind in _IMPORTANCE else len(_IMPORTANCE)
    voices = sum(row["independent"] for row in mark.changes)
    return -voices, _STRONGEST.index(mark.change["certainty"]), kinds, mark.name


def marker(kind: str, certainty: str, colour: str) -> dict[str, Any]:
    """Return Plotly's marker: symbol by kind of place, colour by party, fill by certainty."""
    style = load_design()["certainty"][certainty]
    symbol = str(load_design()["place_kinds"].get(kind, "circle"))
    solid = style["fill"] == "solid"
    if style["fill"] == "struck":
        symbol = f"{symbol}-x-open" if symbol in _STRIKABLE else "x-open"
    # A symbol that is a line has no fill to show: its stroke carries the colour.
    stroke = colour if not solid or symbol.startswith("line") else ink("paper")
    return {
        "symbol": symbol,
        "size": 13,
        "color": colour if solid or symbol.endswith("-open") else ink("paper"),
        "opacity": style["opacity"],
        "line": {"color": stroke, "width": 1 if stroke == ink("paper") else 2.2},
    }

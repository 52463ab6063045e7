"""The map of territorial changes: named places only; counts stand beside it as text."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from briefing.figures.caption import Caption, captioned
from briefing.figures.drawing import Drawing
from briefing.figures.map.key import make_key
from briefing.figures.map.labels import Label, Sheet
from briefing.figures.map.layers import Ground
from briefing.figures.map.marks import Mark, find_marks, marker
from briefing.figures.map.page import (
    BEYOND,
    GRAIN,
    NARROW,
    WIDE,
    draw_scale,
    free_corner,
    lay_out,
    lead,
    take_corners,
)
from briefing.figures.map.plane import XY, Box, Plane, frame
from briefing.figures.source_line import days_line, voices_line
from briefing.figures.template import SMALL, ink
from briefing.resolve.hands import changes_of, voices_of
from briefing.rows import has_point, party_colour, shown_place, shown_window, source_numbers
from briefing.wording import cardinal, listed

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

HEIGHT, LOW = 310, 200  # px: the map without its key, and where there are few marks
FEW = 2
LABEL_LINE = 24  # characters
# Degrees of latitude that are shown at least: one place needs a wider country around it.
ALONE, TOGETHER = 1.5, 0.9
_CHANGED_HANDS = {"captured", "recaptured", "withdrew", "handed_over"}
_COLUMNS = ["Place", "Kind", "Change", "Gained by", "Date", "Who says so", "How certain", "Sources"]


def map_changes(territory: pd.DataFrame, ledger: Ledger) -> go.Figure | None:
    """Map the changes of hands that rows of ``territory`` tell of; None where none has a point.

    A change is told as ``control`` has it, from all its claims and denials. Symbol: kind of place.
    Colour: the party that gained. Fill: how certain. Axes are the map (x, y), the inset (x2, y2),
    the key (x3, y3, in px) and the scale bar (x4, y4).
    """
    changes = changes_of(territory, ledger)
    marks = find_marks(changes)
    if not marks:
        return None
    latitudes = [mark.place["latitude"] for mark in marks]
    plane = Plane((min(latitudes) + max(latitudes)) / 2)
    points = [plane.point(mark.place["longitude"], mark.place["latitude"]) for mark in marks]
    height = LOW if len(marks) <= FEW else HEIGHT
    shown = frame(points, ratio=NARROW / height, least=ALONE if len(marks) == 1 else TOGETHER)
    figure = Drawing()
    sheet = Sheet(shown, NARROW, height, beyond=BEYOND)
    corner = free_corner(sheet, points)
    take_corners(sheet, corner)
    labels, numbered = _name(marks, points, sheet)
    drawn = shown.grown(shown.width * WIDE, shown.height * 0.5)
    ground = Ground(figure, plane, shown, drawn, grain=GRAIN / sheet.scale)
    ground.paint(sheet)
    world = ground.paint_inset()
    _draw_marks(figure, marks, points, labels, ledger)
    # The title of a map with one mark says all that a key could.
    key = make_key(marks if len(marks) > 1 else [], numbered, ledger.edition)
    key.draw(figure)
    draw_scale(figure, shown)
    lay_out(figure, shown, world, corner, (height, key.height))
    return captioned(figure, _caption(marks, changes, ledger))


def _name(
    marks: list[Mark], points: list[XY], sheet: Sheet
) -> tuple[list[Label], list[tuple[int, str]]]:
    """Name the marks in order; what finds no room gets a number, and its name goes into the key."""
    for point in points:
        x, y = sheet.pixel(point)
        sheet.take(Box(x - 7, y - 7, x + 7, y + 7))
    labels: list[Label] = []
    numbered: list[tuple[int, str]] = []
    for mark, point in zip(marks, points, strict=True):
        number = len(numbered) + 1
        folded = "<br>".join(textwrap.wrap(mark.name, LABEL_LINE))
        two_lines = mark.name.replace(" (", "<br>(")
        label = sheet.name(point, [mark.name, two_lines, folded], SMALL)
        if label is None:
            numbered.append((number, mark.name))
            label = sheet.name(point, [str(number)], SMALL) or Label(str(number))
        labels.append(label)
    return labels, numbered


def _draw_marks(
    figure: Drawing,
    marks: list[Mark],
    points: list[XY],
    labels: list[Label],
    ledger: Ledger,
) -> None:
    """One trace per mark, the most important last, so that it lies on top."""
    for mark, point, label in reversed(list(zip(marks, points, labels, strict=True))):
        figure.add_scatter(
            x=[point[0]],
            y=[point[1]],
            mode="markers+text",
            marker=marker(
                mark.kind, mark.change["certainty"], party_colour(mark.party, ledger.edition)
            ),
            text=[label.text if label.lead is None else ""],
            textposition=label.side,
            textfont={"size": SMALL, "color": ink("ink"), "weight": 600},
            customdata=[[claim for row in mark.changes for claim in row["claim_ids"]]],
            hovertext=["<br>".join([f"<b>{mark.name}</b>", *_told(mark, ledger)])],
            hovertemplate="%{hovertext}<extra></extra>",
            cliponaxis=False,
        )
        if label.lead:
            lead(figure, point, label.text, label.lead)


def _told(mark: Mark, ledger: Ledger) -> list[str]:
    return [
        ", ".join(
            part
            for part in (
                _change(row),
                shown_window(row, ledger.edition),
                row["certainty"],
                voices_of(row),
            )
            if part
        )
        for row in mark.changes
    ]


def _change(row: Row) -> str:
    return str(row["action"]).replace("_", " ")


def _caption(marks: list[Mark], changes: list[Row], ledger: Ledger) -> Caption:
    drawn = [row for mark in marks for row in mark.changes]
    table = [_cells(mark, row, ledger) for mark in marks for row in mark.changes]
    title = _finding(marks, changes)
    return Caption(
        title=title,
        subtitle=_subtitle(marks, drawn, _missing(changes)),
        source=f"{_voices(drawn)} Base map: Natural Earth; places: GeoNames.",
        alt=f"Map. {title}. " + "; ".join(f"{c[0]}: {c[2]}, {c[6]} ({c[5]})" for c in table) + ".",
        columns=_COLUMNS,
        rows=table,
    )


def _voices(rows: list[Row]) -> str:
    """Who says so, and who denies it."""
    return voices_line(
        (name for row in rows for name in (*row["claimants"], *row["denied_by"])), rows
    )


def _subtitle(marks: list[Mark], drawn: list[Row], missing: int) -> str:
    when = days_line(drawn)
    parts = [f"{when[0].upper()}{when[1:]}."]
    if len(marks) > 1:
        parts.append("Colour: who gained; symbol: kind of place; fill: how certain.")
    if missing:
        are = "place is" if missing == 1 else "places are"
        parts.append(f"{cardinal(missing).capitalize()} {are} told below.")
    return " ".join([*parts, "No mark stands for a front line."])


def _missing(changes: list[Row]) -> int:
    """How many named places have no point: not found, or a road, a region, a country."""
    return len({_place_of(row) for row in changes if not has_point(row)})


def _cells(mark: Mark, row: Row, ledger: Ledger) -> list[str]:
    return [
        mark.name,
        mark.kind,
        _change(row),
        row["gainer"] or "not said",
        shown_window(row, ledger.edition),
        voices_of(row),
        row["certainty"],
        ", ".join(map(str, source_numbers(row))),
    ]


def _finding(marks: list[Mark], changes: list[Row]) -> str:
    """``Nine places are said to have changed hands; confirmed: Saraqib``, on the map or not."""
    names = dict.fromkeys(map(_place_of, changes))
    if len(names) == 1:
        return f"{marks[0].name}: {_change(marks[0].change)}, {marks[0].change['certainty']}"
    taken = all(row["action"] in _CHANGED_HANDS for row in changes)
    said = (
        "are said to have changed hands" if taken else "are named in claims of territorial change"
    )
    confirmed = list(
        dict.fromkeys(_place_of(row) for row in changes if row["certainty"] == "confirmed")
    )
    sure = "none" if not confirmed else cardinal(len(confirmed))
    if 0 < len(confirmed) < 3:  # noqa: PLR2004 - more would be a list, and no title
        sure = listed(confirmed)
    return f"{cardinal(len(names)).capitalize()} places {said}; confirmed: {sure}"


def _place_of(row: Row) -> str:
    """The place itself: a part of it, or a side, is no second place."""
    return shown_place(row | {"direction": None})

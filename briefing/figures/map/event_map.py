"""The map of a period's events from one dataset: circles by their dead, provinces as a wash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from briefing.figures.caption import Caption, captioned
from briefing.figures.drawing import Drawing
from briefing.figures.event_data.periods import Trend
from briefing.figures.map.key import Entry, Key, columned
from briefing.figures.map.labels import Label, Sheet, text_box
from briefing.figures.map.layers import Ground, hatch, outline
from briefing.figures.map.page import (
    BEYOND,
    GRAIN,
    NARROW,
    WIDE,
    draw_scale,
    inset_height,
    lay_out,
    lead,
    take_corners,
)
from briefing.figures.map.plane import XY, Box, Plane, frame
from briefing.figures.map.spots import (
    COLOURS,
    PROVINCE,
    Scale,
    Spot,
    Wash,
    dead,
    find_spots,
    find_washes,
    spot_marker,
)
from briefing.figures.template import SMALL, ink
from briefing.resolve.event_data.words import VIOLENCE, short_place, short_side
from briefing.rows import records
from briefing.wording import counted, number, window

if TYPE_CHECKING:
    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

HEIGHT = 440  # px: the map without its key
LEAST = 1.2  # degrees of latitude that are shown at least
NAMED = 10  # of the deadliest places have their names, as far as there is room
_INSET_SIDE = 0.3 * NARROW + 10  # px: the inset's width and the room beside it, on a phone
_INSET_BELOW = inset_height(HEIGHT) + 10  # px: where it ends at the widest
_TRIES = 4
_SEEN = 4  # px: smaller circles may lie below a name
ROOM = 0.12  # share of the extent around the outermost circles
_FAINT, _STRONG = 0.14, 0.5  # opacity of the wash over the province with fewest and most dead
_COLUMNS = ["Place", "Province", "Killed", "Low–high", "Events", "Kind", "How exact"]
_EXACT = {1: "exact", 2: "within 25 km", 3: "district", 4: "province"}


def map_events(trend: Trend, ledger: Ledger) -> go.Figure | None:
    """Map the events of the edition's period; None where none can be drawn.

    Of datasets whose rows stay in the desk there are totals by province alone: those are a wash.
    """
    spots, washes, left = _shown(trend, ledger)
    if not spots and not washes:
        return None
    corners = [spot.point for spot in spots] or [at for wash in washes for at in _box(wash)]
    latitudes = [latitude for _, latitude in corners]
    plane = Plane((min(latitudes) + max(latitudes)) / 2)
    points = [plane.point(*spot.point) for spot in spots]
    outer = points or [plane.point(*at) for at in corners]
    scale = Scale(max((spot.dead for spot in spots), default=0))
    sheet, corner = _lay_sheet(outer, [scale.diameter(spot.dead) / 2 for spot in spots])
    shown = sheet.shown
    take_corners(sheet, corner)
    figure = Drawing()
    labels = _name(spots, points, sheet, scale)
    drawn = shown.grown(shown.width * WIDE, shown.height * 0.5)
    ground = Ground(figure, plane, shown, drawn, grain=GRAIN / sheet.scale)
    _wash(washes, ground, sheet, hatched=bool(spots))
    world = ground.paint_inset()
    if spots:
        _draw_spots(figure, list(zip(spots, points, labels, strict=True)), scale)
    key = _make_key(spots, washes, scale)
    key.draw(figure)
    draw_scale(figure, shown)
    lay_out(figure, shown, world, corner, (HEIGHT, key.height))
    return captioned(figure, _caption(spots, washes, left, trend))


def _lay_sheet(outer: Sequence[XY], radii: Sequence[float]) -> tuple[Sheet, str]:
    """The sheet and the corner of its inset, with room above so that the inset covers no circle."""
    shown = frame(list(outer), ratio=NARROW / HEIGHT, least=LEAST, room=ROOM)
    for _ in range(_TRIES):
        sheet = Sheet(shown, NARROW, HEIGHT, beyond=BEYOND)
        needs = {corner: _covered(sheet, outer, radii, corner) for corner in ("left", "right")}
        corner = min(needs, key=lambda corner: needs[corner])
        if not needs[corner]:
            break
        more = needs[corner] / sheet.scale
        wider = shown.width * more / shown.height / 2
        shown = Box(shown.west - wider, shown.south, shown.east + wider, shown.north + more)
    return sheet, corner


def _covered(sheet: Sheet, points: Sequence[XY], radii: Sequence[float], corner: str) -> float:
    """How many px a circle reaches into the inset from below, at the narrowest page; 0: none."""
    found = 0.0
    for point, radius in zip(points, radii, strict=False):
        x, y = sheet.pixel(point)
        aside = x if corner == "left" else NARROW - x
        if aside - radius < _INSET_SIDE:
            found = max(found, _INSET_BELOW - (y - radius))
    return found


def _shown(trend: Trend, ledger: Ledger) -> tuple[list[Spot], list[Wash], list[Row]]:
    """The spots, the washes, and the events that can't be drawn."""
    if trend.set["single_rows"]:
        mine = (row for row in records(ledger.event_data) if row["dataset"] == trend.name)
        rows = [row for row in mine if row["in_period"]]
        spots = find_spots(rows)
        drawn = {row["event_id"] for spot in spots for row in spot.rows}
        vague = [row for row in rows if row["event_id"] not in drawn]
        washes = find_washes(row for row in vague if row["where_prec"] == PROVINCE)
    else:
        vague = [row for row in trend.rows if row["current"]]
        spots, washes = [], [wash for wash in find_washes(vague) if wash.dead]
    washed = {id(row) for wash in washes for row in wash.rows}
    return spots, washes, [row for row in vague if id(row) not in washed]


def _box(wash: Wash) -> list[XY]:
    west, south, east, north = wash.shape.box
    return [(west, south), (east, north)]


def _name(
    spots: Sequence[Spot], points: Sequence[XY], sheet: Sheet, scale: Scale
) -> list[Label | None]:
    """Name the deadliest places as far as there is room; the table has them all."""
    radii = [scale.diameter(spot.dead) / 2 for spot in spots]
    for point, radius in zip(points, radii, strict=True):
        if radius >= _SEEN:
            x, y = sheet.pixel(point)
            sheet.take(Box(x - radius, y - radius, x + radius, y + radius))
    return [
        sheet.name(point, [f"{short_place(spot.name)} {number(spot.dead)}"], SMALL, radius)
        if spot.dead and rank < NAMED
        else None
        for rank, (spot, point, radius) in enumerate(zip(spots, points, radii, strict=True))
    ]


def _wash(washes: Sequence[Wash], ground: Ground, sheet: Sheet, *, hatched: bool) -> None:
    """Paint the ground with the provinces washed; hatched where circles stand beside them."""
    named = () if hatched else [wash for wash in washes if _name_wash(wash, ground, sheet)]
    ground.paint(sheet, told=frozenset(wash.shape.name for wash in named))
    for wash in washes:
        strength = _strength(wash.dead, washes)
        told = f"<b>{wash.shape.name}</b><br>{number(wash.dead)} killed in "
        told += counted(wash.events, "event")
        outline(ground, wash.shape, ink("violence_states"), strength, told, hatched=hatched)


def _strength(count: int, washes: Sequence[Wash]) -> float:
    """How dark a wash is: by its share of the deadliest province's deaths."""
    most = max(wash.dead for wash in washes)
    return _FAINT + (_STRONG - _FAINT) * (count / most if most else 0)


def _square(strength: float) -> dict[str, Any]:
    """The key's mark for a wash."""
    colour = ink("violence_states")
    return {"symbol": "square", "color": colour, "opacity": strength, "line": {"width": 0}}


def _name_wash(wash: Wash, ground: Ground, sheet: Sheet) -> bool:
    """Write a province's name and its dead in its middle; False where there is no room."""
    middle = ground.plane.point(*wash.shape.label)
    x, y = sheet.pixel(middle)
    lines = f"{wash.shape.name}<br>{number(wash.dead)}"
    width, height = text_box(lines, SMALL)
    box = Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    if not sheet.is_free(box):
        return False
    sheet.take(box)
    ground.figure.add_annotation(
        x=middle[0], y=middle[1], text=f"<b>{lines}</b>", showarrow=False, borderpad=0,
        font={"size": SMALL, "color": ink("ink")},
    )  # fmt: skip
    return True


def _draw_spots(
    figure: Drawing, marked: Sequence[tuple[Spot, XY, Label | None]], scale: Scale
) -> None:
    """One trace with all spots, the deadliest first, so that small ones lie on top."""
    markers = [
        spot_marker(spot.kind, scale.diameter(spot.dead), exact=spot.exact) for spot, _, _ in marked
    ]
    lines = [marker.pop("line") for marker in markers]
    figure.add_scatter(
        x=[point[0] for _, point, _ in marked],
        y=[point[1] for _, point, _ in marked],
        mode="markers+text",
        marker={name: [marker[name] for marker in markers] for name in markers[0]}
        | {"line": {name: [line[name] for line in lines] for name in lines[0]}},
        text=[label.text if label and label.lead is None else "" for _, _, label in marked],
        textposition=[label.side if label else "middle right" for _, _, label in marked],
        textfont={"size": SMALL, "color": ink("ink"), "weight": 600},
        customdata=[[row["event_id"] for row in spot.rows] for spot, _, _ in marked],
        hovertext=["<br>".join(_told(spot)) for spot, _, _ in marked],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
    )
    for _, point, label in marked:
        if label and label.lead:
            lead(figure, point, label.text, label.lead)


def _told(spot: Spot) -> list[str]:
    lines = [
        f"{window(row['date_start'], row['date_end'])}: {number(row['best'])} killed, "
        f"{short_side(row['side_a'])} – {short_side(row['side_b'])}"
        for row in spot.rows[:6]
    ]
    more = len(spot.rows) - len(lines)
    return [f"<b>{spot.name}</b>", *lines, *([f"{number(more)} more events"] if more else [])]


def _make_key(spots: Sequence[Spot], washes: Sequence[Wash], scale: Scale) -> Key:
    """What sizes, colours, rings and washes mean, as far as they are used."""
    kinds = {spot.kind for spot in spots}
    left = [
        Entry(VIOLENCE[kind], spot_marker(kind, 11, exact=True))
        for kind in (*COLOURS, "other")
        if kind in kinds
    ]
    exact = {spot.exact for spot in spots}
    if True in exact and False in exact:
        left.append(Entry("ring: not exactly there", spot_marker("other", 11, exact=False)))
    sizes = [
        Entry(
            f"{number(count)} killed",
            spot_marker("other", scale.diameter(count), exact=True),
            size=scale.diameter(count),
        )
        for count in (scale.samples if spots else [])
    ]
    if washes and spots:
        vague = number(sum(wash.dead for wash in washes))
        sizes.append(Entry(f"province only: {vague}", fill=hatch(ink("violence_states"))))
    elif washes:
        ends = dict.fromkeys((washes[0].dead, washes[-1].dead))
        left += [Entry(f"{number(dead)} killed", _square(_strength(dead, washes))) for dead in ends]
    return Key(columned(tuple(left), tuple(sizes)), ((), ()))


def _caption(
    spots: Sequence[Spot], washes: Sequence[Wash], left: Sequence[Row], trend: Trend
) -> Caption:
    table = [_spot_cells(spot) for spot in spots] + [_wash_cells(wash) for wash in washes]
    title = _finding(spots, washes)
    start, end = trend.spans[-1]
    parts = [
        f"People killed in {trend.where}, {window(start, end, year=True)}, "
        f"{'best estimates' if spots else 'the dataset’s one figure'}.",
        "Circles by their area, coloured by the kind of violence that cost most lives there."
        if spots
        else "Totals by province: single events stay in the desk.",
        _tell_left(left),
    ]
    told = "; ".join(f"{row[0]}: {row[2]}" for row in table[:12])
    return Caption(
        title=title,
        subtitle=" ".join(filter(None, parts)),
        source=f"{trend.source} Base map: Natural Earth.",
        alt=f"Map. {title}. {told}.",
        columns=_COLUMNS,
        rows=table,
    )


def _finding(spots: Sequence[Spot], washes: Sequence[Wash]) -> str:
    """``Aleppo was the deadliest place: 97 of the 393 dead on the map``."""
    if not spots:
        return f"{washes[0].shape.name} was the deadliest province: {number(washes[0].dead)} killed"
    mapped = sum(spot.dead for spot in spots)
    first = spots[0]
    if len(spots) == 1:
        return f"{first.name}: {number(first.dead)} killed"
    return (
        f"{short_place(first.name)} was the deadliest place: "
        f"{number(first.dead)} of the {number(mapped)} dead that can be placed"
    )


def _tell_left(left: Sequence[Row]) -> str:
    """The events that are not drawn, in words."""
    events = sum(row.get("events") or 1 for row in left)
    if not events:
        return ""
    return (
        f"Not drawn: {counted(events, 'event')} with {number(dead(left))} dead, known no closer "
        "than a line, the country or without a place."
    )


def _spot_cells(spot: Spot) -> list[str]:
    precision = max(row["where_prec"] or 1 for row in spot.rows)
    low, high = (sum(row[end] or 0 for row in spot.rows) for end in ("low", "high"))
    return [
        spot.name,
        spot.rows[0]["admin1"] or "",
        number(spot.dead),
        f"{number(low)}–{number(high)}",
        number(len(spot.rows)),
        VIOLENCE[spot.kind],
        _EXACT[precision],
    ]


def _wash_cells(wash: Wash) -> list[str]:
    first = wash.rows[0]
    known = "province" if first.get("where_prec") else "total"
    return [
        first["admin1"] or wash.shape.name, first["admin1"] or "", number(wash.dead), "",
        number(wash.events), "", known,
    ]  # fmt: skip

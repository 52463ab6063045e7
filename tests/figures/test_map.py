"""The map: named places only, offline, with names that do not collide."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from briefing.figures import map_changes
from briefing.figures.drawing import Drawing
from briefing.figures.map.key import make_key
from briefing.figures.map.labels import Sheet, text_box
from briefing.figures.map.marks import Mark, find_marks
from briefing.figures.map.plane import Box, Plane, area, cut, frame, stretches, widest
from briefing.ledger import Ledger
from briefing.present import beside_map
from tests.ledgers import at, change, days, drawn, source, write

SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]


def marks_of(figure: Any) -> list[Any]:
    """The traces that stand for places."""
    return [trace for trace in figure.data if trace.customdata is not None]


def test_every_named_place_with_a_point_is_marked_once(week: Ledger) -> None:
    """Nine places have a point; the M5, which has none, is not drawn."""
    figure = drawn(map_changes(week.territory, week))
    assert len(marks_of(figure)) == 9
    assert not any("M5" in mark.hovertext[0] for mark in marks_of(figure))


def test_towns_at_a_cut_road_are_not_marked() -> None:
    """A road between two towns that was cut is at neither."""
    row = {"place": "Goma", "place_kind": "settlement", "latitude": -1.7, "longitude": 29.2}
    row |= {"independent": 1, "certainty": "reported", "date_end": None, "direction": None}
    assert not find_marks([row | {"part": "road"}])
    assert len(find_marks([row | {"part": None}])) == 1


def test_marks_lead_to_their_claims(week: Ledger) -> None:
    """Each mark carries the ids of claims in the ledger."""
    marks = marks_of(drawn(map_changes(week.territory, week)))
    assert {claim for mark in marks for claim in mark.customdata[0]} <= set(
        week.territory["claim_id"]
    )


@pytest.mark.parametrize(
    ("place", "symbol", "filled"),
    [
        ("Saraqib", "circle", True),  # a town, reported
        ("Base 46", "square", False),  # a base, claimed: outlined
        ("Aleppo International Airport", "triangle-up", True),  # an airport, confirmed
    ],
)
def test_symbol_and_fill(week: Ledger, place: str, symbol: str, filled: bool) -> None:
    """The symbol is of the kind of place, the fill says how certain."""
    marks = marks_of(drawn(map_changes(week.territory, week)))
    mark = next(mark for mark in marks if place in mark.hovertext[0])
    assert mark.marker.symbol == symbol
    assert (mark.marker.color != "#ffffff") is filled


def test_names_that_find_no_room_are_listed(week: Ledger) -> None:
    """Each place is named on the map or by a number that the key explains."""
    figure = drawn(map_changes(week.territory, week))
    written = [note.text for note in figure.layout.annotations]
    for mark in marks_of(figure):
        text = mark.text[0]
        assert not text.isdigit() or f"<b>{text}</b>" in written


def test_the_map_asks_the_network_for_nothing(week: Ledger) -> None:
    """No geo or tile trace, no address: everything is drawn on plain axes."""
    text = drawn(map_changes(week.territory, week)).to_json()
    assert {trace["type"] for trace in json.loads(text)["data"]} == {"scatter"}
    assert "http" not in text


def test_one_place_stands_in_a_wide_country(single: Ledger) -> None:
    """A single place is mapped with at least 1.5 degrees around it, and the title names it."""
    figure = drawn(map_changes(single.territory, single))
    shown = figure.layout.yaxis.autorangeoptions
    assert shown.maxallowed - shown.minallowed >= 1.5
    assert figure.layout.meta["title"].startswith("Aleppo International Airport (main terminal)")


def test_no_place_is_no_map(quiet: Ledger) -> None:
    """Without a named place that has a point there is no figure."""
    assert map_changes(quiet.territory, quiet) is None


def test_names_keep_clear_of_each_other() -> None:
    """Labels of places that crowd together never overlap; what finds no room is refused."""
    sheet = Sheet(Box(0, 0, 10, 10), 340, 340)
    points = [(5 + x / 5, 5 + y / 5) for x in range(4) for y in range(4)]
    placed = [sheet.name(point, ["A long name"], 12) for point in points]
    # The first two are the edges; the air around a name may be shared, the name may not.
    boxes = [box.grown(-2, -3) for box in sheet._taken[2:]]
    assert not any(a.meets(b) for a, b in combinations(boxes, 2))
    assert len(boxes) == sum(label is not None for label in placed) < len(points)


def test_a_name_is_folded_where_one_line_has_no_room() -> None:
    """The first of several ways to write a name that fits is taken."""
    sheet = Sheet(Box(0, 0, 10, 10), 100, 100)
    label = sheet.name((5, 5), ["a name far too long for this", "short"], 12)
    assert label is not None
    assert label.text == "short"


def test_text_boxes_count_lines() -> None:
    """A folded text is as wide as its longest line and as high as all."""
    assert text_box("ab<br>abcd", 10) == (text_box("abcd", 10)[0], 2 * text_box("abcd", 10)[1])


@pytest.mark.parametrize(
    ("box", "left"),
    [
        (Box(1, 1, 2, 2), 1.0),  # a window inside the ring
        (Box(3, 3, 6, 6), 1.0),  # a corner of it
        (Box(-1, -1, 9, 9), 16.0),  # all of it
        (Box(5, 5, 6, 6), 0.0),  # none of it
    ],
)
def test_cut_keeps_what_lies_in_the_box(box: Box, left: float) -> None:
    """A cut ring covers just what ring and box share."""
    ring = cut(SQUARE, box)
    assert (area(ring) if ring else 0.0) == pytest.approx(left)


def test_stretches_add_no_edge() -> None:
    """A line is broken where its segments are not kept, and nothing is drawn in between."""
    kept = stretches(SQUARE, lambda a, b: a[1] == b[1])
    assert kept == [[(0.0, 0.0), (4.0, 0.0)], [(4.0, 4.0), (0.0, 4.0)]]


def test_the_widest_level_stretch_is_found() -> None:
    """Text goes where a shape is wide: into the broad arm of an L."""
    ell = [(0, 0), (10, 0), (10, 4), (1, 4), (1, 20), (0, 20), (0, 0)]
    (x, y), room = widest([(float(a), float(b)) for a, b in ell])
    assert y <= 4
    assert (x, room) == (5.0, 10.0)


def test_the_frame_has_the_drawings_shape_and_room() -> None:
    """What is shown holds all points with room around them, in the ratio asked for."""
    box = frame([(0.0, 0.0), (2.0, 1.0)], ratio=2.0, least=0.5)
    assert box.width / box.height == pytest.approx(2.0)
    assert box.holds((-0.4, -0.2))
    assert box.holds((2.4, 1.2))


def test_one_unit_is_one_degree_of_latitude_both_ways() -> None:
    """At 60° north a degree of longitude is half as long as one of latitude."""
    x, y = Plane(60.0).point(10.0, 60.0)
    assert (round(x, 6), y) == (5.0, 60.0)


def test_the_map_draws_what_was_reconciled(tmp_path: Path) -> None:
    """A capture that the other side denies is contested on the map as it is in the table."""
    took = change(1, "Rebels took Atarib.", "took", source=1, **days(28))
    denied = change(2, "The army denied it.", "denied", source=2, certainty="denied",
                    source_original="the army", **days(28))  # fmt: skip
    lost = change(3, "Rebels took Zarda.", "took", source=1, certainty="confirmed", **days(28))
    nowhere = at(lost, "Atarib")[0] | {"place": "Zarda", "place_as_written": "Zarda"}
    nowhere |= {"latitude": None, "longitude": None}
    rows = {
        "sources": [source(1, "Paper", "News"), source(2, "Journal", "News")],
        "territory": [took, denied, lost],
        "territory_places": [*at(took, "Atarib"), *at(denied, "Atarib"), nowhere],
    }
    ledger = write(tmp_path, rows)
    meta = drawn(map_changes(ledger.territory, ledger)).layout.meta
    assert [row[6] for row in meta["rows"]] == ["contested"]
    assert meta["title"] == "Two places are said to have changed hands; confirmed: Zarda"
    assert "One place is told below." in meta["subtitle"]
    beside = beside_map(ledger.territory, ledger)
    assert beside is not None
    assert "Zarda (captured, confirmed)" in beside.html


def test_a_partys_name_in_the_key_is_text() -> None:
    """What an article calls a party is drawn as it stands, whatever it looks like."""
    figure = Drawing()
    party = {"name": "<b>Rock & Sons</b>", "aliases": [], "colour": "#0072b2"}
    change = {"gainer": party["name"], "certainty": "reported", "part": None, "date_end": None}
    mark = Mark({"place": "Goma", "place_kind": "settlement"}, (change,))
    make_key([mark], [], {"parties": [party]}).draw(figure)
    drawn_texts = figure.complete().layout.to_plotly_json()["annotations"]
    assert "&lt;b&gt;Rock &amp; Sons&lt;/b&gt;" in [text["text"] for text in drawn_texts]

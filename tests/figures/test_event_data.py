"""Charts and map of event data: exact to the row, each beside its range, what is vague left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from briefing.design import load_design
from briefing.events import read_events
from briefing.figures import (
    chart_event_deaths,
    chart_event_sides,
    chart_event_territory,
    find_trends,
    map_events,
    tell_event_territory,
)
from briefing.figures.event_data.finding import state_finding
from briefing.figures.event_data.periods import Trend
from briefing.figures.event_data.series import Count
from briefing.figures.map.event_map import HEIGHT
from briefing.figures.map.page import NARROW
from briefing.figures.map.spots import Scale
from briefing.ledger import Ledger
from briefing.resolve.event_data import resolve_event_data
from tests.events.files import ACLED, GED_NEW, HAPI, SECRETS, acled, ged, hapi, table, write_csv
from tests.ledgers import drawn, write

START, END = date(2024, 11, 25), date(2024, 12, 1)
WEEKS = [START - timedelta(days=7 * n) for n in range(4, -1, -1)]


def ledger_of(folder: Path, columns: tuple[str, ...], rows: list[dict[str, Any]]) -> Ledger:
    """A ledger of event data alone, for the week of 25 November."""
    folder.mkdir(exist_ok=True)
    path = write_csv(folder / "events.csv", table(columns, rows))
    told = resolve_event_data(read_events([path], root=folder), START, END, ("SY",))
    return write(folder / "ledger", told)


@pytest.fixture
def weeks(tmp_path: Path) -> Ledger:
    """Five weeks of 10 dead each, the last with more kinds, sides and degrees of exactness."""
    last: list[dict[str, Any]] = [
        ged(20, type_of_violence=3, side_a="IS", side_b="Civilians", dyad_name="IS - Civilians",
            best=7, low=7, high=7, deaths_a=0, deaths_b=0, deaths_civilians=7, deaths_unknown=0,
            where_prec=2, latitude=36.4, longitude=37.5, where_coordinates="Al Bab town"),
        ged(21, where_prec=4, where_coordinates="Aleppo governorate", latitude=36.2),
        ged(22, where_prec=6, where_coordinates="Syria", adm_1="", latitude=35, longitude=38),
        ged(23, date_start="2024-11-20", date_end="2024-11-27", best=99, low=99, high=99),
    ]  # fmt: skip
    weekly = [ged(n, day) for n, day in enumerate(WEEKS, start=1)]
    return ledger_of(tmp_path, GED_NEW, [*weekly, *last])


def bars_of(figure: Any) -> list[Any]:
    """The bars that tell something, in the order of the rows."""
    return [trace for trace in figure.data if trace.type == "bar" and trace.hovertext]


def _told(trace: Any, name: str) -> Iterator[str]:
    """The texts of a trace's marks that name a place."""
    return (text for text in trace.hovertext if name in text)


def test_weekly_deaths_are_drawn_as_they_are(weeks: Ledger) -> None:
    """A bar per week, the whisker from low to high, the edition's own in full colour."""
    (trend,) = find_trends(weeks)
    figure = drawn(chart_event_deaths(trend))
    whole, states, civilians = bars_of(figure)
    assert list(whole.y) == [10, 10, 10, 10, 37]
    assert list(states.y) == [10, 10, 10, 10, 30]
    assert list(civilians.y) == [0, 0, 0, 0, 7]
    assert list(whole.marker.opacity)[-2:] == [0.45, 1]
    whiskers = next(trace for trace in figure.data if trace.error_y.array is not None)
    assert list(whiskers.error_y.array) == [2, 2, 2, 2, 6]
    assert list(whiskers.error_y.arrayminus) == [2, 2, 2, 2, 6]


def test_colours_of_kinds_are_the_designs(weeks: Ledger) -> None:
    """One meaning per colour: one-sided violence has civilians' colour, in chart and map."""
    (trend,) = find_trends(weeks)
    colour = load_design()["light"]["violence_civilians"]
    assert bars_of(drawn(chart_event_deaths(trend)))[2].marker.color == colour
    assert bars_of(drawn(chart_event_sides(trend, weeks)))[0].marker.color == colour
    (spots,) = [t for t in drawn(map_events(trend, weeks)).data if t.customdata is not None]
    assert spots.marker.color[spots.hovertext.index(next(_told(spots, "Al Bab")))] == colour


def test_captions_state_finding_numbers_and_source(weeks: Ledger) -> None:
    """The title is the finding, the alt text its numbers; what is in no bar is told."""
    (trend,) = find_trends(weeks)
    meta = drawn(chart_event_deaths(trend)).layout.meta
    assert meta["title"] == "37 people killed in the week, the most in five weeks"
    assert "1 record with 99 dead" in meta["subtitle"]
    assert meta["source"] == "Source: UCDP GED [E1], CC BY 4.0."
    assert "State-based conflict: 30" in meta["alt"]
    assert meta["rows"][-1][:3] == ["25 Nov – 1 Dec 2024", "37", "31–43"]


def test_parties_keep_their_colours(tmp_path: Path) -> None:
    """A side that the desk knows by an alias has the party's colour, others are grey."""
    rows = [ged(n, day) for n, day in enumerate(WEEKS, start=1)]
    told = resolve_event_data(
        read_events([write_csv(tmp_path / "g.csv", table(GED_NEW, rows))], root=tmp_path),
        START, END,
    )  # fmt: skip
    party = {"name": "Rebels", "aliases": ["test rebels"], "colour": "#0072b2"}
    book = write(tmp_path / "ledger", told, parties=[party])
    figure = drawn(chart_event_sides(find_trends(book)[0], book))
    colours = {bar.hovertext[0].split("<br>")[1]: bar.marker.color for bar in bars_of(figure)}
    assert colours["Test rebels"] == "#0072b2"
    assert colours["Government of Testland"] == load_design()["parties"]["unknown"]


def test_only_exact_places_are_points(weeks: Ledger) -> None:
    """A province is hatched, the country is told; a place that is near is a ring."""
    (trend,) = find_trends(weeks)
    figure = drawn(map_events(trend, weeks))
    (spots,) = [t for t in figure.data if t.customdata is not None]
    names = [text.split("</b>")[0] for text in spots.hovertext]
    assert dict(zip(names, spots.marker.symbol, strict=True)) == {
        "<b>Aleppo town": "circle",
        "<b>Al Bab town": "circle-open",
    }
    hatched = [t for t in figure.data if t.fillpattern.shape]
    assert [t.text for t in hatched] == ["<b>Aleppo</b><br>10 killed in 1 event", None]
    assert hatched[0].fillpattern == hatched[1].fillpattern  # the key shows what the map shows
    assert "Not drawn: 1 event with 10 dead" in figure.layout.meta["subtitle"]


def test_areas_of_circles_are_true_to_deaths() -> None:
    """Four times the dead have twice the diameter, up to the largest circle."""
    scale = Scale(1000)
    assert scale.diameter(400) == pytest.approx(2 * scale.diameter(100), abs=0.2)
    assert scale.diameter(1000) == 40
    assert Scale(3).diameter(3) < 10  # few dead make no large circle
    assert Scale(0).samples == []


def test_the_inset_covers_no_circle(tmp_path: Path) -> None:
    """A circle in each upper corner: the map shows more above rather than hide one."""
    corners = [(36.9, 36.0), (36.9, 41.0), (33.0, 38.0)]
    rows = [ged(n, latitude=y, longitude=x) for n, (y, x) in enumerate(corners, start=1)]
    book = ledger_of(tmp_path, GED_NEW, rows)
    figure = drawn(map_events(find_trends(book)[0], book))
    top = figure.layout.yaxis.autorangeoptions.maxallowed
    height = top - figure.layout.yaxis.autorangeoptions.minallowed
    assert (top - 36.9) / height * HEIGHT > 0.3 * NARROW


def test_the_deadliest_place_is_named(weeks: Ledger) -> None:
    """Names with their dead stand beside the circles."""
    (trend,) = find_trends(weeks)
    figure = drawn(map_events(trend, weeks))
    written = [str(t.text) for t in figure.data] + [a.text for a in figure.layout.annotations]
    assert any("Aleppo 10" in text for text in written)


def test_acled_is_drawn_without_its_rows(tmp_path: Path) -> None:
    """Provinces are washed by their totals; territory is told by sub-event; no whiskers."""
    won, lost, given = (
        "Government regains territory",
        "Non-state actor overtakes territory",
        "Non-violent transfer of territory",
    )
    book = ledger_of(
        tmp_path,
        ACLED,
        [
            *(acled(n, day, sub_event_type=won) for n, day in enumerate(WEEKS, start=1)),
            acled(11, sub_event_type=lost),
            acled(12, event_type="Strategic developments", sub_event_type=given, fatalities=0),
        ],
    )
    (trend,) = find_trends(book)
    territory = drawn(chart_event_territory(trend))
    assert [list(bar.y)[-2:] for bar in bars_of(territory)] == [[1, 1], [0, 1], [0, 1]]
    deaths = drawn(chart_event_deaths(trend))
    assert [list(bar.y)[-1] for bar in bars_of(deaths)] == [10]
    assert not any(trace.error_y.array for trace in deaths.data)
    chart = drawn(map_events(trend, book))
    assert [t.text for t in chart.data if t.hoveron == "fills" and t.text] == [
        "<b>Aleppo</b><br>10 killed in 3 events"
    ]
    assert chart_event_sides(trend, book) is None
    told = "".join(figure.to_json() for figure in (territory, deaths, chart))
    assert not [secret for secret in SECRETS if secret in told]


def test_hapi_has_months_and_no_sum(tmp_path: Path) -> None:
    """Types that overlap have a row each, and there is none of all."""
    rows = [
        hapi(kind, dead, month)
        for kind, dead in (("political_violence", 30), ("civilian_targeting", 10))
        for month in ("2024-10", "2024-11")
    ]
    (trend,) = find_trends(ledger_of(tmp_path, HAPI, rows))
    figure = drawn(chart_event_deaths(trend))
    assert [list(bar.y) for bar in bars_of(figure)] == [[30, 30], [10, 10]]
    assert "not added up" in figure.layout.meta["subtitle"]
    assert "month" in figure.layout.meta["title"]


def test_an_edition_without_event_data_has_no_trend(week: Ledger) -> None:
    """Nothing is drawn where there is nothing."""
    assert find_trends(week) == []


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([5], "5 killed in the week"),
        ([4, 5], "5 killed in the week, more than in the week before (4)"),
        ([6, 5], "5 killed in the week, fewer than in the week before (6)"),
        ([5, 5], "5 killed in the week, as in the week before"),
        ([9, 1, 2, 3, 5], "5 killed in the week, the most in four weeks"),
        ([0, 9, 8, 7, 0], "0 killed in the week, the fewest in four weeks"),
        ([5, 9, 8, 7, 5], "5 killed in the week, the fewest in four weeks"),  # no more than five
    ],
)
def test_findings_say_how_the_week_stands(counts: list[int], told: str, weeks: Ledger) -> None:
    """A run of at least four weeks is worth a superlative, else the week before is named."""
    (trend,) = find_trends(weeks)
    made = [Count(START, END, best) for best in counts]
    assert state_finding(made, "killed", trend) == told


def test_one_period_alone_is_told_and_not_charted(tmp_path: Path) -> None:
    """A bar with nothing beside it is a sentence; with two weeks there is a chart instead."""
    kind = {"sub_event_type": "Government regains territory"}
    (one,) = find_trends(ledger_of(tmp_path / "one", ACLED, [acled(n, **kind) for n in (1, 2)]))
    assert chart_event_deaths(one) is None
    assert chart_event_territory(one) is None
    assert tell_event_territory(one) == (
        "Territory changed hands in 2 events in the week, as ACLED has them: "
        "Government regains territory (2)."
    )
    rows = [acled(n, day, **kind) for n, day in enumerate(WEEKS, start=1)]
    (many,) = find_trends(ledger_of(tmp_path / "many", ACLED, rows))
    assert chart_event_territory(many) is not None
    assert tell_event_territory(many) is None


@pytest.mark.parametrize(
    ("days", "unit", "length"),
    [(1, "day", "day"), (5, "period", "period of five days"), (7, "week", "week"),
     (31, "period", "period of 31 days")],
)  # fmt: skip
def test_a_period_is_called_by_its_length(days: int, unit: str, length: str) -> None:
    """How long an odd period is, is told once; a month of 31 days is not compared with February."""
    spans = ((START, START + timedelta(days=days - 1)),)
    trend = Trend({"monthly": False}, 1, (), spans, ())
    assert (trend.unit, trend.length) == (unit, length)

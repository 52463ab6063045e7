"""Event data of a period: what counts in it, what it is compared with, what stays open."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from briefing.events import read_events
from briefing.resolve.event_data import BEFORE, resolve_event_data
from tests.events.files import ACLED, GED_NEW, HAPI, SECRETS, acled, ged, hapi, table, write_csv

START, END = date(2024, 11, 25), date(2024, 12, 1)
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture
def resolved(tmp_path: Path) -> Any:
    """Resolve rows of a dataset's columns for the week, or another period."""

    def resolve(
        columns: tuple[str, ...],
        rows: list[dict[str, Any]],
        start: date = START,
        end: date = END,
        countries: tuple[str, ...] = ("SY",),
    ) -> Rows:
        path = write_csv(tmp_path / "events.csv", table(columns, rows))
        return resolve_event_data(read_events([path], root=tmp_path), start, end, countries)

    return resolve


def figures(rows: Rows, part: str) -> dict[str, tuple[Any, ...]]:
    """The figures by a part: name to (events, low, best, high, before)."""
    names = ("events", "low", "best", "high", "before")
    found = [row for row in rows["event_figures"] if row["part"] == part]
    return {row["name"]: tuple(row.get(name) for name in names) for row in found}


# An event's window, whether it counts in the week of 25 November, whether the ledger has it.
WINDOWS = [
    (date(2024, 11, 25), date(2024, 11, 25), True, True),  # the first day
    (date(2024, 12, 1), date(2024, 12, 1), True, True),  # the last
    (date(2024, 11, 25), date(2024, 12, 1), True, True),  # the whole week
    (date(2024, 11, 24), date(2024, 11, 25), False, True),  # begins before
    (date(2024, 12, 1), date(2024, 12, 2), False, True),  # ends after
    (date(2024, 1, 1), date(2024, 12, 31), False, True),  # a year's rest
    (date(2024, 11, 24), date(2024, 11, 24), False, False),  # the week before
    (date(2024, 12, 2), date(2024, 12, 2), False, False),  # the week after
]


@pytest.mark.parametrize(("first", "last", "counts", "kept"), WINDOWS)
def test_an_event_counts_where_its_whole_window_lies(
    resolved: Any, first: date, last: date, counts: bool, kept: bool
) -> None:
    """A window that reaches beyond the week is in no figure, but told."""
    rows = resolved(GED_NEW, [ged(1, date_start=first, date_end=last)])
    assert figures(rows, "all") == ({"all": (1, 8, 10, 12, None)} if counts else {})
    assert [row["in_period"] for row in rows["event_data"]] == ([counts] if kept else [])
    beyond = sum(row["best"] for row in rows["event_figures"] if row["part"] == "beyond")
    assert beyond == (10 if kept and not counts else 0)
    told = [row["text"] for row in rows["gaps"] if row["kind"] == "event_window"]
    assert len(told) == (kept and not counts)


def test_figures_by_type_side_dyad_and_place(resolved: Any) -> None:
    """Sums of one dataset's events, the deadliest first."""
    rows = resolved(
        GED_NEW,
        [
            ged(1),
            ged(2, adm_1="Homs Governorate", best=30, low=30, high=30, deaths_b=23),
            ged(3, type_of_violence=3, side_a="IS", side_b="Civilians", dyad_name="IS - Civilians",
                deaths_a=0, deaths_b=0, deaths_civilians=7, deaths_unknown=0, best=7, low=7,
                high=9),
        ],
    )  # fmt: skip
    assert figures(rows, "all") == {"all": (3, 45, 47, 51, None)}
    assert list(figures(rows, "area")) == ["Homs Governorate", "Aleppo Governorate"]
    assert figures(rows, "violence")["one_sided"] == (1, 7, 7, 9, None)
    assert {name: row[2] for name, row in figures(rows, "side").items()} == {
        "Test rebels": 26,
        "Civilians": 15,
        "Government of Testland": 4,
        "Side not known": 2,
    }
    assert list(figures(rows, "dyad")) == ["Government of Testland - Test rebels", "IS - Civilians"]


def test_totals_split_the_figure_without_remainder(resolved: Any) -> None:
    """The rows of event_totals of the period add up to the figure of all."""
    events = [ged(n, f"2024-11-{25 + n % 6}", adm_1=f"Area {n % 3}") for n in range(12)]
    rows = resolved(GED_NEW, events)
    current = [row for row in rows["event_totals"] if row["current"]]
    assert sum(row["best"] for row in current) == figures(rows, "all")["all"][2] == 120
    assert sum(row["events"] for row in current) == 12


def test_periods_before_are_of_the_same_length(resolved: Any) -> None:
    """Weeks with a week, two days with two days; weeks without events count as zero."""
    days = [START - timedelta(days=7 * n) for n in (0, 1, 3)] + [START - timedelta(days=400)]
    rows = resolved(GED_NEW, [ged(n, day) for n, day in enumerate(days, start=1)])
    (whole,) = [row for row in rows["event_figures"] if row["part"] == "all"]
    assert (whole["before"], whole["usual_low"], whole["usual_high"]) == (10, 0, 10)
    assert whole["periods_before"] == BEFORE
    starts = {row["period_start"] for row in rows["event_totals"]}
    assert starts == {START - timedelta(days=7 * n) for n in (0, 1, 3)}
    rows = resolved(GED_NEW, [ged(1, START), ged(2, "2024-11-23")], START, date(2024, 11, 26))
    assert figures(rows, "all")["all"][4] == 10


def test_no_period_before_the_data_begins(resolved: Any) -> None:
    """What the data does not cover is not compared with: nothing is no zero."""
    rows = resolved(GED_NEW, [ged(1, "2024-11-20"), ged(2)])
    assert figures(rows, "all") == {"all": (1, 8, 10, 12, None)}


def test_events_elsewhere_are_left_out_and_told(resolved: Any) -> None:
    """A desk's countries decide; names of UCDP's own are known."""
    abroad = ged(2, country="Yemen (North Yemen)")
    rows = resolved(GED_NEW, [ged(1), abroad])
    assert figures(rows, "all")["all"][0] == 1
    assert any("other countries" in row["text"] for row in rows["gaps"])
    assert figures(resolved(GED_NEW, [abroad], countries=("YE",)), "all")["all"][0] == 1


def test_acled_gives_totals_and_no_rows(resolved: Any) -> None:
    """By place and type, without names, places, ids or notes of single rows; no invented range."""
    rows = resolved(ACLED, [acled(1), acled(2, event_type="Protests", fatalities=0)])
    assert rows["event_data"] == []
    assert figures(rows, "all") == {"all": (2, None, 5, None, None)}
    assert figures(rows, "event_type")["Battles"][:3] == (1, None, 5)
    assert figures(rows, "side") == {}
    assert not [secret for secret in SECRETS if secret in str(rows)]


def test_hapi_types_are_never_added(resolved: Any) -> None:
    """The same dead stand in two types: there is no figure of all and none by place."""
    rows = resolved(
        HAPI,
        [
            hapi("political_violence", 30),
            hapi("civilian_targeting", 10),
            hapi("political_violence", 8, "2024-10"),
        ],
    )
    assert {row["part"] for row in rows["event_figures"]} == {"event_type"}
    assert figures(rows, "event_type") == {
        "Political violence": (3, None, 30, None, 8),
        "Civilian targeting": (3, None, 10, None, 0),
    }


def test_each_dataset_is_counted_alone(tmp_path: Path) -> None:
    """GED and ACLED count the same dead: no figure has both."""
    paths = [
        write_csv(tmp_path / "a.csv", table(ACLED, [acled(1)])),
        write_csv(tmp_path / "g.csv", table(GED_NEW, [ged(1)])),
    ]
    rows = resolve_event_data(read_events(paths, root=tmp_path), START, END, ())
    whole = [(row["dataset"], row["best"]) for row in rows["event_figures"] if row["part"] == "all"]
    assert whole == [("UCDP GED", 10), ("ACLED", 5)]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"where_prec": 4}, "event_place"),
        ({"date_prec": 2, "date_end": "2024-11-28"}, "event_date"),
        ({"event_clarity": 2}, "event_doubts"),
        ({"low": 11}, "event_doubts"),
        ({"best": "x"}, "event_rows"),
    ],
)
def test_what_is_not_exact_is_a_gap(resolved: Any, cells: dict[str, Any], kind: str) -> None:
    """Places, days, clarity, order of the figures, rows that cannot be read."""
    week = [ged(n, f"2024-11-{n}") for n in (25, 26)]
    rows = resolved(GED_NEW, [*week, ged(1) | cells, ged(9, "2024-12-01")])
    assert kind in {row["kind"] for row in rows["gaps"]}


def test_a_period_that_is_not_covered_is_a_gap(resolved: Any) -> None:
    """The data ended before the week did."""
    rows = resolved(GED_NEW, [ged(1)])
    assert [row["kind"] for row in rows["gaps"]] == ["event_coverage"]


def test_an_event_without_a_point_is_in_no_area_and_counts(resolved: Any) -> None:
    """Coordinates that cannot be read cost an event its place on the map and nothing else."""
    rows = resolved(GED_NEW, [ged(1, latitude="north"), ged(2)])
    assert figures(rows, "all")["all"][:3] == (2, 16, 20)
    assert [row["latitude"] for row in rows["event_data"]] == [None, 36.201241]


def test_an_event_type_without_fatalities_has_no_figure(resolved: Any) -> None:
    """HAPI counts demonstrations and not their dead: that is no zero, and stands in the totals."""
    kinds = [hapi("political_violence", 30), hapi("demonstration", "")]
    rows = resolved(HAPI, kinds, date(2024, 11, 1), date(2024, 11, 30))
    assert list(figures(rows, "event_type")) == ["Political violence"]
    told = {row["event_type"]: row["best"] for row in rows["event_totals"]}
    assert told == {"Political violence": 30, "Demonstrations": None}


def test_what_the_data_does_not_reach_is_no_zero(resolved: Any) -> None:
    """An export that ends before the period, or begins after it, gives no figure and says so."""
    for day in ("2024-11-15", "2024-12-20"):
        rows = resolved(ACLED, [acled(1, day)])
        assert not any(rows[name] for name in ("event_sets", "event_totals", "event_figures"))
        (gap,) = rows["gaps"]
        assert gap["text"].endswith("2024: nothing of the period, so no figure is given.")


def test_months_stand_for_a_week_after_them(resolved: Any) -> None:
    """The last month that HAPI has is told of a week that it does not reach, as that month."""
    rows = resolved(HAPI, [hapi("political_violence", 30, "2024-10")])
    assert figures(rows, "event_type")["Political violence"][2] == 30

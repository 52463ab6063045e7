"""Event data → the rows that an edition's ledger has of it: events, totals, figures, gaps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from briefing.events import Events, Format
from briefing.ledger import Row
from briefing.resolve.event_data.figures import find_beyond, find_figures
from briefing.resolve.event_data.gaps import (
    coverage_gaps,
    elsewhere,
    month_gaps,
    period_gaps,
    problem_gaps,
    reaches,
)
from briefing.resolve.event_data.periods import BEFORE, Periods, place_in_months
from briefing.resolve.event_data.tables import event_rows, set_row, total_rows, with_areas

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["BEFORE", "Periods", "resolve_event_data"]

TABLES = ("event_sets", "event_data", "event_totals", "event_figures", "event_problems", "gaps")
Rows = dict[str, list[Row]]


def resolve_event_data(
    events: Events, start: date | None, end: date | None, countries: Sequence[str] = ()
) -> Rows:
    """Return the event tables for the period from ``start`` to ``end``, and the gaps of them.

    ``countries`` are the desk's (ISO alpha-2; none: all): events elsewhere are left out and told.
    Single rows are given only of datasets that allow it. Without a period, or without events, the
    tables have nothing but what was wrong with the files.
    """
    rows: Rows = {name: [] for name in TABLES}
    rows["event_problems"] = list(events.problems)
    rows["gaps"] += problem_gaps(events)
    if start is None or end is None:
        return rows
    for form in events.formats:
        table = events.table[events.table["dataset"] == form.key].dropna(axis=1, how="all")
        watched = _of_countries(table, countries)
        rows["gaps"] += elsewhere(form, len(table) - len(watched))
        if len(watched):
            rows["gaps"] += coverage_gaps(form, watched, start, end)
        if len(watched) and reaches(form, watched, start, end):
            rows["event_sets"].append(set_row(form, watched, events))
            count = _count_months if form.monthly else _count_events
            count(rows, form, watched, Periods(start, end))
    return rows


def _of_countries(table: pd.DataFrame, countries: Sequence[str]) -> pd.DataFrame:
    """The rows of the desk's countries; a row whose country is not known stays."""
    if not countries or "country_code" not in table:
        return table
    return table[table["country_code"].isin([*countries, ""])]


def _count_events(rows: Rows, form: Format, table: pd.DataFrame, periods: Periods) -> None:
    placed = periods.place(table)
    touching = with_areas(periods.touching(table))
    beyond = touching[~touching.index.isin(placed.index)]
    placed = placed.assign(
        area=touching["area"].astype(object).reindex(placed.index, fill_value="")
    )
    covered = periods.covered_before(table["date_start"].min().date())
    if form.open:
        rows["event_data"] += event_rows(form, touching, placed.index)
    rows["event_totals"] += total_rows(form, placed)
    days = {"period_start": periods.start, "period_end": periods.end}
    lasting = periods.touching(table, covered)
    lasting = lasting[~lasting.index.isin(placed.index)]
    figures = [
        *find_figures(form, placed, covered),
        *find_beyond(form, beyond, "beyond"),
        *find_beyond(form, lasting, "beyond_trend"),
    ]
    rows["event_figures"] += [row | days for row in figures]
    rows["gaps"] += period_gaps(form, placed[placed["period"] == 0], beyond)


def _count_months(rows: Rows, form: Format, table: pd.DataFrame, periods: Periods) -> None:
    placed = place_in_months(table, periods.start)
    if placed.empty:
        return
    rows["event_totals"] += total_rows(form, placed)
    last = placed[placed["period"] == 0]
    days = {name: last[name].max() for name in ("period_start", "period_end")}
    covered = -int(placed["period"].min())
    rows["gaps"] += month_gaps(form, **days)
    rows["event_figures"] += [row | days for row in find_figures(form, placed, covered)]

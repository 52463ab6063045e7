"""Rows of the ledger's event tables: datasets, single events, totals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.events import Events, Format
from briefing.ledger import Row, load_codebook

if TYPE_CHECKING:
    import pandas as pd

DEATHS = ("low", "best", "high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
_SIDES = ("side_a", "side_b")
_KEYS = (
    "period", "period_start", "period_end", "country", "country_code", "admin1", "area",
    "violence", "event_type", "sub_event_type", "civilian_targeting", "side_a", "side_b",
)  # fmt: skip
# UCDP's where_prec from which a point stands for no place in a first-level division.
COARSEST = 4


def set_row(form: Format, table: pd.DataFrame, events: Events) -> Row:
    """One row of ``event_sets`` for a dataset."""
    left_out = [p for p in events.problems if p["dataset"] == form.name and not p["kept"]]
    told = ("title", "licence", "citation", "url", "about", "counted", "monthly")
    return {
        "dataset": form.name,
        "files": sorted(set(table["file"])),
        "rows": len(table),
        "rows_left_out": len({(p["file"], p["line"]) for p in left_out}),
        "date_start": table["date_start"].min().date(),
        "date_end": table["date_end"].max().date(),
        "single_rows": form.open,
        **{name: getattr(form, name) for name in told},
    }


def event_rows(form: Format, table: pd.DataFrame, inside: pd.Index[Any]) -> list[Row]:
    """The rows of ``event_data``; ``inside`` are those that count in the period."""
    wanted = [column.name for column in load_codebook()["event_data"].columns]
    own = table.assign(dataset=form.name, in_period=table.index.isin(inside))
    return plain_rows(own[[name for name in wanted if name in own]])


def total_rows(form: Format, placed: pd.DataFrame) -> list[Row]:
    """The rows of ``event_totals`` for events that have their period.

    Totals of a dataset whose rows stay in the desk are by place and type alone: split by the sides
    too, most would be single events again. Some are all the same, which the brief says.
    """
    keys = [n for n in _KEYS if n in placed and (form.open or n not in _SIDES)]
    summed = add_up(placed, keys)
    wanted = [column.name for column in load_codebook()["event_totals"].columns]
    summed = summed.assign(dataset=form.name, current=summed["period"] == 0)
    return plain_rows(summed[[name for name in wanted if name in summed]])


def add_up(table: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Sum deaths and count events of one dataset by ``keys``; a sum of nothing given is nothing."""
    counted = [name for name in (*DEATHS, "events") if name in table]
    if "events" not in table:
        table, counted = table.assign(events=1), [*counted, "events"]
    return table.groupby(keys, as_index=False, dropna=False)[counted].sum(min_count=1)


def with_areas(table: pd.DataFrame) -> pd.DataFrame:
    """Return the events with the base map's first-level division at their point, "" for none."""
    if "latitude" not in table:
        return table.assign(area="")
    points = table[["latitude", "longitude", "country_code"]]
    whole = points.dropna(subset=["latitude", "longitude"])
    areas = {point: _area(*point) for point in {*whole.itertuples(index=False, name=None)}}
    found = [areas.get(point, "") for point in points.itertuples(index=False, name=None)]
    table = table.assign(area=found)
    if "where_prec" in table:
        table["area"] = table["area"].where((table["where_prec"] <= COARSEST).fillna(False), "")
    return table


def _area(latitude: float, longitude: float, country: str) -> str:
    from briefing.places.basemap import admin1_at

    shape = admin1_at(latitude, longitude, country or None)
    return shape.name if shape else ""


def plain_rows(table: pd.DataFrame) -> list[Row]:
    """Return a frame's rows as the ledger wants them: None for nothing, days, whole numbers."""
    columns = {str(name): _plain(table[name]) for name in table}
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def _plain(column: pd.Series[Any]) -> list[Any]:
    if column.dtype.kind == "M":
        column = column.dt.date
    values = column.astype(object).where(column.notna(), None)
    return [None if value == "" else value for value in values]

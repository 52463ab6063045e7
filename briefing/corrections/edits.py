"""One edit → the columns of a row that it changes, and what stood there before, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from briefing import wording
from briefing.corrections.decision import Decision
from briefing.ledger import Row
from briefing.ledger.rows import place_cells, quantity_cells
from briefing.models import Place, Quantity, QuantityKind
from briefing.rows import shown_count, shown_place

if TYPE_CHECKING:
    from briefing.places import Region

_COUNTS = ("low", "best", "high")
_DAYS = ("date_start", "date_end")
_COORDINATES = ("latitude", "longitude")
# Days of a window up to which UCDP gives it this date_prec: 1 day, 2 = 2-6 days, 3 a week, 4 up to
# a month, 5 up to a year.
_PRECISIONS = ((1, 1), (6, 2), (7, 3), (31, 4))


class EditError(ValueError):
    """An edit that the row can't take; the text says why, without an end."""


def edit_row(row: Row, edits: list[Decision], near: Region | None) -> Row:
    """Return the row with all of its edits made. Raises EditError where they don't go together.

    Counts must rise from low to high and days from first to last once all edits are made.
    """
    changed = row
    for edit in edits:
        changed = changed | _cells(changed, edit, near)
    names = {edit.field for edit in edits}
    if names & {*_COUNTS}:
        changed = changed | _count_in_order(changed)
    if names & {*_DAYS, "date"}:
        changed = changed | _days_in_order(changed, names)
    return coordinates_in_pairs(changed) if names & {*_COORDINATES} else changed


def _cells(row: Row, edit: Decision, near: Region | None) -> Row:
    special = _SPECIAL.get(edit.field)
    if special is not None:
        return special(row, edit.read, near)
    return {edit.field: edit.read}


def _counted(row: Row, quantity: Quantity, near: Region | None) -> Row:
    """The count's columns; the source's own words stay."""
    return quantity_cells(quantity) | {"quantity_as_written": row["quantity_as_written"]}


def _dated(row: Row, days: tuple[date, date], near: Region | None) -> Row:
    return dict(zip(_DAYS, days, strict=True))


def _placed(row: Row, name: str | None, near: Region | None) -> Row:
    return place_cells(look_up(name, near) if name else None)


def look_up(name: str, near: Region | None) -> Place:
    """The place of that name; one that the gazetteer does not know stays a name."""
    from briefing.places import locate

    return locate(name, near=near) or Place(0, len(name), name, name)


_SPECIAL: Mapping[str, Callable[[Row, Any, Any], Row]] = {
    "count": _counted,
    "date": _dated,
    "place": _placed,
}


def _count_in_order(row: Row) -> Row:
    """The kind of count that its ends make; a best outside them is an error, not a guess."""
    low, best, high = (row[name] for name in _COUNTS)
    told = [value for value in (low, best, high) if value is not None]
    if told != sorted(told):
        ends = ", ".join(f"{n} {row[n]}" for n in _COUNTS if row[n] is not None)
        raise EditError(f"low, best and high would not rise ({ends}); edit count as a whole")
    if not told:
        raise EditError("no number would be left; reject the row if there is none")
    return {"quantity_kind": _kind(low, best, high)}


def _kind(low: int | None, best: int | None, high: int | None) -> QuantityKind:
    if high is None:
        return "at_least"
    if low is None:
        return "at_most"
    if low != high:
        return "range"
    return "none" if high == 0 else "exact"


def _days_in_order(row: Row, names: set[str]) -> Row:
    """A window from first to last day with its precision; one day given alone is the window."""
    start, end = row["date_start"], row["date_end"]
    if start is None or end is None:
        start = end = start or end
    if start is None or end is None:
        return {"date_prec": None, "date_basis": "unknown"}
    if end < start:
        given = "date_start" if "date_start" in names else "date_end"
        raise EditError(f"{given} would leave a window from {start} to {end}; edit date instead")
    return {
        "date_start": start,
        "date_end": end,
        "date_prec": _precision((end - start).days + 1),
        "date_basis": "stated",
    }


def coordinates_in_pairs(place: Row) -> Row:
    """The place with a precision for its point. Raises EditError for half a point."""
    missing = [name for name in _COORDINATES if place[name] is None]
    if len(missing) == 1:
        raise EditError(f"a point needs a {missing[0]} too; edit both, each in its row")
    return place | {"where_prec": None if missing else place["where_prec"] or 1}


def _precision(days: int) -> int:
    return next((level for most, level in _PRECISIONS if days <= most), 5)


def shown(row: Mapping[str, Any], field: str) -> str:
    """Return what a row has in a field, in words: what stood there before an edit, or after."""
    if field in ("count", *_COUNTS):
        return shown_count(row) or "no count"
    if field in ("date", *_DAYS):
        return wording.window(row["date_start"], row["date_end"], year=True) or "no date"
    if field == "place":
        return shown_place(row) or "no place"
    return _plain(row.get(field))


def _plain(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)

"""Which dataset a table is, told by its columns or, without a header, by the shapes of its values.

The name of the file says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.events.formats import Format, load_formats
from briefing.events.sheets import Sheet
from briefing.wording import listed

HXL = re.compile(r"#[a-z][a-z0-9_]*( *\+ *[a-z0-9_]+)*", re.IGNORECASE)
SEEN = 200  # rows whose values are looked at
FITTING = 0.95  # the share of them that must have the shape


@dataclass(frozen=True)
class Match:
    """A table's dataset, the position of each of our columns in it, and how many rows are head."""

    format: Format
    positions: dict[str, int]
    head: int


def recognize(sheet: Sheet) -> Match | None:
    """Return the dataset of a table; None where it is none that is known."""
    names = [_key(name) for name in sheet.first]
    for form in load_formats().values():
        positions = _positions(form, names)
        if all(name in positions for name in form.telling):
            return Match(form, positions, 1 + _has_tags(sheet))
    return _by_values(sheet)


def missing_columns(match: Match) -> str:
    """Return the names of the columns that the table would need, empty where it has them all."""
    lost = [name for name in match.format.required if name not in match.positions]
    return listed(match.format.columns[name][0] for name in lost)


def _positions(form: Format, names: Sequence[str]) -> dict[str, int]:
    return {
        ours: names.index(found)
        for ours, theirs in form.columns.items()
        if (found := next((name for name in theirs if name in names), None)) is not None
    }


def _has_tags(sheet: Sheet) -> bool:
    """Whether the second row is one of HXL's tags."""
    if len(sheet.cells) < 2:  # noqa: PLR2004 - a head alone
        return False
    filled = [cell.strip() for cell in sheet.cells.iloc[1] if cell.strip()]
    return bool(filled) and all(HXL.fullmatch(cell) for cell in filled)


def _by_values(sheet: Sheet) -> Match | None:
    """A table without a header: the known order of columns whose shapes its values have."""
    for form in load_formats().values():
        for order in form.orders:
            positions = _positions(form, order)
            if len(order) == sheet.cells.shape[1] and _fits(sheet, form, positions):
                return Match(form, positions, 0)
    return None


def _fits(sheet: Sheet, form: Format, positions: dict[str, int]) -> bool:
    import pandas as pd

    seen = sheet.cells.head(SEEN)
    for name, shape in form.shapes.items():
        values = seen[positions[name]].str.strip()
        if values.str.fullmatch(shape).mean() < FITTING:
            return False
    low, best, high = (
        pd.to_numeric(seen[positions[name]], errors="coerce") for name in ("low", "best", "high")
    )
    return bool(((low <= best) & (best <= high)).mean() >= FITTING)


def _key(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().lower())

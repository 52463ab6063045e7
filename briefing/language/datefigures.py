"""Days written in figures alone: "6.8.2024", "26/11/2024"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from briefing.language.dateparts import DAY_PREC, Read

_FIGURES: Final = re.compile(r"(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)")
_MONTHS: Final = 12


def in_figures(words: list[str], at: int) -> Read | None:
    """ "6.8.2024", "26/11/2024": with strokes only where no more than one figure can be a month."""
    match = _FIGURES.fullmatch(words[at])
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    stroke = match[2] == "/"
    if stroke and first != second and max(first, second) <= _MONTHS:
        return None  # a day of May or of June
    day = (
        day_of(year, first, second) if stroke and second > _MONTHS else day_of(year, second, first)
    )
    return Read(at + 1, day, day, DAY_PREC, "stated") if day else None


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None

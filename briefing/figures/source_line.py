"""The lines around a figure: who says so, with citation numbers, and of which days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from briefing.rows import claimant, source_numbers
from briefing.wording import listed, window


def source_line(rows: Iterable[Mapping[str, Any]], names: Mapping[int, str]) -> str:
    """Return ``Sources: SOHR [1, 2]; White Helmets [3].`` for rows of tolls or claims."""
    numbers: dict[str, set[int]] = {}
    for row in rows:
        numbers.setdefault(claimant(row, names), set()).update(source_numbers(row))
    told = (f"{who} [{', '.join(map(str, sorted(cited)))}]" for who, cited in numbers.items())
    return f"Sources: {'; '.join(told)}."


def voices_line(voices: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return ``Sources: OCHA, SOHR and White Helmets [1, 2, 3].`` for reconciled rows."""
    numbers = sorted({number for row in rows for number in source_numbers(row)})
    return f"Sources: {listed(dict.fromkeys(voices))} [{', '.join(map(str, numbers))}]."


def days_line(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the days that rows cover: ``27 Nov – 1 Dec``, ``no dates given``."""
    days = [day for row in rows for day in (row["date_start"], row["date_end"]) if day]
    return window(min(days), max(days)) if days else "no dates given"

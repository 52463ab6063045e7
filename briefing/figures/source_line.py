"""The line below a figure: who says so, with citation numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from briefing.rows import claimant, source_numbers


def source_line(rows: Iterable[Mapping[str, Any]], names: Mapping[int, str]) -> str:
    """Return ``Sources: SOHR [1, 2]; White Helmets [3].`` for rows of tolls or claims."""
    numbers: dict[str, set[int]] = {}
    for row in rows:
        numbers.setdefault(claimant(row, names), set()).update(source_numbers(row))
    told = (f"{who} [{', '.join(map(str, sorted(cited)))}]" for who, cited in numbers.items())
    return f"Sources: {'; '.join(told)}."

"""Higher or lower? Only where two ranges lie apart can a rise or a fall be told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.resolve.comparable import is_counted

HIGHER, LOWER, SAME, UNCLEAR = "higher", "lower", "same", "unclear"


def trend(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Return how a count stands to an earlier one, given ``low`` and ``high`` of both.

    An open end reaches anywhere: "at least 15" after 12 is higher, after 19 unclear. Empty where
    one of the two has no number.
    """
    if not (is_counted(before) and is_counted(after)):
        return ""
    if _ends(before) == _ends(after):
        return SAME if before["high"] is not None else UNCLEAR
    if before["high"] is not None and (after["low"] or 0) > before["high"]:
        return HIGHER
    if after["high"] is not None and after["high"] < (before["low"] or 0):
        return LOWER
    return UNCLEAR


def _ends(row: Mapping[str, Any]) -> tuple[Any, Any]:
    return row["low"], row["high"]

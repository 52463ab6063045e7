"""Places that should be on the map and are not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# A road or a region has no point of its own, so the lack of one is no doubt.
_WITHOUT_POINT = ("highway", "area", "country")


def is_unplaced(row: Mapping[str, Any]) -> bool:
    """Whether a row names a place that could not be found."""
    return bool(
        row["place"] and row["latitude"] is None and row["place_kind"] not in _WITHOUT_POINT
    )

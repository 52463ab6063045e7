"""Claims of what ended well before the brief's period began: history told in passing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from briefing.ledger import Row
from briefing.models import SAID

_LATE = timedelta(days=7)  # Monday's papers tell of the weekend: that is news, and not yet told


def mark_history(rows: Iterable[Row], since: date | None) -> list[Row]:
    """The rows, those that a stated day puts a week or more before ``since`` marked as background.

    An undated claim, and a window that reaches into the period, stay the report's own.
    """
    return [row | {"background": row["background"] or _is_past(row, since)} for row in rows]


def _is_past(row: Row, since: date | None) -> bool:
    ended = row["date_end"]
    return bool(since and ended and row["date_basis"] in SAID and ended < since - _LATE)

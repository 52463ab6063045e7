"""Claims of what ended well before the brief's period began: history told in passing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from briefing.extract.people.names import may_share
from briefing.ledger import Row
from briefing.models import SAID
from briefing.resolve.persons import name_of_dead

_LATE = timedelta(days=7)  # Monday's papers tell of the weekend: that is news, and not yet told
_NAME_WORDS = 2  # of a name that tells a person from others of the family


def mark_history(rows: Iterable[Row], since: date | None) -> list[Row]:
    """The rows, those that a stated day puts a week or more before ``since`` marked as background.

    An undated claim, and a window that reaches into the period, stay the report's own; but who was
    killed before it, as one report says with the day, was so where another gives none.
    """
    marked = [row | {"background": row["background"] or _is_past(row, since)} for row in rows]
    past = (row for row in marked if row["background"])
    dead = [name for row in past if len(name := name_of_dead(row)) >= _NAME_WORDS]
    if not dead:
        return marked
    return [row | {"background": row["background"] or _is_dead(row, dead)} for row in marked]


def _is_past(row: Row, since: date | None) -> bool:
    ended = row["date_end"]
    return bool(since and ended and row["date_basis"] in SAID and ended < since - _LATE)


def _is_dead(row: Row, dead: Iterable[list[str]]) -> bool:
    """Whether a row without a day of its own tells of somebody who was dead before."""
    name = name_of_dead(row) if row["date_basis"] not in SAID else []
    return len(name) >= _NAME_WORDS and any(may_share(name, known) for known in dead)

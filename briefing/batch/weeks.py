"""Weeks as they are asked for: ``2024-W01..2024-W52``, ``2024-W01,2024-W05..2024-W09``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from briefing.errors import BriefingError
from briefing.settings.edition import first_day, week_of

_RANGE = ".."


def read_weeks(text: str) -> tuple[str, ...]:
    """The ISO 8601 weeks that ``text`` lists, in their order, each once.

    A range includes both its ends and may cross years, of 52 weeks or 53. Raises ``BriefingError``
    for what is no week and for a range that runs backwards.
    """
    parts = [part.strip() for part in text.split(",")]
    weeks = {week for part in parts if part for week in _span(part)}
    if not weeks:
        raise BriefingError("No week is named; write them as in 2024-W01..2024-W09,2024-W12.")
    return tuple(sorted(weeks))


def _span(part: str) -> Iterator[str]:
    first, dots, last = (side.strip() for side in part.partition(_RANGE))
    day, end = first_day(first), first_day(last if dots else first)
    if end < day:
        raise BriefingError(f"The weeks {part} run backwards; write {last}{_RANGE}{first}.")
    while day <= end:
        yield week_of(day)
        day += timedelta(weeks=1)

"""The period of one brief and the folder it is written to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from briefing.errors import BriefingError

_WEEK = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True)
class Edition:
    """One brief, from its first day to its last; both are None where no date is known."""

    name: str
    start: date | None
    end: date | None
    folder: Path

    @classmethod
    def week(cls, name: str, reports: Path) -> Edition:
        """The ISO 8601 week ``2024-W48``, Monday to Sunday. Raises ``BriefingError``."""
        start = first_day(name)
        return cls(name, start, start + timedelta(days=6), reports / name)

    @classmethod
    def span(cls, start: date, end: date, reports: Path) -> Edition:
        """The days from ``start`` to ``end``, both included. Raises ``BriefingError``."""
        if end < start:
            raise BriefingError(
                f"The period ends on {end}, before it starts on {start}; swap the two days."
            )
        name = f"{start}_{end}"
        return cls(name, start, end, reports / name)

    @classmethod
    def undated(cls, article: Path, reports: Path) -> Edition:
        """An edition without a period, named after the file of its one article."""
        name = re.sub(r"[^\w.-]+", "-", article.stem).strip("-.") or "article"
        return cls(name, None, None, reports / name)

    @property
    def days(self) -> int | None:
        """How many days the period has; None without one."""
        return covered_days(self.start, self.end)

    def covers(self, day: date | None) -> bool:
        """Whether ``day`` lies in the period; an edition without a period covers every day."""
        if self.start is None or self.end is None:
            return True
        return day is not None and self.start <= day <= self.end


def week_of(day: date) -> str:
    """The ISO 8601 week of a day: ``2024-W48``. The year is the week's own, not the day's."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def covered_days(start: date | None, end: date | None) -> int | None:
    """How many days a period has, both ends included; None where one is not known."""
    return (end - start).days + 1 if start and end else None


def first_day(week: str) -> date:
    """The Monday of ``2024-W48``. Raises ``BriefingError`` where there is no such week."""
    match = _WEEK.fullmatch(week)
    if match is None:
        raise BriefingError(f'"{week}" is not a week; write the ISO week, as in 2024-W48.')
    year, number = int(match[1]), int(match[2])
    try:
        return date.fromisocalendar(year, number, 1)
    except ValueError:
        raise BriefingError(_no_such_week(week, year)) from None


def _no_such_week(week: str, year: int) -> str:
    if year == 0:
        return f'"{week}" is not a week; write the ISO week, as in 2024-W48.'
    last = week_of(date(year, 12, 28))  # 28 December always lies in a year's last week
    return f'There is no week "{week}"; the last of {year} is {last}.'

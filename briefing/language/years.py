"""The year of a day told without one, where the text has told of that month in an earlier year.

"The attack of May 2017 … On 13 May, fighters went from door to door": in 2017, and not last May.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from briefing.language.dateparts import DAYS_PREC, MONTH_PREC, is_month
from briefing.language.dates import Dated
from briefing.records import replace

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_LONG_AGO: Final = timedelta(days=300)  # before the report: what happened since has the last year
_Dates = tuple[tuple[Dated, ...], ...]


def in_their_year(found: Sequence[tuple[Dated, ...]], reported: date | None) -> _Dates:
    """The dates of each sentence, those without a year in the year of which the text tells."""
    if reported is None or not any(_years_of(d, reported) for d in found if d):
        return tuple(found)
    years: dict[int, set[int]] = {}
    moved: list[tuple[Dated, ...]] = []
    for dates in found:
        told = _years_of(dates, reported) if dates else {}
        for month, year in told.items():
            years.setdefault(month, set()).add(year)
        moved.append(tuple(_moved(dated, years) for dated in dates))
    return tuple(moved)


def _years_of(dates: Sequence[Dated], reported: date) -> dict[int, int]:
    """The years that a sentence gives its months, of those long before the report."""
    return {
        dated.when.start.month: dated.when.start.year
        for dated in dates
        if dated.when.start
        and not dated.since
        and (dated.when.date_prec or 0) <= MONTH_PREC
        and dated.when.start < reported - _LONG_AGO
        and _YEAR.search(dated.when.as_written or "")
    }


def _moved(dated: Dated, years: dict[int, set[int]]) -> Dated:
    when = dated.when
    start, end, written = when.start, when.end, when.as_written or ""
    if not (start and end) or (when.date_prec or 0) > DAYS_PREC or _YEAR.search(written):
        return dated
    told = years.get(start.month, set())
    named = any(is_month(word.strip(".").lower()) for word in written.split())
    if len(told) != 1 or not named or start.month != end.month:
        return dated
    year = next(iter(told))
    if year == start.year or (start.month, start.day) == _LEAP:
        return dated
    return dated._replace(
        when=replace(when, start=start.replace(year=year), end=end.replace(year=year))
    )


_LEAP: Final = (2, 29)

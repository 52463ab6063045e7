"""Windows that end on a day: "in the 48 hours to Thursday", "overnight into Monday"."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import Final

from briefing.language.dateparts import DAY_PREC, precision_of
from briefing.language.periods import HOURS, UNITS, count_of
from briefing.lexicon import word_set
from briefing.models import When
from briefing.records import replace

_NIGHTS: Final = word_set("dates", "run_up", "nights")
RUNS_UP: Final = word_set("dates", "run_up", "words")  # before the day


def run_up(words: list[str], at: int, when: When) -> When:
    """``when``, the day at ``words[at]``, with the days before it that the text counts with it."""
    days = _days_before(words, at - 1) if when.date_prec == DAY_PREC else 0
    if not days or when.start is None:
        return when
    start = when.start - timedelta(days=days)
    return replace(when, start=start, date_prec=precision_of(start, when.end))


def _days_before(words: list[str], joint: int) -> int:
    """Of "the week to", "the 48 hours to", "overnight into": the days before the last; else 0."""
    unit = words[joint - 1]
    if words[joint] == "into" or unit in _NIGHTS:
        return int(words[joint] == "into" and unit in _NIGHTS)
    unit = unit.removesuffix("s")
    count = count_of(words[joint - 2]) or int(words[joint - 2] == "the")
    if unit == "hour":
        return ceil(count / HOURS)
    return max(0, count * UNITS.get(unit, 0) - 1)

"""What all readers of dates share: the names of days and months, precision, and what they give."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from briefing.lexicon import load, word_set
from briefing.models import DateBasis

DAY_PREC, DAYS_PREC, WEEK_PREC, MONTH_PREC, YEAR_PREC = 1, 2, 3, 4, 5
YEAR: Final = re.compile(r"(?:19|20)\d\d")


class Read(NamedTuple):
    """Words up to token ``last`` and the window they name; without a start it is not known.

    ``shift``: the days by which they count from the day that the text told before; with ``clause``
    those by which what follows lies from what the sentence tells: "a day after rebels took Goma".
    """

    last: int
    start: date | None
    end: date | None
    precision: int | None
    basis: DateBasis
    shift: int | None = None
    clause: bool = False


def unknown(last: int, shift: int | None = None, *, clause: bool = False) -> Read:
    """Words for a date that cannot be fixed."""
    return Read(last, None, None, None, "unknown", shift, clause)


def window(last: int, published: date | None, start: int, end: int, precision: int) -> Read:
    """A window of so many days from the day of publication."""
    if published is None:
        return unknown(last)
    first, final = published + timedelta(days=start), published + timedelta(days=end)
    return Read(last, first, final, precision, "relative")


def precision_of(start: date, end: date | None) -> int:
    """UCDP's date_prec of a window, in days: 1; 2-6; 7; up to 31; longer."""
    days = ((end or start) - start).days + 1
    bounds = ((1, DAY_PREC), (6, DAYS_PREC), (7, WEEK_PREC), (31, MONTH_PREC))
    return next((precision for longest, precision in bounds if days <= longest), YEAR_PREC)


def latest_year(month: int, day: int, published: date | None, ahead: int = 0) -> int | None:
    """The year of the latest such day that is at most ``ahead`` days after publication."""
    if published is None:
        return None
    last = published + timedelta(days=ahead)
    return last.year - ((month, day) > (last.month, last.day))


def is_weekday(word: str) -> bool:
    """Whether a word in small letters names a day of the week."""
    return word in _WEEKDAYS


def is_month(word: str) -> bool:
    """Whether a word in small letters names a month."""
    return word in _MONTHS


def months_joined(word: str) -> bool:
    """Whether a word in small letters names two: "april-june"."""
    return "-" in word and all(map(is_month, word.split("-")))


def before_month() -> frozenset[str]:
    """The words behind which a month stands and no person of that name: "in", "since"."""
    return word_set("dates", "months", "before")


@cache
def months() -> dict[str, int]:
    """The names of the months, from 1."""
    return _numbered("months", 1)


@cache
def weekdays() -> dict[str, int]:
    """The names of the days of the week, from 0 for Monday."""
    return _numbered("weekdays", 0)


def _numbered(name: str, first: int) -> dict[str, int]:
    names = load("dates")[name]["names"]
    return {word: n for n, words in enumerate(names, first) for word in words.split()}


_WEEKDAYS: Final = weekdays()


_MONTHS: Final = months()

"""When a text was published or fetched: the day as its own time zone has it, and the time."""

from __future__ import annotations

from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Final

_YEARS: Final = range(1800, 2200)  # in which a text can be published: sites write "0001" for no day


def parse_moment(value: object) -> date | datetime | None:
    """Return the day or the time that a text states, else None.

    ISO 8601 (``2024-11-28``, ``2024-11-28T17:40:00+03:00``) and the form of mail and feeds (``Thu,
    28 Nov 2024 17:40:00 +0300``) are read; what lies in no year of a newspaper states nothing.
    """
    moment = _read(value)
    return moment if moment and moment.year in _YEARS else None


def _read(value: object) -> date | datetime | None:
    if isinstance(value, date):  # a datetime is one
        return value
    if not isinstance(value, str):
        return None
    text = value.strip()
    for read in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text)
        except (ValueError, OverflowError):
            continue
    return None


def day_of(moment: date | datetime | None) -> date | None:
    """The day, as the time zone of the text has it: "on Thursday" is meant there."""
    return moment.date() if isinstance(moment, datetime) else moment


def time_of(moment: date | datetime | None) -> datetime | None:
    """The time to the second, in its own zone; None where only a day or no zone is stated."""
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        return None
    return moment.replace(microsecond=0)

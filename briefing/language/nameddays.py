"""Days and months as they are written: "12 March 2020", "early April", "Tuesday of last week"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from briefing.language.datefigures import day_of, in_figures
from briefing.language.dateparts import (
    DAY_PREC,
    YEAR,
    Read,
    before_month,
    latest_year,
    months,
    months_joined,
    precision_of,
    unknown,
    weekdays,
)
from briefing.language.daygroups import counts_behind_month, ends_days
from briefing.language.periods import days_of_month
from briefing.language.tokens import Token
from briefing.lexicon import entries, load, word_set

_WEEKDAYS: Final = weekdays()
_WEEK: Final = 7
_LAST_DAY: Final = 31
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_DAYS: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-/\u2010-\u2013](\d{1,2})(?:st|nd|rd|th)?")
_TO: Final = frozenset(("to", "into", "-", "–", "—", "through", "until", "till"))
BOUNDS: Final = frozenset(("between", "from"))
BETWEEN: Final = frozenset(("and", "or", *_TO))
_OR: Final = BETWEEN | {"/"}  # "the night of 25/26 October"
DASHES: Final = frozenset("-–—")
PARTS_OF_MONTH: Final = ("early", "mid", "late")
_SHORT_YEAR: Final = re.compile(r"\d\d")
# In a dateline: "21 Jan 89 (AFP) --"
_AFTER_SHORT_YEAR: Final = frozenset(("(", "--", "—", "–", ")"))
_CENTURY: Final = 50  # two figures from here on are of the last century
_AHEAD: Final = 10  # days: "the summit of 11-12 October", told on the 8th, is that of the same year


def read_figures(words: list[str], at: int) -> Read | None:
    """A day all in figures: "2024-10-15", "15/10/2024"."""
    if not words[at][0].isdigit():
        return None
    match = _ISO.fullmatch(words[at])
    if not match:
        return in_figures(words, at)
    day = day_of(int(match[1]), int(match[2]), int(match[3]))
    return Read(at + 1, day, day, DAY_PREC, "stated") if day else None


def read_month(
    words: list[str], tokens: Sequence[Token], at: int, published: date | None
) -> Read | None:
    """ "March 12, 2020", "12 March", "early March", "March 2020", "December 13"."""
    names = months()
    if words[at][0].isdigit():
        return _day_first(words, tokens, at, published)
    named = _named_part(words, at)
    if named:
        return _month_part(words, *named, published)
    if words[at] not in names or not tokens[at].capitalised:
        return _from_to(words, at, published) if months_joined(words[at]) else None
    after = at + 1 + (words[at + 1 : at + 2] == ["."])
    days = _days_behind(words, after)
    if days:
        last, year = _year_told(words, days[2], published)
        return _dated(last, year, names[words[at]], days[:2], published)
    return _month_alone(words, at, published)


def _days_behind(words: list[str], at: int) -> tuple[int, int, int] | None:
    """The days behind a month, as ``_days`` gives them; a figure that counts people is none."""
    if at < len(words) and counts_behind_month(words, at):
        return None
    both = _days(words, at, BETWEEN)
    return both if both and ends_days(words, both[2]) else _days(words, at, _TO)


def _month_alone(words: list[str], at: int, published: date | None) -> Read | None:
    placed = at > 0 and (words[at - 1] in before_month() or _names_attack(words, at))
    dated = _year_after(words, at + 1)[1] is not None
    if not (placed or dated or _is_bound(words, at)):
        return None  # "Fayez Jan", "Theresa May"
    return _month_part(words, at, "", words[at], published)


def _names_attack(words: list[str], at: int) -> bool:
    """ "The November massacre": a month before what happened in it."""
    named = words[at + 1] if at + 1 < len(words) else ""
    return words[at] not in _VERBS and named in _ATTACKS


_VERBS: Final = frozenset(("may", "march"))
_ATTACKS: Final = word_set("circumstances", "incident", "nouns")


def _from_to(words: list[str], at: int, published: date | None) -> Read:
    """ "April-June", "January-March 2024"."""
    first, final = (months()[name] for name in words[at].split("-"))
    last, year = _year_after(words, at + 1)
    year = year or latest_year(final, 1, published)
    if year is None:
        return unknown(last)
    start = days_of_month(last, year - (first > final), first, (1, _LAST_DAY)).start
    end = days_of_month(last, year, final, (1, _LAST_DAY)).end
    return Read(last, start, end, precision_of(start, end) if start else None, "stated")


def _is_bound(words: list[str], at: int) -> bool:
    """ "Between April and June": the one month and the other."""
    for first in (at, at - len(("April", "and"))):
        bound, names = words[first - 1] if first > 0 else "", words[first : first + 3 : 2]
        joint = words[first + 1 : first + 2]
        bounded = joint and (joint[0] in DASHES or (bound in BOUNDS and joint[0] in BETWEEN))
        if bounded and len(names) > 1:
            return all(name in months() for name in names)
    return False


def _day_first(
    words: list[str], tokens: Sequence[Token], at: int, published: date | None
) -> Read | None:
    """ "12 March", "the 12th of March 2020", "26 and 28 November", "3-7 August"."""
    days = _days(words, at, _OR)
    if not days:
        return None
    named = days[2] + (words[days[2] : days[2] + 1] == ["of"])
    month = months().get(words[named]) if named < len(words) else None
    if month is None:
        return None
    last, year = _year_told(words, named + 1, published)
    if not (tokens[named].capitalised or year or words[at - 1 : at] == ["on"]):
        return None  # "all 12 may leave"
    return _dated(last, year, month, days[:2], published)


def _days(words: list[str], at: int, joins: frozenset[str]) -> tuple[int, int, int] | None:
    """(first day, last day, position after them) of the days of a month from ``at`` on."""
    span = _DAYS.fullmatch(words[at]) if at < len(words) else None
    if span and int(span[1]) < int(span[2]) <= _LAST_DAY:
        return int(span[1]), int(span[2]), at + 1
    day = _day_number(words, at)
    if not day:
        return None
    last = _last_of_list(words, at)
    joined = last + 1 < len(words) and words[last + 1] in joins
    other = _day_number(words, last + 2) if joined else None
    return (day, other, last + 3) if other and other > day else (day, day, at + 1)


def _last_of_list(words: list[str], at: int) -> int:
    """Where the last comma's day stands: of "3, 4 and 7 May" the 4."""
    while words[at + 1 : at + 2] == [","]:
        day, other = _day_number(words, at), _day_number(words, at + 2)
        if not (day and other and other > day):
            break
        at += 2
    return at


def _day_number(words: list[str], at: int) -> int | None:
    """The day of a month that ``words[at]`` writes, or None."""
    match = _DAY.fullmatch(words[at]) if at < len(words) else None
    return int(match[1]) if match and 1 <= int(match[1]) <= _LAST_DAY else None


def _named_part(words: list[str], at: int) -> tuple[int, str, str] | None:
    """Where the month of "early March" or "mid-April" stands, its part and its name."""
    part, _, name = words[at].partition("-")
    if part not in PARTS_OF_MONTH:
        return None
    if name in months():
        return at, part, name
    following = words[at + 1 : at + 2]
    return (at + 1, part, following[0]) if following and following[0] in months() else None


def _month_part(words: list[str], at: int, part: str, name: str, published: date | None) -> Read:
    """A part of the month that stands at ``at``; "" for all of it."""
    last, year = _year_told(words, at + 1, published)
    month = months()[name]
    year = year or latest_year(month, 1, published)
    if year is None:
        return unknown(last)
    if words[at - 1] == "last" and published and (year, month) == (published.year, published.month):
        year -= 1  # "last October", told in October
    return days_of_month(last, year, month, load("dates")["parts"].get(part, (1, 31)))


def _year_told(words: list[str], at: int, published: date | None) -> tuple[int, int | None]:
    """As ``_year_after``, also of "3 May last year", "12 May of last year", "in May this year"."""
    last, year = _year_after(words, at)
    of = words[at : at + 1] == ["of"]
    if year is None and published and words[at + of : at + of + 2] == ["last", "year"]:
        return at + of + 2, published.year - 1
    if year is None and published and words[at : at + 2] == ["this", "year"]:
        return at + 2, published.year
    return last, year


def _year_after(words: list[str], at: int) -> tuple[int, int | None]:
    skip = 1 if words[at : at + 1] == [","] else 0
    if at + skip < len(words) and YEAR.fullmatch(words[at + skip]):
        return at + skip + 1, int(words[at + skip])
    short = words[at + 1 : at + 2] and words[at + 1] in _AFTER_SHORT_YEAR
    if short and _SHORT_YEAR.fullmatch(words[at]):
        return at + 1, int(words[at]) + (1900 if int(words[at]) >= _CENTURY else 2000)
    return at, None


def _dated(
    last: int, year: int | None, month: int, days: tuple[int, int], published: date | None
) -> Read:
    year = year or latest_year(month, days[0], published, _AHEAD)
    start, end = (day_of(year, month, day) if year else None for day in days)
    if start is None or end is None:
        return unknown(last)
    return Read(last, start, end, precision_of(start, end), "stated")


def read_weekday(
    words: list[str], tokens: Sequence[Token], at: int, published: date | None
) -> Read | None:
    """The latest such day on or before publication; "last Monday" lies before it."""
    before = words[at - 1] if at else ""
    if words[at] not in _WEEKDAYS or not tokens[at].capitalised or before == "next":
        return None
    last = at + 1
    if published is None:
        return unknown(last)
    weeks = _of_last_week(words, last)
    if weeks:
        back = published.weekday() + _WEEK - _WEEKDAYS[words[at]]
    else:
        back = (published.weekday() - _WEEKDAYS[words[at]]) % _WEEK or _WEEK * (before == "last")
    day = published - timedelta(days=back)
    return Read(last + weeks, day, day, DAY_PREC, "relative")


def _of_last_week(words: list[str], at: int) -> int:
    """The words of "of last week" behind "Tuesday"; 0 where they don't stand there."""
    of = words[at : at + 1] == ["of"]
    return of + 2 if words[at + of : at + of + 2] == ["last", "week"] else 0


def _feasts() -> dict[str, list[tuple[list[str], tuple[int, int]]]]:
    """The feasts by the word that each begins with, with month and day."""
    found: dict[str, list[tuple[list[str], tuple[int, int]]]] = {}
    for name, (month, day) in entries("dates", "feasts").items():
        found.setdefault(name.split()[0], []).append((name.split(), (month, day)))
    return found


FEASTS: Final = _feasts()


def read_feast(words: list[str], at: int, published: date | None) -> Read | None:
    """ "New Year's Eve": the last one before the report."""
    for feast, (month, day) in FEASTS.get(words[at], ()):
        if words[at : at + len(feast)] == feast:
            years = (published.year, published.year - 1) if published else ()
            days = (day_of(year, month, day) for year in years)
            last = next((d for d in days if d and published and d <= published), None)
            return Read(at + len(feast), last, last, DAY_PREC, "relative")
    return None

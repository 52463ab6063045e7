"""Days and windows that a text counts: from its publication, from the day told before, by parts."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from math import ceil
from typing import Any, Final

from briefing.language.dateparts import (
    DAY_PREC,
    MONTH_PREC,
    WEEK_PREC,
    YEAR,
    YEAR_PREC,
    Read,
    is_weekday,
    latest_year,
    months,
    precision_of,
    unknown,
    window,
)
from briefing.lexicon import entries, load, word_set
from briefing.lexicon.lengths import lengths_by_word

_FOUR_DIGITS: Final = 4
_YEARS: Final = re.compile(r"((?:1[5-9]|20)\d\d)[-\u2010-\u2013]((?:1[5-9]|20)?\d\d)")
_DASHES: Final = frozenset(("–", "‐", "‑", "‒"))
_OF_YEARS: Final = frozenset(("in", "since", "of", "from", "during", "between"))
UNITS: Final = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
_UNIT_WORDS: Final = frozenset((*UNITS, *(f"{unit}s" for unit in UNITS)))
_SMALL: Final = {
    w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)
}
_SATURDAY: Final = 5
_DECEMBER: Final = 12
_HUNDRED: Final = 100
HOURS: Final = 24  # of a day


def read_period(words: list[str], at: int, published: date | None) -> Read | None:
    """ "yesterday", "a day later", "last month", "two days ago", "the end of March", "in 2012"."""
    return (
        _phrase(words, at, published)
        or _lately(words, at, published)
        or _counted(words, at, published)
        or _weekend(words, at, published)
        or _part(words, at, published)
        or _calendar(words, at, published)
        or _year(words, at)
    )


@cache
def period_starts() -> frozenset[str]:
    """The words with which such a date can begin, figures aside."""
    known = (*_phrases(), *_told())
    return frozenset((*(words[0] for words in known), *_parts(), *_PLAIN_STARTS, *_SMALL))


_ARTICLES: Final = frozenset(("the", "a"))
_WARS: Final = word_set("dates", "named_years", "words")
_OF_WAR: Final = 4  # words from a year to the noun it belongs to: "1984", "anti-Sikh", "riots"
_RELATED: Final = 5  # words behind it in which "where" stands: "riots in Delhi, where"
_WHERE: Final = frozenset(("where", "when", "which"))
_PLAIN_STARTS: Final = ("this", "last", "a", "weekend")


def _phrase(words: list[str], at: int, published: date | None) -> Read | None:
    for size in _LENGTHS.get(words[at], ()):
        phrase = tuple(words[at : at + size])
        if len(phrase) < size:
            continue
        if phrase in _PHRASES and not _is_of_night(words, at):
            return window(at + size, published, *_PHRASES[phrase])
        if phrase in _TOLD:
            return _shifted(words, at + size, _TOLD[phrase])
    return None


def _is_of_night(words: list[str], at: int) -> bool:
    """ "Overnight on Monday", "overnight Sunday": the day behind it says which night."""
    following = words[at + 1] if at + 1 < len(words) else ""
    return words[at] == "overnight" and (following in _BEFORE_DAY or is_weekday(following))


_BEFORE_DAY: Final = frozenset(("on", "from", "between", "into"))


def _lengths() -> dict[str, tuple[int, ...]]:
    return lengths_by_word((*_phrases(), *_told()))


def _lately(words: list[str], at: int, published: date | None) -> Read | None:
    """ "The past ten days", "the last 72 hours": up to the day of publication."""
    if words[at] not in ("past", "last", "previous") or at + 2 >= len(words):
        return None
    count, unit = count_of(words[at + 1]), words[at + 2].removesuffix("s")
    days = ceil(count / HOURS) if unit == "hour" else count * UNITS.get(unit, 0)
    if not days:
        return None
    if published is None:
        return unknown(at + 3)
    start = published - timedelta(days=days)
    return Read(at + 3, start, published, precision_of(start, published), "relative")


def _counted(words: list[str], at: int, published: date | None) -> Read | None:
    """ "two days ago" from the day of publication, "two days later" from the day told before."""
    if at + 2 >= len(words) or words[at + 1] not in _UNIT_WORDS:
        return None
    count, how = count_of(words[at]), words[at + 2]
    days = count * UNITS[words[at + 1].removesuffix("s")]
    if not days:
        return None
    if how == "ago" and words[at + 3 : at + 4] == ["today"]:
        return _anniversary(at + 4, published, days // count, count)
    if how == "ago":
        return window(at + 3, published, -days, -days, _COUNTED.get(days // count, YEAR_PREC))
    shifts = load("dates")["told"]["counted"]
    lasting = at > 0 and words[at - 1] == "for"  # "held the town for two days before leaving"
    return _shifted(words, at + 3, days * shifts[how]) if how in shifts and not lasting else None


_COUNTED: Final = {1: DAY_PREC, 7: WEEK_PREC, 14: WEEK_PREC, 30: MONTH_PREC}


def _anniversary(last: int, published: date | None, unit: int, count: int) -> Read:
    """ "A year ago today", "two weeks ago today": that very day."""
    if published is None:
        return unknown(last)
    day = published - timedelta(days=unit * count)
    if unit == UNITS["year"]:
        leap = (published.month, published.day) == _LEAP_DAY
        day = published.replace(year=published.year - count, day=published.day - leap)
    return Read(last, day, day, DAY_PREC, "relative")


_LEAP_DAY: Final = (2, 29)


def count_of(word: str) -> int:
    """The number that a word gives: "two", "48", "a"; else 0."""
    small = _SMALL.get(word, 1 if word == "a" else 0)
    return small or (int(word) if word.isdecimal() and len(word) < _FOUR_DIGITS else 0)


def _shifted(words: list[str], last: int, shift: int) -> Read:
    """From the day told before: "two days later"; from the sentence's own for what follows in it:
    "two days after the vote", which lies before what the sentence tells."""
    closed = words[last - 1] not in word_set("dates", "told", "open")
    followers = word_set("dates", "told", "followers")
    if closed or last >= len(words) or words[last] in followers:
        return unknown(last, shift)
    return unknown(last, -shift, clause=True)


def _weekend(words: list[str], at: int, published: date | None) -> Read | None:
    """Saturday and Sunday, the latest that have begun; "last weekend" is over."""
    before = words[at - 1] if at else ""
    if words[at] != "weekend" or before in word_set("dates", "weekend", "not"):
        return None
    if published is None:
        return unknown(at + 1)
    back = (published.weekday() - _SATURDAY) % 7
    back += 7 * (before == "last" and back <= 1)
    saturday = published - timedelta(days=back)
    sunday = min(saturday + timedelta(days=1), published)
    return Read(at + 1, saturday, sunday, precision_of(saturday, sunday), "relative")


def _calendar(words: list[str], at: int, published: date | None) -> Read | None:
    """ "this week", "last month", "late last month"."""
    if words[at] not in _BEFORE_UNIT:
        return None
    part = words[at] if words[at] in _YEAR_PARTS else ""
    at += part != ""
    unit = words[at + 1] if at + 1 < len(words) else ""
    if words[at] not in ("this", "last") or unit not in ("week", "month", "year"):
        return None
    if published is None:
        return unknown(at + 2)
    start, end, precision = _span_of(words[at] == "last", unit, published)
    if not part or unit == "week":
        return Read(at + 2, start, end, precision, "relative")
    if unit == "month":
        return days_of_month(at + 2, start.year, start.month, load("dates")["parts"][part])
    return _months_of(at + 2, start.year, _YEAR_PARTS[part])


_BEFORE_UNIT: Final = frozenset(("this", "last", *entries("dates", "year_parts")))


def _span_of(last: bool, unit: str, published: date) -> tuple[date, date, int]:
    if unit == "week":
        monday = published - timedelta(days=published.weekday())
        if last:
            return monday - timedelta(days=7), monday - timedelta(days=1), WEEK_PREC
        return monday, published, WEEK_PREC
    first = published.replace(day=1) if unit == "month" else published.replace(month=1, day=1)
    precision = MONTH_PREC if unit == "month" else YEAR_PREC
    if not last:
        return first, published, precision
    final = first - timedelta(days=1)
    opening = final.replace(day=1) if unit == "month" else final.replace(month=1, day=1)
    return opening, final, precision


def _part(words: list[str], at: int, published: date | None) -> Read | None:
    """ "the end of March", "the first half of the year", "the start of last month"."""
    for phrase, rule in _PARTS.get(words[at], ()):
        named = at + len(phrase)
        if words[at:named] != phrase or _is_limit(words, at):
            continue
        if words[named : named + 1] == ["of"]:
            return _part_of(words, named + 1, rule, published)
        if "alone" in rule:
            return _latest(named, rule["year"], published)
    return None


def _is_limit(words: list[str], at: int) -> bool:
    """ "By the end of the month": a term, and no time at which something happened."""
    return not set(words[max(0, at - 2) : at]).isdisjoint(word_set("dates", "terms", "words"))


def _part_of(
    words: list[str], at: int, rule: dict[str, Any], published: date | None
) -> Read | None:
    """The part of the month or the year that ``words[at]`` names, where it has begun."""
    name, unit = (words[at] if at < len(words) else ""), words[at + 1 : at + 2]
    if YEAR.fullmatch(name):
        return _months_of(at + 1, int(name), rule["year"])
    if name in months():
        stated = unit and YEAR.fullmatch(unit[0])
        year = int(unit[0]) if stated else latest_year(months()[name], rule["month"][0], published)
        last = at + 2 if stated else at + 1
        return days_of_month(last, year, months()[name], rule["month"]) if year else unknown(last)
    if name not in ("the", "this", "last") or unit not in (["week"], ["month"], ["year"]):
        return None
    if published is None:
        return unknown(at + 2)
    if unit == ["week"]:
        return _days_of_week(at + 2, rule, published, last_week=name == "last")
    year, month = published.year, published.month
    if unit == ["year"]:
        read = _months_of(at + 2, year - (name == "last"), rule["year"])
    elif name == "last":
        read = days_of_month(at + 2, year - (month == 1), month - 1 or _DECEMBER, rule["month"])
    else:
        read = days_of_month(at + 2, year, month, rule["month"])
    return read if read.start and read.start <= published else None


def _days_of_week(
    last: int, rule: dict[str, Any], published: date, *, last_week: bool
) -> Read | None:
    """ "The start of the week", "the end of last week", where they have begun."""
    if "week" not in rule:
        return None
    monday = published - timedelta(days=published.weekday() + UNITS["week"] * last_week)
    start, end = (monday + timedelta(days=day - 1) for day in rule["week"])
    end = min(end, published)
    precision = precision_of(start, end)
    return Read(last, start, end, precision, "relative") if start <= end else None


def _latest(last: int, span: list[int], published: date | None) -> Read:
    """The latest such part of a year that has begun: "in the first quarter"."""
    if published is None:
        return unknown(last)
    return _months_of(last, published.year - (span[0] > published.month), span)


def days_of_month(last: int, year: int, month: int, days: Sequence[int]) -> Read:
    """From the first of ``days`` to the last, or to the month's end; read up to ``last``."""
    final = min(days[1], calendar.monthrange(year, month)[1])
    return Read(last, date(year, month, days[0]), date(year, month, final), MONTH_PREC, "stated")


def _months_of(last: int, year: int, span: list[int]) -> Read:
    final = date(year, span[1], calendar.monthrange(year, span[1])[1])
    return Read(last, date(year, span[0], 1), final, YEAR_PREC, "stated")


def _year(words: list[str], at: int) -> Read | None:
    word = words[at]
    months_ = _YEAR_PARTS.get(word.removesuffix("-")) if word in _OPENS_YEAR else None
    if months_ and at + 1 < len(words) and YEAR.fullmatch(words[at + 1]):
        return _months_of(at + 2, int(words[at + 1]), months_)
    before = words[at - 1] if at else ""
    if before in _OF_YEARS and (years := _years(words, at)):
        return years
    if not YEAR.fullmatch(words[at]):
        return None
    if before not in ("in", "since", "of", "until", "during", "by") and not _names_war(words, at):
        return None
    return _months_of(at + 1, int(words[at]), [1, _DECEMBER])


def _years(words: list[str], at: int) -> Read | None:
    """ "In 1916-17", "from 1998–2002"; an en dash is a token of its own."""
    spread = words[at + 1 : at + 2] != [] and words[at + 1] in _DASHES
    match = _YEARS.fullmatch("".join(words[at : at + 3]) if spread else words[at])
    if match is None:
        return None
    first, final = int(match[1]), match[2]
    end = int(final) if len(final) == _FOUR_DIGITS else first // 100 * 100 + int(final)
    end += _HUNDRED * (len(final) < _FOUR_DIGITS and end < first - _HUNDRED // 2)  # "1999-00"
    if end <= first:
        return None
    last = at + (3 if spread else 1)
    return Read(last, date(first, 1, 1), date(end, _DECEMBER, 31), YEAR_PREC, "stated")


def _names_war(words: list[str], at: int) -> bool:
    """ "In the 2020 war", "the 1984 anti-Sikh riots, where 3,000 died": the year says which."""
    if at == 0 or words[at - 1] not in _ARTICLES:
        return False
    named = next((i for i, w in enumerate(words[at + 1 : at + _OF_WAR]) if w in _WARS), None)
    if named is None:
        return False
    behind = words[at + named + 2 : at + named + 2 + _RELATED]
    return words[at - 2 : at - 1] in (["in"], ["during"]) or not _WHERE.isdisjoint(behind)


@cache
def _phrases() -> dict[tuple[str, ...], tuple[int, int, int]]:
    return {
        tuple(words.split()): (rule["start"], rule["end"], rule["precision"])
        for rule in load("dates")["relative"]
        for words in rule["words"]
    }


_PHRASES: Final = _phrases()


@cache
def _parts() -> dict[str, list[tuple[list[str], dict[str, Any]]]]:
    """The phrases for a part of a month or a year, by their first word."""
    table: dict[str, list[tuple[list[str], dict[str, Any]]]] = {}
    for rule in load("dates")["part"]:
        for phrase in map(str.split, rule["words"]):
            table.setdefault(phrase[0], []).append((phrase, rule))
    return table


_PARTS: Final = _parts()


def _year_parts() -> dict[str, list[int]]:
    """The first and the last month of each part of a year."""
    return entries("dates", "year_parts")


_YEAR_PARTS: Final = _year_parts()
_OPENS_YEAR: Final = frozenset(form for part in _YEAR_PARTS for form in (part, f"{part}-"))


@cache
def _told() -> dict[tuple[str, ...], int]:
    """Phrases that count from the day told before, in days."""
    days = load("dates")["told"]["days"]
    return {tuple(words.split()): int(shift) for shift, all_ in days.items() for words in all_}


_LENGTHS: Final = _lengths()


_TOLD: Final = _told()

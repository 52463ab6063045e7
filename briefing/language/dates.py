"""When something happened, by UCDP's conventions, relative to the day of publication.

Source of the rules: UCDP GED codebook (``date_prec``; "recently" and undated reports are the three
days before the report; "this week" is Monday to the report; "last week" the week before).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from briefing.language.tokens import Token, lowered
from briefing.lexicon import load, word_set
from briefing.lexicon.memo import Memo
from briefing.models import Span, When

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_DAYS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-\u2010-\u2013](\d{1,2})(?:st|nd|rd|th)?")
_TO = frozenset(("to", "-", "–", "—", "through", "until", "till"))
_AND = frozenset(("and", "or", *_TO))
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT_YEAR = re.compile(r"\d\d")
_AFTER_SHORT_YEAR = frozenset(("(", "--", "—", "–", ")"))  # in a dateline: "21 Jan 89 (AFP) --"
_CENTURY = 50  # two figures from here on are of the last century
_LONGEST = 4
_SINCE = 6  # words between a superlative, "since" and the date
_LAST_DAY = 31
_FOUR_DIGITS = 4
_BEFORE_MONTHS = [[word] for word in "in since of last this during by until from next".split()]
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
_SMALL = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_DAY_PREC, _DAYS_PREC, _WEEK_PREC, _MONTH_PREC, _YEAR_PREC = 1, 2, 3, 4, 5


class Dated(NamedTuple):
    """A date that covers ``tokens[first:last]``. ``since``: the window opens there."""

    first: int
    last: int
    when: When
    since: bool = False


Read = tuple[int, date | None, date | None, int | None, str]  # end, start, end, precision, basis


def find_dates(
    text: str, tokens: Sequence[Token], published: date | None, words: list[str] | None = None
) -> list[Dated]:
    """The dates of one sentence. Without ``published`` relative dates keep only their words.

    ``words``: the tokens in lower case, where the caller has them.
    """
    words = words or lowered(tokens)
    found: list[Dated] = []
    begins, last = _BEGINS, 0
    for position in [at for at, word in enumerate(words) if begins[word]]:
        if position < last:
            continue
        read = _read(words, tokens, position, published)
        if read is None:
            continue
        last, start, end, precision, basis = read
        if precision and precision >= _MONTH_PREC and _is_compared(words, position):
            continue
        at = Span(tokens[position].start, tokens[last - 1].end)
        written = text[at.start : at.end]
        since = position > 0 and _opens_window(words, position)
        if since and start:
            end = published or end
            precision = _precision(start, end)
        precision = precision if start else None
        when = When(start, end, precision, written, basis, at)  # type: ignore[arg-type]
        found.append(Dated(position, last, when, since))
    return _joined(text, tokens, found)


def _opens_window(words: list[str], at: int) -> bool:
    """ "Since April 2023", "since the war began in April 2023"."""
    before = words[max(0, at - _SINCE - 1) : at]
    if before[-1] == "since":
        return True
    began = before[-2:-1] if before[-1] in ("in", "on") else before[-1:]
    since = next((i for i, word in enumerate(before) if word == "since"), None)
    opened = since is not None and all(w.isalpha() for w in before[since:])
    return opened and bool(began) and began[0] in word_set("dates", "began", "words")


def _is_compared(words: list[str], at: int) -> bool:
    """ "the worst attack since 2014", "for the first time since March": that dates nothing."""
    since = next((i for i in range(at - 1, max(-1, at - _SINCE), -1) if words[i] == "since"), None)
    known = word_set("dates", "compared", "words")
    before = words[max(0, (since or 0) - _SINCE) : since]
    return since is not None and not set(known).isdisjoint(before)


def _joined(text: str, tokens: Sequence[Token], found: list[Dated]) -> list[Dated]:
    """ "Wednesday and Thursday", "26 May to 3 June": one window; "Monday, 4 May": one day."""
    joined: list[Dated] = []
    for dated in found:
        before = joined[-1] if joined else None
        window = _window_of(text, tokens, before, dated) if before else None
        if window:
            joined.pop()
        joined.append(window or dated)
    return joined


def _window_of(text: str, tokens: Sequence[Token], one: Dated, other: Dated) -> Dated | None:
    if other.first != one.last + 1 or other.since or not (one.when.start and other.when.start):
        return None
    word = tokens[one.last].lower
    start, end = one.when.start, other.when.end or other.when.start
    one_day = one.since or one.when.date_prec == _DAY_PREC
    same = word == "," and start == other.when.start and one_day
    spans = word in _AND and start < end <= start + timedelta(days=_LAST_DAY)
    if not (same or spans) or max(one.when.date_prec or 0, other.when.date_prec or 0) > _DAYS_PREC:
        return None
    end = max(end, one.when.end or end) if one.since else end
    at = Span(tokens[one.first].start, tokens[other.last - 1].end)
    written = text[at.start : at.end]
    when = When(start, end, _precision(start, end), written, one.when.basis, at)
    return Dated(one.first, other.last, when, one.since)


def assumed(published: date | None) -> When:
    """What an undated statement may mean: UCDP's three days before the report, or unknown."""
    if published is None:
        return When()
    rule = load("dates")["assumed"]
    start, end = (published + timedelta(days=rule[side]) for side in ("start", "end"))
    return When(start, end, rule["precision"], None, "assumed")


def _read(
    words: list[str], tokens: Sequence[Token], at: int, published: date | None
) -> Read | None:
    return (
        _iso(words, at)
        or _month(words, tokens, at, published)
        or _relative(words, at, published)
        or _weekday(words, tokens, at, published)
        or _period(words, at, published)
        or _year(words, at)
    )


def _iso(words: list[str], at: int) -> Read | None:
    match = _ISO.fullmatch(words[at])
    if not match:
        return None
    day = _day(int(match[1]), int(match[2]), int(match[3]))
    return (at + 1, day, day, _DAY_PREC, "stated") if day else None


def _month(
    words: list[str], tokens: Sequence[Token], at: int, published: date | None
) -> Read | None:
    """ "March 12, 2020", "12 March", "early March", "March 2020", "December 13"."""
    months = _months()
    if words[at][0].isdigit():
        return _day_first(words, tokens, at, published)
    part = words[at].removesuffix("-")
    if part in ("early", "mid", "late") and at + 1 < len(words) and words[at + 1] in months:
        return _month_part(words, at + 1, part, published)
    if words[at] not in months or not tokens[at].capitalised:
        return None
    after = at + 1 + (words[at + 1 : at + 2] == ["."])
    days = _days(words, after, _TO)
    if days:
        last, year = _year_after(words, days[2])
        return _dated(last, year, months[words[at]], days[:2], published)
    named = _year_after(words, at + 1)[1] is not None or words[at - 1 : at][:1] in _BEFORE_MONTHS
    if not named:
        return None  # "Fayez Jan", "Theresa May"
    return _month_part(words, at, "", published)


def _day_first(
    words: list[str], tokens: Sequence[Token], at: int, published: date | None
) -> Read | None:
    """ "12 March", "the 12th of March 2020", "26 and 28 November", "3-7 August"."""
    days = _days(words, at, _AND)
    if not days:
        return None
    named = days[2] + (words[days[2] : days[2] + 1] == ["of"])
    month = _months().get(words[named]) if named < len(words) else None
    if month is None:
        return None
    last, year = _year_after(words, named + 1)
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
    joined = at + 1 < len(words) and words[at + 1] in joins
    other = _day_number(words, at + 2) if joined else None
    return (day, other, at + 3) if other and other > day else (day, day, at + 1)


def _day_number(words: list[str], at: int) -> int | None:
    """The day of a month that ``words[at]`` writes, or None."""
    match = _DAY.fullmatch(words[at]) if at < len(words) else None
    return int(match[1]) if match and 1 <= int(match[1]) <= _LAST_DAY else None


def _month_part(words: list[str], at: int, part: str, published: date | None) -> Read:
    last, year = _year_after(words, at + 1)
    month = _months()[words[at]]
    year = year or _latest_year(month, 1, published)
    if year is None:
        return last, None, None, None, "unknown"
    first, final = load("dates")["parts"].get(part, (1, 31))
    final = min(final, calendar.monthrange(year, month)[1])
    precision = _MONTH_PREC
    return last, date(year, month, first), date(year, month, final), precision, "stated"


def _year_after(words: list[str], at: int) -> tuple[int, int | None]:
    skip = 1 if words[at : at + 1] == [","] else 0
    if at + skip < len(words) and _YEAR.fullmatch(words[at + skip]):
        return at + skip + 1, int(words[at + skip])
    short = words[at + 1 : at + 2] and words[at + 1] in _AFTER_SHORT_YEAR
    if short and _SHORT_YEAR.fullmatch(words[at]):
        return at + 1, int(words[at]) + (1900 if int(words[at]) >= _CENTURY else 2000)
    return at, None


def _dated(
    last: int, year: int | None, month: int, days: tuple[int, int], published: date | None
) -> Read:
    year = year or _latest_year(month, days[0], published)
    start, end = (_day(year, month, day) if year else None for day in days)
    if start is None or end is None:
        return last, None, None, None, "unknown"
    return last, start, end, _precision(start, end), "stated"


def _latest_year(month: int, day: int, published: date | None) -> int | None:
    """The year of the latest such day that is not after publication."""
    if published is None:
        return None
    return published.year - ((month, day) > (published.month, published.day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _relative(words: list[str], at: int, published: date | None) -> Read | None:
    table, firsts = _phrases()
    if words[at] not in firsts:
        return None
    for size in range(_LONGEST, 0, -1):
        rule = table.get(tuple(words[at : at + size]))
        if rule and at + size <= len(words):
            return _window(at + size, published, *rule)
    return None


def _window(last: int, published: date | None, start: int, end: int, precision: int) -> Read:
    if published is None:
        return last, None, None, None, "unknown"
    first, final = published + timedelta(days=start), published + timedelta(days=end)
    return last, first, final, precision, "relative"


def _weekday(
    words: list[str], tokens: Sequence[Token], at: int, published: date | None
) -> Read | None:
    """The latest such day on or before publication; "last Monday" lies before it."""
    days = _weekdays()
    before = words[at - 1] if at else ""
    if words[at] not in days or not tokens[at].capitalised or before == "next":
        return None
    last = at + 1
    if published is None:
        return last, None, None, None, "unknown"
    back = (published.weekday() - days[words[at]]) % 7
    back = back or 7 * (before == "last")
    day = published - timedelta(days=back)
    return last, day, day, _DAY_PREC, "relative"


def _period(words: list[str], at: int, published: date | None) -> Read | None:
    """ "this week", "last month", "two days ago"."""
    ago = _ago(words, at, published)
    if ago:
        return ago
    unit = words[at + 1] if at + 1 < len(words) else ""
    if words[at] not in ("this", "last") or unit not in ("week", "month", "year"):
        return None
    if published is None:
        return at + 2, None, None, None, "unknown"
    start, end, precision = _calendar(words[at] == "last", unit, published)
    return at + 2, start, end, precision, "relative"


def _calendar(last: bool, unit: str, published: date) -> tuple[date, date, int]:
    if unit == "week":
        monday = published - timedelta(days=published.weekday())
        if last:
            return monday - timedelta(days=7), monday - timedelta(days=1), _WEEK_PREC
        return monday, published, _WEEK_PREC
    first = published.replace(day=1) if unit == "month" else published.replace(month=1, day=1)
    precision = _MONTH_PREC if unit == "month" else _YEAR_PREC
    if not last:
        return first, published, precision
    final = first - timedelta(days=1)
    return (
        final.replace(day=1) if unit == "month" else final.replace(month=1, day=1),
        final,
        precision,
    )


def _ago(words: list[str], at: int, published: date | None) -> Read | None:
    if words[at + 2 : at + 3] not in (["ago"], ["earlier"], ["before"]):
        return None
    count = _SMALL.get(words[at], 1 if words[at] == "a" else 0)
    count = count or (
        int(words[at]) if words[at].isdecimal() and len(words[at]) < _FOUR_DIGITS else 0
    )
    unit = words[at + 1].removesuffix("s")
    if not count or unit not in _UNITS:
        return None
    days = count * _UNITS[unit]
    precision = {"day": _DAY_PREC, "week": _WEEK_PREC, "month": _MONTH_PREC}.get(unit, _YEAR_PREC)
    return _window(at + 3, published, -days, -days, precision)


def _year(words: list[str], at: int) -> Read | None:
    months = load("dates")["year_parts"].get(words[at].removesuffix("-"))
    if months and at + 1 < len(words) and _YEAR.fullmatch(words[at + 1]):
        year, (first, last) = int(words[at + 1]), months
        final = date(year, last, calendar.monthrange(year, last)[1])
        return at + 2, date(year, first, 1), final, _YEAR_PREC, "stated"
    before = words[at - 1] if at else ""
    if not _YEAR.fullmatch(words[at]):
        return None
    if before not in ("in", "since", "of", "until", "during", "by") and not _names_war(words, at):
        return None
    year = int(words[at])
    return at + 1, date(year, 1, 1), date(year, 12, 31), _YEAR_PREC, "stated"


def _names_war(words: list[str], at: int) -> bool:
    """ "In the 2020 war": the year says which."""
    opens = words[max(0, at - 2) : at] in (["in", "the"], ["during", "the"])
    return opens and words[at + 1 : at + 2] != [] and words[at + 1] in _wars()


@cache
def _wars() -> frozenset[str]:
    return word_set("dates", "named_years", "words")


def _precision(start: date, end: date | None) -> int:
    """UCDP's date_prec of a window, in days: 1; 2-6; 7; up to 31; longer."""
    days = ((end or start) - start).days + 1
    bounds = ((1, _DAY_PREC), (6, _DAYS_PREC), (7, _WEEK_PREC), (31, _MONTH_PREC))
    return next((precision for longest, precision in bounds if days <= longest), _YEAR_PREC)


def _begins(word: str) -> bool:
    """Whether a date can begin with a word."""
    return word in _starts() or word[0].isdigit()


_BEGINS = Memo(_begins)


@cache
def _starts() -> frozenset[str]:
    """The words with which a date can begin, figures aside."""
    parts = [form for part in load("dates")["parts"] for form in (part, f"{part}-")]
    periods = ("this", "last", "a", *_SMALL)
    return frozenset((*_months(), *_weekdays(), *_phrases()[1], *parts, *periods))


def is_weekday(word: str) -> bool:
    """Whether a word in small letters names a day of the week."""
    return word in _weekdays()


def is_month(word: str) -> bool:
    """Whether a word in small letters names a month."""
    return word in _months()


@cache
def _months() -> dict[str, int]:
    return _numbered("months", 1)


@cache
def _weekdays() -> dict[str, int]:
    return _numbered("weekdays", 0)


def _numbered(name: str, first: int) -> dict[str, int]:
    names = load("dates")[name]["names"]
    return {word: n for n, words in enumerate(names, first) for word in words.split()}


@cache
def _phrases() -> tuple[dict[tuple[str, ...], tuple[int, int, int]], frozenset[str]]:
    table = {
        tuple(words.split()): (rule["start"], rule["end"], rule["precision"])
        for rule in load("dates")["relative"]
        for words in rule["words"]
    }
    return table, frozenset(words[0] for words in table)

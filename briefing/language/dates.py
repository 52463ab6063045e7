"""When something happened, by UCDP's conventions, relative to the day of publication.

Source of the rules: UCDP GED codebook (``date_prec``; "recently" and undated reports are the three
days before the report; "this week" is Monday to the report; "last week" the week before).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from briefing.language.comparisons import is_measure, is_ranked, since_before
from briefing.language.datefigures import day_of, in_figures
from briefing.language.dateparts import (
    DAY_PREC,
    DAYS_PREC,
    YEAR,
    Read,
    before_month,
    is_weekday,
    latest_year,
    months,
    months_joined,
    precision_of,
    unknown,
    weekdays,
)
from briefing.language.daygroups import counts_behind_month, ends_days
from briefing.language.periods import days_of_month, period_starts, read_period
from briefing.language.tokens import Token, lowered
from briefing.lexicon import load, word_set
from briefing.lexicon.memo import Memo
from briefing.models import Span, When
from briefing.records import replace

_WEEKDAYS: Final = weekdays()
_NAMES: Final = word_set("dates", "names", "words")

_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_ORDINAL: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_MONTHS: Final = 12
_WEEK: Final = 7
_BOUNDS: Final = frozenset(("between", "from"))
_DASHES: Final = frozenset("-–—")
_DAYS: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-/\u2010-\u2013](\d{1,2})(?:st|nd|rd|th)?")
_TO: Final = frozenset(("to", "into", "-", "–", "—", "through", "until", "till"))
_OF_DAY: Final = frozenset(("night", "evening", "morning", "afternoon"))
_AND: Final = frozenset(("and", "or", *_TO))
_OR: Final = _AND | {"/"}  # "the night of 25/26 October"
_SHORT_YEAR: Final = re.compile(r"\d\d")
# In a dateline: "21 Jan 89 (AFP) --"
_AFTER_SHORT_YEAR: Final = frozenset(("(", "--", "—", "–", ")"))
_CENTURY: Final = 50  # two figures from here on are of the last century
_PARTS: Final = ("early", "mid", "late")
_AHEAD: Final = 10  # days: "the summit of 11-12 October", told on the 8th, is that of the same year
_HAS_SINCE: Final = frozenset(("has", "have", "had", "was", "were", "is", "are"))
_IN_CLAUSE: Final = frozenset(("'s", "’s", "-"))
_LAST_DAY: Final = 31
_FULL_DATE: Final = 6  # tokens of ", 15 March 2025, when"


class Dated(NamedTuple):
    """A date that covers ``tokens[first:last]``. ``since``: the window opens there.

    ``opening``: of such a window the day or month that the text names, and the word "since" before.
    """

    first: int
    last: int
    when: When
    since: bool = False
    shift: int | None = None  # counted in days from the day that the text told before
    clause: bool = False  # or what follows from what the sentence tells: "a day after X fell"
    opening: tuple[int, When] | None = None


def find_dates(
    text: str, tokens: Sequence[Token], published: date | None, words: list[str] | None = None
) -> list[Dated]:
    """The dates of one sentence. Without ``published`` relative dates keep only their words.

    ``words``: the tokens in lower case, where the caller has them.
    """
    words = words or lowered(tokens)
    found: list[Dated] = []
    opening: list[Dated] = []  # behind "since", as the day or month that they name
    last = 0
    for position in _BEGINS.positions(words):
        if position < last:
            continue
        read = _read(words, tokens, position, published) or _ordinal(words, position, found)
        if read is None:
            continue
        last, start, end, precision, basis, shift, clause = read
        if _is_of_name(words, last) or _is_ranked_span(words, position, precision):
            continue
        at = Span(tokens[position].start, tokens[last - 1].end)
        when = When(start, end, precision if start else None, text[at.start : at.end], basis, at)
        dated = Dated(position, last, when, False, shift, clause)
        since = _since(words, position, found) if start and position else None
        if since is not None:
            opening.append(dated)
            dated = _from_then_on(dated, since, published)
        if not is_measure(words, position, precision):
            found.append(dated)
    told = _joined(text, tokens, found)
    return [*told, *_clauses(words, opening)] if opening else told


def _is_ranked_span(words: list[str], at: int, precision: int | None) -> bool:
    return (precision or 0) > DAYS_PREC and is_ranked(words, at)


def _from_then_on(dated: Dated, since: int, published: date | None) -> Dated:
    """The window that a date behind the word "since" opens."""
    when = dated.when
    end = published or when.end
    precision = precision_of(when.start, end) if when.start else None
    window = replace(when, end=end, date_prec=precision)
    return dated._replace(when=window, since=True, opening=(since, when))


def _clauses(words: list[str], opening: Sequence[Dated]) -> list[Dated]:
    """ "Since 15 March, when 53 died": what "when" opens happened on that day."""
    found: dict[int, Dated] = {}
    for dated in opening:
        at = _when_after(words, dated.last)
        if at is not None:
            found.setdefault(at, Dated(at, at + 1, dated.when))
    return list(found.values())


def _is_of_name(words: list[str], last: int) -> bool:
    """ "The 26 July Movement", "M-19 [19 April Movement]": the day is part of a name."""
    named = last < len(words) and words[last] in _NAMES
    return named and last > 1 and words[last - 1] in months()


def _when_after(words: list[str], last: int) -> int | None:
    """Where "when" follows a date: behind ", 15 March 2025,"."""
    for at in range(last, min(len(words), last + _FULL_DATE)):
        word = words[at]
        if word == "when":
            return at
        if not (word == "," or word in months() or word in _WEEKDAYS or word.isdigit()):
            return None
    return None


def _since(words: list[str], at: int, before: Sequence[Dated]) -> int | None:
    """Where the "since" stands from which a date opens a window: "since April 2023", "since last
    Sunday", "since the war began in April 2023", "since he took office on Monday"."""
    since = since_before(words, at)
    if since is None:
        return None
    between = words[since + 1 : at]
    if len(between) <= 1 and between in ([], ["the"], ["last"]):
        return since
    alone = between[0] == "then" or words[since - 1] in _HAS_SINCE  # "has since died"
    alone = alone or (bool(before) and before[-1].first > since)  # "since May six died on Monday"
    clause = all(word[0].isalnum() or word in _IN_CLAUSE for word in between)
    return since if clause and not alone else None


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
    joint = one.last + (tokens[one.last].lower in _OF_DAY)  # "Tuesday night into Wednesday"
    if other.first != joint + 1 or other.since or not (one.when.start and other.when.start):
        return None
    word = tokens[joint].lower
    start, end = one.when.start, other.when.end or other.when.start
    bounds = one.first > 0 and tokens[one.first - 1].lower in _BOUNDS and word in _AND
    bounds = bounds or (word in _DASHES and one.last == other.first - 1)
    if bounds and is_weekday(tokens[one.last - 1].lower) and start > end:
        start -= timedelta(days=_WEEK)  # "between Friday and Sunday", told on a Friday
    one_day = one.since or one.when.date_prec == DAY_PREC
    same = word == "," and start == other.when.start and one_day
    spans = word in _AND and start < end <= start + timedelta(days=_LAST_DAY)
    coarse = max(one.when.date_prec or 0, other.when.date_prec or 0) > DAYS_PREC
    months_between = bounds and start < end
    if not (same or spans or months_between) or (coarse and not months_between):
        return None
    end = max(end, one.when.end or end) if one.since else end
    at = Span(tokens[one.first].start, tokens[other.last - 1].end)
    written = text[at.start : at.end]
    when = When(start, end, precision_of(start, end), written, one.when.basis, at)
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
        or _weekday(words, tokens, at, published)
        or read_period(words, at, published)
    )


def _iso(words: list[str], at: int) -> Read | None:
    if not words[at][0].isdigit():
        return None
    match = _ISO.fullmatch(words[at])
    if not match:
        return in_figures(words, at)
    day = day_of(int(match[1]), int(match[2]), int(match[3]))
    return Read(at + 1, day, day, DAY_PREC, "stated") if day else None


def _month(
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
    both = _days(words, at, _AND)
    return both if both and ends_days(words, both[2]) else _days(words, at, _TO)


def _month_alone(words: list[str], at: int, published: date | None) -> Read | None:
    placed = at > 0 and words[at - 1] in before_month()
    dated = _year_after(words, at + 1)[1] is not None
    if not (placed or dated or _is_bound(words, at)):
        return None  # "Fayez Jan", "Theresa May"
    return _month_part(words, at, "", words[at], published)


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
        bounded = joint and (joint[0] in _DASHES or (bound in _BOUNDS and joint[0] in _AND))
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
    if part not in _PARTS:
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
    """As ``_year_after``, also of "3 May last year", "12 May of last year"."""
    last, year = _year_after(words, at)
    of = words[at : at + 1] == ["of"]
    if year is None and published and words[at + of : at + of + 2] == ["last", "year"]:
        return at + of + 2, published.year - 1
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


def _weekday(
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


def _ordinal(words: list[str], at: int, before: Sequence[Dated]) -> Read | None:
    """ "On 21 January … and on the 23rd": the first such day from the one that was told before."""
    if not before or words[at - 1 : at] != ["the"]:
        return None
    day, told = _ORDINAL.fullmatch(words[at]), before[-1].when.end
    following = words[at + 1] if at + 1 < len(words) else "."
    ends = not following.isalpha() or following in _AND
    ends = ends or (words[at - 2 : at - 1] == ["on"] and following in _subjects())
    if not (day and told and ends):
        return None
    months_on = (told.month + (int(day[1]) < told.day), told.year)
    month, year = (1, told.year + 1) if months_on[0] > _MONTHS else months_on
    named = day_of(year, month, int(day[1]))
    return Read(at + 1, named, named, DAY_PREC, "stated") if named else None


@cache
def _subjects() -> frozenset[str]:
    """Words behind a day that begin what happened on it: "on the 23rd they entered Sake"."""
    classes = (word_set("grammar", "classes", name) for name in ("pronoun", "determiner"))
    return frozenset().union(*classes)


def _begins(word: str) -> bool:
    """Whether a date can begin with a word."""
    return word in _starts() or word[0].isdigit() or months_joined(word)


_BEGINS: Final = Memo(_begins)


@cache
def _starts() -> frozenset[str]:
    """The words with which a date can begin, figures aside."""
    parts = [form for part in _PARTS for form in (part, f"{part}-")]
    joined = [f"{part}-{month}" for part in _PARTS for month in months()]
    return frozenset((*months(), *weekdays(), *parts, *joined, *period_starts()))

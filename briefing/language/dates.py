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
from briefing.language.datefigures import day_of
from briefing.language.dateparts import (
    DAY_PREC,
    DAYS_PREC,
    Read,
    is_weekday,
    months,
    months_joined,
    precision_of,
    weekdays,
)
from briefing.language.nameddays import (
    BETWEEN,
    BOUNDS,
    DASHES,
    FEASTS,
    PARTS_OF_MONTH,
    read_feast,
    read_figures,
    read_month,
    read_weekday,
)
from briefing.language.periods import period_starts, read_period
from briefing.language.runup import RUNS_UP, run_up
from briefing.language.tokens import Token, lowered
from briefing.lexicon import load, word_set
from briefing.lexicon.memo import Memo
from briefing.models import Span, When
from briefing.records import replace

_WEEKDAYS: Final = weekdays()
_WEEK: Final = 7
_LAST_DAY: Final = 31
_NAMES: Final = word_set("dates", "names", "words")
_ORDINAL: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_MONTHS: Final = 12
_OF_DAY: Final = frozenset(("night", "evening", "morning", "afternoon"))
_HAS_SINCE: Final = frozenset(("has", "have", "had", "was", "were", "is", "are"))
_IN_CLAUSE: Final = frozenset(("'s", "’s", "-"))
_TO_DATE: Final = frozenset(
    tuple(phrase.split()) for phrase in word_set("dates", "to_date", "phrases")
)
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
        if _names_movement(words, last) or _is_ranked_span(words, position, precision):
            continue
        at = Span(tokens[position].start, tokens[last - 1].end)
        when = When(start, end, precision if start else None, text[at.start : at.end], basis, at)
        dated = Dated(position, last, when, False, shift, clause)
        since = _since(words, position, last, found) if start and position else None
        if since is not None:
            opening.append(dated)
            dated = _from_then_on(dated, since, published)
        elif position > 1 and words[position - 1] in RUNS_UP and start:
            dated = dated._replace(when=run_up(words, position, when))
        if not is_measure(words, position, precision):
            found.append(dated)
        elif since is None:
            opening.append(dated)  # "twice as many as in 2022, when 19 died"
    told = _joined(text, tokens, found)
    return [*told, *_clauses(words, opening)] if opening else told


def _is_ranked_span(words: list[str], at: int, precision: int | None) -> bool:
    return (precision or 0) > DAYS_PREC and is_ranked(words, at)


def _from_then_on(dated: Dated, since: int, published: date | None) -> Dated:
    """The window that a date behind the word "since" opens; told on a Friday, "since Friday" is
    since the one before."""
    when = dated.when
    if when.start == published and when.start and _is_weekday_alone(when):
        when = replace(when, start=when.start - timedelta(days=_WEEK), end=when.start)
    end = published or when.end
    precision = precision_of(when.start, end) if when.start else None
    window = replace(when, end=end, date_prec=precision)
    return dated._replace(when=window, since=True, opening=(since, when))


def _is_weekday_alone(when: When) -> bool:
    return when.as_written is not None and is_weekday(when.as_written.lower())


def _clauses(words: list[str], opening: Sequence[Dated]) -> list[Dated]:
    """ "Since 15 March, when 53 died": what "when" opens happened on that day."""
    found: dict[int, Dated] = {}
    for dated in opening:
        at = _when_after(words, dated.last)
        if at is not None:
            found.setdefault(at, Dated(at, at + 1, dated.when))
    return list(found.values())


def _names_movement(words: list[str], last: int) -> bool:
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


def _since(words: list[str], at: int, last: int, before: Sequence[Dated]) -> int | None:
    """Where the "since" stands from which a date opens a window: "since April 2023", "since last
    Sunday", "since the war began in April 2023", "since he took office on Monday"; or the "from"
    of "from May to date"."""
    if words[at - 1] == "from" and tuple(words[last : last + 2]) in _TO_DATE:
        return at - 1
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
    word = tokens[joint].lower if joint < len(tokens) else ""
    behind = joint + 1 + (word in BETWEEN and tokens[joint + 1].lower in PARTS_OF_MONTH)
    if other.first != behind or other.since or not (one.when.start and other.when.start):
        return None
    start, end = one.when.start, other.when.end or other.when.start
    opens = one.first - 1 - (one.first > 1 and tokens[one.first - 1].lower in PARTS_OF_MONTH)
    bounds = opens >= 0 and tokens[opens].lower in BOUNDS and word in BETWEEN
    bounds = bounds or (word in DASHES and one.last == other.first - 1)
    if bounds and is_weekday(tokens[one.last - 1].lower) and start > end:
        start -= timedelta(days=_WEEK)  # "between Friday and Sunday", told on a Friday
    one_day = one.since or one.when.date_prec == DAY_PREC
    same = word == "," and start == other.when.start and one_day
    spans = word in BETWEEN and start < end <= start + timedelta(days=_LAST_DAY)
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
        read_figures(words, at)
        or read_month(words, tokens, at, published)
        or read_weekday(words, tokens, at, published)
        or read_feast(words, at, published)
        or read_period(words, at, published)
    )


def _ordinal(words: list[str], at: int, before: Sequence[Dated]) -> Read | None:
    """ "On 21 January … and on the 23rd": the first such day from the one that was told before."""
    if not before or words[at - 1 : at] != ["the"]:
        return None
    day, told = _ORDINAL.fullmatch(words[at]), before[-1].when.end
    following = words[at + 1] if at + 1 < len(words) else "."
    ends = not following.isalpha() or following in BETWEEN
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
    parts = [form for part in PARTS_OF_MONTH for form in (part, f"{part}-")]
    joined = [f"{part}-{month}" for part in PARTS_OF_MONTH for month in months()]
    return frozenset((*months(), *weekdays(), *parts, *joined, *FEASTS, *period_starts()))

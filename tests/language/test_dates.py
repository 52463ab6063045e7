"""Dates by UCDP's conventions, relative to the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.language import tokenize
from briefing.language.dates import assumed, find_dates
from briefing.lexicon import examples

FRIDAY = date(2024, 11, 29)

DATES = [
    # a weekday is the latest one, on the day itself that day
    ("on Thursday", date(2024, 11, 28), date(2024, 11, 28), 1),
    ("on Friday", FRIDAY, FRIDAY, 1),
    ("last Friday", date(2024, 11, 22), date(2024, 11, 22), 1),
    # days with and without a year; without one the latest that is past
    ("on March 12, 2020", date(2020, 3, 12), date(2020, 3, 12), 1),
    ("on 30 December", date(2023, 12, 30), date(2023, 12, 30), 1),
    ("on Dec. 13", date(2023, 12, 13), date(2023, 12, 13), 1),
    # UCDP: early March is the 1st to the 10th
    ("in early March", date(2024, 3, 1), date(2024, 3, 10), 4),
    ("in late 2022", date(2022, 9, 1), date(2022, 12, 31), 5),
    # a feast is the last one
    ("on New Year's Eve", date(2023, 12, 31), date(2023, 12, 31), 1),
    ("the Christmas Day raid", date(2023, 12, 25), date(2023, 12, 25), 1),
    ("yesterday", date(2024, 11, 28), date(2024, 11, 28), 1),
    # the past 24 hours are the report's day and the day before
    ("in the past 24 hours", date(2024, 11, 28), FRIDAY, 2),
    # last week is the previous Monday to Sunday; this week from Monday on
    ("last week", date(2024, 11, 18), date(2024, 11, 24), 3),
    ("this week", date(2024, 11, 25), FRIDAY, 3),
    ("recently", date(2024, 11, 26), date(2024, 11, 28), 2),
    ("in the past ten days", date(2024, 11, 19), FRIDAY, 4),
    ("over the last 72 hours", date(2024, 11, 26), FRIDAY, 2),
    ("in the previous 3 months", date(2024, 8, 31), FRIDAY, 5),
    ("two days ago", date(2024, 11, 27), date(2024, 11, 27), 1),
    ("in 2012", date(2012, 1, 1), date(2012, 12, 31), 5),
    # several days are one window, in figures or by name; a day told twice is one
    ("between 26 and 28 November", date(2024, 11, 26), date(2024, 11, 28), 2),
    ("from 3 to 7 August", date(2024, 8, 3), date(2024, 8, 7), 2),
    ("on May 5-9", date(2024, 5, 5), date(2024, 5, 9), 2),
    ("26 October to 3 November", date(2024, 10, 26), date(2024, 11, 3), 4),
    ("on Tuesday and Wednesday", date(2024, 11, 26), date(2024, 11, 27), 2),
    ("on Wednesday, 27 November", date(2024, 11, 27), date(2024, 11, 27), 1),
    # a window that opens there and ends with the report
    ("since Wednesday", date(2024, 11, 27), FRIDAY, 2),
    ("since last Monday", date(2024, 11, 25), FRIDAY, 2),
    ("since the start of the month", date(2024, 11, 1), FRIDAY, 4),
    # parts of a month and of a year
    ("at the end of October", date(2024, 10, 21), date(2024, 10, 31), 4),
    ("at the beginning of this month", date(2024, 11, 1), date(2024, 11, 10), 4),
    ("in the first half of March 2023", date(2023, 3, 1), date(2023, 3, 15), 4),
    ("in the second half of last month", date(2024, 10, 16), date(2024, 10, 31), 4),
    ("in the middle of last year", date(2023, 5, 1), date(2023, 8, 31), 5),
    ("in the first week of October", date(2024, 10, 1), date(2024, 10, 7), 4),
    ("during the last week of October", date(2024, 10, 25), date(2024, 10, 31), 4),
    # a night between two days
    ("overnight into Friday", date(2024, 11, 28), FRIDAY, 2),
    ("on Tuesday night into Wednesday", date(2024, 11, 26), date(2024, 11, 27), 2),
    # the weekend is the latest that has begun
    ("at the weekend", date(2024, 11, 23), date(2024, 11, 24), 2),
    ("over last weekend", date(2024, 11, 23), date(2024, 11, 24), 2),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), DATES)
def test_reads(text: str, start: date, end: date, precision: int) -> None:
    """Each phrase gives its window and UCDP's precision."""
    when = find_dates(text, tokenize(text), FRIDAY)[0].when
    assert (when.start, when.end, when.date_prec) == (start, end, precision)


SINCE_WHEN = [
    ("since Monday, 25 November, when", date(2024, 11, 25)),
    ("since Tuesday when", date(2024, 11, 26)),
    ("since Wednesday, when", date(2024, 11, 27)),
]


@pytest.mark.parametrize(("text", "day"), SINCE_WHEN)
def test_since_a_day_when(text: str, day: date) -> None:
    """What stands before runs from that day on; what "when" opens happened on it."""
    window, clause = (dated.when for dated in find_dates(text, tokenize(text), FRIDAY))
    assert (window.start, window.end) == (day, FRIDAY)
    assert (clause.start, clause.end) == (day, day)


SINCE_AN_EVENT = [
    ("since the coup of February 2021", date(2021, 2, 1)),
    ("since the failed raid on Goma in April", date(2024, 4, 1)),
    ("since a truce in May 2023", date(2023, 5, 1)),
]


@pytest.mark.parametrize(("text", "start"), SINCE_AN_EVENT)
def test_since_an_event(text: str, start: date) -> None:
    """The window opens with the event that "since" names, and runs up to the report."""
    (dated,) = find_dates(text, tokenize(text), FRIDAY)
    assert (dated.when.start, dated.when.end, dated.since) == (start, FRIDAY, True)


def test_since_then_is_no_window() -> None:
    """ "They have since left in April": April opens nothing."""
    text = "they have since left the town in April"
    (dated,) = find_dates(text, tokenize(text), FRIDAY)
    assert not dated.since


MEASURES = [
    "The war displaced 1.9 million people, more than in any year since 1948",
    "Drones killed 34 people, more than in July",
    "The toll is 29 per cent higher than in the last quarter of 2019",
    "Shelling killed 34 people, up from 19 in May",
    "Nine people were killed, compared with 12 on Monday",
    "It was the calmest week since June, they said",
]


@pytest.mark.parametrize("text", MEASURES)
def test_measures_date_nothing(text: str) -> None:
    """What a count is measured against is no time at which its people were hurt."""
    assert not find_dates(text, tokenize(text), FRIDAY)


YEARS = [
    ("the revolt of 1916-17", date(1916, 1, 1), date(1917, 12, 31)),
    ("in 1998–2002", date(1998, 1, 1), date(2002, 12, 31)),
    ("during 2011-12", date(2011, 1, 1), date(2012, 12, 31)),
]


@pytest.mark.parametrize(("text", "start", "end"), YEARS)
def test_years_as_one_word(text: str, start: date, end: date) -> None:
    """Two years with a dash between them are the window from the one to the other."""
    (dated,) = find_dates(text, tokenize(text), FRIDAY)
    assert (dated.when.start, dated.when.end) == (start, end)
    assert not find_dates("the 2024-25 season", tokenize("the 2024-25 season"), FRIDAY)


@pytest.mark.parametrize("text", ["on Thursday", "yesterday", "on March 12", "last week"])
def test_undated_without_publication(text: str) -> None:
    """Without a publication date relative words stay words."""
    when = find_dates(text, tokenize(text), None)[0].when
    assert when.start is None
    assert when.as_written is not None
    assert when.basis == "unknown"


def test_silence_is_the_three_days_before() -> None:
    """A report without a date speaks of the three days before it; unpublished, of none."""
    when = assumed(FRIDAY)
    assert (when.start, when.end, when.date_prec) == (date(2024, 11, 26), date(2024, 11, 28), 2)
    assert assumed(None).start is None


_NO_DATES = (
    "dates.assumed",
    "dates.chronicle",
    "dates.compared",
    "dates.terms",
    "dates.yardsticks",
)


@pytest.mark.parametrize(("key", "text"), [(k, rule["example"]) for k, rule in examples("dates")])
def test_lexicon_examples(key: str, text: str) -> None:
    """Every rule of the lexicon finds a date in its own example, the rules for none find none."""
    assert bool(find_dates(text, tokenize(text), FRIDAY)) == (key not in _NO_DATES)


@pytest.mark.parametrize(
    "text",
    [
        "They may leave",
        "Fayez Jan left",
        "the march on the capital",
        "next Monday",
        "the worst raid since 2014",
        "next weekend",
        "by the end of the year",
        "the end of the war",
    ],
)
def test_no_dates(text: str) -> None:
    """Words that only look like dates, and days to come, are none."""
    assert not find_dates(text, tokenize(text), FRIDAY)


@pytest.mark.parametrize(
    ("text", "shift", "clause"),
    [
        ("two days later", 2, False),
        ("the day before, in Goma", -1, False),
        # what follows is so far from what the sentence tells, on the other side
        ("two days before the vote", 2, True),
        ("the day after he fled", -1, True),
    ],
)
def test_counted(text: str, shift: int, clause: bool) -> None:
    """Days counted from another have no date of their own yet."""
    dated = find_dates(text, tokenize(text), FRIDAY)[0]
    assert (dated.when.start, dated.shift, dated.clause) == (None, shift, clause)

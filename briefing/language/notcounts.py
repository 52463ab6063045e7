"""Figures that count nobody: days, years, ages, shares, times, and parts of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from briefing.language.ages import BEFORE_AGES, is_age
from briefing.language.dateparts import is_weekday, months
from briefing.language.daygroups import BETWEEN_DAYS, counts_behind_month, is_further_day
from briefing.language.numerals import number_of
from briefing.language.tokens import Token
from briefing.lexicon import load, word_set

year_words = partial(word_set, "quantities", "years")
_RANKS: Final = word_set("quantities", "not_counts", "ranks")
_DAYS: Final = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?(?:[-\u2010-\u2013][0-3]?\d(?:st|nd|rd|th)?)?")
_YEARS: Final = range(1900, 2100)
_YEAR_DIGITS: Final = 4


def counts_something(tokens: Sequence[Token], words: list[str], first: int, last: int) -> bool:
    """Whether the number counts something: not a year, an age, a time, a measure or a name."""
    before = words[first - 1] if first else ""
    if before == "." and words[first - 2] in months():
        before = words[first - 2]  # "Oct. 14"
    after = words[last] if last < len(words) else ""
    not_after, not_before = _NOT_COUNTS
    named = before in not_before and not _follows_day(words, first)
    named = named and not counts_behind_month(words, first)
    figure = words[first][0].isdigit()
    rank = named and (figure or before in _RANKS)
    if after in not_after or rank or (figure and is_day_of_month(tokens, words, first)):
        return False
    if (
        words[first].isdecimal()
        and int(words[first]) in _YEARS
        and len(words[first]) == _YEAR_DIGITS
    ):
        plural = after.endswith("s") or after in year_words("plurals")
        counted = after.isalpha() and plural and tokens[last].text.islower()
        return counted and before not in year_words("before")
    if is_ratio(words, last + 1) or (first > 1 and is_ratio(words, first)):
        return False
    if before in BEFORE_AGES and is_age(words, first):
        return False
    aged = before == "," and after in (",", ")", "and", ";", ".", "") and first > 1
    named = aged and tokens[first - 2].text[:1].isupper() and not is_weekday(words[first - 2])
    if named and figure:  # "Omar Ali, 21,", but not "on Monday, 12 and seven people"
        return False
    return not (_written_on(tokens, last) or _written_on(tokens, first - 1))


def is_ratio(words: list[str], second: int) -> bool:
    """ "One in five of the wounded", "two in three children": a share, and no count."""
    if words[second - 1 : second] != ["in"] or not number_of(words[second - 2]):
        return False
    counted = words[second + 1] if second + 1 < len(words) else ""
    return counted in year_words("shared") and number_of(words[second]) is not None


def _written_on(tokens: Sequence[Token], mark: int) -> bool:
    """ "15:30", "24/7": a mark between two figures without a space."""
    if not 0 < mark < len(tokens) - 1 or tokens[mark].text not in ":/":
        return False
    before, after = tokens[mark - 1], tokens[mark + 1]
    joined = before.end == tokens[mark].start and after.start == tokens[mark].end
    return joined and before.text[-1].isdigit() and after.text[0].isdigit()


def is_day_of_month(tokens: Sequence[Token], words: list[str], first: int) -> bool:
    """Whether a figure is a day, or the first of several: "26 and 28 May", "3 to 7 of August",
    or a further one: "October 26 and 27"."""
    at = first
    while at < len(words) and _DAYS.fullmatch(words[at]):
        at += 1
        if at < len(words) and words[at] in BETWEEN_DAYS:
            at += 1
        else:
            break
    at += words[at : at + 1] == ["of"]
    before = at > first and at < len(words) and words[at] in months() and tokens[at].capitalised
    return before or (words[first - 1] in BETWEEN_DAYS and is_further_day(words, first))


def _follows_day(words: list[str], first: int) -> bool:
    """ "on 12 March 30 people": the month before the figure has its day already."""
    return first > 1 and words[first - 1] in months() and bool(_DAYS.fullmatch(words[first - 2]))


def _not_counts() -> tuple[frozenset[str], frozenset[str]]:
    words = load("quantities")["not_counts"]
    return frozenset(words["after"].split()), frozenset(words["before"].split())


_NOT_COUNTS: Final = _not_counts()

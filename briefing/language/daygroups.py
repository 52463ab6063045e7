"""Days and hours as noun groups of their own: "On 21 January | M23 captured Minova"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.language.dateparts import YEAR, before_month, is_month
from briefing.language.inflection import verb_forms
from briefing.language.numerals import number_of
from briefing.language.tokens import Token
from briefing.lexicon import word_set

_DAY: Final = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?")
_OF_CLOCK: Final = word_set("dates", "clock", "words")
_JOINED: Final = "|".join(sorted(word_set("dates", "clock", "joined")))
_HOUR: Final = re.compile(rf"\d{{1,2}}(?:[.:]\d\d)?(?:{_JOINED})|\d{{1,2}}:\d\d")
BETWEEN_DAYS: Final = frozenset(("and", "to", "or", "-", "–", "—", ",", "through", "until"))


def day_end(tokens: Sequence[Token], words: Sequence[str], at: int) -> int:
    """Position behind the day or month that begins at ``at``; 0 where none does, or it ends there.

    "21 January", "January 21", "21 January 2025", "August 2024": what follows belongs to another
    group, as a name does that stands behind a day without a comma.
    """
    last = at + 1
    if last >= len(words):
        return 0
    first, following = words[at], words[last]
    if is_month(first) and tokens[at].capitalised:
        if not (_DAY.fullmatch(following) or YEAR.fullmatch(following)):
            return 0
        if counts_behind_month(words, last):
            return last
    elif not (_DAY.fullmatch(first) and is_month(following) and tokens[last].capitalised):
        return 0
    last += 1
    return last + (last < len(words) and bool(YEAR.fullmatch(words[last])))


def is_further_day(words: Sequence[str], at: int) -> bool:
    """Whether a figure is the second day of "October 26 and 27", the third of "May 3, 4 and 5"."""
    if not _DAY.fullmatch(words[at]):
        return False
    first, last, size = at, at + 1, len(words)
    while last + 1 < size and words[last] in BETWEEN_DAYS and _DAY.fullmatch(words[last + 1]):
        last += 2
    if not ends_days(words, last):
        return False
    while first > 1 and words[first - 1] in BETWEEN_DAYS and _DAY.fullmatch(words[first - 2]):
        first -= 2
    return 0 < first < at and is_month(words[first - 1])


def counts_behind_month(words: Sequence[str], at: int) -> bool:
    """Whether a figure behind a month counts what follows and is no day: "in June 12 men died"."""
    figure = words[at][0].isdigit() and not YEAR.fullmatch(words[at])
    if at < _IN_MONTH or not figure or not is_month(words[at - 1]) or ends_days(words, at + 1):
        return False
    within = words[at - _IN_MONTH] in word_set("dates", "months", "within")
    return within or not _DAY.fullmatch(words[at])


_IN_MONTH: Final = 2  # words of "in June"


def ends_days(words: Sequence[str], at: int) -> bool:
    """Whether nothing follows that a second day could count: "on January 25 and 26 in Goma", "raids
    on May 3 and 4 killed 12", but not "nine on May 9, and 10 on May 12"."""
    word, following = words[at] if at < len(words) else ".", words[at + 1 : at + 2]
    if not word.isalnum() or (word in _VERBS and _counts(following)):
        return True
    dated = any(is_month(w) or _DAY.fullmatch(w) for w in following)
    return word in word_set("grammar", "classes", "preposition") and not dated


def _counts(words: Sequence[str]) -> bool:
    return any(number_of(word) is not None or word in _BEFORE_COUNT for word in words)


_VERBS: Final = verb_forms()
_BEFORE_COUNT: Final = word_set("dates", "months", "before_count")


def clock_end(tokens: Sequence[Token], words: Sequence[str], at: int) -> int:
    """Position behind the hour that begins at ``at``: "7pm", "3 a.m.", "30" of "06:30"; else 0."""
    word = words[at]
    if _HOUR.fullmatch(word):
        return at + 1
    following = words[at + 1] if at + 1 < len(words) else ""
    if word.isdecimal() and following in _OF_CLOCK:
        return at + 2
    minutes = at > 1 and words[at - 1] == ":" and tokens[at - 1].end == tokens[at].start
    return at + 1 if minutes and word.isdecimal() and words[at - 2].isdecimal() else 0


def names_month(words: Sequence[str]) -> bool:
    """Whether words in small letters name a month or a year: "early February", "2021"."""
    return any(is_month(word) or YEAR.fullmatch(word) for word in words)


def is_may(tokens: Sequence[Token], at: int) -> bool:
    """Whether "May" is the month: "3 May", "in May", "May 3"."""
    if not tokens[at].capitalised or not at:
        return False
    before = tokens[at - 1].lower
    following = tokens[at + 1].lower if at + 1 < len(tokens) else "."
    days = _DAY.fullmatch(before) or _DAY.fullmatch(following) or YEAR.fullmatch(following)
    return bool(days) or before in before_month()

"""Dates that only say against what something is measured, and date nothing that happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.language.dateparts import MONTH_PREC
from briefing.lexicon import word_set

_SINCE: Final = 6  # words between a superlative and "since"
_CLAUSE: Final = 16  # words between "since" and the date
_THAN: Final = 8  # words between "than" and the date: "than in the last quarter of 2019"
_YARDSTICKS: Final = frozenset(
    tuple(phrase.split()) for phrase in word_set("dates", "yardsticks", "phrases")
)
_CHANGES: Final = frozenset(
    tuple(phrase.split()) for phrase in word_set("dates", "yardsticks", "changes")
)
_OPENERS: Final = frozenset(phrase[0] for phrase in _YARDSTICKS | _CHANGES)
_LAST: Final = frozenset(phrase[-1] for phrase in _YARDSTICKS)
_BETWEEN: Final = word_set("dates", "yardsticks", "between")
_WORST: Final = word_set("dates", "compared", "words")
_COUNTS: Final = frozenset(
    tuple(phrase.split()) for phrase in word_set("dates", "compared", "counts")
)
_RANKED: Final = _WORST | word_set("dates", "compared", "ranks")


def is_measure(words: Sequence[str], at: int, precision: int | None) -> bool:
    """Whether the date at ``words[at]`` is no time of what its sentence tells."""
    if not _OPENERS.isdisjoint(words[max(0, at - _THAN) : at]) and _is_yardstick(words, at):
        return True
    return (precision or 0) >= MONTH_PREC and _is_since(words, at)


def is_ranked(words: Sequence[str], at: int) -> bool:
    """ "The deadliest attack this year", "the third raid this month": that dates nothing."""
    if words[at] != "this":
        return False
    before = list(words[max(0, at - _SINCE) : at])
    clause = before[len(before) - before[::-1].index(",") :] if "," in before else before
    return not _RANKED.isdisjoint(clause)


def _is_since(words: Sequence[str], at: int) -> bool:
    """ "the worst attack since 2014", "for the first time since March": that dates nothing."""
    since = since_before(words, at)
    return since is not None and is_compared(words, since)


def since_before(words: Sequence[str], at: int) -> int | None:
    """Where the "since" stands in whose clause a date at ``words[at]`` can be."""
    near = range(at - 1, max(-1, at - _CLAUSE - 1), -1)
    return next((i for i in near if words[i] == "since"), None)


def is_compared(words: Sequence[str], since: int) -> bool:
    """Whether "since" stands behind a superlative: not so in "at least 60 people since 2016"."""
    return any(
        words[at] in _WORST
        and _COUNTS.isdisjoint((tuple(words[at - 1 : at + 1]), tuple(words[at : at + 2])))
        for at in range(max(0, since - _SINCE), since)
    )


def _is_yardstick(words: Sequence[str], at: int) -> bool:
    """ "More than in July", "up from 19 in May", "compared with the last quarter of 2019"."""
    for back in range(at - 1, max(-1, at - _THAN), -1):
        word = words[back]
        if word in _LAST and _ends_with(_YARDSTICKS, words, back + 1):
            return not (_qualifies(words, back) or _is_longer_ago(words, back, at))
        if word.isdecimal() and _ends_with(_CHANGES, words, back):
            return True
        if not (word in _BETWEEN or word.isdecimal()):
            return False
    return False


def _qualifies(words: Sequence[str], than: int) -> bool:
    """ "More than 250 since May": "than" belongs to the number."""
    return words[than] == "than" and words[than + 1].isdecimal()


def _is_longer_ago(words: Sequence[str], than: int, at: int) -> bool:
    """ "Fell more than a week ago", but not "cost a third more than a week ago"."""
    ago = at == than + 1 and "ago" in words[at : at + _AGO] and words[than - 1] in _QUALIFYING
    return ago and not (words[than - 2] in _MEASURED or words[than - 2].isdecimal())


_AGO: Final = 3  # words of "a week ago"
_QUALIFYING: Final = frozenset(("more", "less"))
_MEASURED: Final = word_set("dates", "compared", "measured")


def _ends_with(phrases: frozenset[tuple[str, ...]], words: Sequence[str], end: int) -> bool:
    """Whether the words before ``end`` end with one of the phrases."""
    return any(tuple(words[max(0, end - len(phrase)) : end]) == phrase for phrase in phrases)

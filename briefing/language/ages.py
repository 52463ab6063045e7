"""Ages, which count nobody: "aged 45 and 67", "his wife, 54, …", "two brothers, 12 and 14"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.language.numerals import number_of
from briefing.lexicon import word_set

_AGED: Final = word_set("quantities", "ages", "words")
_BETWEEN: Final = word_set("quantities", "ages", "between")
_JOINS: Final = word_set("quantities", "ages", "joins")
_ENDS: Final = word_set("quantities", "ages", "ends")
_TOLLS: Final = word_set("quantities", "not_counts", "tolls")
_PLURALS: Final = word_set("quantities", "years", "plurals")
_PEOPLE: Final = frozenset().union(
    *(word_set("victims", "groups", of, "words") for of in ("civilians", "combatants", "unknown"))
)
BEFORE_AGES: Final = _AGED | _BETWEEN | _JOINS  # what can stand right before one
_OLDEST: Final = 120
_FEWEST: Final = 2  # ages behind a noun for several
_COUNT_REACH: Final = 4  # words before the noun of "two of his young brothers" that hold the count


def is_age(words: Sequence[str], first: int) -> bool:
    """Whether the number at ``first`` says how old somebody is, by the words around it."""
    return _is_aged(words, first) or _is_of_one(words, first) or _is_of_each(words, first)


def end_of_age(words: Sequence[str], at: int) -> int:
    """The position behind "aged 45 and 67" at ``at``; ``at`` itself where no figure follows."""
    first = at + 1 + (at + 1 < len(words) and words[at + 1] in _BETWEEN)
    chain = _chain(words, first)
    return chain[-1] + 1 if chain else at


def _is_aged(words: Sequence[str], first: int) -> bool:
    """ "Aged 9", "aged between 9 and 14", "aged 21, 23 and 40"."""
    start = _chain_start(words, first)
    opens = start - 1 - (start > 0 and words[start - 1] in _BETWEEN)
    return opens >= 0 and words[opens] in _AGED and first in _chain(words, start)


def _is_of_one(words: Sequence[str], first: int) -> bool:
    """ "Her husband, 68, was hurt", "a boy, 12.": a figure behind a noun for one."""
    if first < _FEWEST or words[first - 1] != "," or not words[first].isdecimal():
        return False
    noun, after = words[first - 2], words[first + 1] if first + 1 < len(words) else "."
    one = noun.isalpha() and not noun.endswith("s") and noun not in _PLURALS and noun not in _TOLLS
    return one and (after == "," or (noun in _PEOPLE and after in _ENDS))


def _is_of_each(words: Sequence[str], first: int) -> bool:
    """ "Two brothers, 12 and 14, were killed": as many figures as there are people."""
    if not words[first].isdecimal():
        return False
    start = _chain_start(words, first)
    ages = _chain(words, start)
    if len(ages) < _FEWEST or start < _FEWEST or words[start - 1] != ",":
        return False
    before = words[max(0, start - 2 - _COUNT_REACH) : start - 2]
    after = words[ages[-1] + 1] if ages[-1] + 1 < len(words) else "."
    return after in _ENDS and any(number_of(word) == len(ages) for word in before)


def _chain(words: Sequence[str], first: int) -> list[int]:
    """The figures from ``first`` on that commas and "and" join, but for one that counts a noun."""
    found: list[int] = []
    at = first
    while at < len(words) and _is_figure(words, at) and not (found and _counts_noun(words, at)):
        found.append(at)
        at += 1
        while at < len(words) and words[at] in _JOINS and at - found[-1] <= _FEWEST:
            at += 1
        if at == found[-1] + 1:
            break
    return found


def _chain_start(words: Sequence[str], first: int) -> int:
    """The first of the figures that commas and "and" join up to ``first``."""
    at = first
    while at > 1 and words[at - 1] in _JOINS:
        before = at - 2
        before -= words[before] in _JOINS
        if before < 0 or not _is_figure(words, before):
            break
        at = before
    return at


def _counts_noun(words: Sequence[str], at: int) -> bool:
    """ "Aged 21, and 12 children": the second figure counts what follows."""
    after = words[at + 1] if at + 1 < len(words) else "."
    return after in _PLURALS or (after.endswith("s") and after not in _ENDS and after.isalpha())


def _is_figure(words: Sequence[str], at: int) -> bool:
    value = number_of(words[at])
    return value is not None and value <= _OLDEST

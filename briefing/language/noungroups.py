"""Noun groups: what determines a noun, its count, its owner, and where a time beside it begins."""

from __future__ import annotations

import re
from typing import Final

from briefing.language.ages import end_of_age
from briefing.language.alternatives import with_alternative
from briefing.language.dateparts import months, months_joined
from briefing.language.daygroups import clock_end, day_end
from briefing.language.groups import DEFINITE, QUOTES, Group, Parsed
from briefing.language.quantities import Counted
from briefing.lexicon import load, word_set

_MONTHS: Final = months()
_TIMES: Final = word_set("grammar", "times", "words")


def time_group(read: Parsed, at: int) -> Group | None:
    """ "21 January" of "On 21 January M23 captured Minova", "7pm" of "at 7pm police said".

    Right behind a noun it is no noun of its own: "rebels 11 May killed six".
    """
    words = read.lower
    last = day_end(read.tokens, words, at) or clock_end(read.tokens, words, at)
    if not last:
        return None
    beside = bool(read.groups) and read.groups[-1].kind == "noun" and words[at][0].isdigit()
    return Group("mark" if beside else "noun", at, last, last - 1, words[last - 1])


def plain_noun_group(words: list[str], shape: str, at: int) -> Group | None:
    """The noun group at ``at`` where its words' classes alone tell where it ends, as most do."""
    match = _PLAIN_NOUNS.match(shape, at)
    if match is None:
        return None
    last = match.end()
    cut = last < len(words) and words[last] in _CUTS_SHORT
    if cut and (words[last] == "(" or words[last - 1] in _TIMES):
        return None
    definite = "'" in shape[at:last]
    for position in range(at, last):
        if words[position] in DEFINITE:
            definite = True
        elif position > at and words[position] in _LOOKED_AT:
            return None
    if words[last - 1] in _MONTHS and last - at > _DAY_AND_MONTH:
        return None  # "separatists 11 Aug killed"
    head = shape.rfind("w", at, last)
    head = at if head < 0 else head
    group = Group("noun", at, last, head, words[head])
    group.definite = definite
    return group


_COUNTED_TIME: Final = frozenset(("ago", *load("dates")["told"]["counted"]))  # "two days later"
_CUTS_SHORT: Final = _COUNTED_TIME | {"("}  # what stands before may be no part of the group


# Nouns with what determines them; no count and no mark in which the group may go on behind them.
# Python before 3.11.5 misreads a possessive repeat of a group: what would go on is refused instead.
_PLAIN_NOUNS: Final = re.compile(r"[dw'](?:[w']|(?<=[d'])d)*(?![w'q]|(?<=[d'])d|\.w)")
_DAY_AND_MONTH: Final = 2


def noun_group(read: Parsed, counted: dict[int, Counted], at: int) -> Group:
    words, letters = read.lower, read.letters
    group, position = Group("noun", at, at, at), at
    while position < len(words):
        letter = letters[position]
        starts = position == at
        if letter in "w'" or (letter == "d" and (starts or letters[position - 1] in "d'")):
            word = words[position]
            if not starts and (word == "aged" or _is_time(read, position)):
                break
            if letter == "w":
                group.head = position
            group.definite = group.definite or letter == "'" or word in DEFINITE
            position += 1
        elif letter == "q":
            filled = not starts and words[position - 1] in _BEFORE_COUNTS
            if group.quantity or (not starts and letters[position - 1] == "w" and not filled):
                break
            quantity = counted[position]
            group.quantity, group.counted = quantity.quantity, quantity.last - at
            group.head = quantity.last - 1
            position = quantity.last
        elif letter == "n" and starts:
            group.pronoun = True
            position += 1
            break
        elif letter == "," and not starts and (bracketed := _short_form(read, position)):
            position += bracketed
        elif letter in ",c" and at + group.counted == position:
            end = widened(read, counted, group, position, bare=True)
            if not end:
                break
            position, group.counted = end, end - at
        elif letter == "." and not starts and _is_nickname(read, position):
            position += _QUOTED
        else:
            break
    last = position if position > at else at + 1
    aged = words[last : last + 1] == ["aged"]  # "two women aged 45 and 67"
    group.last = end_of_age(words, last) if aged else last
    group.word = words[group.head]
    return group


_BEFORE_COUNTS: Final = frozenset(
    "further additional extra other remaining last first next estimated".split()
)
_NEXT: Final = frozenset(("last", "next"))
_LOOKED_AT: Final = _NEXT | {"aged"}


def _is_time(read: Parsed, position: int) -> bool:
    """ "captured a courier last night", "rebels 11 May killed", "retook Sake two days earlier": the
    time is no part of the noun before it."""
    words, word = read.lower, read.lower[position]
    if "-" in word and months_joined(word):
        return True
    if word[0].isdigit():
        return day_end(read.tokens, words, position) > 0
    if position + 2 < len(words) and words[position + 2] in _COUNTED_TIME:
        return words[position + 1] in _TIMES
    if word not in _NEXT or position + 1 >= len(words):
        return False
    following = words[position + 1]
    dated = following[0].isdigit() and day_end(read.tokens, words, position + 1) > 0
    return dated or following in word_set("grammar", "classes", "time_units")


def widened(read: Parsed, counted: dict[int, Counted], group: Group, at: int, *, bare: bool) -> int:
    """The position behind ", if not 30," where a second figure widens the group's count, else 0."""
    if group.quantity is None:
        return 0
    widened = with_alternative(read.lower, counted, group.quantity, at, bare=bare)
    if widened is None:
        return 0
    group.quantity, end = widened
    return end


def _short_form(read: Parsed, position: int) -> int:
    """Tokens of a bracketed short form inside a noun group: "a car bomb (VBIED) maker"."""
    tokens, after = read.tokens, position + _BRACKETED
    if after >= len(tokens) or tokens[position].text != "(" or tokens[after - 1].text != ")":
        return 0
    goes_on = read.letters[after] == "w" and tokens[after].text.islower()
    return _BRACKETED if goes_on and tokens[position + 1].text.isupper() else 0


_BRACKETED: Final = 3  # tokens of a short form with its brackets


def _is_nickname(read: Parsed, position: int) -> bool:
    """ "Mudzrimar “Mundi” Sawadjaan": a name in quotation marks inside a name."""
    around = read.tokens[position - 1 : position + _QUOTED + 1]
    named = [token.capitalised for token in around] == [True, False, True, False, True]
    return named and around[1].text in QUOTES and around[3].text in _QUOTES_END


_QUOTED: Final = 3  # tokens of a name with its quotation marks
_QUOTES_END: Final = frozenset("\"”'’")

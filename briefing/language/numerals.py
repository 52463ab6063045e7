"""Numbers as they are written: "12", "5,000", "a hundred and twenty", "two dozen", "14-20"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.lexicon import entries

_FIGURE: Final = re.compile(r"\d{1,3}(?:,\d{2,3})+|\d+(?:\.\d+)?")
RANGE: Final = re.compile(r"(\d+)[-\u2010\u2011](\d+)")
_HUNDRED: Final = 100


def number_of(word: str) -> int | None:
    """The value of one word: "12", "twelve", "forty-five"; None where it is no number."""
    return int(word) if word.isdecimal() else _unit(word)


def read_number(words: list[str], position: int) -> tuple[int, int, bool] | None:
    """(value, position after it, approximate) of the number that starts at ``position``."""
    word = words[position]
    if word.endswith("-odd") and (some := number_of(word.removesuffix("-odd"))):
        return some, position + 1, True  # "twenty-odd"
    if word[0].isdigit():
        ranged = RANGE.fullmatch(word)
        if ranged:
            return int(ranged[1]), position + 1, False
        return _figure(words, position)
    spelled = word in _SPELLING or "-" in word
    return _spelled(words, position) if spelled else None


def _figure(words: list[str], position: int) -> tuple[int, int, bool] | None:
    if not _FIGURE.fullmatch(words[position]):
        return None
    value = float(words[position].replace(",", ""))
    last = position + 1
    scaled = last < len(words) and words[last] in _SCALES
    if scaled:
        value *= _SCALES[words[last]]
        last += 1
    if not value.is_integer():
        return None
    return int(value), last, scaled


def _spelled(words: list[str], position: int) -> tuple[int, int, bool] | None:
    """Number words from ``position``: "a hundred and twenty", "two dozen", "forty-five"."""
    last, total, part, rough, seen = position, 0, 0.0, False, False
    half = words[position : position + 2] == ["half", "a"]
    lead = 1 + half if half or words[position] in ("a", "an") else 0
    if lead:
        if not _SCALES.keys() & words[position + lead : position + lead + 1]:
            return None
        part, last, seen = 0.5 if half else 1, position + lead, True
    while last < len(words):
        word = words[last]
        unit = _unit(word)
        if unit is not None and not (seen and part % 10 and unit < _HUNDRED):
            part, seen = part + unit, True
        elif word in _SCALES and seen:
            rough = rough or word == "dozen"
            part, total = _scaled(part or 1, total, _SCALES[word])
        elif not (word == "and" and total + part >= _HUNDRED and _unit_at(words, last + 1)):
            break
        last += 1
    return (total + int(part), last, rough) if seen and last > position else None


def _scaled(part: float, total: int, scale: int) -> tuple[float, int]:
    """The part and the total after a scale word: hundreds and dozens go on, thousands close."""
    return (part * scale, total) if scale <= _HUNDRED else (0, total + int(part * scale))


def _unit(word: str) -> int | None:
    if word in _UNITS:
        return _UNITS[word]
    tens, hyphen, ones = word.partition("-")
    if hyphen and tens in _UNITS and ones in _UNITS:
        return _UNITS[tens] + _UNITS[ones]
    return None


def _unit_at(words: list[str], position: int) -> bool:
    return position < len(words) and _unit(words[position]) is not None


@cache
def _units() -> dict[str, int]:
    """The number words with their values, "thirtythree" as well."""
    words: dict[str, int] = entries("quantities", "words")
    tens = [word for word, value in words.items() if value > _TEENS and word.endswith("ty")]
    ones = [word for word in words if words[word] in range(1, _TEN)]
    joined = {ten + one: words[ten] + words[one] for ten in tens for one in ones}
    return {**joined, **words}


_TEN, _TEENS = 10, 19
_UNITS: Final = _units()


@cache
def scales() -> dict[str, int]:
    """Words such as "dozen" with what they multiply the number before them by."""
    return entries("quantities", "scales")


_SCALES: Final = scales()


@cache
def spelling() -> frozenset[str]:
    """The words with which a number in words can begin."""
    return frozenset((*_units(), *scales(), "a", "an", "half"))


_SPELLING: Final = spelling()

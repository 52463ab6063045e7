"""What follows a name and says what it is: "Bilgo, 25 km north of Fada", "Morek has fallen"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.places.cues import GOOD, NONE, STRONG
from briefing.places.divisions import ATTRIBUTES, SMALLER
from briefing.places.words import any_of, features, words


def word_behind(text: str, end: int) -> str:
    """The word or mark that follows a name, which may say what it names: most do not."""
    mark = text[end : end + 1]
    return _word_at(text, end + 1).lower() if mark == " " else mark


def _word_at(text: str, at: int) -> str:
    word = _WORD.match(text, at)
    return word[0] if word else ""


_WORD: Final = re.compile(r"\w+")


def _followers() -> frozenset[str]:
    """The first words of all that may follow a name and say what it names."""
    lists = (("cues", "after"), ("division", "singular"), ("division", "plural"), _BELOW, _PARTS)
    known = {*features(), *ATTRIBUTES, *words("directions")}.union(*(words(*k) for k in lists))
    firsts = (_WORD.match(name.lower()) for name in known)
    others = {"and", "or", *_CONTINUING, *_SEATS}
    return frozenset({first[0] for first in firsts if first} | others)


_CONTINUING: Final = ("'", "’", ",")  # "Aleppo's airport", "Idlib, Hama and Homs provinces"
_SEATS: Final = frozenset(("province", "governorate"))  # "Idlib province countryside"
_BELOW, _PARTS = ("division", "below"), ("directions", "parts")
FOLLOWERS: Final = _followers()
EVENTS: Final = frozenset((*words("cues", "recording"), "had", "has", "have"))


@cache
def event_pattern() -> re.Pattern[str]:
    """What befell a place or was counted there: "Yala recorded four dead", "Morek has fallen."."""
    verbs, fates = any_of("cues", "recording"), any_of("cues", "recorded")
    falling, fallen = any_of("cues", "falling"), "|".join(words("cues", "fallen"))
    return re.compile(
        rf" (?:(?:{verbs}) (?:[\w,.]+ ){{1,3}}(?:{fates})\b|(?:{falling})(?:{fallen})(?!.*%))"
    )


def cue_after(text: str, end: int, *, begins: bool) -> int:
    """Whether what follows a name says that it is a place's.

    Of a name that begins a sentence only its whereabouts say so: "Sare, 12 km from Mopti".
    """
    if not begins and _after_pattern().match(text, end):
        return STRONG
    return GOOD if text.startswith(",", end) and _lies_pattern().match(text, end) else NONE


@cache
def _after_pattern() -> re.Pattern[str]:
    nouns = f"{any_of('cues', 'after')}|{any_of('cues', 'capital')}"
    return re.compile(rf"(?:(?:,|,? and|,? or) [^\W\d_a-z][\w’'-]*){{0,8}} (?:{nouns})\b")


@cache
def _lies_pattern() -> re.Pattern[str]:
    """What says where a place lies: "Bilgo, 25 km north of Fada", "Sare, a village near Mopti"."""
    directions, nouns = any_of("directions"), any_of("cues", "apposed")
    goes_on = "in|near|of|on|at|about|where|that|which|some|outside|with"
    return re.compile(
        rf", (?:(?:{any_of('about')}) )?(?:"
        rf"\d[\d.,]* ?(?:km|kilomet|mile|mi\b)|(?:just )?(?:{directions}) of\b"
        rf"|an?(?:other)? (?:[\w-]+ ){{0,3}}(?:{nouns})(?=[,.] | (?:{goes_on})\b| \d))"
    )


def is_place_after(text: str, end: int) -> bool:
    """Whether the word behind a name says that it is a place's: "district", "village"."""
    return bool(SMALLER.match(text, end) or _after_pattern().match(text, end))


def is_quarter(text: str, end: int) -> bool:
    """Whether the word behind a name says that it is a part of a town: "neighborhood"."""
    return text[end : end + 1] == " " and _word_at(text, end + 1) in words("cues", "quarters")

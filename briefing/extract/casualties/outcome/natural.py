"""Deaths of old age and illness, which are of no war."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

from briefing.extract.triggers import means, words_of
from briefing.language.groups import Parsed
from briefing.language.numerals import number_of
from briefing.lexicon import load, word_set

_PHRASES: Final[list[str]] = load("casualties")["natural"]["phrases"]
_SIGNS: Final = words_of("natural", "signs")
_BEFORE_AGE: Final = words_of("natural", "before_age")
_OLD: Final[int] = load("casualties")["natural"]["old"]


def is_natural(parse: Parsed, at: int) -> bool:
    """ "Died in his sleep", "died on 1 May, aged 97": of no war."""
    if not _violent().isdisjoint(parse.held):
        return False
    words = parse.lower[parse.groups[at].last :]
    told = " ".join(words)
    if any(phrase in told for phrase in _PHRASES):
        return True
    if _SIGNS.isdisjoint(words):
        return False
    ages = (number_of(after) for word, after in pairwise(words) if word in _BEFORE_AGE)
    return any(age is not None and age >= _OLD for age in ages)


@cache
def _violent() -> frozenset[str]:
    attacks = word_set("circumstances", "incident", "nouns")
    return attacks.union(means(), word_set("circumstances", "attack", "verbs"))

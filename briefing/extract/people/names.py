"""The name in the words for one person: "Omar Ali" of "the former mayor Omar Ali"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.people.words import people_words
from briefing.lexicon import word_set
from briefing.places.misspelt import is_slip

_SHORTEST: Final = 4  # letters of a name in which a slip is seen
_PARTICLES: Final = frozenset("de del la las los da dos van von bin ibn al el".split())


def name_of(victim: str | None) -> list[str]:
    """The capitalised words with which the words for a person end, but nouns for people."""
    name: list[str] = []
    titles = word_set("victims", "titles", "words")
    for word in reversed((victim or "").split()):
        if word.lower() in titles:
            break
        if not word[:1].isupper() or word.lower() in people_words():
            if not (name and word.lower() in _PARTICLES):
                break
            continue  # "Ana de Vega"
        name.insert(0, word)
    return name


def may_share(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may be one person's: one of them has all words of the other.

    "Ali" may be Omar Ali, and Omar Ali may be Omar Hassan Ali; Musa Ali is somebody else.
    """
    short, long = sorted((one, other), key=len)
    return all(any(_is_same(word, known) for known in long) for word in short)


def _is_same(word: str, known: str) -> bool:
    """Whether two names are one, or one of them is a slip: "Velasquez" of "Velazquez"."""
    return word == known or (len(word) >= _SHORTEST and is_slip(word.lower(), known.lower()))

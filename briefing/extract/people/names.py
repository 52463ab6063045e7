"""The name in the words for one person: "Omar Ali" of "the former mayor Omar Ali"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.people.words import PEOPLE
from briefing.lexicon import word_set
from briefing.lexicon.titles import WRITTEN
from briefing.places.misspelt import is_slip

_SHORTEST: Final = 4  # letters of a name in which a slip is seen
_TITLES: Final = word_set("victims", "titles", "words") | WRITTEN
_PARTICLES: Final = word_set("victims", "particles", "words")
_HYPHENED: Final = _PARTICLES | word_set("places", "articles", "words")  # "Omar ash-Shami"


def name_of(victim: str | None) -> list[str]:
    """The capitalised words with which the words for a person end, but nouns for people."""
    name: list[str] = []
    for word in reversed((victim or "").split()):
        if word.lower() in _TITLES:
            break
        own = _name_in(word)
        if own:
            name.insert(0, own)
        elif not (name and word.lower() in _PARTICLES):
            break  # but not of "Ana de Vega"
    return name


def _name_in(word: str) -> str:
    """What of a word is a name; nothing where it is none."""
    own = own_part(word)
    return own if own[:1].isupper() and own.lower() not in PEOPLE else ""


def own_part(word: str) -> str:
    """ "Ali" of "al-Ali"; of any other word the whole."""
    particle, _, rest = word.partition("-")
    return rest if rest and particle.lower() in _HYPHENED else word


def may_share(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may be one person's: one of them has all words of the other.

    "Ali" may be Omar Ali, and Omar Ali may be Omar Hassan Ali; Musa Ali is somebody else.
    """
    short, long = sorted((one, other), key=len)
    return all(any(_is_same(word, known) for known in long) for word in short)


def _is_same(word: str, known: str) -> bool:
    """Whether two names are one, or one of them is a slip: "Velasquez" of "Velazquez"."""
    return word == known or (len(word) >= _SHORTEST and is_slip(word.lower(), known.lower()))

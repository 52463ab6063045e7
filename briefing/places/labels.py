"""What a word is where it is no name of its own: a title, a given name, a direction, "province"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from briefing.lexicon.memo import Memo
from briefing.lexicon.titles import FULL, SHORT
from briefing.places.keys import ARTICLES
from briefing.places.tokens import Word
from briefing.places.words import features, land_nouns, words


def label_of(word: Word) -> str | None:
    """What a single word is apart from a name; None where it may be one."""
    return _LABEL_OF[word.text]


def _read_label(text: str) -> str | None:
    word = text.lower().rstrip(".")
    label = _labels().get(word)
    if label == "function" or is_adjective(word):
        return "function"
    if text in words("division", "smaller"):
        return "smaller"
    if text in words("cues", "capital"):
        return "settled"
    return "land" if word in _land() and text.istitle() else label


def is_adjective(word: str) -> bool:
    """ "Russian-occupied", "war-torn": says what holds or ails the place that follows."""
    first, hyphen, last = word.rpartition("-")
    return bool(hyphen) and last in words("cues", "adjectives") and first not in ARTICLES


_LABEL_OF: Final = Memo(_read_label)


@cache
def _labels() -> dict[str, str]:
    """What each word is apart from a name; the first of its labels counts."""
    known: tuple[tuple[str, Iterable[str]], ...] = (
        ("function", function_words()),
        ("direction", words("directions")),
        ("title", words("persons", "titles") | FULL | SHORT),
        ("given", words("persons", "given")),
        ("feature", features()),
        ("org", words("organisations")),
        ("division", words("division", "singular")),
        ("common", words("common")),
    )
    return {word: label for label, group in reversed(known) for word in group}


@cache
def function_words() -> frozenset[str]:
    """Words of grammar and the calendar, which no name of a place begins or ends with."""
    return words("calendar") | words("function")


@cache
def _land() -> frozenset[str]:
    return frozenset((*land_nouns("after"), *land_nouns("before")))

"""The window that a sentence before gave, for what happened "in the same period"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from briefing.extract.circumstances.day.event_dates import event_dates
from briefing.extract.scene import Scene, once
from briefing.language.dateparts import DAY_PREC
from briefing.lexicon import word_set
from briefing.models import When
from briefing.records import replace

_words = partial(word_set, "dates", "same_period")

_POINTERS: Final = _words("pointers")
_NOUNS: Final = _words("nouns")

_BACK: Final = 8  # sentences before in which the window is sought
_NOUN: Final = 3  # words behind "the same" in which the period is named: "the same three months"


def window_meant(scene: Scene) -> When | None:
    """The window told last, where the sentence points back to one: "over that time"."""
    if not _points_back(scene):
        return None
    last = scene.sentence.index
    for index in range(last, max(-1, last - _BACK), -1):
        told = [d.when for d in event_dates(scene.at(index)) if d.when.start and not d.since]
        windows = [when for when in told if (when.date_prec or DAY_PREC) > DAY_PREC]
        if windows:
            return _up_to_now(scene, windows[-1], index)
    return None


def _up_to_now(scene: Scene, when: When, told: int) -> When:
    """ "The siege began two years ago. Since then …. Over the same period": up to the report."""
    between = range(told + 1, scene.sentence.index + 1)
    goes_on = any(_since_then(scene.at(index).parse.lower) for index in between)
    return replace(when, end=scene.document.reported or when.end) if goes_on else when


def _since_then(words: Sequence[str]) -> bool:
    return any(pair == ("since", "then") for pair in pairwise(words))


@once
def _points_back(scene: Scene) -> bool:
    """ "In the same period", "during that time"; not "at the same time"."""
    held = scene.parse.held
    if _POINTERS.isdisjoint(held) or _NOUNS.isdisjoint(held):
        return False
    words = scene.parse.lower
    for at, word in enumerate(words):
        if word not in _POINTERS or at == 0:
            continue
        before = words[at - 1 - (words[at - 1] == "the" and at > 1)]
        named = words[at + 1 : at + 1 + _NOUN]
        nouns = [n for n, noun in enumerate(named) if noun in _NOUNS]
        if before in _words("prepositions") and nouns and nouns[0] < _NOUN - 1:
            return True
    return False

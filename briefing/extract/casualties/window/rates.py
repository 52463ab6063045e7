"""Counts by the day: "12 people are killed every day" is the toll of no day and no attack."""

from __future__ import annotations

from typing import Final

from briefing.extract.scene import Scene
from briefing.language.groups import Parsed
from briefing.lexicon import word_set

_BY: Final = word_set("casualties", "rates", "words")
_SPANS: Final = word_set("casualties", "rates", "spans")
_DATING: Final = word_set("casualties", "rates", "dating")
_ADVERBS: Final = word_set("casualties", "rates", "adverbs")
_ANY: Final = _SPANS | _ADVERBS


def is_rate(scene: Scene, trigger: int, counted: int) -> bool:
    """Whether a clause says that so many are harmed "per day", "every week", "daily"."""
    parse = scene.parse
    if _ANY.isdisjoint(parse.held):
        return False
    first, last = (parse.groups[at] for at in sorted((trigger, counted)))
    ahead = range(first.first - 1, -1, -1)
    behind = range(last.head + 1, len(parse.lower))
    near = (*_in_clause(parse, behind), *_in_clause(parse, ahead))
    return any(_is_rate_at(parse, at) for at in near)


def _in_clause(parse: Parsed, tokens: range) -> list[int]:
    """The tokens, from those beside the count on, up to a comma or another clause."""
    held: list[int] = []
    for at in tokens:
        if parse.letters[at] in _ENDS or parse.lower[at] in _STOPS:
            break
        held.append(at)
    return held


_ENDS: Final = "vbhmrsc"  # letters of verbs and of words that open or join clauses
_STOPS: Final = frozenset((",", ";", ":", ".", "–", "—"))


def _is_rate_at(parse: Parsed, at: int) -> bool:
    words = parse.lower
    if words[at] in _ADVERBS:
        return parse.letters[at + 1 : at + 2] != ["w"]  # "in the daily shelling of the town"
    if words[at] not in _BY or words[at + 1 : at + 2] == [] or words[at + 1] not in _SPANS:
        return False
    if words[at] not in ("a", "an"):
        return True
    dated = words[at + 2 : at + 3] and words[at + 2] in _DATING  # "a day after the truce"
    return not dated and (not at or parse.letters[at - 1] != "p")

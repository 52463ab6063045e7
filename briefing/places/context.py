"""What stands around a name, put together."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.places.behind import EVENTS, FOLLOWERS, cue_after, event_pattern, word_behind
from briefing.places.cues import REACH, STRONG, clause_before, cue_before, strikes_on
from briefing.places.directions import ENDINGS, TRAILING, direction_of
from briefing.places.divisions import (
    SMALLER,
    SMALLER_OF,
    feature_after,
    is_division_after,
    is_division_of,
)
from briefing.places.words import Feature, any_of, words

_CUES_STRUCK: Final = words("cues", "struck")
_SETTLED: Final = words("cues", "settled")
_STOPS: Final = frozenset(".!?:")
_OPENERS: Final = frozenset('.!?:•*"“‘')
_CLOSERS: Final = frozenset("”’)")
_LIST_GAP: Final = re.compile(r"(?:,? (?:and|or|&) (?:in |the )?|, (?:in )?|/)")


class Surroundings:
    """Everything beside a name that says what it names."""

    __slots__ = (
        "befallen", "begins", "cue", "direction", "division", "end", "feature", "of_district",
        "quarter", "smaller", "struck", "village",
    )  # fmt: skip

    def __init__(self, text: str, start: int, end: int) -> None:
        before = clause_before(text, start)
        last = _last_word(before)
        word = word_behind(text, end)
        goes_on = word in FOLLOWERS
        behind = end if goes_on else None
        between = TRAILING.search(before) if last in ENDINGS else None
        self.begins: bool = begins_sentence(text, start)  # a sentence: its capital says nothing
        self.cue: int = cue_before(text, before, last, between, end)
        self.struck: bool = last in _CUES_STRUCK  # "attacked", right before it
        if last == "on" and strikes_on(before):
            self.struck = True  # "an attack on"
        self.feature: Feature | None = None
        self.end: int = end  # that of a feature's words, where they belong to the name
        self.befallen: bool = False  # by what befalls places, or is counted in them
        self.direction: str | None = None
        self.division: bool = is_division_of(before, last)
        self.smaller: bool = False
        self.of_district: bool = last == "of" and SMALLER_OF.search(before) is not None
        self.village: bool = _is_called("villages", text, before, last, behind)
        self.quarter: bool = (  # of a town
            _is_called("quarters", text, before, last, behind)
            and not _QUARTERS_OF.search(text, start - len(before), start)
        )
        if goes_on:
            self.feature, self.end = feature_after(text, end)
            self.cue = max(self.cue, cue_after(text, end, begins=self.begins))
            self.division = self.division or is_division_after(text, end)
            self.smaller = bool(SMALLER.match(text, end))
        elif word in _SETTLED and last != "the" and not self.begins:
            self.cue = STRONG
        elif word in EVENTS:
            self.befallen = bool(event_pattern().match(text, end))
        if goes_on or between:
            self.direction = direction_of(between, text, end)


def _last_word(before: str) -> str:
    """The word before a name, where a space parts them."""
    word = before.rstrip().rpartition(" ")[2] if before.endswith(" ") else ""
    return word.rpartition("-")[2]  # "north-central"


def _quarters_of() -> re.Pattern[str]:
    """ "Several neighborhoods of Goma", "the Birere neighborhood of Goma": those of the city."""
    one = any_of("cues", "quarters")
    several = "|".join(word for word in words("cues", "quarters") if word.endswith("s"))
    return re.compile(rf"(?:[A-Z][\w'’-]* (?:{one})|\b(?:{several})) of $")


_QUARTERS_OF: Final = _quarters_of()


@cache
def _called_patterns(what: str) -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """ "The village of X" before a name, and the last of such words; "X village", "X, a small
    hamlet" after it."""
    nouns = "|".join(words("cues", what))
    return (
        frozenset(("of", "the", *(noun.rpartition(" ")[2] for noun in words("cues", what)))),
        re.compile(rf"\b(?:{nouns})(?: of)?(?: the)? $"),
        re.compile(rf"(?: |, an? (?:[\w-]+ ){{0,3}})(?:{nouns})\b"),
    )


def _is_called(what: str, text: str, before: str, last: str, end: int | None) -> bool:
    """Whether one of those nouns says what a name is; ``end``: of a name after which it may."""
    ends, named, described = _called_patterns(what)
    return (last in ends and bool(named.search(before))) or (
        end is not None and bool(described.match(text, end))
    )


def is_list_gap(gap: str) -> bool:
    """Whether two names with this between them stand in one list."""
    return bool(_LIST_GAP.fullmatch(gap))


def begins_sentence(text: str, start: int) -> bool:
    window = text[max(0, start - REACH) : start]
    before = window.rstrip()
    if not before:
        return start < REACH or "\n" in window
    stopped = before[-1] in _CLOSERS and before[-2:-1] in _STOPS
    return before[-1] in _OPENERS or stopped or "\n" in window[len(before) :]

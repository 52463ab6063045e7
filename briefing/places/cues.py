"""What stands before a name and says what it names: "in", "attacked", "the village of"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.places.labels import is_adjective
from briefing.places.words import words

_CUES_STRUCK: Final = words("cues", "struck")
REACH: Final = 70  # characters that are looked at on either side
STRONG, GOOD, WEAK, NONE = 3, 2, 1, 0  # how surely a name is a place's
_ADJECTIVES: Final = words("cues", "adjectives")
_BESIDE: Final = frozenset(("the", "nearby"))
_CLAUSE: Final = re.compile(r".*[.;:!?\n(),\[“”\"—–]", re.DOTALL)  # up to where one begins


def cue_before(text: str, before: str, last: str, between: re.Match[str] | None, end: int) -> int:
    """How strongly what stands before a name says that it is a place, from ``NONE`` to ``STRONG``.

    ``before``: the clause up to the name, whose ``last`` word stands right before it; ``between``:
    the directions at its end.
    """
    cue = _cue(before, last, between)
    if cue == GOOD and last == "at" and text[end : end + 2] in ("'s", "’s"):
        cue = WEAK  # "at Amnesty's request"
    if cue < GOOD and text.startswith(", where ", end) and _leads_to(before, cue):
        cue = GOOD
    if cue < GOOD and last in _CUES_STRUCK and _is_struck(text, before, end):
        cue = GOOD
    if cue < GOOD and before == "at " and text.startswith(", in ", end):
        cue = GOOD  # "At Bilgo, in Fada, …"
    if cue < GOOD and last == "on" and _is_struck_on_day(text, before, end):
        cue = GOOD
    return cue


def _is_struck(text: str, before: str, end: int) -> bool:
    """ "Attacked Bilgo, killing two", "attacked Bilgo, in Fada", "shells hit Bilgo"."""
    if text.startswith((", killing ", ", in "), end):
        return True
    return not words("cues", "weapons").isdisjoint(before.split()[-_LONGEST_CUE:-1])


def _is_struck_on_day(text: str, before: str, end: int) -> bool:
    """ "The raid on Yelwa on Friday", "… on Yelwa killed two", "died in strikes on Yelwa"."""
    struck = strikes_on(before)
    if not struck:
        return False
    ends = struck in words("cues", "raids") and text[end : end + 1] in (".", ",", ";")
    return ends or bool(_ON_DAY.match(text, end))


def strikes_on(before: str) -> str:
    """The word for an attack before "on" at the end of what stands before a name, or ""."""
    word = before.rpartition(" on ")[0].rpartition(" ")[2]
    return word if word in words("cues", "strikes") else ""


_ON_DAY: Final = re.compile(
    r" (?:on|late on|early on|overnight on) (?:the )?(?:[A-Z][a-z]*day\b|\d|[A-Z][a-z]{2,8} \d)"
    r"| (?:that |which )?(?:has |had )?(?:killed|left) [a-z\d]"
)


def _leads_to(before: str, cue: int) -> bool:
    """ "Attacked Bilgo, where …", "on the way to Bilgo, where …"."""
    last = before.rpartition(" ")[0].rpartition(" ")[2]  # ``before`` ends with a space
    return cue == WEAK or last in _CUES_STRUCK


def _cue(before: str, last: str, between: re.Match[str] | None) -> int:
    """The strongest cue before a name, with or without directions between them."""
    tail = before.split()
    if last in _BESIDE or (last in _ADJECTIVES and is_adjective(tail[-1])):
        tail.pop()
    plain = _plain_cue(tail[-_LONGEST_CUE:])
    if between is None:
        return plain
    return max(plain, _plain_cue(before[: between.start()].split()[-_LONGEST_CUE:]))


_LONGEST_CUE: Final = 4  # words


def _plain_cue(tail: list[str]) -> int:
    if not tail or tail[-1] not in _CUE_ENDS:
        return NONE
    if tail[-1] == "at" and tail[-2:-1] and tail[-2] in words("cues", "at"):
        return GOOD  # "four farmers at Fambita", but not "an analyst at Chatham"
    return max(_CUE_LEVELS.get(" ".join(tail[at:]), NONE) for at in range(len(tail)))


@cache
def _cue_levels() -> dict[str, int]:
    levels = ((WEAK, "weak"), (GOOD, "good"), (STRONG, "strong"))
    return {phrase: level for level, name in levels for phrase in words("cues", name)}


def _cue_ends() -> frozenset[str]:
    """The last words of all cues."""
    return frozenset(phrase.split()[-1] for phrase in _cue_levels())


_CUE_LEVELS: Final = _cue_levels()
_CUE_ENDS: Final = _cue_ends()


def is_place_of(text: str, start: int) -> bool:
    """Whether the words before a name say so: "the village of", "the outskirts of"."""
    if not text.startswith("of ", start - 3):
        return False
    return _plain_cue(clause_before(text, start).split()[-_LONGEST_CUE:]) == STRONG


def clause_before(text: str, start: int) -> str:
    """What stands before a name in its clause, in lower case and no longer than ``REACH``."""
    first = max(0, start - REACH)
    begun = _CLAUSE.match(text, first, start)
    return text[begun.end() if begun else first : start].lower()


def names_organisation(text: str, start: int) -> bool:
    """Whether the name at ``start`` ends an organisation’s: "Bank of England"."""
    first = max(0, start - REACH)
    of = max(text.rfind(" of ", first, start), text.rfind(" for ", first, start))
    if of < 0 or text.count(" ", of + 1, start) > _WORDS_BETWEEN:
        return False
    return bool(_organisation_of().search(text, first, start))


@cache
def _organisation_of() -> re.Pattern[str]:
    nouns = "|".join(words("organisations", "of"))
    return re.compile(rf"\b(?:{nouns}) (?:of|for) (?:the )?(?:[\w’'-]+ )?$")


_WORDS_BETWEEN: Final = 3  # "of the Upper": as far as an organisation's noun reaches

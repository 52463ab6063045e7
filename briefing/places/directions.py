"""Which part or side of a place is meant: "in the western parts of", "Aleppo's outskirts"."""

from __future__ import annotations

import re
from typing import Final

from briefing.places.cues import REACH
from briefing.places.words import any_of, words


def _trailing() -> re.Pattern[str]:
    """Words between a cue and its name: "in the [western] [parts of the] [city of] Aleppo"."""
    directions, parts = any_of("directions"), any_of("directions", "parts")
    return re.compile(
        rf"(?:(?P<direction>\b(?:{directions}))(?: and (?:{directions}))?"
        rf"(?: (?P<part>{parts}))?(?P<of> of)?|(?P<alone>\b(?:{parts})) of)"
        r"(?: the)?(?P<unit> (?:city|town|province|governorate) of)? $"
    )


TRAILING: Final = _trailing()


def _endings() -> frozenset[str]:
    """The last words of what stands between a cue and its name."""
    known = {name.split()[-1] for name in words("directions", "parts") | words("directions")}
    return frozenset(known | {"of", "the"})


ENDINGS: Final = _endings()


def direction_of(between: re.Match[str] | None, text: str, end: int) -> str | None:
    """The direction or part that ``between`` or what follows tells: "north of", "western"."""
    match = between or _AFTER_POSSESSIVE.match(text, end, end + REACH)
    if not match:
        return None
    found = match.groupdict()
    if found.get("of") and not found["part"]:
        return f"{found['direction']} of"  # beside the place, not a part of it
    if found.get("unit") and not found["part"] and not found["alone"]:
        return None  # "the northern city of Goma": where in the country it lies
    return found.get("direction") or found.get("alone") or found.get("part")


def _after_possessive() -> re.Pattern[str]:
    directions, parts = any_of("directions"), any_of("directions", "parts")
    return re.compile(
        rf"(?:['’]s)?(?: province| governorate)?(?:['’]s)? "
        rf"(?:(?P<direction>{directions}) )?(?P<part>{parts})\b"
    )


_AFTER_POSSESSIVE: Final = _after_possessive()

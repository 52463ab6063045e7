"""Nouns that say what a name beside them names: a division of a state, a feature of the land."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.places.words import Feature, alternatives, features, words

ATTRIBUTES: Final = ("international", "military", "civilian", "main", "national", "regional")


def is_division_of(before: str, last: str) -> bool:
    """ "In the province of [Idlib]"."""
    return last in ("of", "the") and bool(_division_of().search(before))


@cache
def _division_of() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('division', 'singular'))}) of (?:the )?$")


def is_division_after(text: str, end: int) -> bool:
    """ "[Idlib] province", "[Idlib], Hama and Homs provinces"."""
    return bool(_DIVISION_PATTERN.match(text, end))


def _capitals(key: str) -> list[str]:
    """Division words in small letters and capitals; a capital Department is an office."""
    known = sorted(words("division", key))
    return known + [word.capitalize() for word in known if not word.startswith("department")]


def _division_pattern() -> re.Pattern[str]:
    one, many = "|".join(_capitals("singular")), "|".join(_capitals("plural"))
    name = r"(?:the )?[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)?"
    return re.compile(
        rf"(?:['’]s)?(?: (?:{one})\b(?! (?:media|tv|television|news|radio|department|run))"
        rf"|(?:(?:,|,? and|,? or) {name}){{0,8}} (?:{many})\b)"
    )


_DIVISION_PATTERN: Final = _division_pattern()


def _smaller_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)? (?:{'|'.join(words('division', 'below'))})\b(?! of )")


SMALLER: Final = _smaller_pattern()


def _smaller_of() -> re.Pattern[str]:
    """ "In the district of [Bak]"."""
    return re.compile(rf"\b(?:{'|'.join(words('division', 'below'))}) of $")


SMALLER_OF: Final = _smaller_of()


def feature_after(text: str, end: int) -> tuple[Feature | None, int]:
    """The feature that the words behind a name make of it, and where they end."""
    match = _FEATURE_PATTERN.match(text, end)
    return (features()[match["noun"].lower()], match.end()) if match else (None, end)


def _feature_pattern() -> re.Pattern[str]:
    nouns = alternatives(features())
    return re.compile(
        rf"(?:['’]s)? (?:(?:{'|'.join(ATTRIBUTES)}) ){{0,3}}"
        rf"(?P<noun>{nouns})\b",
        re.IGNORECASE,
    )


_FEATURE_PATTERN: Final = _feature_pattern()


def is_feature(words_alone: str) -> bool:
    """Whether words are a feature's noun with its attributes: "International Airport"."""
    if words_alone.rpartition(" ")[2].lower() not in _FEATURE_ENDS:
        return False
    return bool(_FEATURE_PATTERN.fullmatch(f" {words_alone}"))


@cache
def feature_openings() -> frozenset[str]:
    """The first words of features' nouns that have several."""
    return frozenset(noun.partition(" ")[0].lower() for noun in features() if " " in noun)


def _feature_ends() -> frozenset[str]:
    """The last words of features' nouns."""
    return frozenset(noun.rpartition(" ")[2].lower() for noun in features())


_FEATURE_ENDS: Final = _feature_ends()

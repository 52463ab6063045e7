"""The words that tell one body from another, and who speaks for it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from briefing.language.sourcekinds import source_kind
from briefing.lexicon import load, word_set
from briefing.rows import short_name

_LEFT_OUT: Final = word_set("events", "claimants", "left_out")
_SPEAKING: Final = word_set("events", "claimants", "speaking")
_RUN: Final = tuple(load("events")["claimants"]["run"].split())
_SHORTER: Final[dict[str, str]] = load("events")["claimants"]["shorter"]
_SAME: Final[dict[str, str]] = load("events")["claimants"]["same"]

Words = frozenset[str]


@lru_cache(maxsize=4096)
def words_of(name: str) -> Words:
    """The words of a name that tell it from others, in any order.

    "Russian MoD", "Russia's Defence Ministry", "the defense ministry of Russia" have the same.
    """
    plain = short_name(body_of(name)).lower().replace("’", "'").replace("'s", "")
    for long, short in _SHORTER.items():
        plain = plain.replace(long, short)
    bare = (word.strip("().,'") for word in plain.split())
    told = " ".join(_SAME.get(word, word) for word in bare if not word.endswith(_RUN))
    return frozenset(_of_state(word) for word in told.split()) - _LEFT_OUT


def _of_state(word: str) -> str:
    """A state by its name: "russian" is "russia"."""
    return _demonyms().get(word, word)


@cache
def _demonyms() -> dict[str, str]:
    return {
        people.lower(): country["name"].lower()
        for country in load("countries").values()
        for people in country.get("demonyms", ())
    }


def body_of(name: str) -> str:
    """A name without the person who speaks: "the ministry's spokesman Igor Petrov"."""
    words = name.split()
    at = _speaking(words)
    return " ".join(words[: at + 1]) if at is not None else name


def person_of(name: str) -> str | None:
    """Who speaks for a body, if a name tells both."""
    words = name.split()
    at = _speaking(words)
    return " ".join(words[at + 1 :]) if at is not None else None


def _speaking(words: list[str]) -> int | None:
    """Where the word stands after which a person is named: "Health Minister", "spokesman"."""
    for at, word in enumerate(words[:-2]):
        named = all(after[:1].isupper() for after in words[at + 1 :])
        if at and named and word.lower() in _SPEAKING:
            return at
    return None


@lru_cache(maxsize=4096)
def bodies_in(name: str) -> tuple[str, ...]:
    """Each of those who say something together: "the army and Hezbollah".

    They count as several where they are of different kinds ("officials and a monitor"), or bear
    names of their own: "doctors and nurses" may be the same people.
    """
    parts = tuple(part for part in name.split(" and ") if part)
    kinds = [source_kind(part) for part in parts]
    if len(parts) != _TWO or None in kinds:
        return (name,)
    named = all(any(word[:1].isupper() for word in part.split()) for part in parts)
    return parts if named or kinds[0] != kinds[1] else (name,)


_TWO: Final = 2
